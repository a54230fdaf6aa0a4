extension ChartContents {
  /// A frozen chart's contents, to be changed and frozen anew. Rows keep their order, so every id stays what it was, but
  /// for assignments, which stand sorted by duty. O(everything).
  package init(_ chart: Chart) {
    key = chart.key
    title = chart.title
    origin = chart.origin
    asOf = chart.asOf
    sources = chart.sources
    regulations = chart.regulations
    jurisdictions = chart.jurisdictions
    organizations = chart.organizations
    roles = chart.roles
    posts = chart.posts
    persons = chart.persons
    tenures = chart.tenures
    duties = chart.duties
    assignments = chart.assignments
    oversight = chart.oversight
    conflicts = chart.conflicts
    waivers = chart.waivers
    suppressions = chart.suppressions
    superiors = chart.superiors.links
    dotted = chart.dotted.links
    charges = chart.charges.links
  }
}

extension Relation {
  /// The links as they were before they were grouped. O(rows + links).
  package var links: Links<From, To> {
    var links = Links<From, To>()
    for row in 0..<(offsets.count - 1) {
      for slot in slots(of: ID(row)) { links.append(ID(row), values[slot], at: places[slot]) }
    }
    return links
  }
}
