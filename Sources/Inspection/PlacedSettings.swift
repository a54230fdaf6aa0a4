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

  /// What a rule's findings weigh, over the whole chart and in its parts; nil where the rule is off.
  func severity(of rule: Rule) -> Placed<Severity?> {
    func severity(_ weight: Settings.Adjustment.Weight?) -> Severity? {
      switch weight {
      case .off: nil
      case .severity(let severity): severity
      case nil: rule.severity
      }
    }
    return placed(severity(settings.rules[rule.code]?.weight)) { scope in
      scope.rules[rule.code]?.weight.map { severity($0) }
    }
  }

  /// A rule's threshold, over the whole chart and in its parts.
  func threshold(_ key: String, of rule: Rule) -> Threshold {
    guard let setting = rule.settings.first(where: { $0.key == key }) else {
      preconditionFailure("\(rule.code) has no setting \(key)")
    }
    let standard = settings.rules[rule.code]?.thresholds[key].map(setting.clamped) ?? setting.standard
    return Threshold(placed(standard) { $0.rules[rule.code]?.thresholds[key].map(setting.clamped) })
  }

  /// O(organizations + jurisdictions + scopes) where a scope sets it, else O(scopes).
  private func placed<Value>(_ standard: Value, _ value: (Settings.Scope) -> Value?) -> Placed<Value> {
    let set = settings.within.map(value)
    guard let parts, set.contains(where: { $0 != nil }) else { return Placed(chart, standard, parts: nil) }
    return Placed(chart, standard, parts: parts.values(standard) { set[$0] })
  }
}

/// One value for a whole chart, or others in some of its parts.
struct Placed<Value: Sendable>: Sendable {
  /// By part. A class, since rules ask in their loops, and to copy a chart costs a hundred references.
  private final class Parts: Sendable {
    let chart: Chart
    let organizations: [Value]
    let jurisdictions: [Value]

    init(_ chart: Chart, _ organizations: [Value], _ jurisdictions: [Value]) {
      self.chart = chart
      self.organizations = organizations
      self.jurisdictions = jurisdictions
    }
  }

  let standard: Value
  private let parts: Parts?

  /// Whether one value holds for the whole chart.
  var isUniform: Bool { parts == nil }

  init(_ chart: Chart, _ standard: Value, parts: ([Value], [Value])?) {
    self.standard = standard
    self.parts = parts.map { Parts(chart, $0.0, $0.1) }
  }

  /// What holds at an entity. O(1).
  subscript(_ entity: Entity) -> Value {
    guard let parts else { return standard }
    return parts.chart.part(of: entity, organization: { parts.organizations[$0.index] }) {
      parts.jurisdictions[$0.index]
    } ?? standard
  }
}

/// A threshold of a rule: one number, or another one in some parts of the chart.
package struct Threshold: Sendable {
  private let numbers: Placed<Double>

  /// What `count(at:)` tells of all entities where one number holds for the whole chart.
  private let uniformCount: Int

  init(_ numbers: Placed<Double>) {
    self.numbers = numbers
    uniformCount = Self.count(numbers.standard)
  }

  /// What holds at an entity. O(1).
  package subscript(_ entity: Entity) -> Double { numbers[entity] }

  /// What holds at an entity, of a threshold that counts; fractions are cut off.
  package func count(at entity: Entity) -> Int { numbers.isUniform ? uniformCount : Self.count(self[entity]) }

  private static func count(_ number: Double) -> Int { Int(exactly: number.rounded(.down)) ?? .max }
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
