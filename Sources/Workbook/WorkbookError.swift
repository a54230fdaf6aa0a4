/// A fault of a workbook, and where it is. The module above words it.
package struct WorkbookError: Error, Sendable, Hashable {
  /// What is wrong.
  package var fault: WorkbookFault
  /// The part of the container where it is, such as `xl/worksheets/sheet1.xml`; nil where the whole file is meant.
  package var part: String?
  /// The line of that part, from 1.
  package var line: Int?

  package init(_ fault: WorkbookFault, part: String? = nil, line: Int? = nil) {
    self.fault = fault
    self.part = part
    self.line = line
  }
}

/// What can be wrong with a workbook, by itself.
package enum WorkbookFault: Error, Sendable, Hashable {
  /// The system refused to open, read or write a file, by `errno`.
  case system(code: Int32)
  /// A folder, pipe or device.
  case notAFile
  /// No ZIP container, so no workbook of ISO/IEC 29500.
  case notZip
  /// Locked with a password.
  case encrypted
  /// A binary workbook of the years before 2007 (`.xls`), or another compound file.
  case oldFormat
  /// A container of another kind (`.xlsb`, `.ods`, `.docx`), by its media type; empty where it does not say.
  case otherFormat(mediaType: String)
  /// The container contradicts itself, in the words of the library.
  case damaged(reason: String)

  /// A part that another one names is not there.
  case missingPart(String)
  /// Two entries of the container claim to be the same part.
  case repeatedPart(String)
  /// A part whose root element is not what its role asks for.
  case unexpectedRoot(found: String, expected: String)
  /// A part has a document type, which no workbook has and which can define entities.
  case documentType
  /// XML that is not well formed, in the words of the library.
  case malformedXML(reason: String)
  /// More than a bound allows.
  case exceeds(WorkbookLimit, bound: Int)

  /// No sheet of that name or number.
  case noSuchSheet(String)
  /// Two sheets of one name, in the sense of Excel, which ignores case.
  case repeatedSheetName(String)
  /// A sheet whose relationship leads nowhere, outside of the file, or to the part of another sheet.
  case sheetWithoutPart(String)
  /// A sheet of charts or dialogs, which has no cells.
  case sheetWithoutCells(String)
  /// A reference that names no cell, row or range.
  case badReference(String)
  /// A row that does not come after the one before it.
  case misplacedRow(Int, after: Int)
  /// A cell that does not stand in its row, or not after the one before it.
  case misplacedCell(String)
  /// A cell names a shared string that is not there.
  case badSharedString(String)

  /// A text that a cell, comment or setting cannot hold.
  case textTooLong(units: Int, bound: Int)
  /// Something was to be written where it cannot be.
  case unwritable(WorkbookObstacle)
  /// The library failed to write, by its own number and words.
  case library(code: Int, reason: String)
}

/// What stands against writing something to a workbook.
package enum WorkbookObstacle: Sendable, Hashable {
  /// A row, column or range outside of the sheet.
  case outsideSheet(row: Int, column: Int)
  /// A merged range that overlaps another one.
  case overlappingMerge(String)
  /// A number that no cell holds (not finite).
  case number
  /// A day outside of 1900-03-01 to 9999-12-31, before which spreadsheets disagree.
  case day(year: Int, month: Int, day: Int)
  /// A name that Excel does not take for a range, or that another range has.
  case definedName(String)
  /// A list that does not fit in a rule for input; it must stand in cells.
  case list
  /// A part of the workbook that is not written in UTF-8.
  case encoding
  /// A sheet too many.
  case sheetCount(bound: Int)
}
