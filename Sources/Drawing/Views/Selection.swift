import RemitModel

/// The part of a chart that is asked for. What is named by several words is their union; all kinds of words together narrow.
public struct Selection: Sendable {
  /// These places and all below them.
  public var jurisdictions: [ID<Jurisdiction>] = []
  /// These bodies and all that are part of them.
  public var organizations: [ID<Organization>] = []
  /// Duties of these domains, who has letters on them, and oversight of them.
  public var domains: [String] = []
  /// Places at these levels.
  public var levels: [Level] = []
  /// Oversight of these kinds.
  public var kinds: [LinkKind] = []

  /// Everything.
  public init() {}

  /// Whether nothing is left out.
  public var isEverything: Bool {
    jurisdictions.isEmpty && organizations.isEmpty && domains.isEmpty && levels.isEmpty && kinds.isEmpty
  }

  /// Which places are chosen. O(places × depth).
  func places(of chart: Chart) -> [Bool] {
    let wanted = Set(jurisdictions)
    return chart.jurisdictions.ids.map { place in
      guard levels.isEmpty || chart.jurisdictions.level[place].map(levels.contains) ?? false else { return false }
      return wanted.isEmpty || Self.isBelow(place, wanted) { chart.jurisdictions.parent[$0] }
    }
  }

  /// Which bodies are chosen, by what they are part of and by place. O(bodies × depth).
  func bodies(of chart: Chart, in places: [Bool]) -> [Bool] {
    let wanted = Set(organizations)
    return chart.organizations.ids.map { body in
      guard places[chart.organizations.jurisdiction[body].index] else { return false }
      return wanted.isEmpty || Self.isBelow(body, wanted) { chart.organizations.parent[$0] }
    }
  }

  /// Whether going up from an id, at most a thousand steps, meets one of those wanted.
  private static func isBelow<T>(_ id: ID<T>, _ wanted: Set<ID<T>>, _ parent: (ID<T>) -> ID<T>?) -> Bool {
    var next: ID<T>? = id
    var steps = 0
    while let current = next, steps < 1_000 {
      if wanted.contains(current) { return true }
      next = parent(current)
      steps += 1
    }
    return false
  }
}
