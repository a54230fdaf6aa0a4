import RemitModel

/// Which scopes of the settings hold at each jurisdiction and organization. What rows share is kept once, so that the size
/// is that of the scopes and rows, however deep either nest.
struct ScopedParts: Sendable {
  /// A scope that holds at some rows of a table.
  private struct Step: Sendable {
    let scope: Int
    /// What holds there too and weighs less: an earlier step, so that steps form a tree.
    let next: Int?
  }

  /// One table's rows and their scopes.
  private struct Table: Sendable {
    private var steps: [Step] = []
    /// The weightiest step at each row.
    private var rows: [Int?]

    /// For each row its own scopes over those of the rows above it. Rows may stand before their parents.
    init<Row>(_ keys: TextColumn<Row>, _ parents: Column<Row, ID<Row>?>, _ scopes: [String: [Int]]) {
      rows = [Int?](repeating: nil, count: keys.count)
      guard !scopes.isEmpty else { return }
      var isKnown = [Bool](repeating: false, count: keys.count)
      for row in keys.ids {
        var climbed: [ID<Row>] = []
        var next: ID<Row>? = row
        while let current = next, !isKnown[current.index], climbed.count <= keys.count {
          climbed.append(current)
          next = parents[current]
        }
        var top = next.flatMap { rows[$0.index] }
        for current in climbed.reversed() {
          for scope in scopes[keys[current]] ?? [] {
            steps.append(Step(scope: scope, next: top))
            top = steps.count - 1
          }
          rows[current.index] = top
          isKnown[current.index] = true
        }
      }
    }

    /// What the weightiest scope at each row says that says anything. O(rows + scopes).
    func values<Value>(_ value: (Int) -> Value?) -> [Value?] {
      var ofStep: [Value?] = []
      ofStep.reserveCapacity(steps.count)
      for step in steps { ofStep.append(value(step.scope) ?? step.next.flatMap { ofStep[$0] }) }
      return rows.map { $0.flatMap { ofStep[$0] } }
    }
  }

  private let jurisdictions: Table
  private let organizations: Table
  /// The jurisdiction of each organization.
  private let homes: [Int]

  /// O(organizations + jurisdictions + scopes).
  init(_ scopes: [Settings.Scope], on chart: Chart) {
    var ofJurisdictions: [String: [Int]] = [:]
    var ofOrganizations: [String: [Int]] = [:]
    for (index, scope) in scopes.enumerated() {
      switch scope.part {
      case .jurisdiction(let key): ofJurisdictions[key, default: []].append(index)
      case .organization(let key): ofOrganizations[key, default: []].append(index)
      }
    }
    jurisdictions = Table(chart.jurisdictions.key, chart.jurisdictions.parent, ofJurisdictions)
    organizations = Table(chart.organizations.key, chart.organizations.parent, ofOrganizations)
    homes = chart.organizations.ids.map { chart.organizations.jurisdiction[$0].index }
  }

  /// A value for each row, where scopes may set it: at an organization, its own scopes and those of the organizations
  /// above it go before its jurisdiction's. O(rows + scopes).
  func values<Value>(
    _ standard: Value, _ value: (Int) -> Value?
  ) -> (organizations: [Value], jurisdictions: [Value]) {
    let places = jurisdictions.values(value).map { $0 ?? standard }
    return (zip(organizations.values(value), homes).map { $0 ?? places[$1] }, places)
  }
}
