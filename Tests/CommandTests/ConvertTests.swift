import Foundation
import Testing

/// `remit convert` as a user runs it.
struct ConvertTests {
  private let county = "Graphs/charts/example-county.yaml"
  private let company = "Graphs/charts/example-company.yaml"

  private func names(_ folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  @Test func theFormFollowsFromTheName() throws {
    try withFolder { folder throws in
      for (name, start) in [("c.yaml", "chart: example-company\n"), ("c.db", "SQLite format 3\0")] {
        let out = folder.appendingPathComponent(name)
        #expect(try Run(["convert", company, "-o", out.path]).status == 0)
        #expect(try Data(contentsOf: out).starts(with: Data(start.utf8)))
      }
      let tables = folder.appendingPathComponent("tables")
      #expect(try Run(["convert", company, "-o", tables.path]).status == 0)
      #expect(
        names(tables) == [
          "assignments.csv", "chart.yaml", "duties.csv", "holders.csv", "organizations.csv", "oversight.csv",
          "posts.csv",
        ])
      #expect(try Run(["convert", company, "-o", folder.path + "/x.txt", "--format", "sqlite"]).status == 0)
      #expect(try Data(contentsOf: folder.appendingPathComponent("x.txt")).starts(with: Data("SQLite".utf8)))
    }
  }

  @Test func standardStreams() throws {
    let input = try Data(contentsOf: Project.root.appendingPathComponent(company))
    let run = try Run(["convert", "-", "-o", "-"], input: input)
    #expect(run.status == 0 && run.output.hasPrefix("chart: example-company\n"))
    #expect(try Run(["convert", company, "-o", "-", "--format", "csv"]).status == 2)
    #expect(try Run(["convert", company, "-o", "-", "--format", "sqlite"]).bytes.starts(with: Data("SQLite".utf8)))
  }

  @Test func convertedChartsAreCheckedAlike() throws {
    try withFolder { folder throws in
      let chart = "Graphs/charts/example-county-reorganized.yaml"
      let out = folder.appendingPathComponent("county.yaml")
      #expect(try Run(["convert", chart, "-o", out.path]).status == 0)
      func findings(_ path: String) throws -> [String] {
        try Run(["check", path, "--format", "csv"]).output.split(separator: "\r\n").map { line in
          String(line.split(separator: ",", omittingEmptySubsequences: false).last ?? "")
        }
      }
      let before = try findings(chart)
      #expect(before.count > 20)
      let after = try findings(out.path)
      #expect(after == before)
    }
  }

