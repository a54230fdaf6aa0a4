import RemitInspection

extension Rule {
  /// The rules of the CHN family, by code.
  static let chain: [Rule] = [.brokenChain, .delegationCycle, .levelHole, .strayDepartment]
}
