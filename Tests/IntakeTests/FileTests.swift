import Foundation
import RemitIntake
import RemitModel
import Testing

@Suite struct FileTests {
  private func write(_ files: [String: String], in folder: String) throws {
    for (name, text) in files {
      let path = folder + "/" + name
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  @Test func severalFilesAreOneChart() throws {
    try inTemporaryFolder { folder in
      try write(
        [
          "a.yaml": "posts: [{id: a, reports-to: b}]\n",
          "b.yaml": "chart: c\ntitle: T\nas-of: 2026-01-01\nposts: [{id: b}]\n",
          "d.yaml": "chart: other\ntitle: U\nduties: [{id: d, accountable: [a, b]}]\n",
        ], in: folder)
      let paths = ["a", "b", "d"].map { "\(folder)/\($0).yaml" }
      let chart = try ChartReader().read(paths: paths)
      #expect(chart.key == "c")
      #expect(chart.title.en == "T")
      #expect(chart.asOf == CalendarDay("2026-01-01"))
      #expect(chart.posts.key.values == ["a", "b"])
      #expect(chart.superiors[ID(0)].elementsEqual([ID(1)]))
      #expect(chart.sources.documents.map(\.path) == paths)
      #expect(chart.location(of: .duty(ID(0)))?.description == "\(folder)/d.yaml:3:10")
    }
  }

  @Test func idsAreUniqueOverAllFiles() throws {
    try inTemporaryFolder { folder in
      try write(["a.yaml": "chart: c\nposts: [{id: a}]\n", "b.yaml": "posts:\n  - id: a\n"], in: folder)
      #expect(
        problems(reading: [folder + "/a.yaml", folder + "/b.yaml"]).map(\.description) == [
          "\(folder)/b.yaml:2:9: the id \"a\" of a post is repeated; the first is at \(folder)/a.yaml:2:14"
        ])
      #expect(problems(reading: [folder + "/b.yaml"]).first?.location.description == "\(folder)/b.yaml:1:1")
    }
  }

  @Test func faultsOfAllFilesAreReported() throws {
    try inTemporaryFolder { folder in
      try write(["a.yaml": "chart: c\nx: 1\n", "b.yaml": "posts: [\n"], in: folder)
      let found = problems(reading: ["a", "b", "none"].map { "\(folder)/\($0).yaml" })
      #expect(found.map { ($0.location.path as NSString).lastPathComponent } == ["a.yaml", "b.yaml", "none.yaml"])
    }
  }

  @Test(arguments: [
    ("charts/c.yaml", "regulations/river-2025.yaml", "river-2025"), ("c.yaml", "river-2025.yaml", "river-2025"),
    ("c.yaml", "regulations/river-2025.yaml", "river-2025"),
    ("deep/er/c.yaml", "Graphs/regulations/river-2025.yaml", "river-2025"),
    ("charts/c.yaml", "laws/river.yaml", "../laws/river.yaml"), ("c.yaml", "river.yml", "river.yml"),
  ])
  func regulationsAreFound(_ file: String, _ law: String, _ name: String) throws {
    try inTemporaryFolder { folder in
      try write([file: "chart: c\nagainst: [\(name), \(name)]\n", law: Samples.regulation], in: folder)
      let chart = try ChartReader().read(path: folder + "/" + file)
      #expect(chart.regulations.map(\.key) == ["river-2025"])
      #expect(chart.regulations.first?.sources.documents.map(\.path) == [folder + "/" + law])
    }
  }

  @Test func regulationsAreFoundInSearchRoots() throws {
    try inTemporaryFolder { folder in
      try write(
        ["a/c.yaml": "chart: c\nagainst: river-2025\n", "b/Graphs/regulations/river-2025.yaml": Samples.regulation],
        in: folder)
      var options = ChartReader.Options()
      options.searchRoots = [folder + "/b"]
      #expect(try ChartReader(options: options).read(path: folder + "/a/c.yaml").regulations.count == 1)
    }
  }

  @Test func missingAndFaultyRegulations() throws {
    try inTemporaryFolder { folder in
      try write(
        [
          "c.yaml":
            "chart: c\nagainst: [river-2024, none/x.yaml, bad, not, other]\nposts: [{id: a, role: free, reports-to: b}]\n",
          "regulations/river-2025.yaml": Samples.regulation, "regulations/bad.yaml": "regulation: bad\nx: 1\n",
          "regulations/not.yaml": "chart: c\n", "regulations/other.yaml": "regulation: another\n",
        ], in: folder)
      let found = problems(reading: [folder + "/c.yaml"]).map {
        $0.description.replacingOccurrences(of: folder + "/", with: "")
      }
      #expect(found.count == 6)
      #expect(
        found[0].hasPrefix("c.yaml:2:11: no regulation \"river-2024\"; tried \"river-2024.yaml\" beside the chart"))
      #expect(found[0].hasSuffix("; did you mean \"river-2025\"?"))
      #expect(found[1].hasPrefix("c.yaml:2:23: no regulation file \"none/x.yaml\"; tried"))
      #expect(
        found[2] == "c.yaml:2:46: the file regulations/other.yaml holds the regulation \"another\"; expected \"other\"")
      #expect(found[3] == "c.yaml:3:41: no post has the id \"b\"")
      #expect(found[4].hasPrefix("regulations/bad.yaml:2:1: unknown key \"x\" of a regulation"))
      #expect(found[5].hasPrefix("regulations/not.yaml:1:1: the file is no regulation"))
    }
  }

  @Test func theSharedChartsCanBeRead() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../.."
    let folder = root + "/Graphs/charts"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    for name in names {
      let found = problems(reading: [folder + "/" + name])
      #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
    }
  }
}
