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
    over = Self.grouped(rows, space.count) { space.index(overseen[$0]) }
    by = Self.grouped(rows, space.count) { space.index(overseers[$0]) }
  }

  @inline(__always)
  private static func grouped(
    _ rows: ArraySlice<ID<Oversight>>, _ count: Int, _ key: (ID<Oversight>) -> Int
  ) -> ListsByKey {
    var lists = ListsByKey(count: count)
    for row in rows { lists.count(key(row)) }
    lists.beginFilling()
    for row in rows { lists.add(row.raw, to: key(row)) }
    return lists
  }
}
