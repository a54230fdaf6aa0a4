import RemitModel

/// The duties of each jurisdiction in each domain (领域).
package enum Fields {
  /// Tells of some duties, by jurisdiction and then by domain in the order of first mention; each list in
  /// file order, with a duty that is in several domains in each. O(duties + their domains).
  package static func forEach(
    of wanted: [ID<Duty>], in chart: Chart,
    _ body: (ID<Jurisdiction>, _ domain: Int32, ArraySlice<ID<Duty>>) -> Void
  ) {
    let (home, domains, codes) = (chart.duties.jurisdiction, chart.duties.domains, chart.duties.domains.allCodes)
    var duties = ListsByKey(count: chart.jurisdictions.key.count)
    for duty in wanted { duties.count(home[duty].index) }
    duties.beginFilling()
    for duty in wanted { duties.add(duty.raw, to: home[duty].index) }
    // By domain, the place of its list among those of the jurisdiction at hand; −1 for none.
    var places = [Int32](repeating: -1, count: domains.distinct.count)
    // The domains of the jurisdiction at hand with where the list of each ends, all its mentions, and all its lists.
    var lists: [(domain: Int32, end: Int)] = []
    var mentions: [(place: Int32, duty: ID<Duty>)] = []
    var sorted: [ID<Duty>] = []
    for jurisdiction in chart.jurisdictions.ids {
      lists.removeAll(keepingCapacity: true)
      mentions.removeAll(keepingCapacity: true)
      for item in duties.slots(of: jurisdiction.index) {
        let raw = duties.items[item]
        for slot in domains.slots(of: ID(raw: raw)) {
          let domain = codes[slot]
          if places[Int(domain)] < 0 {
            places[Int(domain)] = Int32(lists.count)
            lists.append((domain, 0))
          }
          let place = places[Int(domain)]
          lists[Int(place)].end += 1
          mentions.append((place, ID(raw: raw)))
        }
      }
      if sorted.count < mentions.count { sorted = Array(repeating: ID(0), count: mentions.count * 2) }
      var start = 0
      for place in lists.indices { (lists[place].end, start) = (start, start + lists[place].end) }
      for (place, duty) in mentions {
        sorted[lists[Int(place)].end] = duty
        lists[Int(place)].end += 1
      }
      start = 0
      for (domain, end) in lists {
        places[Int(domain)] = -1
        body(jurisdiction, domain, sorted[start..<end])
        start = end
      }
    }
  }
}
