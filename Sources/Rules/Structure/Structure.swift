import RemitInspection

extension Rule {
  /// The rules of the STR family, by code.
  static let structure: [Rule] = [
    .commandCycle, .headlessOrganization, .rivalHeads, .reportToAbolished, .twoSuperiors, .levelSkip, .detachedPost,
    .gatekeeper, .departmentWithoutDeputy, .departmentUnderTwoDeputies,
  ]
}
