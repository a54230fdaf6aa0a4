import RemitInspection

extension Rule {
  /// The rules of the ACC family, by code.
  static let accountability: [Rule] = [.unaccountedDuty]
}
