import RemitInspection

extension Rule {
  /// The rules of the OVS family, by code.
  static let oversight: [Rule] = [
    .unwatchedPost, .circularOversight, .toothlessAudit, .unwatchedWatcher, .inspectionOverload,
  ]
}
