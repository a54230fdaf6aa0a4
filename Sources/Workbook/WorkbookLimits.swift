/// What is bounded when a workbook is read.
package enum WorkbookLimit: Sendable, Hashable {
  /// Bytes of the file.
  case fileBytes
  /// Entries of the container.
  case entries
  /// Bytes of the container's directory, which holds the entries' names.
  case directoryBytes
  /// Bytes of a part once it is unpacked.
  case partBytes
  /// Bytes of a part that is read as a whole: styles, relationships, the list of sheets, comments.
  case smallPartBytes
  /// Elements of a part. An empty cell has few bytes once it is packed, and takes as long as another one.
  case elements
  /// Elements that stand in each other.
  case depth
  /// Bytes of one tag, comment or instruction.
  case markupBytes
  case sheets
  case columns
  case rows
  /// Bytes of a cell's text in UTF-8.
  case cellBytes
  /// Bytes of all texts of a row.
  case rowBytes
  /// Bytes of all texts of a sheet, each as often as it is used.
  case sheetBytes
  /// Bytes of all shared strings.
  case sharedBytes
  /// How many shared strings.
  case sharedStrings
  /// Formats, relationships, hidden ranges or merged ranges of one part.
  case items
  /// Marks that are put on a workbook at a time.
  case marks
}

/// The bounds. Excel's own where it has one, else what no honest workbook reaches.
package struct WorkbookLimits: Sendable {
  package var fileBytes = 256 << 20
  package var entries = 20_000
  package var directoryBytes = 16 << 20
  package var partBytes = 512 << 20
  package var smallPartBytes = 64 << 20
  package var elements = 1 << 26
  package var depth = 64
  package var markupBytes = 1 << 20
  package var sheets = 1_000
  package var cellBytes = 1 << 20
  package var rowBytes = 64 << 20
  package var sheetBytes = 2 << 30
  package var sharedBytes = 256 << 20
  package var sharedStrings = 1 << 24
  package var items = 1 << 20
  package var marks = 100_000

  /// What Excel's sheets hold; other bounds make no sense.
  package static let columns = 16_384
  package static let rows = 1_048_576

  package init() {}

  /// Bounds for a file that the product itself has just written.
  static var unbounded: WorkbookLimits {
    var limits = WorkbookLimits()
    (limits.fileBytes, limits.partBytes, limits.smallPartBytes) = (.max, .max, .max)
    return limits
  }
}
