import Glibc
import RemitModel

/// The ids of the rows of a growing column of texts while they are sorted but for a few: one that is greater than all
/// before it is new, and others are searched for by halves, so that they need no table.
struct SortedKeys<Entity> {
  /// More rows out of order are for a table: 64.
  private static var most: Int { 64 }

  /// How many rows there are.
  private(set) var count = 0
  /// The row of the greatest id.
  private var last = -1
  /// The rows out of order, and whether their ids are new.
  private var strays: [(row: Int, isNew: Bool)] = []

  /// Adds a row, and finds the first one with its id, if there is one; nil where the row needs a table. O(bytes), or
  /// O(bytes · log rows) out of order.
  @inline(__always)
  mutating func add(
    _ id: UnsafeBufferPointer<UInt8>, row: Int, of column: TextColumn<Entity>
  ) -> (known: Int?, isAdded: Bool) {
    guard row == count, row == column.count else { return (nil, false) }
    if last < 0 || Self.order(id, last, column) > 0 {
      last = row
      count += 1
      return (nil, true)
    }
    return addStray(id, row: row, of: column)
  }

  private mutating func addStray(
    _ id: UnsafeBufferPointer<UInt8>, row: Int, of column: TextColumn<Entity>
  ) -> (known: Int?, isAdded: Bool) {
    guard strays.count < Self.most else { return (nil, false) }
    let known =
      sortedRow(id, column) ?? strays.first { $0.isNew && Self.order(id, $0.row, column) == 0 }?.row
    strays.append((row, known == nil))
    count += 1
    return (known, true)
  }

  /// Goes through the first row of each id.
  func forEachFirst(_ body: (Int) -> Void) {
    let repeated = Set(strays.filter { !$0.isNew }.map(\.row))
    for row in 0..<count where !repeated.contains(row) { body(row) }
  }

  private func sortedRow(_ id: UnsafeBufferPointer<UInt8>, _ column: TextColumn<Entity>) -> Int? {
    var (low, high) = (0, last + 1)
    while low < high {
      let middle = (low + high) / 2
      var probe = middle
      while probe < high, strays.contains(where: { $0.row == probe }) { probe += 1 }
      guard probe < high else {
        high = middle
        continue
      }
      let order = Self.order(id, probe, column)
      if order == 0 { return probe }
      if order > 0 { low = probe + 1 } else { high = middle }
    }
    return nil
  }

  /// More than 0 where an id is greater than that of a row, less where it is smaller, and 0 where both are the same.
  @inline(__always)
  private static func order(_ id: UnsafeBufferPointer<UInt8>, _ row: Int, _ column: TextColumn<Entity>) -> Int {
    column.withUTF8(of: ID(row)) { other in
      guard let own = id.baseAddress, let base = other.baseAddress else { return id.count - other.count }
      let order = memcmp(own, base, min(id.count, other.count))
      return order == 0 ? id.count - other.count : Int(order)
    }
  }
}
