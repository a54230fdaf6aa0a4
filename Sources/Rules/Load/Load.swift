import RemitInspection

extension Rule {
  /// The rules of the LOD family, by code.
  static let load: [Rule] = [
    .overloadedAccountability, .overloadedPerformance, .noEmptyCell, .idlePost, .wideSpan, .loneReport, .deepCommand,
  ]
}
