import Foundation
import RemitModel
import RemitSource

/// A folder that holds a chart: its `chart.yaml`, and the tables beside it.
struct TableFolder {
  let path: String
  /// The `chart.yaml`, if there is one.
  private(set) var chart: String?
  /// The tables in the order of their forms.
  private(set) var tables: [(path: String, form: TableForm)] = []
  /// Other CSV files, which no chart knows.
  private(set) var strangers: [String] = []
  /// All files that can hold foreign tables, in the order of their names.
  private(set) var foreign: [String] = []

  /// Looks into a folder. Only `.csv` files and `chart.yaml` are a chart's business.
  init(_ path: String) {
    self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    var found: [(path: String, form: TableForm)] = []
    for name in names.sorted() {
      let file = self.path + "/" + name
      if name == "chart.yaml", Paths.isFile(file) { chart = file }
      if !name.hasPrefix("."), [.delimited, .workbook].contains(ContainerKind(name: name)), Paths.isFile(file) {
        foreign.append(file)
      }
      guard name.lowercased().hasSuffix(".csv"), !name.hasPrefix("."), Paths.isFile(file) else { continue }
      if let form = TableForm.named(String(name.dropLast(4))) {
        found.append((file, form))
      } else {
        strangers.append(file)
      }
    }
    for form in TableForm.all { tables += found.filter { $0.form.name == form.name } }
  }

  var holdsChart: Bool { chart != nil || !tables.isEmpty }

  /// How many bytes the tables have together.
  var size: Int { size(but: []) }

  /// The same without some of them.
  func size(but kinds: Set<TableForm.Kind>) -> Int {
    tables.filter { !kinds.contains($0.form.kind) }.reduce(0) { sum, table in
      let attributes = try? FileManager.default.attributesOfItem(atPath: table.path)
      return sum + min(FileBytes.tableLimit + 1, (attributes?[.size] as? NSNumber)?.intValue ?? 0)
    }
  }

  /// The folder's own name.
  var name: String { URL(filePath: path).standardizedFileURL.lastPathComponent }

  /// Reports CSV files that are no table of a chart. Other files are nobody's business.
  func reportStrangers(_ log: ProblemLog) {
    let names = TableForm.all.map(\.name)
    for file in strangers {
      let stem = String((file.split(separator: "/").last ?? "").dropLast(4))
      log.report(
        at: Place(document: log.add(path: file), line: 0, column: 0),
        Localized(
          zh: "责任图没有 \(quoted(stem)) 这张表；应为以下之一：\(listed(names))",
          en: "a chart has no table \(quoted(stem)); expected one of \(listed(names))"),
        suggestion: log.suggestion(for: stem, among: names))
    }
  }
}
