import RemitInspection

extension Rule {
  /// The rules of the IND family, by code.
  static let independence: [Rule] = [
    .selfOversight, .subordinateAuditsSuperior, .selfReview, .coolingOff, .captiveAudit, .auditorInTheLine,
  ]
}
