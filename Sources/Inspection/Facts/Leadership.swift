import RemitModel

/// The rows of oversight that lead or coordinate, found from those that they are over.
package struct Leadership: Fact {
  /// By node, as `NodeSpace` numbers them, the rows over it, in file order.
  let over: ListsByKey

  /// O(nodes + rows).
  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let overseen = chart.oversight.of
    let rows = facts[OversightByKind.self].rows(of: .lead, .coordinate)
    over = ListsByKey(count: space.count, grouping: rows) { space.index(overseen[$0]) }
  }
}
