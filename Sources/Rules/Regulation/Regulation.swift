import RemitInspection

extension Rule {
  /// The rules of the REG family, by code.
  static let regulation: [Rule] = [
    .missingRole, .missingDuty, .weakerLetter, .missingLink, .misplacedDuty, .unfoundedDuty, .unknownClause,
    .ambiguousClause, .unreadClause, .staleWaiver,
  ]
}
