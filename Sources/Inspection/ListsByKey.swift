import RemitModel

/// Lists of numbers by a dense key, such as the duties of each jurisdiction, in one array: count what each list is to
/// hold, begin to fill, then add the same again. Lists keep the order of adding.
package struct ListsByKey {
  /// Where each list begins, and one past the end of all; while filling, where its next item goes.
  private var starts: [Int32]
  private(set) var items: [Int32] = []

  /// Empty lists for the keys `0..<count`.
  package init(count: Int) { starts = [Int32](repeating: 0, count: count + 2) }

  /// Ids by what each belongs to, in their order. O(keys + ids).
  @inline(__always)
  init<Row>(count: Int, grouping ids: some Sequence<ID<Row>>, _ key: (ID<Row>) -> Int) {
    var starts = [Int32](repeating: 0, count: count + 2)
    for id in ids { starts[key(id) + 2] += 1 }
    for key in 2..<starts.count { starts[key] += starts[key - 1] }
    var items = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    for id in ids {
      let key = key(id) + 1
      items[Int(starts[key])] = id.raw
      starts[key] += 1
    }
    self.starts = starts
    self.items = items
  }

  /// Makes room for one item more in a list.
  package mutating func count(_ key: Int) { starts[key + 2] += 1 }

  /// Ends the counting. O(keys + items).
  package mutating func beginFilling() {
    for key in 2..<starts.count { starts[key] += starts[key - 1] }
    items = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
  }

  /// Adds an item that was counted.
  package mutating func add(_ item: Int32, to key: Int) {
    items[Int(starts[key + 1])] = item
    starts[key + 1] += 1
  }

  /// A list, once all is added. O(1).
  package subscript(key: Int) -> ArraySlice<Int32> { items[slots(of: key)] }

  /// Where a list stands in `items`, for loops over many: a slice holds the whole array anew.
  @inline(__always)
  func slots(of key: Int) -> Range<Int> { Int(starts[key])..<Int(starts[key + 1]) }
}
