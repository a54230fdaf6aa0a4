import RemitInspection

extension Rule {
  /// The rules of the STR family, by code.
  static let structure: [Rule] = [
    .commandCycle, .rivalHeads, .reportToAbolished, .twoSuperiors, .detachedPost, .departmentWithoutDeputy,
    .departmentUnderTwoDeputies,
  ]
}
