import RemitModel

/// Finds the rows that a column of a table names, which is sorted mostly as the rows are: what a cell names is then that
/// of the cell before, or one soon after it.
struct SortedFinder<Entity> {
  private let keys: [Name]
  private let names: NameLookup
  private var last: ID<Entity>?
  /// How many rows of the batch were found in another way.
  private var far = 0

  /// How many rows from the last on are tried.
  private static var reach: Int { 3 }

  /// - Parameters:
  ///   - keys: The ids of the rows, each once.
  ///   - names: The texts of the ids.
  init(_ keys: [Name], _ names: NameLookup) {
    self.keys = keys
    self.names = names
  }

  /// The row that a text names, if it is that of the cell before, or one soon after it.
  @inline(__always)
  mutating func near(_ text: UnsafeBufferPointer<UInt8>) -> ID<Entity>? {
    let first = last?.index ?? 0
    for index in first..<min(first + Self.reach, keys.count) where names.isText(of: keys[index], text) {
      last = ID(index)
      return last
    }
    return nil
  }

  /// Goes on from a row that was found in another way.
  mutating func go(to row: ID<Entity>?) {
    last = row
    far += 1
  }

  /// Begins another batch of rows; tells whether the table seems to be sorted, by the one before.
  mutating func isSorted() -> Bool {
    defer { far = 0 }
    return far * 4 < CSVText.batch
  }
}
