import RemitModel

/// What all columns of a chart's tables have in common, whatever they hold.
protocol EntityColumn {
  associatedtype Entity
  associatedtype Value

  init()
  subscript(id: ID<Entity>) -> Value { get }
  mutating func append(_ value: Value)
  mutating func keep(_ rows: [ID<Entity>])
}

extension Column: EntityColumn {}
extension TextColumn: EntityColumn {}
extension SharedColumn: EntityColumn {}
extension NodeColumn: EntityColumn {}

extension SharedListColumn: EntityColumn {
  mutating func append(_ value: [Value]) { append(value[...]) }
}

extension EntityColumn {
  func kept(_ rows: [ID<Entity>]) -> Self {
    var result = self
    result.keep(rows)
    return result
  }
}
