/// The columns of the tables of a chart.
enum TableColumn: Int, CaseIterable, Sendable {
  case id, name, level, parent, kind, jurisdiction, apex, organization, role, status, adopts
  case post, person, from, until, acting, title, domain, basis, joint, risk, duty, letter, term, lead
  case by, of, scope, instrument, planned, feeds, duties, regulation, clause, reason, approver, rule, subject, key
  case value, reportsTo, dottedTo, inChargeOf, perYear, atMost, staff
  // The English beside a Chinese text; only where the two differ.
  case nameEnglish, titleEnglish, termEnglish, instrumentEnglish, reasonEnglish, approverEnglish, valueEnglish

  /// The columns of ids, of which a chart has as many as rows.
  static let manyNames: [TableColumn] = [
    .id, .parent, .jurisdiction, .organization, .post, .person, .duty, .by, .of, .reportsTo, .inChargeOf, .feeds,
  ]

  /// The heading in files.
  var word: String {
    switch self {
    case .reportsTo: "reports_to"
    case .dottedTo: "dotted_to"
    case .inChargeOf: "in_charge_of"
    case .perYear: "per_year"
    case .atMost: "at_most"
    case .nameEnglish: "name_en"
    case .titleEnglish: "title_en"
    case .termEnglish: "term_en"
    case .instrumentEnglish: "instrument_en"
    case .reasonEnglish: "reason_en"
    case .approverEnglish: "approver_en"
    case .valueEnglish: "value_en"
    default: String(describing: self)
    }
  }
}
