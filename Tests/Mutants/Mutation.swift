import RemitInspection
import RemitModel

/// A kind of defect that can be worked into a clean chart, at every site where it can stand, and the rule that must then
/// find it.
package struct Mutation: Sendable {
  /// A rule that may speak up too, since the mutation truly brings about what it looks for.
  package struct Cause: Sendable {
    package let codes: [String]
    package let reason: String

    package init(_ codes: String..., because reason: String) {
      self.codes = codes
      self.reason = reason
    }
  }

  /// One place of one chart at which the mutation can be applied.
  package struct Site: Sendable {
    /// What is spoilt, by subject keys.
    package let name: String
    /// The subjects of a finding of the mutation's rule that must newly appear; empty where any will do.
    package let expected: [String]
    let spoil: @Sendable (Chart) -> Chart

    /// The chart with the defect.
    package func spoilt(_ chart: Chart) -> Chart { spoil(chart) }
  }

  /// Names the defect.
  package let name: String
  /// What is done to the chart.
  package let title: String
  /// The code of the rule that must find it.
  package let rule: String
  package let causes: [Cause]
  private let find: @Sendable (Ground) -> [Site]

  package init(
    _ name: String, finds rule: String, _ title: String, causes: [Cause] = [],
    sites find: @escaping @Sendable (Ground) -> [Site]
  ) {
    self.name = name
    self.title = title
    self.rule = rule
    self.causes = causes
    self.find = find
  }

  /// Everywhere in a chart where it can be applied and is a defect.
  package func sites(in ground: Ground) -> [Site] { find(ground) }

  /// Why the mutation may bring about findings of a rule, if it may.
  package func reason(for code: String) -> String? { causes.first { $0.codes.contains(code) }?.reason }
}

extension Mutation {
  /// All kinds, in the order of the rules that must find them.
  package static let all: [Mutation] =
    (accountability + letters + load + command + charges + oversight + results + independence + separation + chains
    + requirements + citations + outlines + duplication + time + data)
    .sorted { ($0.rule, $0.name) < ($1.rule, $1.name) }
}
