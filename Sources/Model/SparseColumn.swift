/// A column in which most rows have nothing: only those that have something cost memory.
public struct SparseColumn<Entity, Value: Sendable>: Sendable {
  private var values: [Int32: Value] = [:]

  /// No row has anything.
  public init() {}

  /// The value of a row, where it has one.
  public subscript(id: ID<Entity>) -> Value? { values[id.raw] }

  /// Whether no row has anything.
  public var isEmpty: Bool { values.isEmpty }

  /// Puts a value into a row.
  package mutating func set(_ id: ID<Entity>, to value: Value) { values[id.raw] = value }
}

// What a column holds is its values, in row order.

extension SparseColumn: CustomReflectable {
  /// The rows with their values.
  public var customMirror: Mirror {
    Mirror(self, unlabeledChildren: values.sorted { $0.key < $1.key }, displayStyle: .collection)
  }
}
