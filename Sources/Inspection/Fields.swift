import RemitModel

/// The duties of each jurisdiction in each domain (领域).
package enum Fields {
  /// Tells of some duties, by jurisdiction and then by domain in the order of first mention; each list in
  /// file order, with a duty that is in several domains in each. O(duties + their domains).
  package static func forEach(
    of wanted: [ID<Duty>], in chart: Chart,
    _ body: (ID<Jurisdiction>, _ domain: Int32, ArraySlice<ID<Duty>>) -> Void
  ) {
    let home = chart.duties.jurisdiction
    var duties = ListsByKey(count: chart.jurisdictions.key.count)
    for duty in wanted { duties.count(home[duty].index) }
    duties.beginFilling()
    for duty in wanted { duties.add(duty.raw, to: home[duty].index) }
    // By domain, the place of its list among those of the jurisdiction at hand; −1 for none.
    var places = [Int32](repeating: -1, count: chart.duties.domains.distinct.count)
    var lists: [(domain: Int32, duties: [ID<Duty>])] = []
    for jurisdiction in chart.jurisdictions.ids {
      var used = 0
      for raw in duties[jurisdiction.index] {
        for domain in chart.duties.domains.codes(of: ID(raw: raw)) {
          if places[Int(domain)] < 0 {
            places[Int(domain)] = Int32(used)
            if used == lists.count { lists.append((domain, [])) }
            lists[used].domain = domain
            lists[used].duties.removeAll(keepingCapacity: true)
            used += 1
          }
          lists[Int(places[Int(domain)])].duties.append(ID(raw: raw))
        }
      }
      for list in lists[..<used] {
        places[Int(list.domain)] = -1
        body(jurisdiction, list.domain, list.duties[...])
      }
    }
  }
}
