/// A column of nodes: a row costs 4 bytes.
public struct NodeColumn<Entity>: Sendable {
  // Rules and readers of other modules loop over columns; inlined, these loops know the types.
  /// 4 · row + kind of each node.
  @usableFromInline var codes: [UInt32] = []

  /// No rows.
  public init() {}

  /// The node of a row.
  @inlinable public subscript(id: ID<Entity>) -> Node { Self.node(codes[id.index]) }

  /// All nodes in row order. O(rows).
  public var values: [Node] { codes.map(Self.node) }

  /// The number of rows.
  @inlinable public var count: Int { codes.count }

  /// All ids of the column's table.
  @inlinable public var ids: IDs<Entity> { IDs(count: count) }

  /// Adds a row.
  @inlinable public mutating func append(_ node: Node) { codes.append(Self.code(node)) }

  /// Makes room for so many rows.
  @inlinable public mutating func reserve(rows: Int) { codes.reserveCapacity(rows) }

  /// Puts another node into a row.
  @inlinable public mutating func set(_ id: ID<Entity>, to node: Node) { codes[id.index] = Self.code(node) }

  /// Keeps the rows that are wanted. O(rows).
  package mutating func keep(_ kept: [ID<Entity>]) { codes = kept.map { codes[$0.index] } }

  @inlinable static func code(_ node: Node) -> UInt32 {
    switch node {
    case .post(let id): UInt32(bitPattern: id.raw) << 2
    case .organization(let id): UInt32(bitPattern: id.raw) << 2 | 1
    case .duty(let id): UInt32(bitPattern: id.raw) << 2 | 2
    }
  }

  @inlinable static func node(_ code: UInt32) -> Node {
    let row = Int32(bitPattern: code >> 2)
    switch code & 3 {
    case 0: return .post(ID(raw: row))
    case 1: return .organization(ID(raw: row))
    default: return .duty(ID(raw: row))
    }
  }
}

// What a column holds is its values, however it holds them.

extension NodeColumn: CustomReflectable {
  /// The values by row.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: values, displayStyle: .collection) }
}
