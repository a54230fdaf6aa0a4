import Foundation
import RemitIntake
import RemitModel
import RemitSource
import Testing

/// The organograms of real public bodies.
@Suite struct MappingFileTests {
  static let folder = "../shared/data/uk-organograms/"

  @Test(arguments: [
    ["natural-england-2013-senior.csv", "natural-england-2013-junior.csv"], ["defra-2013-senior.csv"],
    ["hefce-2011-senior.windows-1252.csv"],
  ]) func show(names: [String]) throws {
    let log = ProblemLog()
    var remarks = Remarks()
    var inputs: [TableMapper.Input] = []
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: Self.folder + name) else { return }
      let document = log.add(path: name)
      guard let text = DecodedText(Array(bytes), document: document, log: log, remarks: &remarks) else { continue }
      inputs.append(
        .init(name: name, grid: DelimitedText(document: document, log: log).grid(text.bytes, remarks: &remarks)))
    }
    let reading = TableMapper(map: .ukOrganogram).read(inputs, log: log, remarks: remarks)
    do throws(Problems) { try log.finish() } catch { print(error) }
    for r in reading.remarks.list { print(log.spelled(r.place), r.message.en, r.message.zh) }
    for t in reading.tables {
      print(t.name, t.columns); for r in t.rows.prefix(28) { print("  ", r.cells.map(\.text), log.spelled(r.place)) }
    }
    print(reading.staff.map { ($0.post, $0.amount, $0.rows) }, reading.roots)
  }
}
