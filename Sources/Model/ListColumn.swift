/// A column of lists, one after the other in one array: a row costs 4 bytes, an item its own size, and no list an
/// object of its own.
public struct ListColumn<Entity, Value: Sendable>: Sendable {
  // Rules and readers of other modules loop over columns; inlined, these loops know the types.
  @usableFromInline var ends: [Int32] = []
  @usableFromInline var items: [Value] = []

  /// No rows.
  public init() {}

  /// The list of a row, in the order written.
  @inlinable public subscript(id: ID<Entity>) -> ArraySlice<Value> { items[slots(of: id)] }

  /// All lists in row order. O(items).
  public var values: [[Value]] { ids.map { Array(self[$0]) } }

  /// The number of rows.
  @inlinable public var count: Int { ends.count }

  /// All ids of the column's table.
  @inlinable public var ids: IDs<Entity> { IDs(count: count) }

  /// All items, list after list: what `slots(of:)` counts through.
  @inlinable public var allItems: [Value] { items }

  /// The positions of a row's items in `allItems`, for loops over many rows: a slice holds the whole array anew.
  @inlinable public func slots(of id: ID<Entity>) -> Range<Int> {
    (id.index == 0 ? 0 : Int(ends[id.index - 1]))..<Int(ends[id.index])
  }

  /// Adds a row.
  @inlinable public mutating func append(_ list: some Sequence<Value>) {
    items.append(contentsOf: list)
    ends.append(Int32(items.count))
  }

  /// Adds an item to the row that `endRow` will add.
  @inlinable public mutating func add(_ item: Value) { items.append(item) }

  /// Adds a row of the items that were added since the last one.
  @inlinable public mutating func endRow() { ends.append(Int32(items.count)) }

  /// Makes room for so many rows of so many items in all.
  @inlinable public mutating func reserve(rows: Int, items count: Int) {
    ends.reserveCapacity(rows)
    items.reserveCapacity(count)
  }

  /// Puts another list into a row. O(items).
  package mutating func set(_ id: ID<Entity>, to list: [Value]) {
    let range = slots(of: id)
    items.replaceSubrange(range, with: list)
    let change = Int32(list.count - range.count)
    for row in id.index..<ends.count { ends[row] += change }
  }

  /// Keeps the rows that are wanted. O(items).
  package mutating func keep(_ kept: [ID<Entity>]) {
    var column = Self()
    for id in kept { column.append(self[id]) }
    self = column
  }
}
