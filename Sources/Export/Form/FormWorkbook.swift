import RemitModel
import RemitWorkbook

/// Writes a blank chart as a workbook that people fill in.
///
/// First how to fill it in; then a sheet for each table, with headings that stay in sight and cannot be written over,
/// drop-down lists, notes with the clause, and room for more rows; then what the regulation asks, clause by clause. The
/// words of lists are on a hidden sheet. Readers of charts pass over the sheets that are no tables.
struct FormWorkbook {
  let blank: BlankChart
  let words: FormWords
  let rows: FormRows

  var language: Language { blank.language }

  init(_ blank: BlankChart) {
    self.blank = blank
    words = FormWords(blank)
    rows = FormRows(blank, words)
  }

  /// The workbook's only file.
  func files() throws(ExportError) -> [ChartFile] {
    _ = try ChartTables.faithful(blank.chart)
    var properties = WorkbookProperties()
    properties.title = blank.chart.title.first
    do throws(WorkbookError) {
      let bytes = try WorkbookBytes.make(properties) { writer throws(WorkbookError) in try write(&writer) }
      return [ChartFile(name: nil, bytes: bytes)]
    } catch {
      throw WorkbookTables.worded(error)
    }
  }

  /// The sheets of a form while it is written.
  struct Sheets {
    var guide: SheetID
    var tables: [String: SheetID]
    var requirements: SheetID
    var lists: SheetID
  }

  private func write(_ writer: inout WorkbookWriter) throws(WorkbookError) {
    let guide = try writer.addSheet(text("填表说明", "How to"), tab: CellColour(0x7F7F7F))
    var tables: [String: SheetID] = [:]
    for form in FormTable.all {
      tables[form.name] = try writer.addSheet(form.sheet[language], tab: tab(of: form))
    }
    let requirements = try writer.addSheet(text("法规要求", "Requirements"), tab: CellColour(0x7F7F7F))
    let lists = try writer.addSheet(text("选项", "Lists"), visibility: .hidden)
    let sheets = Sheets(guide: guide, tables: tables, requirements: requirements, lists: lists)
    let ranges = try writeLists(sheets, &writer)
    try writeGuide(sheets, &writer)
    for form in FormTable.all { try write(form, sheets, ranges, &writer) }
    try writeRequirements(sheets, &writer)
  }

  /// Sheets in which something is always left to do stand out.
  private func tab(of form: FormTable) -> CellColour? {
    switch form.name {
    case "holders": CellColour(0xFFC000)
    case "organizations", "posts", "assignments": CellColour(0x5B9BD5)
    default: nil
    }
  }

  func text(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  /// A4 lying down, with the place above and the page's number below.
  func printing(_ form: String? = nil) -> PrintSetup {
    var printing = PrintSetup()
    var title = PrintSetup.literal(blank.chart.title.first)
    // A header has room for 255 units.
    if title.utf16.count > 200 { title = PrintSetup.literal(String(blank.chart.title.first.unicodeScalars.prefix(50))) }
    printing.header = "&L" + title + "&R&A"
    printing.footer = text("&C第 &P 页，共 &N 页", "&CPage &P of &N")
    if form != nil { printing.repeatedRows = 1...1 }
    return printing
  }
}
