import Glibc
import RemitInspection
import RemitModel
import RemitWorkbook

/// Why a matrix cannot be written as a workbook.
public struct MatrixError: Error, Sendable, Hashable {
  /// What cannot be written, and why.
  public let message: Localized
}

extension Matrix {
  /// A workbook with the matrix by duty and by post, the one that was asked for first, and with a list of the findings.
  ///
  /// Each open finding is a comment on the cells, the row or the column that it concerns. Read again as a chart, the
  /// sheets by duty count; the others only repeat them. O(duties × assignees).
  ///
  /// - Parameter findings: Those of the chart; nil where nobody looked for any.
  /// - Throws: Why the file cannot be written.
  public func workbook(_ findings: [Finding]?, _ language: Language) throws(MatrixError) -> [UInt8] {
    try MatrixWorkbook(self, findings, language).bytes()
  }
}

/// Puts the sheets of a matrix together.
struct MatrixWorkbook {
  private let matrix: Matrix
  private let plan: MatrixPlan
  private let findings: [Finding]?
  private let language: Language

  private var zh: Bool { language == .chinese }

  init(_ matrix: Matrix, _ findings: [Finding]?, _ language: Language) {
    self.matrix = matrix
    self.findings = findings
    self.language = language
    plan = MatrixPlan(matrix, language)
  }

  func bytes() throws(MatrixError) -> [UInt8] {
    var properties = WorkbookProperties()
    properties.title = MatrixWords.line(matrix.chart.title[language], limit: 200)
    properties.subject = zh ? "责任矩阵" : "responsibility matrix"
    do throws(WorkbookError) {
      return try WorkbookBytes.make(properties) { writer throws(WorkbookError) in try write(&writer) }
    } catch {
      throw MatrixError(message: Self.worded(error))
    }
  }

  private func write(_ writer: inout WorkbookWriter) throws(WorkbookError) {
    let sheets = (matrix.axis == .duty ? [Axis.duty, .post] : [.post, .duty]).flatMap(plan.sheets)
    var ids: [SheetID] = []
    for sheet in sheets {
      let id = try writer.addSheet(sheet.name)
      if sheet.axis == .post { try writer.setAside(id) }
      ids.append(id)
    }
    let targets = self.targets()
    let hasMarks = targets.contains { !$0.isEmpty }
    let geometries = sheets.map { MatrixGeometry(plan, $0, hasFindings: hasMarks) }
    guard let findings else {
      for (geometry, id) in zip(geometries, ids) { try fill(geometry, id, targets, nil, nil, &writer) }
      return
    }
    let listID = try writer.addSheet(zh ? "发现" : "Findings")
    try writer.setAside(listID)
    let notes = MatrixNotes(findings: findings, language: language, listName: writer.name(of: listID))
    let list = FindingsSheet(notes: notes, id: listID, title: properTitle)
    for (geometry, id) in zip(geometries, ids) {
      try fill(geometry, id, targets, notes, .init(sheet: listID, row: list.row), &writer)
    }
    try list.write(places: places(targets, geometries, ids), &writer)
  }

  private typealias Axis = Matrix.Axis

  private func fill(
    _ geometry: MatrixGeometry, _ id: SheetID, _ targets: [[MatrixMarks.Target]], _ notes: MatrixNotes?,
    _ list: MatrixSheetWriter.List?, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    try MatrixSheetWriter(
      geometry, on: id, caption: caption(geometry.sheet), targets: targets, notes: notes, list: list
    )
    .write(&writer)
  }

  /// What each finding concerns; nothing for those that may stand.
  private func targets() -> [[MatrixMarks.Target]] {
    let findings = findings ?? []
    return zip(findings, MatrixMarks(matrix, findings).targets).map { $0.state == .open ? $1 : [] }
  }

  /// The first cell that shows each finding, the sheets in order.
  private func places(
    _ targets: [[MatrixMarks.Target]], _ geometries: [MatrixGeometry], _ ids: [SheetID]
  ) -> [(sheet: SheetID, cell: CellPlace)?] {
    targets.map { targets in
      for (geometry, id) in zip(geometries, ids) {
        if let cell = targets.lazy.compactMap(geometry.place).first { return (id, cell) }
      }
      return nil
    }
  }

  private var properTitle: String { MatrixWords.line(matrix.chart.title[language], limit: 200) }

  /// The day, what the chart is held against, and how much there is of everything.
  private func caption(_ sheet: MatrixSheet) -> String {
    let chart = matrix.chart
    var parts = [MatrixWords.line(chart.key, limit: 80)]
    if let day = chart.asOf { parts.append(zh ? "截至 \(day)" : "as of \(day)") }
    if chart.origin == .chart, !chart.regulations.isEmpty {
      let titles = chart.regulations.map { MatrixWords.line($0.title[language], limit: 80) }
      parts.append((zh ? "对照 " : "against ") + titles.joined(separator: zh ? "、" : ", "))
    }
    let (duties, posts) =
      sheet.axis == .duty ? (sheet.rows.count, sheet.columns.count) : (sheet.columns.count, sheet.rows.count)
    parts.append(zh ? "职责 \(duties) 项，岗位 \(posts) 个" : "\(duties) duties, \(posts) posts")
    if let findings {
      let open = findings.filter { $0.state == .open }
      let counts = Severity.worstFirst.map { severity in (severity, open.count { $0.severity == severity }) }
      let words = counts.filter { $0.1 > 0 }.map { $0.0.count($0.1, language) }
      parts.append(
        words.isEmpty ? (zh ? "未发现问题" : "nothing found") : words.joined(separator: zh ? "，" : ", "))
    }
    return parts.joined(separator: " · ")
  }

  private static func worded(_ error: WorkbookError) -> Localized {
    switch error.fault {
    case .system(let code):
      let why = String(cString: strerror(code))
      return Localized(zh: "无法在临时文件夹里写工作簿：\(why)", en: "cannot write the workbook in the temporary folder: \(why)")
    case .unwritable(.outsideSheet):
      return Localized(
        zh: "矩阵超过工作表的 \(WorkbookLimits.rows) 行",
        en: "the matrix has more than the \(WorkbookLimits.rows) rows of a sheet")
    default:
      return Localized(zh: "无法写出工作簿：\(error.fault)", en: "cannot write the workbook: \(error.fault)")
    }
  }
}
