import RemitInspection
import RemitModel

/// One kind of fact, to be computed by itself.
struct FactKind: Sendable {
  let name: String
  /// Computes it anew; what it stands on is taken from the facts given.
  let compute: @Sendable (Facts) -> Void
  /// Asks for it, so that it is known from then on.
  let ask: @Sendable (Facts) -> Void

  private init<F: Fact>(_ type: F.Type) {
    name = String(describing: type)
    compute = { facts in withExtendedLifetime(F(facts.chart, facts)) {} }
    ask = { facts in withExtendedLifetime(facts[F.self]) {} }
  }

  /// Computes every fact once, so that all are known.
  static func warm(_ chart: Chart) -> Facts {
    let facts = Facts(chart)
    for kind in all { kind.ask(facts) }
    return facts
  }

  /// Every fact of the inspection, by name.
  static let all: [FactKind] = [
    FactKind(Ascent.self), FactKind(Authority.self), FactKind(Casting.self), FactKind(ChainBreaks.self),
    FactKind(ChainOfCommand.self), FactKind(ConflictHands.self), FactKind(Coverage.self), FactKind(Demands.self),
    FactKind(Direction.self), FactKind(DutyFields.self), FactKind(DutyLetters.self), FactKind(Fillings.self),
    FactKind(Gates.self),
    FactKind(Heads.self),
    FactKind(Holdings.self), FactKind(Incumbency.self), FactKind(JointRoles.self), FactKind(Krackhardt.self),
    FactKind(Ladder.self), FactKind(Layers.self), FactKind(Leaders.self), FactKind(Leadership.self),
    FactKind(Obligations.self), FactKind(Outline.self), FactKind(OversightByKind.self), FactKind(Placeholders.self),
    FactKind(ReportingLines.self), FactKind(RequiredLinks.self),
    FactKind(RequiredReports.self), FactKind(Watch.self), FactKind(Workload.self),
  ]
}
