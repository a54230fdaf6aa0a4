import RemitInspection

extension Rule {
  /// The rules of the DAT family, by code.
  static let data: [Rule] = [.nearSameID, .sameName, .unusedIgnore]
}
