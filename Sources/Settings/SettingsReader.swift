import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import RemitSource

/// Reads settings files. Everything that is wrong with one is reported at once; a file is at most 1 MiB.
public struct SettingsReader: Sendable {
  /// The name of the settings file that lies beside a chart.
  public static let name = "remit.yaml"

  private static let limit = 1 << 20

  private let rules: [Rule]

  /// A reader of settings for some rules.
  public init(rules: [Rule] = Catalogue.rules) {
    self.rules = rules
  }

  /// The settings file in the folder of a chart, or in the folder that is the chart; nil where there is none, and for
  /// standard input.
  public static func file(besideChart path: String) -> String? {
    guard path != "-" else { return nil }
    let folder = Paths.isFolder(path) ? path : path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let file = folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
    return Paths.isFile(file) ? file : nil
  }

  /// Reads a settings file for the charts that it is used on; `-` is standard input.
  ///
  /// - Throws: Every problem of the file. That a place is in none of the charts is one, unless there are no charts.
  public func read(path: String, for charts: [Chart]) throws(Problems) -> Settings {
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.contents(of: path)
    } catch {
      throw Problems([Problem(location: Location(path: path, line: 0, column: 0), message: error.message)])
    }
    return try read(bytes, path: path, for: charts)
  }

  /// Reads settings from a text; the path is only named in places.
  ///
  /// - Throws: Every problem of the text.
  public func read(text: String, path: String, for charts: [Chart]) throws(Problems) -> Settings {
    try read(Array(text.utf8), path: path, for: charts)
  }

  private func read(_ bytes: [UInt8], path: String, for charts: [Chart]) throws(Problems) -> Settings {
    let log = ProblemLog()
    let document = log.add(path: path)
    guard bytes.count <= Self.limit else {
      log.report(
        at: Place(document: document, line: 0, column: 0),
        Localized(zh: "设置文件超过 1 MiB", en: "the settings file is over 1 MiB"))
      try log.finish()
      return Settings()
    }
    var settings = Settings()
    if let tree = YAMLText(bytes: bytes, document: document, log: log).documents(orEmpty: nil) {
      let values = tree.roots.map { YAMLValue(tree, $0, document: document) }
      if values.count > 1 {
        log.report(
          at: values[1].place, Localized(zh: "设置文件里不止一个文档；应只有一个", en: "a second document; expected one only"))
      }
      if let root = values.first {
        settings = YAMLSettingsReader(rules: rules, charts: charts, words: WordReader(log: log)).read(root)
      }
    }
    try log.finish()
    return settings
  }
}
