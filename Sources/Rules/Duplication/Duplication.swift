import RemitInspection

extension Rule {
  /// The rules of the DUP family, by code.
  static let duplication: [Rule] = [.duplicateDuty, .overlappingDuty, .fragmentedDomain]
}
