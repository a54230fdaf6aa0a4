import Foundation
import RemitSource
import Testing

@testable import RemitWorkbook

/// Valid workbooks that are broken in seeded ways: whatever comes of it, nothing crashes, hangs or takes much memory.
@Suite("Mutations of workbooks")
struct WorkbookMutationTests {
  /// Bounds that a mutation can reach in a moment.
  static let limits: WorkbookLimits = {
    var limits = WorkbookLimits()
    limits.partBytes = 4 << 20
    limits.sheetBytes = 16 << 20
    return limits
  }()

  /// The workbooks that are broken, as parts and as files.
  static let bases: [(parts: [(name: String, bytes: [UInt8])], file: [UInt8])] = {
    let folder = Folder()
    let annotator = WorkbookAnnotator(author: "示例")
    let mark = CellMark(sheet: "岗位", place: CellPlace(row: 5, column: 2), level: .error, text: "错")
    let rows = """
      <row r="1" spans="1:3"><c r="A1" t="s" s="1"><v>0</v></c><c t="inlineStr"><is><r><t>二</t></r></is></c>\
      <c s="1"><v>46203</v></c></row><row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1</f></c></row>\
      <row r="7" hidden="1"><c r="XFD7" t="d"><v>2026-06-30</v></c></row>
      """
    let sheet = Fixture.sheet(
      rows, before: "<dimension ref=\"A1:XFD7\"/><cols><col min=\"1\" max=\"3\" style=\"1\"/></cols>",
      after: "<mergeCells count=\"1\"><mergeCell ref=\"A3:B4\"/></mergeCells><extLst/>")
    let hand = Fixture(
      sheets: [("岗位", sheet), ("乙", sheet)], strings: "<si><t>一_x000D_</t></si>", styles: CellTextTests.styles)
    do {
      try Showcase.write(to: folder.file("0.xlsx"))
      let added = AddedSheet(name: "问题", columns: ["甲"], rows: [["乙"]])
      _ = try annotator.annotate(folder.file("0.xlsx"), marks: [mark], adding: added, to: folder.file("1.xlsx"))
      try hand.write(to: folder.file("2.xlsx"))
      return try (0..<3).map { number in
        let path = folder.file("\(number).xlsx")
        let parts = try Parts.bytes(of: path).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return (parts, Array(FileManager.default.contents(atPath: path) ?? Data()))
      }
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: 0..<35)
  func nothingBreaks(block: Int) throws {
    let folder = Folder()
    for seed in block * 100..<block * 100 + 100 {
      var random = SplitMix64(state: UInt64(seed))
      let bytes = Mutation.apply(to: Self.bases[seed % Self.bases.count], using: &random)
      try Data(bytes).write(to: URL(fileURLWithPath: folder.file()))
      let before = read(folder.file())
      let marks = (1...4).map { number in
        CellMark(
          sheet: "岗位", place: CellPlace(row: number * 2, column: Int.random(in: 1...9, using: &random)),
          level: .warning,
          text: "第\(number)条")
      }
      let added = seed % 2 == 0 ? AddedSheet(name: "结果", columns: ["甲"], rows: [["乙"]]) : nil
      let isDone = isWorkbook {
        _ = try WorkbookAnnotator(author: "示例", limits: Self.limits)
          .annotate(folder.file(), marks: marks, adding: added, to: folder.file("out.xlsx"))
      }
      guard isDone else { continue }
      let after = read(folder.file("out.xlsx"))
      // What could be read before can be read afterwards, and says the same.
      for (name, rows) in before { #expect(after[name] == rows, "\(seed) \(name)") }
    }
    #expect(folder.names.allSatisfy { $0 == "book.xlsx" || $0 == "out.xlsx" })
  }

  /// Whether something ends without a fault of a workbook; other errors are our own.
  private func isWorkbook(_ work: () throws -> Void) -> Bool {
    do {
      try work()
      return true
    } catch {
      #expect(error is WorkbookError)
      return false
    }
  }

  /// The texts of those sheets that can be read, by name.
  private func read(_ path: String) -> [String: [Int: [String]]] {
    var result: [String: [Int: [String]]] = [:]
    _ = isWorkbook {
      var reader = try WorkbookReader(path: path, limits: Self.limits)
      for (index, sheet) in reader.sheets.enumerated() {
        var rows: [Int: [String]] = [:]
        let isRead = isWorkbook {
          _ = try reader.forEachRow(of: index) { row in
            rows[row.number] = (0..<min(row.count, 50)).map { row.text($0) }
            return .next
          }
        }
        if isRead { result[sheet.name] = rows }
      }
    }
    return result
  }
}

/// A way to break a workbook.
enum Mutation {
  static func apply(
    to base: (parts: [(name: String, bytes: [UInt8])], file: [UInt8]), using random: inout SplitMix64
  ) -> [UInt8] {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      var file = base.file
      for _ in 0..<Int.random(in: 1...6, using: &random) { flip(&file, using: &random) }
      return file
    case 1: return Array(base.file.prefix(Int.random(in: 0..<base.file.count, using: &random)))
    default:
      var zip = RawZip(entries: base.parts)
      for _ in 0..<Int.random(in: 1...3, using: &random) { breakPart(&zip, using: &random) }
      return zip.bytes
    }
  }

  private static func flip(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    guard let index = bytes.indices.randomElement(using: &random) else { return }
    bytes[index] = Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : bytes[index] ^ 1
  }

  private static func breakPart(_ zip: inout RawZip, using random: inout SplitMix64) {
    guard let index = zip.entries.indices.randomElement(using: &random) else { return }
    let other = Int.random(in: 0..<zip.entries.count, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      let bytes = zip.entries[index].bytes
      zip.entries[index].bytes = zip.entries[other].bytes
      zip.entries[other].bytes = bytes
    case 1: zip.entries.remove(at: index)
    case 2: zip.entries.append(zip.entries[index])
    case 3: flip(&zip.entries[index].bytes, using: &random)
    default: edit(&zip.entries[index].bytes, using: &random)
    }
  }

  private static let pieces = [
    "", "\"", "<", ">", "/>", "<c r=\"B2\"><v>1</v></c>", "<row/>", "<row r=\"5\">", "</row>", "<t>x</t>", "<!--x-->",
    "<![CDATA[x]]>", "&#x41;", "&amp;", "&x;", " s=\"999999999\"", " r=\"ZZZ9\"", "<is>", "</sheetData>",
    "<sheetData/>",
    "<mergeCell ref=\"A1:XFD1048576\"/>", " xmlns=\"urn:x\"", "<fills/>", "<text><t>y</t></text>", "\u{FEFF}", "<?x?>",
    "<!DOCTYPE x>", " xml:space=\"preserve\"", "4294967296", "-1", "../", "%00",
  ]

  /// Puts something in the place of a few bytes, of a number or of an attribute's value, or repeats a stretch.
  private static func edit(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    guard let start = bytes.indices.randomElement(using: &random) else { return }
    let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.replaceSubrange(start..<min(bytes.count, start + Int.random(in: 0...20, using: &random)), with: piece)
    case 1:
      guard let quote = bytes[start...].firstIndex(of: 34), let end = bytes[(quote + 1)...].firstIndex(of: 34) else {
        return
      }
      bytes.replaceSubrange(quote + 1..<end, with: piece)
    case 2:
      guard let digit = bytes[start...].firstIndex(where: { (48...57).contains($0) }) else { return }
      bytes[digit] = UInt8.random(in: 48...57, using: &random)
    default:
      // Whole elements, so that the result is still well formed.
      guard let open = bytes[start...].firstIndex(of: 60), let close = bytes[open...].firstIndex(of: 62) else { return }
      let end = min(bytes.count, close + 1)
      if Bool.random(using: &random) {
        bytes.insert(contentsOf: bytes[open..<end], at: end)
      } else {
        bytes.removeSubrange(open..<end)
      }
    }
  }
}
