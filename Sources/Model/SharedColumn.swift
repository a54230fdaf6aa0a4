/// A column of values of which a table has few that differ: a row costs 4 bytes, and each value is held once.
public struct SharedColumn<Entity, Value: Sendable & Hashable>: Sendable {
  // Rules and readers of other modules loop over columns; inlined, these loops know the types.
  @usableFromInline var codes: [Int32] = []
  /// The values that rows have, by first use.
  @usableFromInline var distinct: [Value] = []
  private var numbers: [Value: Int32] = [:]

  /// No rows.
  public init() {}

  /// The value of a row.
  @inlinable public subscript(id: ID<Entity>) -> Value { distinct[Int(codes[id.index])] }

  /// All values in row order. O(rows).
  public var values: [Value] { codes.map { distinct[Int($0)] } }

  /// The number of rows.
  @inlinable public var count: Int { codes.count }

  /// All ids of the column's table.
  @inlinable public var ids: IDs<Entity> { IDs(count: count) }

  /// The number of a row's value: two rows have the same where their values are equal.
  @inlinable public func code(_ id: ID<Entity>) -> Int { Int(codes[id.index]) }

  /// The number of a value, which is new where the value is.
  package mutating func code(of value: Value) -> Int32 {
    if let number = numbers[value] { return number }
    let number = Int32(distinct.count)
    numbers[value] = number
    distinct.append(value)
    return number
  }

  /// No rows, with the same numbers for values.
  package var emptied: Self {
    var column = self
    column.codes = []
    return column
  }

  /// Adds a row.
  package mutating func append(_ value: Value) { codes.append(code(of: value)) }

  /// Adds a row with a value that has a number.
  @inlinable public mutating func append(code: Int32) { codes.append(code) }

  /// Makes room for so many rows.
  @inlinable public mutating func reserve(rows: Int) { codes.reserveCapacity(rows) }

  /// Puts another value into a row.
  package mutating func set(_ id: ID<Entity>, to value: Value) { codes[id.index] = code(of: value) }

  /// Keeps the rows that are wanted. O(rows).
  package mutating func keep(_ kept: [ID<Entity>]) { codes = kept.map { codes[$0.index] } }
}

/// A column of lists of values of which a table has few that differ: a row costs 4 bytes, an item 4, and each value is
/// held once.
public struct SharedListColumn<Entity, Value: Sendable & Hashable>: Sendable {
  // Readers of other modules fill columns row by row; inlined, these loops know the types.
  @usableFromInline var lists = ListColumn<Entity, Int32>()
  private var shared = SharedColumn<Entity, Value>()

  /// No rows.
  public init() {}

  /// The list of a row, in the order written.
  public subscript(id: ID<Entity>) -> [Value] { lists[id].map { shared.distinct[Int($0)] } }

  /// All lists in row order. O(items).
  public var values: [[Value]] { ids.map { self[$0] } }

  /// The number of rows.
  public var count: Int { lists.count }

  /// All ids of the column's table.
  public var ids: IDs<Entity> { lists.ids }

  /// The values that occur, by the numbers that `codes(of:)` gives.
  package var distinct: [Value] { shared.distinct }

  /// The numbers of all rows' values, row after row: what `slots(of:)` counts through.
  @inlinable public var allCodes: [Int32] { lists.allItems }

  /// The positions of a row's numbers in `allCodes`, for loops over many rows.
  @inlinable public func slots(of id: ID<Entity>) -> Range<Int> { lists.slots(of: id) }

  /// The numbers of a row's values.
  @inlinable public func codes(of id: ID<Entity>) -> ArraySlice<Int32> { lists[id] }

  /// The number of a value, which is new where the value is.
  package mutating func code(of value: Value) -> Int32 { shared.code(of: value) }

  /// Adds a row.
  package mutating func append(_ list: some Sequence<Value>) { lists.append(list.map { shared.code(of: $0) }) }

  /// Adds a value that has a number to the row that `endRow` will add.
  @inlinable public mutating func add(code: Int32) { lists.add(code) }

  /// Adds a row of the values that were added since the last one.
  @inlinable public mutating func endRow() { lists.endRow() }

  /// Makes room for so many rows of so many values in all.
  package mutating func reserve(rows: Int, items: Int) { lists.reserve(rows: rows, items: items) }

  /// Puts another list into a row. O(items).
  package mutating func set(_ id: ID<Entity>, to list: [Value]) {
    lists.set(id, to: list.map { shared.code(of: $0) })
  }

  /// Keeps the rows that are wanted. O(items).
  package mutating func keep(_ kept: [ID<Entity>]) { lists.keep(kept) }
}

// What a column holds is its values, however it holds them.

extension SharedColumn: CustomReflectable {
  /// The values by row.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: values, displayStyle: .collection) }
}

extension SharedListColumn: CustomReflectable {
  /// The values by row.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: values, displayStyle: .collection) }
}
