import Foundation
import Testing

/// `remit draw --each`, and the limits and the paper of `remit draw`.
struct BatchTests {
  private static let county = "Graphs/charts/example-county.yaml"

  /// A small place, and one where everyone inspects everyone, which takes minutes to lay out on any machine.
  private static let dense: String = {
    var lines = [
      "chart: dense", "jurisdictions:", "  - {id: small, name: 小乡, level: township}",
      "  - {id: big, name: 大县, level: county}", "organizations:",
      "  - {id: small-office, name: 小乡政府, kind: government, jurisdiction: small}",
    ]
    for number in 0..<300 {
      lines.append("  - {id: o\(number), name: 单位\(number), kind: sector-department, jurisdiction: big}")
    }
    lines += ["posts:", "  - {id: small-head, organization: small-office}"]
    for number in 0..<300 { lines.append("  - {id: p\(number), organization: o\(number)}") }
    lines.append("oversight:")
    for a in 0..<300 {
      for b in 0..<300 where a != b && (a * 7 + b * 13 + a * b) % 6 == 0 {
        lines.append("  - {kind: inspect, by: p\(a), of: p\(b)}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private func files(_ folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
  }

  @Test(arguments: ["svg", "pdf", "dot"]) func drawsTheSameWhateverTheNumberOfWorkers(format: String) throws {
    try withFolder { folder in
      var results: [[String: Data]] = []
      for jobs in ["1", "2", "5"] {
        let target = folder.appendingPathComponent(jobs)
        let run = try Run([
          "draw", Self.county, "--each", "organization", "--format", format, "--jobs", jobs, "-o", target.path,
          "--lang", "en",
        ])
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.output.contains("0 failed; see"))
        #expect(!run.complaint.contains("█"))
        results.append(try files(target))
      }
      #expect(results[0] == results[1] && results[0] == results[2])
      #expect(results[0].count > 10)
      #expect(results[0]["audit-bureau.\(format)"] != nil)
      let html = String(decoding: try #require(results[0]["index.html"]), as: UTF8.self)
      #expect(html.contains("href=\"audit-bureau.\(format)\""))
      #expect(html.contains("<img") == (format != "dot"))
    }
  }

  /// A picture of a batch is the one that is drawn by itself.
  @Test func aMemberIsDrawnAsByItself() throws {
    try withFolder { folder in
      let run = try Run(["draw", Self.county, "--each", "post", "--depth", "1", "-o", folder.path])
      #expect(run.status == 0)
      let single = try Run(["draw", Self.county, "--focus", "magistrate", "--depth", "1"])
      #expect(try Data(contentsOf: folder.appendingPathComponent("magistrate.svg")) == single.bytes)
    }
  }

  @Test func whatFailsDoesNotKeepOthersFromBeingDrawn() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("dense.yaml")
      try Data(Self.dense.utf8).write(to: chart)
      let target = folder.appendingPathComponent("out")
      let common = ["draw", chart.path, "--view", "oversight", "--unfold", "--time-limit", "6", "--lang", "en"]
      let run = try Run(common + ["--each", "jurisdiction", "-o", target.path])
      #expect(run.status == 2)
      #expect(run.output.contains("1 picture drawn, 1 failed"))
      #expect(run.complaint.contains("error: big: the view oversight was not laid out within 6 s"))
      let made = try files(target)
      #expect(made.keys.sorted() == ["index.html", "small.svg"])
      #expect(String(decoding: made["index.html"] ?? Data(), as: UTF8.self).contains("not laid out within 6 s"))
      // One picture alone ends in the same way, and no file is written.
      let single = try Run(common + ["-o", folder.appendingPathComponent("one.svg").path])
      #expect(single.status == 2)
      for word in ["oversight", "--focus", "--depth", "--time-limit"] { #expect(single.complaint.contains(word)) }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("one.svg").path))
    }
  }

  @Test func leavesOtherFilesAlone() throws {
    try withFolder { folder in
      let other = folder.appendingPathComponent("notes.txt")
      try Data("mine".utf8).write(to: other)
      // A folder where a picture is to go: that picture fails, and the folder stays.
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("audit-bureau.svg"), withIntermediateDirectories: false)
      let run = try Run(["draw", Self.county, "--each", "organization", "-o", folder.path, "--lang", "en"])
      #expect(run.status == 2)
      #expect(run.complaint.contains("error: audit-bureau: cannot write the file"))
      #expect(try Data(contentsOf: other) == Data("mine".utf8))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.contains("county-government.svg") && !names.contains { $0.hasSuffix(".tmp") })
      // Again over its own files, but not over another's index.
      #expect(try Run(["draw", Self.county, "--each", "organization", "-o", folder.path]).status == 2)
      let index = folder.appendingPathComponent("index.html")
      try Data("<!DOCTYPE html><p>mine".utf8).write(to: index)
      let refused = try Run(["draw", Self.county, "--each", "organization", "-o", folder.path, "--lang", "en"])
      #expect(refused.status == 2)
      #expect(refused.complaint.contains("not this program's"))
      #expect(try Data(contentsOf: index) == Data("<!DOCTYPE html><p>mine".utf8))
    }
  }

  @Test func doesNotOverwriteWhatItReads() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("a.json")
      let text = "{\"chart\": \"c\", \"posts\": [{\"id\": \"a\"}]}"
      try Data(text.utf8).write(to: chart)
      let run = try Run([
        "draw", chart.path, "--each", "post", "--format", "json", "-o", folder.path, "--lang", "en",
      ])
      #expect(run.status == 2)
      #expect(run.complaint.contains("overwrite"))
      #expect(try Data(contentsOf: chart) == Data(text.utf8))
    }
  }

  @Test(arguments: [
    ["--each", "post"], ["--each", "post", "-o", "-"], ["--each", "post", "--focus", "mayor", "-o", "x"],
    ["--each", "duty", "-o", "x"], ["--jobs", "2"], ["--each", "post", "--jobs", "0", "-o", "x"],
    ["--time-limit", "0"],
    ["--poster"], ["--landscape"], ["--page", "A5"], ["--page", "A4", "--format", "svg"],
  ])
  func refuses(arguments: [String]) throws {
    let run = try Run(["draw", Self.county] + arguments)
    #expect(run.status == 2)
    #expect(!run.complaint.isEmpty && run.bytes.isEmpty)
  }

  @Test func paperIsForPDF() throws {
    let poster = try Run(["draw", Self.county, "--page", "A4", "--poster", "--lang", "en"])
    #expect(poster.status == 0)
    #expect(poster.bytes.starts(with: Data("%PDF".utf8)))
    #expect(poster.complaint.contains("pages: 2 rows of"))
    let page = try Run(["draw", Self.county, "--page", "A4", "--landscape", "--lang", "en"])
    #expect(page.bytes.starts(with: Data("%PDF".utf8)))
    #expect(page.complaint.contains("--poster"))
  }

  /// The hidden word of workers makes nothing of what is no job.
  @Test func aWorkerWithoutWorkEnds() throws {
    for input in ["", "job", "job svg 0 - 0 5\n", "GET / HTTP/1.1\r\n\r\n", String(repeating: "x", count: 10_000)] {
      let run = try Run(["__layout", "1", "1000000000"], input: Data(input.utf8))
      #expect(run.status == 0 || run.status == 2)
      #expect(run.bytes.isEmpty)
    }
    #expect(try Run(["__layout"]).status == 2)
  }
}
