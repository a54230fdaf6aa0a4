import RemitInspection

/// All rules of the program.
public enum Catalogue {
  /// Every rule, sorted by code.
  public static let rules: [Rule] =
    (Rule.accountability + Rule.load + Rule.structure + Rule.oversight + Rule.independence + Rule.separation
    + Rule.chain + Rule.regulation + Rule.duplication + Rule.time + Rule.data).sorted { $0.code < $1.code }

  /// The rule with a code or name, whatever the case.
  public static func rule(_ word: String) -> Rule? {
    let word = word.lowercased()
    return rules.first { $0.code.lowercased() == word || $0.name == word }
  }
}
