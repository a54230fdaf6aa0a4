import RemitModel

/// The rows of oversight that lead or coordinate, found from both ends.
package struct Leadership: Fact {
  /// By node, as `NodeSpace` numbers them, the rows over it, in file order.
  let over: ListsByKey
  /// By node the rows by which it leads or coordinates, in file order.
  let by: ListsByKey

  /// O(nodes + rows).
  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let (overseers, overseen) = (chart.oversight.by, chart.oversight.of)
    let rows = facts[OversightByKind.self].rows(of: .lead, .coordinate)
    over = ListsByKey(count: space.count, grouping: rows) { space.index(overseen[$0]) }
    by = ListsByKey(count: space.count, grouping: rows) { space.index(overseers[$0]) }
  }
}
