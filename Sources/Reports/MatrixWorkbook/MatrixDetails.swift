import RemitInspection
import RemitModel
import RemitWorkbook

/// The columns before the letters.
enum MatrixDetails {
  /// The words are those by which a matrix is read again.
  static func heading(_ detail: MatrixGeometry.Detail, _ axis: Matrix.Axis, _ language: Language) -> String {
    let text =
      switch detail {
      case .id: Localized(zh: "编号", en: "id")
      case .name: axis == .duty ? Localized(zh: "职责", en: "duty") : Localized(zh: "岗位", en: "post")
      case .domain: Localized(zh: "领域", en: "domain")
      case .basis: Localized(zh: "依据", en: "basis")
      case .place: Localized(zh: "行政区", en: "jurisdiction")
      case .organization: Localized(zh: "单位", en: "organization")
      case .findings: Localized(zh: "发现", en: "findings")
      }
    return text[language]
  }

  /// What stands in a row of a duty or an assignee, by its index in the matrix.
  static func text(_ detail: MatrixGeometry.Detail, of index: Int, _ axis: Matrix.Axis, _ plan: MatrixPlan) -> String {
    let matrix = plan.matrix
    let chart = matrix.chart
    let language = plan.language
    let entity = axis == .duty ? Entity.duty(matrix.duties[index]) : Entity(matrix.assignees[index])
    let text =
      switch detail {
      case .id: chart.key(of: entity)
      case .name: axis == .duty ? chart.name(of: entity)[language] : plan.labels[index]
      case .domain: chart.duties.domains[matrix.duties[index]].joined(separator: language == .chinese ? "、" : ", ")
      case .basis: matrix.basis(entity, language)
      case .place: chart.jurisdictions.name[plan.place(assignee: index)][language]
      case .organization: plan.organization(assignee: index).map { chart.organizations.name[$0][language] } ?? ""
      case .findings: ""
      }
    return MatrixWords.line(text)
  }

  /// How wide a column is for its texts; longer ones wrap.
  static func width(_ detail: MatrixGeometry.Detail, _ texts: some Sequence<String>) -> Double {
    switch detail {
    case .id: ColumnWidth.fitting(texts, between: 8, and: 22)
    case .name: ColumnWidth.fitting(texts, between: 18, and: 38)
    case .domain, .place: ColumnWidth.fitting(texts, between: 8, and: 16)
    case .basis: ColumnWidth.fitting(texts, between: 8, and: 20)
    case .organization: ColumnWidth.fitting(texts, between: 10, and: 24)
    case .findings: 6
    }
  }
}
