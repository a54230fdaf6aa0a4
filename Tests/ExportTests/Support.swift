import Foundation
import RemitIntake
import RemitModel
import Testing

@testable import RemitExport

enum Files {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The charts of the house.
  static let charts: [String] = {
    let folder = root.appendingPathComponent("Graphs/charts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  static func path(of chart: String) -> String { root.appendingPathComponent("Graphs/charts/" + chart).path }

  static func chart(_ name: String) throws -> Chart { try ChartReader().read(path: path(of: name)) }
}

extension ChartFormat {
  /// The text of a chart's only file.
  func text(_ chart: Chart) throws -> String {
    let files = try files(chart)
    try #require(files.count == 1 && files[0].name == nil)
    return String(decoding: files[0].bytes, as: UTF8.self)
  }
}

/// The lines of one list that the other has not, and the other way round; empty where they are the same.
func difference(_ a: [String], _ b: [String]) -> String {
  guard a != b else { return "" }
  let changes = b.difference(from: a)
  return changes.prefix(12).map { change in
    switch change {
    case .remove(_, let line, _): "- " + line.prefix(400)
    case .insert(_, let line, _): "+ " + line.prefix(400)
    }
  }.joined(separator: "\n")
}
