/// The dense number of a row in the table of `Entity`; numbers of two tables cannot be mixed.
public struct ID<Entity>: Sendable, Hashable, Comparable {
  /// The row, from 0.
  public let raw: Int32

  /// The row as an index of arrays.
  @inlinable public var index: Int { Int(raw) }

  /// The id of a row.
  @inlinable public init(raw: Int32) { self.raw = raw }

  /// The id of a row.
  @inlinable public init(_ index: Int) { self.raw = Int32(index) }

  /// The order of rows.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}

/// One column of a table, indexed by the table's ids.
public struct Column<Entity, Value: Sendable>: Sendable {
  // Rules and readers of other modules loop over columns; inlined, these loops know the types. Only what is public is
  // inlined there, so that columns are filled by public methods, though only this package can have one to fill.
  @usableFromInline var storage: [Value] = []

  /// The values in row order.
  @inlinable public var values: [Value] { storage }

  /// No rows.
  public init() {}

  /// The value or id at a row.
  @inlinable public subscript(id: ID<Entity>) -> Value { storage[id.index] }

  /// The number of rows.
  @inlinable public var count: Int { storage.count }

  /// Adds a row.
  @inlinable public mutating func append(_ value: Value) { storage.append(value) }

  /// Makes room for so many rows.
  @inlinable public mutating func reserve(rows: Int) { storage.reserveCapacity(rows) }

  /// Puts another value into a row.
  @inlinable public mutating func set(_ id: ID<Entity>, to value: Value) { storage[id.index] = value }
}

/// All ids of a table, in row order.
public struct IDs<Entity>: Sendable, RandomAccessCollection {
  /// 0.
  public let startIndex = 0
  /// The number of rows.
  public let endIndex: Int

  /// The ids of so many rows.
  @inlinable public init(count: Int) { endIndex = count }

  /// The value or id at a row.
  @inlinable public subscript(position: Int) -> ID<Entity> { ID(position) }
}

extension Column {
  /// All ids of the column's table.
  @inlinable public var ids: IDs<Entity> { IDs(count: count) }
}
