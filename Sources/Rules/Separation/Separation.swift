import RemitInspection

extension Rule {
  /// The rules of the SOD family, by code.
  static let separation: [Rule] = [.conflictingDuties, .inheritedConflict, .tooFewHands]
}