  @Test func commentsAndRegulationsOutOfReachAreTold() throws {
    try withFolder { folder throws in
      let regulation = folder.appendingPathComponent("near/local-rules.yaml")
      try FileManager.default.createDirectory(
        at: regulation.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("regulation: local-rules\n".utf8).write(to: regulation)
      let chart = folder.appendingPathComponent("near/chart.yaml")
      try Data("chart: c # why\nagainst: local-rules\nposts: [{id: p, name: 'no # comment'}]\n".utf8).write(to: chart)
      let out = folder.appendingPathComponent("far.yaml").path
      let run = try Run(["convert", chart.path, "-o", out, "--lang", "en"])
      #expect(run.status == 0)
      #expect(run.complaint.contains("the comments of \(chart.path) are not carried over"))
      #expect(run.complaint.contains("check with --against \(regulation.path)"))
      #expect(try Run(["check", out]).status == 2)
      #expect(try Run(["check", out, "--against", regulation.path]).status != 2)
      let plain = folder.appendingPathComponent("near/plain.yaml")
      try Data("chart: c\nagainst: local-rules\nposts: [{id: p, name: 'no # comment'}]\n".utf8).write(to: plain)
      #expect(try Run(["convert", plain.path, "-o", folder.path + "/near/out.yaml"]).complaint == "")
      #expect(try Run(["convert", plain.path, "-o", out, "--lang", "zh"]).complaint.hasPrefix("注意："))
    }
  }

  @Test func enclosedRegulationsBecomeFiles() throws {
    try withFolder { folder throws in
      let chart = folder.appendingPathComponent("both.yaml")
      let regulation = "--- # kept\nregulation: local-rules\nlevels: [county]\n"
      try Data((regulation + "---\nchart: c\nagainst: local-rules\nposts: [{id: p}]\n").utf8).write(to: chart)
      let tables = folder.appendingPathComponent("tables")
      let run = try Run(["convert", chart.path, "-o", tables.path])
      #expect(run.status == 0)
      #expect(run.complaint.contains("local-rules.yaml"))
      #expect(names(tables) == ["chart.yaml", "local-rules.yaml", "posts.csv"])
      let taken = try text(tables.appendingPathComponent("local-rules.yaml"))
      #expect(taken == regulation)
      let out = folder.appendingPathComponent("one.yaml").path
      #expect(try Run(["convert", chart.path, "-o", out]).status == 0)
      #expect(try Run(["check", out]).status != 2)
      // What is there already is not written over, unless it is the same.
      #expect(try Run(["convert", chart.path, "-o", folder.path + "/two.yaml"]).status == 0)
      #expect(try Run(["convert", chart.path, "-o", tables.path]).status == 0)
      for place in [folder, tables] {
        try Data("regulation: local-rules\n".utf8).write(to: place.appendingPathComponent("local-rules.yaml"))
      }
      #expect(try Run(["convert", chart.path, "-o", tables.path]).status == 2)
      #expect(try Run(["convert", chart.path, "-o", folder.path + "/two.yaml"]).status == 2)
    }
  }

  @Test func nothingThatIsReadIsWrittenOver() throws {
    try withFolder { folder throws in
      let chart = folder.appendingPathComponent("chart.yaml")
      let source = "chart: c # why\nposts: [{id: p}]\n"
      try Data(source.utf8).write(to: chart)
      let link = folder.appendingPathComponent("link.yaml")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: chart)
      for target in [chart.path, link.path, folder.path, folder.path + "/"] {
        let run = try Run(["convert", chart.path, "-o", target])
        #expect(run.status == 2 && !run.complaint.isEmpty)
      }
      let after = try text(chart)
      #expect(after == source)
      #expect(names(folder) == ["chart.yaml", "link.yaml"])
    }
  }

  @Test func foldersAreReplacedTableByTable() throws {
    try withFolder { folder throws in
      let tables = folder.appendingPathComponent("tables")
      #expect(try Run(["convert", county, "-o", tables.path]).status == 0)
      #expect(names(tables).contains("jurisdictions.csv"))
      try Data("kept".utf8).write(to: tables.appendingPathComponent("notes.txt"))
      #expect(try Run(["convert", company, "-o", tables.path]).status == 0)
      #expect(!names(tables).contains("jurisdictions.csv"))
      let notes = try text(tables.appendingPathComponent("notes.txt"))
      #expect(notes == "kept")
      // What would then be read with the chart, and is not ours.
      try Data("id\n".utf8).write(to: tables.appendingPathComponent("岗位.csv"))
      #expect(try Run(["convert", county, "-o", tables.path]).status == 2)
      #expect(!names(tables).contains("jurisdictions.csv"))
    }
  }

  @Test func foldersOfSomethingElseAreRefused() throws {
    try withFolder { folder throws in
      let other = folder.appendingPathComponent("other")
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      #expect(try Run(["convert", company, "-o", other.path]).status == 0)
      let holiday = folder.appendingPathComponent("holiday")
      try FileManager.default.createDirectory(at: holiday, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: holiday.appendingPathComponent("photo.jpg"))
      let run = try Run(["convert", company, "-o", holiday.path, "--lang", "en"])
      #expect(run.status == 2 && run.complaint.contains("photo.jpg"))
      #expect(names(holiday) == ["photo.jpg"])
      #expect(try Run(["convert", company, "-o", holiday.path + "/photo.jpg", "--format", "csv"]).status == 2)
      #expect(try Run(["convert", company, "-o", folder.path + "/none/there"]).status == 2)
    }
  }

  @Test func regulationsAndFaultyChartsAreRefused() throws {
    try withFolder { folder throws in
      let out = folder.appendingPathComponent("out.yaml")
      let regulation = try Run(["convert", "Graphs/regulations/eco-protection-2025.yaml", "-o", out.path])
      #expect(regulation.status == 2 && regulation.complaint.contains("is a regulation"))
      #expect(try Run(["convert", "-", "-o", out.path], input: Data("chart: c\nposts: [{}]\n".utf8)).status == 2)
      #expect(try Run(["convert", company]).status == 2)
      #expect(try Run(["convert", company, "-o", out.path, "--format", "ods"]).status == 2)
      #expect(names(folder).isEmpty)
    }
  }
}
