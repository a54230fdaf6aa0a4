@testable import RemitWorkbook

/// A workbook in which everything that the writer knows is used once.
enum Showcase {
  static func write(to path: String) throws {
    var properties = WorkbookProperties()
    properties.title = "示例县责任矩阵"
    properties.author = "示例县"
    properties.created = WorkbookDay(year: 2026, month: 6, day: 30)
    var writer = try WorkbookWriter(path: path, properties: properties)
    let form = try writer.addSheet("岗位", tab: CellColour(0x4472C4))
    let lists = try writer.addSheet("选项", visibility: .veryHidden)
    try writeRows(&writer, form)
    try writeLists(&writer, form, lists)
    try layOut(&writer, form)
    try writer.close()
  }

  static let head = CellStyle().with {
    $0.isBold = true
    $0.fill = CellColour(0xD9E1F2)
    $0.border = .init(.thin, CellColour(0x808080))
    $0.horizontal = .center
    $0.vertical = .center
    $0.wraps = true
  }

  static let entry = CellStyle().with {
    $0.border = .init(.hair)
    $0.isUnlocked = true
    $0.wraps = true
    $0.vertical = .top
  }

  private static func writeRows(_ writer: inout WorkbookWriter, _ sheet: SheetID) throws {
    let title = CellStyle().with {
      $0.fontSize = 16
      $0.fontName = "Noto Sans CJK SC"
      $0.fontColour = CellColour(0x1F3864)
    }
    let banner = CellRange(CellPlace(row: 1, column: 1), CellPlace(row: 1, column: 6))
    try writer.merge(banner, .text("示例县岗位表"), on: sheet, title)
    let headings = ["岗位", "责任", "负责人数", "任职日期", "在任", "备注"]
    for (index, text) in headings.enumerated() {
      try writer.write(.text(text), at: CellPlace(row: 2, column: index + 1), on: sheet, head)
    }
    let patterns: [CellStyle.Pattern] = [.solid, .dots, .stripes, .grid]
    for row in 3...10 {
      let letter = ["A", "R", "S", "C", "I"][row % 5]
      let filled = entry.with {
        $0.fill = CellColour(0xFFC7CE)
        $0.pattern = patterns[row % 4]
      }
      try writer.write(.text("第\(row)岗位"), at: CellPlace(row: row, column: 1), on: sheet, entry)
      try writer.write(.text(letter), at: CellPlace(row: row, column: 2), on: sheet, filled)
      try writer.write(.number(Double(row) * 1.5), at: CellPlace(row: row, column: 3), on: sheet, entry)
      let day = WorkbookDay(year: 2026, month: row, day: 28)
      try writer.write(.day(day), at: CellPlace(row: row, column: 4), on: sheet, entry)
      try writer.write(.flag(row % 2 == 0), at: CellPlace(row: row, column: 5), on: sheet, entry)
      try writer.write(.text("=SUM(\(row),1)"), at: CellPlace(row: row, column: 6), on: sheet, entry)
    }
    let upright = CellStyle().with {
      $0.rotation = .stacked
      $0.isItalic = true
    }
    try writer.write(.text("竖排"), at: CellPlace(row: 11, column: 1), on: sheet, upright)
    let oblique = CellStyle().with { $0.rotation = .degrees(45) }
    try writer.write(.text("斜"), at: CellPlace(row: 11, column: 2), on: sheet, oblique)
    try writer.write(.blank, at: CellPlace(row: 11, column: 3), on: sheet, entry)
    try writer.comment("依据：第七条第(一)项\n请填写全称。", by: "示例县", at: CellPlace(row: 2, column: 1), on: sheet)
  }

  private static func writeLists(_ writer: inout WorkbookWriter, _ form: SheetID, _ lists: SheetID) throws {
    let names = (1...40).map { "名单中的第\($0)个单位，较长" }
    for (index, name) in names.enumerated() {
      try writer.write(.text(name), at: CellPlace(row: index + 1, column: 1), on: lists)
    }
    let range = CellRange(CellPlace(row: 1, column: 1), CellPlace(row: names.count, column: 1))
    try writer.define("单位名单", range, on: lists)
    var letters = InputRule(.list(["A", "R", "S", "C", "I"]))
    letters.prompt = .init(title: "责任字母", text: "A 负总责，R 直接责任，S 协助，C 会商，I 知会")
    letters.alert = .init(title: "不是责任字母", text: "请选 A、R、S、C、I 之一")
    try writer.restrict(CellRange(CellPlace(row: 3, column: 2), CellPlace(row: 10, column: 2)), letters, on: form)
    var units = InputRule(.listed(range, on: lists))
    units.severity = .warning
    units.alert = .init(title: "名单外", text: "确定？")
    try writer.restrict(CellRange(CellPlace(row: 3, column: 6), CellPlace(row: 10, column: 6)), units, on: form)
    var count = InputRule(.wholeNumber(0...99))
    count.allowsBlank = false
    try writer.restrict(CellRange(CellPlace(row: 3, column: 3), CellPlace(row: 10, column: 3)), count, on: form)
    let unique = InputRule(.formula("COUNTIF($A$3:$A$10,A3)=1"))
    try writer.restrict(CellRange(CellPlace(row: 3, column: 1), CellPlace(row: 10, column: 1)), unique, on: form)
    let looks: [(CellCondition, UInt32)] = [
      (.isText("A"), 0xF4B084), (.isNumber(7.5), 0xA9D08E), (.isOver(12), 0xFFD966), (.isUnder(5), 0x9BC2E6),
      (.isBlank, 0xEDEDED), (.formula("$E3"), 0xC6E0B4),
    ]
    let all = CellRange(CellPlace(row: 3, column: 1), CellPlace(row: 10, column: 5))
    for (condition, colour) in looks {
      let style = CellStyle().with {
        $0.fill = CellColour(colour)
        $0.isBold = true
      }
      try writer.highlight(all, where: condition, style, on: form)
    }
  }

  private static func layOut(_ writer: inout WorkbookWriter, _ sheet: SheetID) throws {
    try writer.setColumns(1...1, width: ColumnWidth.fitting(["名单中的第10个单位"]), on: sheet)
    try writer.setColumns(4...4, width: 12, on: sheet)
    try writer.setColumns(6...6, width: 20, on: sheet)
    try writer.setColumns(7...8, width: 5, on: sheet, isHidden: true)
    try writer.setRow(1, height: 30, on: sheet)
    try writer.setRow(12, height: 15, on: sheet, isHidden: true)
    try writer.freeze(rows: 2, columns: 1, on: sheet)
    try writer.filter(CellRange(CellPlace(row: 2, column: 1), CellPlace(row: 10, column: 6)), on: sheet)
    writer.protect(sheet, allowing: [.formatColumns, .formatRows, .sort, .filter])
    var print = PrintSetup()
    print.header = "&C" + PrintSetup.literal("示例县 R&D")
    print.footer = "&L&A&R第 &P 页，共 &N 页"
    print.repeatedRows = 2...2
    print.repeatedColumns = 1...1
    print.area = CellRange(CellPlace(row: 1, column: 1), CellPlace(row: 11, column: 6))
    print.centersHorizontally = true
    try writer.setPrinting(print, on: sheet)
  }
}
