import CWorkbook
import Foundation

@testable import RemitWorkbook

/// A workbook of hand-written parts.
struct Fixture {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Names and contents, in the order of the container.
  var parts: [(name: String, bytes: [UInt8])] = []

  subscript(name: String) -> String? {
    get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } }
    set {
      parts.removeAll { $0.name == name }
      if let newValue { parts.append((name, Array(newValue.utf8))) }
    }
  }

  /// A workbook with these sheets' XML and, where they are given, shared strings' items and styles' contents.
  init(
    sheets: [(name: String, xml: String)], strings: String? = nil, styles: String? = nil, workbook: String = "",
    sheetAttributes: String = ""
  ) {
    self["[Content_Types].xml"] = """
      <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """
    self["_rels/.rels"] = Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    var list = ""
    var relations = [("rId900", "sharedStrings", "sharedStrings.xml"), ("rId901", "styles", "styles.xml")]
    if strings == nil { relations.removeFirst() }
    if styles == nil { relations.removeLast() }
    for (index, sheet) in sheets.enumerated() {
      list += #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" \#(sheetAttributes) r:id="rId\#(index + 1)"/>"#
      relations.append(("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml"))
      self["xl/worksheets/sheet\(index + 1).xml"] = sheet.xml
    }
    self["xl/workbook.xml"] =
      #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.links)">\#(workbook)<sheets>\#(list)</sheets></workbook>"#
    self["xl/_rels/workbook.xml.rels"] = Self.relationships(relations)
    if let strings { self["xl/sharedStrings.xml"] = #"<sst xmlns="\#(Self.main)">\#(strings)</sst>"# }
    if let styles { self["xl/styles.xml"] = #"<styleSheet xmlns="\#(Self.main)">\#(styles)</styleSheet>"# }
  }

  /// A workbook of one sheet with these rows.
  init(rows: String, strings: String? = nil, styles: String? = nil, workbook: String = "") {
    self.init(
      sheets: [("甲", Self.sheet(rows))], strings: strings, styles: styles, workbook: workbook)
  }

  /// A sheet's XML.
  static func sheet(_ rows: String, before: String = "", after: String = "") -> String {
    #"<worksheet xmlns="\#(main)" xmlns:r="\#(links)">\#(before)<sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#
  }

  static func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
    let items = all.map { #"<Relationship Id="\#($0.id)" Type="\#(links)/\#($0.kind)" Target="\#($0.target)"/>"# }
    return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + items.joined() + "</Relationships>"
  }

  /// Packs the parts.
  ///
  /// - Parameter password: encrypts all entries where it is given.
  func write(to path: String, password: String? = nil) throws {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failure.zip(code) }
    for part in parts {
      guard let memory = malloc(max(1, part.bytes.count)) else { throw Failure.zip(0) }
      _ = part.bytes.withUnsafeBytes { memcpy(memory, $0.baseAddress ?? UnsafeRawPointer(memory), $0.count) }
      guard let source = zip_source_buffer(archive, memory, UInt64(part.bytes.count), 1) else { throw Failure.zip(0) }
      let index = zip_file_add(archive, part.name, source, 0)
      guard index >= 0 else { throw Failure.zip(1) }
      if let password { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_TRAD_PKWARE), password) }
    }
    guard zip_close(archive) == 0 else { throw Failure.zip(2) }
  }

  enum Failure: Error { case zip(Int32) }
}

/// A folder that is gone after the test.
final class Folder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "remit-workbook-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "book.xlsx") -> String { path + "/" + name }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

/// What was read of a sheet: texts by place, and the report.
struct ReadSheet {
  var rows: [Int: [String]] = [:]
  var report = SheetReport()

  /// The texts of a row, without the empty ones at its end.
  subscript(row: Int) -> [String] { rows[row] ?? [] }
}

extension WorkbookReader {
  /// Reads a whole sheet.
  mutating func all(_ sheet: Int = 0) throws -> ReadSheet {
    var result = ReadSheet()
    result.report = try forEachRow(of: sheet) { row in
      result.rows[row.number] = (0..<row.count).map { row.text($0) }
      return .next
    }
    return result
  }
}

/// What something throws, if that is a fault of a workbook.
func faultOf(_ work: () throws -> Void) -> WorkbookFault? {
  do {
    try work()
    return nil
  } catch let error as WorkbookError {
    return error.fault
  } catch {
    return nil
  }
}

extension Fixture {
  /// Writes it and reads a sheet.
  func read(_ sheet: Int = 0, limits: WorkbookLimits = WorkbookLimits()) throws -> ReadSheet {
    let folder = Folder()
    try write(to: folder.file())
    var reader = try WorkbookReader(path: folder.file(), limits: limits)
    return try reader.all(sheet)
  }

  /// What reading it fails with; nil where it does not.
  func fault(_ sheet: Int = 0, limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
    faultOf { _ = try read(sheet, limits: limits) }
  }
}
