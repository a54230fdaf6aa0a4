import RemitModel

/// A chart's settings laid on its parts, so that what holds at an entity is found at once.
package struct PlacedSettings: Sendable {
  private let chart: Chart
  private let settings: Settings
  /// Nil where nothing is set for parts of the chart.
  private let parts: ScopedParts?

  /// O(organizations + jurisdictions + scopes), and O(1) without scopes.
  init(_ settings: Settings, on chart: Chart) {
    self.chart = chart
    self.settings = settings
    parts = settings.within.isEmpty ? nil : ScopedParts(settings.within, on: chart)
  }

  /// What a rule's findings at an entity weigh; nil where the rule is off there. O(depth of the scopes).
  func severity(of rule: Rule, at entity: Entity) -> Severity? {
    switch weight(of: rule, at: entity) ?? settings.rules[rule.code]?.weight {
    case .off: return nil
    case .severity(let severity): return severity
    case nil: return rule.severity
    }
  }

  private func weight(of rule: Rule, at entity: Entity) -> Settings.Adjustment.Weight? {
    guard let parts else { return nil }
    let weight = { (scope: Int) in settings.within[scope].rules[rule.code]?.weight }
    return chart.part(of: entity, organization: { parts.first(at: $0, weight) }) { parts.first(at: $0, weight) } ?? nil
  }

  /// A rule's threshold, over the whole chart and in its parts. O(organizations + jurisdictions + scopes) where a scope
  /// sets it, else O(scopes).
  func threshold(_ key: String, of rule: Rule) -> Threshold {
    guard let setting = rule.settings.first(where: { $0.key == key }) else {
      preconditionFailure("\(rule.code) has no setting \(key)")
    }
    let standard = settings.rules[rule.code]?.thresholds[key] ?? setting.standard
    let set = settings.within.map { $0.rules[rule.code]?.thresholds[key] }
    guard let parts, set.contains(where: { $0 != nil }) else { return Threshold(chart, standard, parts: nil) }
    return Threshold(chart, standard, parts: parts.values(standard) { set[$0] })
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
