import RemitInspection
import RemitModel

/// One sheet of a matrix's workbook. Rows and columns are indices of the matrix's duties and assignees.
struct MatrixSheet {
  let axis: Matrix.Axis
  /// What it shall be called.
  var name: String
  /// The place whose rows it has, where each place has a sheet of its own.
  var place: ID<Jurisdiction>?
  var rows: [Int]
  var columns: [Int]

  /// The duty and the assignee of a cell, by positions in `rows` and `columns`.
  func ends(_ row: Int, _ column: Int) -> (duty: Int, assignee: Int) {
    axis == .duty ? (rows[row], columns[column]) : (columns[column], rows[row])
  }
}

/// How a matrix is laid out on sheets: what stands on each, in which order, and under which names.
///
/// A matrix that is wide and of several places gets a sheet for each place, with the columns that have a letter there.
/// What is still too wide goes on on further sheets.
struct MatrixPlan {
  /// A sheet of more columns is cut up by places.
  private static let wide = 60
  /// No sheet has more columns.
  private static let widest = 1000
  /// More places than these are not worth a sheet each.
  private static let mostPlaces = 60

  let matrix: Matrix
  let language: Language
  /// The places of the assignees differ, and so do those of the duties.
  let hasPlaces: Bool
  /// The heading of each assignee; with its id where another one of the same organization has its name.
  let labels: [String]

  private let duties: [Int]
  private let assignees: [Int]

  init(_ matrix: Matrix, _ language: Language) {
    self.matrix = matrix
    self.language = language
    let chart = matrix.chart
    let places = Set(
      matrix.assignees.map { chart.jurisdiction(of: $0) } + matrix.duties.map { chart.duties.jurisdiction[$0] })
    hasPlaces = places.count > 1
    duties = matrix.duties.indices.sorted {
      (chart.duties.jurisdiction[matrix.duties[$0]], $0) < (chart.duties.jurisdiction[matrix.duties[$1]], $1)
    }
    assignees = matrix.assignees.indices.sorted { a, b in
      let (x, y) = (matrix.assignees[a], matrix.assignees[b])
      let (p, q) = (chart.jurisdiction(of: x), chart.jurisdiction(of: y))
      if p != q { return p < q }
      let (o, r) = (chart.organization(of: x)?.index ?? 0, chart.organization(of: y)?.index ?? 0)
      return (o, a) < (r, b)
    }
    labels = Self.labels(matrix, language)
  }

  private static func labels(_ matrix: Matrix, _ language: Language) -> [String] {
    let chart = matrix.chart
    func full(_ node: Node) -> [String] {
      let organization = chart.organization(of: node)
      return [
        chart.jurisdictions.name[chart.jurisdiction(of: node)][language],
        organization.map { chart.organizations.name[$0][language] } ?? "",
        chart.name(of: Entity(node))[language].lowercased(),
      ]
    }
    var counts: [[String]: Int] = [:]
    for node in matrix.assignees { counts[full(node), default: 0] += 1 }
    return matrix.assignees.map { node in
      let name = MatrixWords.line(chart.name(of: Entity(node))[language])
      guard counts[full(node), default: 0] > 1 else { return name }
      return name + " (" + MatrixWords.line(chart.key(of: Entity(node))) + ")"
    }
  }

  // MARK: Of duties and assignees

  func place(duty: Int) -> ID<Jurisdiction> { matrix.chart.duties.jurisdiction[matrix.duties[duty]] }

  func place(assignee: Int) -> ID<Jurisdiction> { matrix.chart.jurisdiction(of: matrix.assignees[assignee]) }

  func place(column: Int, of sheet: MatrixSheet) -> ID<Jurisdiction> {
    sheet.axis == .duty ? place(assignee: column) : place(duty: column)
  }

  func organization(assignee: Int) -> ID<Organization>? { matrix.chart.organization(of: matrix.assignees[assignee]) }

  func domain(duty: Int) -> String { matrix.chart.duties.domains[matrix.duties[duty]].first ?? "" }

  // MARK: Sheets

  /// The sheets with these rows, in order; one at least. O(cells).
  func sheets(_ axis: Matrix.Axis) -> [MatrixSheet] {
    let zh = language == .chinese
    let whole = MatrixSheet(
      axis: axis, name: axis == .duty ? (zh ? "按职责" : "By duty") : (zh ? "按岗位" : "By post"), place: nil,
      rows: axis == .duty ? duties : assignees, columns: axis == .duty ? assignees : byDomain())
    return byPlace(whole).flatMap(inParts)
  }

  /// Duties with those of a domain together, domains in the order in which they first occur in a place.
  private func byDomain() -> [Int] {
    var order: [String: Int] = [:]
    for duty in duties where order[domain(duty: duty)] == nil { order[domain(duty: duty)] = order.count }
    return duties.sorted { a, b in
      (place(duty: a), order[domain(duty: a)] ?? 0, a) < (place(duty: b), order[domain(duty: b)] ?? 0, b)
    }
  }

  private func byPlace(_ whole: MatrixSheet) -> [MatrixSheet] {
    func place(row: Int) -> ID<Jurisdiction> {
      whole.axis == .duty ? self.place(duty: row) : self.place(assignee: row)
    }
    let places = Set(whole.rows.map(place)).sorted()
    guard whole.columns.count > Self.wide, (2...Self.mostPlaces).contains(places.count) else { return [whole] }
    let lettered = Set(matrix.duties.indices.filter { !matrix.assignees(on: $0).isEmpty })
    return places.map { own in
      var sheet = whole
      sheet.place = own
      sheet.name += " " + MatrixWords.line(matrix.chart.jurisdictions.name[own][language]).replacing("!", with: "！")
      sheet.rows = whole.rows.filter { place(row: $0) == own }
      let used = columns(of: sheet)
      sheet.columns = whole.columns.filter { column in
        // A duty that nobody has stands with its own place.
        used.contains(column)
          || whole.axis == .post && !lettered.contains(column) && self.place(duty: column) == own
      }
      return sheet
    }
  }

  /// The columns with a letter in a sheet's rows.
  private func columns(of sheet: MatrixSheet) -> Set<Int> {
    if sheet.axis == .duty { return Set(sheet.rows.flatMap(matrix.assignees(on:))) }
    let rows = Set(sheet.rows)
    return Set(matrix.duties.indices.filter { matrix.assignees(on: $0).contains(where: rows.contains) })
  }

  /// Cuts a sheet that is too wide; each part keeps the rows with a letter in it, the first those without any too.
  private func inParts(_ sheet: MatrixSheet) -> [MatrixSheet] {
    guard sheet.columns.count > Self.widest else { return [sheet] }
    return stride(from: 0, to: sheet.columns.count, by: Self.widest).map { start in
      var part = sheet
      part.columns = Array(sheet.columns[start..<min(start + Self.widest, sheet.columns.count)])
      part.rows = sheet.rows.indices.filter { row in
        part.columns.indices.contains { isFilled(part, sheet.rows[row], $0) }
          || start == 0 && !sheet.columns.contains { isFilled(sheet.axis, sheet.rows[row], $0) }
      }.map { sheet.rows[$0] }
      return part
    }
  }

  private func isFilled(_ part: MatrixSheet, _ row: Int, _ column: Int) -> Bool {
    isFilled(part.axis, row, part.columns[column])
  }

  private func isFilled(_ axis: Matrix.Axis, _ row: Int, _ column: Int) -> Bool {
    !(axis == .duty ? matrix.cell(duty: row, assignee: column) : matrix.cell(duty: column, assignee: row)).letters
      .isEmpty
  }
}
