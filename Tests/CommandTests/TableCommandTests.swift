import Foundation
import RemitWorkbook
import Testing

/// Workbooks, matrices and foreign tables as a user of the program meets them.
struct TableCommandTests {
  @Test func aWorkbookComesBackMarked() throws {
    try withFolder { folder throws in
      let (chart, marked) = (folder.path + "/chart.xlsx", folder.path + "/marked.xlsx")
      let source = "Graphs/charts/example-county-reorganized.yaml"
      #expect(try Run(["convert", source, "-o", chart]).status == 0)
      let arguments = ["check", chart, "--against", "Graphs/regulations/eco-protection-2025.yaml"]
      let plain = try Run(arguments)
      let run = try Run(arguments + ["--annotate", marked])
      #expect(run.status == plain.status && run.output == plain.output)
      #expect(run.complaint.contains("cells marked in"))
      let workbook = try WorkbookReader(path: marked)
      #expect(workbook.sheets.last?.name == "Findings")
      // What is marked is the same chart still.
      let again = try Run(["check", marked, "--against", "Graphs/regulations/eco-protection-2025.yaml"])
      #expect(
        again.output.replacingOccurrences(of: "marked.xlsx", with: "chart.xlsx").components(separatedBy: "\n")
          .dropFirst()
          == plain.output.components(separatedBy: "\n").dropFirst())
      #expect(try Run(["check", chart, "--annotate", chart]).status == 2)
    }
  }

  /// Findings of a workbook are those of the YAML file that it was made from.
  @Test func everyContainerGivesTheSameFindings() throws {
    let source = "Graphs/charts/example-county-reorganized.yaml"
    let against = ["--against", "Graphs/regulations/eco-protection-2025.yaml"]
    func fingerprints(_ path: String) throws -> [Substring] {
      try Run(["check", path, "--format", "jsonl"] + against).output.split(separator: "\n").compactMap { line in
        line.firstRange(of: "\"fingerprint\":\"").map { line[$0.upperBound...].prefix { $0 != "\"" } }
      }
    }
    let expected = try fingerprints(source)
    #expect(expected.count > 30)
    try withFolder { folder throws in
      var last = source
      for name in ["tables", "chart.xlsx", "chart.sqlite", "chart.yaml"] {
        let path = folder.path + "/" + name
        #expect(try Run(["convert", last, "-o", path]).status == 0)
        #expect(try fingerprints(path).sorted() == expected.sorted(), "\(name)")
        last = path
      }
    }
  }

  @Test func foreignTablesAreReadByAMap() throws {
    try withFolder { folder throws in
      let map = """
        map: personnel
        files:
          - file: staff
            organizations: {id: 部门编码, name: 部门名称}
            posts: {id: 岗位编码, name: 岗位名称, organization: 部门编码, reports_to: 上级岗位}
            holders: {person: 工号, name: 姓名, post: 岗位编码}
            values: {root: 无}
        """
      let staff = "岗位编码,岗位名称,部门编码,部门名称,上级岗位,工号,姓名\nG1,局长,B1,示例局,无,001,某甲\nG2,科长,B1,示例局,G1,002,某乙\n"
      let (mapFile, table) = (folder.path + "/map.yaml", folder.path + "/staff.csv")
      try Data(map.utf8).write(to: URL(fileURLWithPath: mapFile))
      try Data(staff.utf8).write(to: URL(fileURLWithPath: table))
      let run = try Run(["convert", table, "--map", mapFile, "-o", "-"])
      #expect(run.status == 0 && run.output.contains("reports-to: [G1]"))
      let unknown = try Run(["check", table, "--map", "uk-organogra"])
      #expect(unknown.status == 2 && unknown.complaint.contains("did you mean \"uk-organogram\"?"))
    }
  }
}
