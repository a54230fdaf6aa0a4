import RemitModel

/// A chart's settings laid on its parts, so that what holds at an entity is found at once.
package struct PlacedSettings: Sendable {
  private let chart: Chart
  private let settings: Settings
  /// By organization, then by jurisdiction: the scopes that hold there, the weightiest last. Nil where there are none.
  private let places: (organizations: [[Int]], jurisdictions: [[Int]])?

  /// O(organizations + jurisdictions), and O(1) without scopes.
  init(_ settings: Settings, on chart: Chart) {
    self.chart = chart
    self.settings = settings
    places = settings.within.isEmpty ? nil : Self.places(settings.within, chart)
  }

  private static func places(_ scopes: [Settings.Scope], _ chart: Chart) -> ([[Int]], [[Int]]) {
    var ofJurisdiction: [String: [Int]] = [:]
    var ofOrganization: [String: [Int]] = [:]
    for (index, scope) in scopes.enumerated() {
      switch scope.part {
      case .jurisdiction(let key): ofJurisdiction[key, default: []].append(index)
      case .organization(let key): ofOrganization[key, default: []].append(index)
      }
    }
    let jurisdictions = inherited(chart.jurisdictions.key, chart.jurisdictions.parent, ofJurisdiction)
    let own = inherited(chart.organizations.key, chart.organizations.parent, ofOrganization)
    let organizations = chart.organizations.ids.map {
      jurisdictions[chart.organizations.jurisdiction[$0].index] + own[$0.index]
    }
    return (organizations, jurisdictions)
  }

  /// For each row its own scopes after those of all rows above it. Rows may stand before their parents.
  private static func inherited<Row>(
    _ keys: Column<Row, String>, _ parents: Column<Row, ID<Row>?>, _ scopes: [String: [Int]]
  ) -> [[Int]] {
    var known = [[Int]?](repeating: nil, count: keys.count)
    for row in keys.ids {
      var climbed: [ID<Row>] = []
      var next: ID<Row>? = row
      while let current = next, known[current.index] == nil, climbed.count <= keys.count {
        climbed.append(current)
        next = parents[current]
      }
      var above = next.flatMap { known[$0.index] } ?? []
      for current in climbed.reversed() {
        above += scopes[keys[current]] ?? []
        known[current.index] = above
      }
    }
    return known.map { $0 ?? [] }
  }

  /// What a rule's findings at an entity weigh; nil where the rule is off there.
  func severity(of rule: Rule, at entity: Entity) -> Severity? {
    let weight =
      scopes(at: entity).last { settings.within[$0].rules[rule.code]?.weight != nil }
      .flatMap { settings.within[$0].rules[rule.code]?.weight } ?? settings.rules[rule.code]?.weight
    switch weight {
    case .off: return nil
    case .severity(let severity): return severity
    case nil: return rule.severity
    }
  }

  /// A rule's threshold, over the whole chart and in its parts.
  func threshold(_ key: String, of rule: Rule) -> Threshold {
    guard let setting = rule.settings.first(where: { $0.key == key }) else {
      preconditionFailure("\(rule.code) has no setting \(key)")
    }
    let standard = settings.rules[rule.code]?.thresholds[key] ?? setting.standard
    let set = settings.within.map { $0.rules[rule.code]?.thresholds[key] }
    guard let places, set.contains(where: { $0 != nil }) else { return Threshold(chart, standard, parts: nil) }
    func value(_ scopes: [Int]) -> Double { scopes.last { set[$0] != nil }.flatMap { set[$0] } ?? standard }
    return Threshold(
      chart, standard, parts: (places.organizations.map(value), places.jurisdictions.map(value)))
  }

  private func scopes(at entity: Entity) -> [Int] {
    guard let places else { return [] }
    return chart.part(of: entity, organization: { places.organizations[$0.index] }) {
      places.jurisdictions[$0.index]
    } ?? []
  }
}

/// A threshold of a rule: one number, or another one in some parts of the chart.
package struct Threshold: Sendable {
  private let chart: Chart
  private let standard: Double
  private let parts: (organizations: [Double], jurisdictions: [Double])?

  init(_ chart: Chart, _ standard: Double, parts: ([Double], [Double])?) {
    self.chart = chart
    self.standard = standard
    self.parts = parts
  }

  /// What holds at an entity. O(1).
  package subscript(_ entity: Entity) -> Double {
    guard let parts else { return standard }
    return chart.part(of: entity, organization: { parts.organizations[$0.index] }) {
      parts.jurisdictions[$0.index]
    } ?? standard
  }

  /// What holds at an entity, of a threshold that counts; fractions are cut off.
  package func count(at entity: Entity) -> Int { Int(self[entity]) }
}

extension Chart {
  /// What a part of the chart holds for an entity that lies in it: an oversight link lies where its target does, a
  /// conflict where its first duty does. Nil for what lies nowhere, such as a person.
  fileprivate func part<Value>(
    of entity: Entity, organization: (ID<Organization>) -> Value, jurisdiction: (ID<Jurisdiction>) -> Value
  ) -> Value? {
    switch entity {
    case .jurisdiction(let id): jurisdiction(id)
    case .organization(let id): organization(id)
    case .post(let id): organization(posts.organization[id])
    case .duty(let id): jurisdiction(duties.jurisdiction[id])
    case .oversight(let id): part(of: Entity(oversight.of[id]), organization: organization, jurisdiction: jurisdiction)
    case .conflict(let id): conflicts.duties[id].first.map { jurisdiction(duties.jurisdiction[$0]) }
    case .waiver(let id): waivers.jurisdiction[id].map(jurisdiction)
    case .person, .suppression, .clause, .role: nil
    }
  }
}
