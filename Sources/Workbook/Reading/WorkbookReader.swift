import RemitSource

/// Whether whoever is handed rows wants more of them.
package enum RowFlow: Sendable { case next, stop }

/// Why reading a sheet ended early: a fault of the workbook, or an error of whoever was handed its rows.
package enum RowFailure<Failure: Error>: Error {
  case workbook(WorkbookError)
  case body(Failure)
}

/// Reads workbooks of ISO/IEC 29500 (`.xlsx`, `.xlsm`, `.xltx`), transitional and strict, row by row.
///
/// It holds the shared strings and one row, never a sheet.
package struct WorkbookReader: ~Copyable {
  private let archive: ZipArchive
  private let directory: WorkbookDirectory
  private var strings: SharedStrings?
  private var formats: CellFormats?

  /// Opens a file and reads its list of sheets.
  ///
  /// - Throws: what keeps it from being a workbook; nothing is said of cells yet.
  package init(path: String, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
    let archive = try ZipArchive(path: path, limits: limits)
    directory = try WorkbookDirectory(in: archive)
    self.archive = archive
  }

  /// The sheets in the workbook's order, hidden ones and ones without cells too.
  package var sheets: [WorkbookSheet] { directory.sheets }

  /// Hands on every row of a sheet that has a text, in order.
  ///
  /// - Parameter sheet: an index of `sheets`.
  /// - Returns: what else there is to say of the sheet, once all of it was read or the body asked to stop.
  package mutating func forEachRow<Failure: Error>(
    of sheet: Int, _ body: (borrowing RowCells) throws(Failure) -> RowFlow
  ) throws(RowFailure<Failure>) -> SheetReport {
    try readRows(of: sheet, body)
  }

  /// Hands on every row of a sheet that has a text, in order, to somebody who does not throw.
  package mutating func forEachRow(
    of sheet: Int, _ body: (borrowing RowCells) -> RowFlow
  ) throws(WorkbookError) -> SheetReport {
    do {
      return try readRows(of: sheet) { (row) throws(Never) in body(row) }
    } catch {
      switch error {
      case .workbook(let error): throw error
      }
    }
  }

  private mutating func readRows<Failure: Error>(
    of sheet: Int, _ body: (borrowing RowCells) throws(Failure) -> RowFlow
  ) throws(RowFailure<Failure>) -> SheetReport {
    var stream = try self.stream(of: sheet, Failure.self)
    while try stream.advance(Failure.self) {
      do throws(Failure) {
        if case .stop = try stream.handler.withRow(body) { return stream.handler.report }
      } catch {
        throw .body(error)
      }
    }
    stream.handler.complete()
    return stream.handler.report
  }

  private mutating func stream<Failure>(of sheet: Int, _: Failure.Type) throws(RowFailure<Failure>) -> SheetStream {
    do {
      let handler = try parser(of: sheet)
      return SheetStream(handler: handler, source: try archive.open(handler.part), parser: try XMLParser(handler))
    } catch {
      throw .workbook(error)
    }
  }

  private mutating func parser(of index: Int) throws(WorkbookError) -> SheetParser {
    guard sheets.indices.contains(index) else { throw WorkbookError(.noSuchSheet(String(index))) }
    let sheet = sheets[index]
    guard sheet.hasCells else { throw WorkbookError(.sheetWithoutCells(sheet.name)) }
    guard let part = sheet.part else { throw WorkbookError(.sheetWithoutPart(sheet.name)) }
    let strings: SharedStrings = if let loaded = self.strings { loaded } else { try loadStrings() }
    let formats: CellFormats = if let loaded = self.formats { loaded } else { try loadFormats() }
    self.strings = strings
    self.formats = formats
    return SheetParser(
      part: part, limits: archive.limits, strings: strings, formats: formats,
      countsFrom1904: directory.countsFrom1904)
  }

  /// Empty where the workbook has no shared strings, as some writers leave it.
  private func loadStrings() throws(WorkbookError) -> SharedStrings {
    guard let part = directory.strings, try archive.index(of: part) != nil else { return SharedStrings() }
    return try SharedStrings(part: part, in: archive)
  }

  private func loadFormats() throws(WorkbookError) -> CellFormats {
    guard let part = directory.styles, try archive.index(of: part) != nil else { return CellFormats() }
    return try CellFormats(part: part, in: archive)
  }
}

/// A sheet that is being read.
private struct SheetStream: ~Copyable {
  let handler: SheetParser
  let source: ZipPart
  var parser: XMLParser

  /// Reads on to the next row; false at the end.
  mutating func advance<Failure>(_: Failure.Type) throws(RowFailure<Failure>) -> Bool {
    do { return try parser.advance(source) } catch { throw .workbook(error) }
  }
}
