import Foundation
import RemitModel
import RemitSource
import Testing

@testable import RemitIntake

/// Of a large folder, assignments and oversight are linked while they are read; what comes out must be what linking
/// drafts of them gives.
struct StreamingTests {
  private static let count = 600

  /// A folder of more than a megabyte. Rows stand in any order, and say everything that rows can say.
  private static func folder(seed: UInt64, _ change: (inout [String: String]) -> Void = { _ in }) throws -> String {
    var random = SplitMix(seed: seed)
    func pick(_ texts: String...) -> String { texts.randomElement(using: &random) ?? "" }
    // Large by its bytes rather than its rows.
    let padding = String(repeating: "长", count: 600)
    var tables = [
      "organizations": "id,name\no-1,单位一\no-2,单位二\nboth,单位三", "posts": "id,name,organization,reports_to\nboth,甲,o-1,",
      "duties": "id,title,jurisdiction,domain,basis", "assignments": "duty,post,letter,term,term_en,lead",
      "oversight": "id,kind,by,of,scope,instrument,basis,per_year,planned,feeds",
      "holders": "post,person,name,name_en,from,until,acting",
    ]
    for row in 0..<count {
      tables["posts"]? += "\npost-\(row),名称 \(row),\(pick("o-1", "o-2")),\(row == 0 ? "" : "post-\(row / 3)")"
      tables["duties"]? +=
        "\nduty-\(row),\"职责, \(row)\(padding)\",,\(pick("水", "水；气", "")),\(pick("7(1)", "law:3; 7", ""))"
      // Each duty has some letters, in the order of duties or not.
      let duty = seed % 2 == 0 ? row : Int.random(in: 0..<count, using: &random)
      for (letter, post) in [("A", row), ("R", row + 1), (pick("S", "C", "I"), row + 2)] {
        let end = pick("post-\(post % count)", "post:post-\(post % count)")
        tables["assignments"]? +=
          "\n\(pick("", "duty:"))duty-\(duty),\(end),\(letter),\(pick("主办", "", "用语")),,\(pick("", "是"))"
      }
    }
    // Some hold several posts, and some are called something only the second time, or nothing at all.
    for row in 0..<count where row % 9 > 0 {
      let post = seed % 2 == 0 ? row : Int.random(in: 0..<count, using: &random)
      let person = row - row % 50 / 47
      tables["holders"]? +=
        "\npost-\(post),person-\(person),\(pick("", "姓名 \(person)")),\(pick("", "Name"))"
        + ",\(pick("", "2020-02-29")),\(pick("", "2026-06-30")),\(pick("", "是", "false"))"
    }
    for row in 0..<count {
      let key = row % 7 == 0 ? "" : "link-\(row - row % 50 / 49)"
      // What has no id is told from others by its ends.
      let by = key.isEmpty ? "post-\(row)" : pick("o-1", "post-\(row / 2)")
      let of =
        row % 11 == 0 ? "post-\(row % count);duty-\(row % count)；organization:o-2" : pick("post-\(row)", "duty-\(row)")
      tables["oversight"]? +=
        "\n\(key),\(pick("audit", "检查")),\(by),\(of),\(pick("水", "气;水", "")),"
        + "\(pick("审计", "")),\(pick("7(1)", "law:3;7", "")),\(pick("1", "0.5", "")),\(pick("true", "否", "")),"
        + pick("post-1;o-2", "post-2", "", "organization:both")
    }
    change(&tables)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("remit-stream-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, text) in tables { try Data(text.utf8).write(to: URL(filePath: path + "/\(name).csv")) }
    return path
  }

  /// The chart, or what is wrong with it, and what is to be noted.
  private static func read(_ path: String, isStreamed: Bool) -> (chart: Chart?, problems: [Problem], notices: [Problem])
  {
    var session = ReadingSession(options: .init(), isOnly: isStreamed)
    session.add(path: path)
    #expect((session.streamed != nil) == isStreamed)
    do {
      let chart = try session.chart()
      return (chart, [], session.notices)
    } catch {
      return (nil, error.problems, session.notices)
    }
  }

  /// All columns in words.
  private static func columns(_ chart: Chart) -> [String] {
    var columns: [String] = []
    for (name, table) in [
      ("duties", chart.duties as Any), ("assignments", chart.assignments), ("oversight", chart.oversight),
      ("posts", chart.posts), ("organizations", chart.organizations),
      ("tenures", chart.tenures), ("persons", chart.persons), ("relations", chart.assignmentsOfPost),
      ("letters", chart.letters),
    ] {
      for column in Mirror(reflecting: table).children {
        columns.append("\(name) \(column.label ?? "") \(column.value)")
      }
    }
    let cited = chart.oversight.ids.map { chart.oversight.basis[$0].map(\.reference.text) }
    return columns + ["\(cited)", "\(chart.sources)"]
  }

  @Test(arguments: UInt64(0)..<4) func streamsMakeTheWhole(seed: UInt64) throws {
    let path = try Self.folder(seed: seed)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (streamed, whole) = (Self.read(path, isStreamed: true), Self.read(path, isStreamed: false))
    #expect(streamed.problems.map(\.description) == whole.problems.map(\.description))
    #expect(streamed.notices.map(\.description) == whole.notices.map(\.description))
    #expect(!whole.notices.isEmpty)
    let (found, expected) = (try #require(streamed.chart), try #require(whole.chart))
    for (found, expected) in zip(Self.columns(found), Self.columns(expected)) where found != expected {
      Issue.record("\(found.prefix(200)) is not \(expected.prefix(200))")
    }
  }

  /// What is wrong in a table is said as if it had been read with the others.
  @Test func faultsAreSaidAsOfTheWhole() throws {
    let faults: [(table: String, row: String, says: String)] = [
      ("assignments", "duty-1,nobody,A,,,", "nobody"), ("assignments", "duty-none,post-1,A,,,", "duty-none"),
      ("assignments", "duty-3,post-3,A,,,", "already has"), ("assignments", "duty-1,post-1,X,,,", "X"),
      ("assignments", "duty-1,,A,,,", "is empty"), ("assignments", "duty-1,post-400,I,,,maybe", "maybe"),
      ("assignments", "duty-1,both,I,,,", "ambiguous"), ("oversight", "new,audit,duty-1,post-1,,,,,,", "is a duty"),
      ("oversight", "new,audit,o-1,post-1;post-1,,,,,,", "repeated"), ("oversight", "new,audit,o-1,,,,,,,", "is empty"),
      ("oversight", "new,audit,o-1,post-1,水;水,,,,,", "repeated"),
      ("oversight", "new,audit,o-1,post-1,,,,many,,", "many"),
      ("oversight", "new,audit,o-1,post-1,,,,,,post-x", "post-x"),
      ("oversight", ",audit,o-1,post-5,,,,,,\n,audit,o-1,post-5,,,,,,", "is repeated"),
      ("oversight", "k,audit,o-1,post-5,,,,,,\nk,audit,o-1,post-5,,,,,,", "is repeated"),
      ("oversight", "k,audit,o-1,post-5;o-1,,,,,,\nk,audit,o-1,post-5,,,,,,", "is repeated"),
      ("oversight", "k,audit,o-1,post-5,,,,,,\nk,audit,o-1,o-1;post-5,,,,,,", "is repeated"),
      ("oversight", "ne\u{7}w,audit,o-1,post-1,,,,,,", "control"), ("holders", "post-x,person-1,,,,,", "post-x"),
      ("holders", "post:post-1,person-1,,,,,", "post:post-1"), ("holders", "o-1,person-1,,,,,", "o-1"),
      ("holders", "post-1,,,,,,", "is empty"), ("holders", "post-1,p\u{7}n,,,,,", "control"),
      ("holders", "post-1,person-1,,,2026-02-30,,", "2026-02-30"), ("holders", "post-1,person-1,,,,,maybe", "maybe"),
      ("holders", "post-1,person-1,,,2026-03-01,2026-02-01,", "before it begins"),
    ]
    for fault in faults {
      let path = try Self.folder(seed: 2) { $0[fault.table]? += "\n" + fault.row }
      defer { try? FileManager.default.removeItem(atPath: path) }
      let (streamed, whole) = (Self.read(path, isStreamed: true), Self.read(path, isStreamed: false))
      #expect(streamed.chart == nil && !whole.problems.isEmpty, "\(fault)")
      #expect(streamed.problems.map(\.description) == whole.problems.map(\.description), "\(fault)")
      #expect(streamed.notices.map(\.description) == whole.notices.map(\.description), "\(fault)")
      #expect(whole.problems.contains { $0.description.contains(fault.says) }, "\(fault): \(whole.problems.prefix(3))")
    }
  }
}
