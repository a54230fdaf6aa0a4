import Foundation
import RemitWorkbook
import Testing

/// `remit init` as a user runs it.
struct InitTests {
  private let county = ["init", "--against", "eco-protection-2025", "--level", "county", "--name", "示例县"]

  @Test func theFormFollowsFromTheName() throws {
    try withFolder { folder throws in
      for (name, start) in [("c.yaml", "# 按法规生成"), ("c.db", "SQLite format 3\0"), ("c.xlsx", "PK")] {
        let out = folder.appendingPathComponent(name)
        #expect(try Run(county + ["-o", out.path, "--lang", "zh"]).status == 0)
        #expect(try Data(contentsOf: out).starts(with: Data(start.utf8)))
      }
      let tables = folder.path + "/tables"
      #expect(try Run(county + ["-o", tables]).status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: tables).sorted()
      #expect(
        names == [
          "assignments.csv", "chart.yaml", "duties.csv", "holders.csv", "jurisdictions.csv", "organizations.csv",
          "oversight.csv", "posts.csv",
        ])
      #expect(try Run(county).output.contains("chart: 示例县\n"))
      #expect(try Run(county + ["--id", "sample", "--format", "yaml"]).output.contains("chart: sample\n"))
      #expect(try Run(county + ["--format", "csv"]).status == 2)
    }
  }

  @Test func aFilledFormIsNeverLost() throws {
    try withFolder { folder throws in
      let form = folder.appendingPathComponent("county.xlsx")
      try Data("filled in".utf8).write(to: form)
      let refused = try Run(county + ["-o", form.path, "--lang", "en"])
      #expect(refused.status == 2 && refused.complaint.contains("--force"))
      #expect(try Data(contentsOf: form) == Data("filled in".utf8))
      #expect(try Run(county + ["-o", form.path, "--force"]).status == 0)
      #expect(try Data(contentsOf: form).starts(with: Data("PK".utf8)))
      let tables = folder.path + "/tables"
      #expect(try Run(county + ["-o", tables]).status == 0)
      #expect(try Run(county + ["-o", tables]).status == 2)
      #expect(try Run(county + ["-o", tables, "--force"]).status == 0)
      let dangling = folder.appendingPathComponent("link.yaml")
      try FileManager.default.createSymbolicLink(
        at: dangling, withDestinationURL: folder.appendingPathComponent("none"))
      #expect(try Run(county + ["-o", dangling.path]).status == 2)
    }
  }

  @Test func theFormIsCheckedAsItIs() throws {
    try withFolder { folder throws in
      let regulation = Project.path("Graphs/regulations/eco-protection-2025.yaml")
      for language in ["zh", "en"] {
        let (form, marked) = (folder.path + "/\(language).xlsx", folder.path + "/\(language)-marked.xlsx")
        let made = try Run(county + ["-o", form, "--lang", language])
        #expect(made.status == 0 && made.complaint.isEmpty)
        let arguments = ["check", form, "--against", regulation, "--lang", language]
        let check = try Run(arguments + ["--annotate", marked])
        #expect(check.status == 1)
        #expect(check.output.contains(language == "zh" ? "任职!A2" : "Holders!A2"))
        #expect(!check.complaint.contains(language == "zh" ? "提示" : "note:"))
        // A marked form is read like the form.
        let again = try Run(["check", marked, "--against", regulation, "--lang", language])
        #expect(again.status == 1 && again.complaint.isEmpty)
      }
    }
  }

  @Test func whatCannotBeAskedIsSaid() throws {
    func complaint(_ arguments: [String]) throws -> String {
      let run = try Run(["init", "--lang", "en"] + arguments)
      #expect(run.status == 2 && run.output.isEmpty)
      return run.complaint
    }
    let known = ["--against", "eco-protection-2025"]
    #expect(try complaint(known + ["--level", "countty", "--name", "x"]).contains("did you mean “county”?"))
    let unbound = try complaint(known + ["--level", "township", "--name", "x"])
    #expect(unbound.contains("binds province, prefecture, county"))
    #expect(try complaint(known + ["--level", "county"]).contains("--name"))
    #expect(try complaint(["--level", "county", "--name", "x"]).contains("--against"))
    #expect(
      try complaint(["--against", "eco-protection-2026", "--level", "county", "--name", "x"])
        .contains("did you mean \"eco-protection-2025\""))
    #expect(
      try complaint(["--against", "Graphs/charts/example-county.yaml", "--level", "county", "--name", "x"]) != "")
    for name in ["", "a\nb", String(repeating: "长", count: 30_000)] {
      #expect(try complaint(known + ["--level", "county", "--name", name]).contains("the name"))
    }
    #expect(try complaint(known + ["--level", "county", "--name", "x", "--id", "a\tb"]).contains("the id"))
    #expect(try Run(county + ["--level", "县级"]).status == 0)
  }

  @Test func regulationsAreNotWrittenOver() throws {
    try withFolder { folder throws in
      let rules = folder.appendingPathComponent("rules.yaml")
      let text = "regulation: rules\nlevels: [county]\nroles: [{id: head, organization: government, clause: \"1\"}]\n"
      try Data(text.utf8).write(to: rules)
      let run = try Run(
        ["init", "--against", rules.path, "--level", "county", "--name", "x", "-o", rules.path, "--force"])
      #expect(run.status == 2)
      #expect(try Data(contentsOf: rules) == Data(text.utf8))
      let chart = folder.path + "/chart.yaml"
      #expect(
        try Run(["init", "--against", rules.path, "--level", "county", "--name", "x", "-o", chart]).complaint == "")
      #expect(try Run(["check", chart]).status < 2)
    }
  }
}
