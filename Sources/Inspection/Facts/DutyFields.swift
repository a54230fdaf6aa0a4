import RemitModel

/// The active duties of each jurisdiction in each domain (领域).
package struct DutyFields: Fact {
  /// What a jurisdiction does in a domain.
  package struct Field: Sendable {
    package let jurisdiction: ID<Jurisdiction>
    /// Its number in the column of domains.
    package let domain: Int32
    /// Where its duties stand in `duties`.
    package let slots: Range<Int>
  }

  /// By jurisdiction, and then by domain in the order of first mention.
  package let fields: [Field]
  /// The duties of one field after the other, each in file order; a duty that is in several domains is in each.
  package let duties: [ID<Duty>]

  /// O(duties + their domains).
  package init(_ chart: Chart, _ facts: Facts) {
    let (domains, codes) = (chart.duties.domains, chart.duties.domains.allCodes)
    let active = facts[DutyLetters.self].duties(with: .active)
    let home = chart.duties.jurisdiction
    let owned = ListsByKey(count: chart.jurisdictions.key.count, grouping: active) { home[$0].index }
    // By domain, the place of its field among those of the jurisdiction at hand; −1 for none.
    var places = [Int32](repeating: -1, count: domains.distinct.count)
    // The domains of the jurisdiction at hand with where the list of each ends, and all their mentions.
    var lists: [(domain: Int32, end: Int)] = []
    var mentions: [(place: Int32, duty: ID<Duty>)] = []
    var fields: [Field] = []
    var sorted: [ID<Duty>] = []
    sorted.reserveCapacity(codes.count)
    for jurisdiction in chart.jurisdictions.ids {
      lists.removeAll(keepingCapacity: true)
      mentions.removeAll(keepingCapacity: true)
      for item in owned.slots(of: jurisdiction.index) {
        let duty = ID<Duty>(raw: owned.items[item])
        for slot in domains.slots(of: duty) {
          let domain = codes[slot]
          if places[Int(domain)] < 0 {
            places[Int(domain)] = Int32(lists.count)
            lists.append((domain, 0))
          }
          let place = places[Int(domain)]
          lists[Int(place)].end += 1
          mentions.append((place, duty))
        }
      }
      var start = sorted.count
      for _ in mentions { sorted.append(ID(0)) }
      for place in lists.indices { (lists[place].end, start) = (start, start + lists[place].end) }
      start = sorted.count - mentions.count
      for (place, duty) in mentions {
        sorted[lists[Int(place)].end] = duty
        lists[Int(place)].end += 1
      }
      for (domain, end) in lists {
        places[Int(domain)] = -1
        fields.append(Field(jurisdiction: jurisdiction, domain: domain, slots: start..<end))
        start = end
      }
    }
    self.fields = fields
    duties = sorted
  }
}
