import RemitModel

/// What readers fill in where a chart does not say it, so that it need not be written.
struct Implied: Sendable {
  private let chart: Chart
  /// The jurisdictions are more than the one that stands for the chart.
  let hasJurisdictions: Bool
  /// The same of the organizations.
  let hasOrganizations: Bool

  init(_ chart: Chart) {
    self.chart = chart
    let (places, bodies) = (chart.jurisdictions, chart.organizations)
    let first = ID<Jurisdiction>(0)
    hasJurisdictions =
      places.key.count != 1 || places.key[first] != chart.key || places.name[first] != chart.title
      || places.level[first] != nil || places.parent[first] != nil
    let only = ID<Organization>(0)
    hasOrganizations =
      bodies.key.count != 1 || bodies.key[only] != chart.key || bodies.name[only] != chart.title
      || bodies.kind[only] != .other || bodies.parent[only] != nil || bodies.apex[only]
      || bodies.jurisdiction[only] != first
  }

  /// The jurisdiction of an organization that names none; nil where it must name one.
  func jurisdiction(of organization: ID<Organization>) -> ID<Jurisdiction>? {
    if let parent = chart.organizations.parent[organization] { return chart.organizations.jurisdiction[parent] }
    return chart.jurisdictions.key.count == 1 ? ID(0) : nil
  }

  /// The jurisdiction of a duty that names none: that of who answers for it, or else does it.
  func jurisdiction(of duty: ID<Duty>) -> ID<Jurisdiction> {
    let letters = chart.letters[duty]
    let strongest = letters.min { chart.assignments.letter[$0] < chart.assignments.letter[$1] }
    guard let strongest else { return ID(0) }
    return chart.jurisdiction(of: chart.assignments.assignee[strongest])
  }
}

extension Localized {
  /// Whether it is the name that an entity without one gets.
  func isImplied(by key: String) -> Bool { zh.isSame(as: key) && en.isSame(as: key) }

  /// The text that is written first: the Chinese one, or the only one.
  var first: String { zh.isEmpty ? en : zh }

  /// The English text where it must be written beside the first; an empty one is taken for a missing one.
  var second: String { en.isSame(as: first) ? "" : en }
}

extension String {
  /// Whether both are the same to the byte; `==` takes a letter with an accent for the letter and the accent.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
