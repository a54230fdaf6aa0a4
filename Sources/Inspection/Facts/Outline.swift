import RemitModel

/// Where each clause stands in the outline of each of the chart's regulations.
package struct Outline: Fact {
  private let chart: Chart
  private let positions: [[ClauseNumber: Int]]

  package init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    positions = chart.regulations.map { regulation in
      var positions: [ClauseNumber: Int] = [:]
      for (index, clause) in regulation.clauses.enumerated() where positions[clause.number] == nil {
        positions[clause.number] = index
      }
      return positions
    }
  }

  /// Whether the regulation gives an outline at all, so that a clause can be missing from it.
  package func isGiven(_ regulation: Int) -> Bool { !positions[regulation].isEmpty }

  package func has(_ number: ClauseNumber, in regulation: Int) -> Bool { positions[regulation][number] != nil }

  /// The clause as something that a finding can speak of; nil where the outline lacks it.
  package func entity(_ number: ClauseNumber, in regulation: Int) -> Entity? {
    positions[regulation][number].map { .clause(regulation: regulation, index: $0) }
  }

  /// What a citation means, if the outline has it.
  package func entity(_ cited: Cited) -> Entity? {
    chart.resolve(cited.reference).flatMap { entity($0.clause, in: $0.regulation) }
  }
}
