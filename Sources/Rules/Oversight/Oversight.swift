import RemitInspection

extension Rule {
  /// The rules of the OVS family, by code.
  static let oversight: [Rule] = [
    .unwatchedPost, .unwatchedDuty, .circularOversight, .toothlessAudit, .unwatchedWatcher, .unusedResult,
    .inspectionOverload, .duplicateInspection, .unfoundedInspection, .missingKind,
  ]
}
