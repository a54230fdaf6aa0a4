import RemitModel
import RemitWorkbook

/// Where everything of one sheet stands. Rows and columns are the workbook's, from 1.
struct MatrixGeometry {
  /// A column before the letters.
  enum Detail {
    case id, name, domain, basis, place, organization, findings
  }

  /// Neighbouring columns of letters with one text over them, by positions.
  struct Run {
    var positions: Range<Int>
    /// Any of its columns, as an index of the matrix.
    var sample: Int
  }

  let plan: MatrixPlan
  let sheet: MatrixSheet
  let details: [Detail]
  /// The places over the columns, where there are several.
  let places: [Run]
  /// The organizations over posts, or the domains over duties; none where no duty has a domain.
  let groups: [Run]

  static let titleRow = 1
  static let captionRow = 2
  static let legendRow = 3
  /// The first row that is printed on every page.
  static let headRow = 4

  private let rowOf: [Int: Int]
  private let columnOf: [Int: Int]

  init(_ plan: MatrixPlan, _ sheet: MatrixSheet, hasFindings: Bool) {
    self.plan = plan
    self.sheet = sheet
    let chart = plan.matrix.chart
    let duties = plan.matrix.duties
    let tail: [Detail] = hasFindings ? [.findings] : []
    if sheet.axis == .duty {
      details =
        [.id, .name] + (duties.contains { !chart.duties.domains[$0].isEmpty } ? [.domain] : [])
        + (duties.contains { !chart.duties.basis[$0].isEmpty } ? [.basis] : []) + tail
    } else {
      details = [.id, .name] + (plan.hasPlaces ? [.place] : []) + [.organization] + tail
    }
    places = plan.hasPlaces ? Self.runs(sheet.columns) { plan.place(column: $0, of: sheet) } : []
    if sheet.axis == .duty {
      groups = Self.runs(sheet.columns) { plan.organization(assignee: $0) }
    } else if details.isEmpty || !duties.contains(where: { !chart.duties.domains[$0].isEmpty }) {
      groups = []
    } else {
      groups = Self.runs(sheet.columns) { [String(plan.place(duty: $0).index), plan.domain(duty: $0)] }
    }
    rowOf = Dictionary(uniqueKeysWithValues: zip(sheet.rows, sheet.rows.indices))
    columnOf = Dictionary(uniqueKeysWithValues: zip(sheet.columns, sheet.columns.indices))
  }

  private static func runs(_ columns: [Int], by key: (Int) -> some Equatable) -> [Run] {
    var runs: [Run] = []
    for (position, column) in columns.enumerated() {
      if let last = runs.last, key(last.sample) == key(column) {
        runs[runs.count - 1].positions = last.positions.lowerBound..<position + 1
      } else {
        runs.append(Run(positions: position..<position + 1, sample: column))
      }
    }
    return runs
  }

  var placeRow: Int? { places.isEmpty ? nil : Self.headRow }
  var groupRow: Int? { groups.isEmpty ? nil : Self.headRow + (places.isEmpty ? 0 : 1) }
  var nameRow: Int { Self.headRow + (places.isEmpty ? 0 : 1) + (groups.isEmpty ? 0 : 1) }

  /// The row of a position of `rows`.
  func row(_ position: Int) -> Int { nameRow + 1 + position }

  /// The column of a position of `columns`.
  func column(_ position: Int) -> Int { details.count + 1 + position }

  var lastRow: Int { max(nameRow, row(sheet.rows.count - 1)) }
  var lastColumn: Int { max(details.count, column(sheet.columns.count - 1)) }

  func column(_ detail: Detail) -> Int? { details.firstIndex { $0 == detail }.map { $0 + 1 } }

  // MARK: Targets

  /// The cell that shows what a finding concerns, if the sheet has it.
  func place(of target: MatrixMarks.Target) -> CellPlace? {
    switch target {
    case .cell(let duty, let assignee):
      let (row, column) = sheet.axis == .duty ? (duty, assignee) : (assignee, duty)
      guard let row = rowOf[row], let column = columnOf[column] else { return nil }
      return CellPlace(row: self.row(row), column: self.column(column))
    case .duty(let duty): return heading(duty, isRow: sheet.axis == .duty)
    case .assignee(let assignee): return heading(assignee, isRow: sheet.axis == .post)
    case .organization(let organization): return place(of: organization)
    case .jurisdiction(let jurisdiction):
      let run = places.first { plan.place(column: $0.sample, of: sheet) == jurisdiction }
      if let run { return CellPlace(row: Self.headRow, column: column(run.positions.lowerBound)) }
      let isOwn = sheet.place.map { $0 == jurisdiction } ?? !plan.hasPlaces
      return isOwn ? CellPlace(row: Self.titleRow, column: 1) : nil
    }
  }

  private func heading(_ index: Int, isRow: Bool) -> CellPlace? {
    if isRow { return rowOf[index].map { CellPlace(row: row($0), column: 2) } }
    return columnOf[index].map { CellPlace(row: nameRow, column: column($0)) }
  }

  /// The organization over its posts, else beside the first of them.
  private func place(of organization: ID<Organization>) -> CellPlace? {
    if sheet.axis == .duty {
      guard let row = groupRow,
        let run = groups.first(where: { plan.organization(assignee: $0.sample) == organization })
      else { return nil }
      return CellPlace(row: row, column: column(run.positions.lowerBound))
    }
    guard let position = sheet.rows.firstIndex(where: { plan.organization(assignee: $0) == organization }),
      let column = column(.organization)
    else { return nil }
    return CellPlace(row: row(position), column: column)
  }
}
