import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import RemitSettings
import RemitSource
import Testing

/// A text in which `⟦` marks places, which are taken out of it.
struct MarkedText {
  let text: String
  let places: [Location]

  init(_ marked: String, path: String = "remit.yaml") {
    var text = ""
    var (line, column) = (1, 1)
    var places: [Location] = []
    for scalar in marked.unicodeScalars {
      if scalar == "⟦" {
        places.append(Location(path: path, line: line, column: column))
      } else {
        text.unicodeScalars.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    self.text = text
    self.places = places
  }
}

func chart(_ text: String, path: String = "chart.yaml") throws -> Chart {
  try ChartReader().read(text: text, path: path)
}

func settings(_ text: String, for charts: [Chart] = []) throws -> Settings {
  try SettingsReader().read(text: text, path: "remit.yaml", for: charts)
}

func problems(of text: String, for charts: [Chart] = []) -> [Problem] {
  do throws(Problems) {
    _ = try SettingsReader().read(text: text, path: "remit.yaml", for: charts)
    return []
  } catch {
    return error.problems
  }
}

/// A county of a prefecture with a bureau of two sections, and a town below it.
let county = """
  chart: example
  as-of: 2026-06-30
  jurisdictions:
    - {id: town, level: township, parent: county}
    - {id: county, level: county, parent: prefecture}
    - {id: prefecture, level: prefecture}
  organizations:
    - {id: section, parent: bureau}
    - {id: bureau, jurisdiction: county}
    - {id: office, jurisdiction: town}
    - {id: branch, parent: bureau, jurisdiction: town}
    - {id: board, jurisdiction: prefecture}
  posts:
    - {id: clerk, organization: section}
    - {id: head, organization: bureau}
    - {id: officer, organization: office}
    - {id: agent, organization: branch}
    - {id: chair, organization: board}
  duties:
    - {id: water, accountable: head}
    - {id: roads, accountable: officer}

  """

/// A folder that goes away after the work.
func withFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder.path)
}

func write(_ files: [String: String], in folder: String) throws {
  for (name, text) in files {
    let url = URL(fileURLWithPath: folder + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
