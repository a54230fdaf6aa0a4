import RemitModel

/// A form in which a chart is kept in files.
public enum ChartFormat: String, Sendable, CaseIterable {
  /// One YAML file.
  case yaml
  /// A folder of CSV files with a `chart.yaml`.
  case csv
  /// A workbook of Excel and its kin.
  case xlsx
  /// An SQLite database.
  case sqlite

  /// The form that a path's name tells; a folder where it tells none.
  public init(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let endings: [(String, ChartFormat)] = [
      (".yaml", .yaml), (".yml", .yaml), (".xlsx", .xlsx), (".sqlite", .sqlite), (".sqlite3", .sqlite),
      (".db", .sqlite),
    ]
    let lowered = name.lowercased()
    self = endings.first { lowered.hasSuffix($0.0) }?.1 ?? .csv
  }

  /// Whether it is a folder of several files.
  public var isFolder: Bool { self == .csv }

  /// A chart in this form. O(its size).
  ///
  /// Nothing that the chart holds is lost, but where things were written; in YAML, letters of a duty and terms of office
  /// stand together by letter and by post.
  ///
  /// - Throws: That the form cannot hold something of the chart.
  public func files(_ chart: Chart) throws(ExportError) -> [ChartFile] { try writer.files(chart) }

  private var writer: any ChartWriter {
    switch self {
    case .yaml: YAMLWriter()
    case .csv: FolderWriter()
    case .xlsx: WorkbookTables()
    case .sqlite: DatabaseTables()
    }
  }
}

/// A file of a chart.
public struct ChartFile: Sendable, Hashable {
  /// Its name in the chart's folder; nil where the chart is this one file.
  public let name: String?
  /// Its content.
  public let bytes: [UInt8]

  /// From its parts.
  public init(name: String?, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Why a chart cannot be written in a form.
public struct ExportError: Error, Sendable, Hashable {
  /// What cannot be written, and why.
  public let message: Localized

  /// From its parts.
  public init(message: Localized) { self.message = message }
}

/// Writes charts in one form.
protocol ChartWriter {
  /// The chart's files, whole.
  func files(_ chart: Chart) throws(ExportError) -> [ChartFile]
}
