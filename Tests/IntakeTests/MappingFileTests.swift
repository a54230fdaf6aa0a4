import Foundation
import RemitIntake
import RemitModel
import RemitSource
import Testing

/// The organograms of real public bodies, by the built-in map.
@Suite struct MappingFileTests {
  private static let folder = "../shared/data/uk-organograms/"

  private func read(_ names: String...) -> ReadMapping? {
    var files: [(String, [UInt8])] = []
    for name in names {
      guard let bytes = FileManager.default.contents(atPath: Self.folder + name) else {
        print("skipped: \(Self.folder + name) is not there")
        return nil
      }
      files.append((name, Array(bytes)))
    }
    return ReadMapping(files, .ukOrganogram)
  }

  @Test func naturalEngland() throws {
    guard let read = read("natural-england-2013-senior.csv", "natural-england-2013-junior.csv") else { return }
    #expect(read.problems == [])
    let posts = try #require(read.table("posts"))
    #expect(posts.rows.count == 25)
    #expect(posts.texts("id") == (1...25).map(String.init))
    #expect(read.reading.roots == ["1"])
    let superiors = try #require(posts.texts("reports_to"))
    #expect(superiors.count { $0.isEmpty } == 1 && superiors[0].isEmpty)
    let reports = zip(read.column("posts", "id"), superiors).filter { $0.1 == "1" }.map(\.0)
    #expect(reports == ["2", "3", "4", "5"])
    #expect(
      zip(read.column("posts", "id"), read.column("posts", "status")).filter { $0.1 == "vacant" }.map(\.0) == [
        "6", "18",
      ])
    // Cells over several lines do not shift the rows.
    #expect(posts.rows[14].cells[0].place.line == 18)
    #expect(read.rows("organizations").count == 20)
    #expect(
      read.rows("organizations")[1] == [
        "natural-england", "Natural England", "department-for-environment-food-and-rural",
      ])
    #expect(Set(read.column("posts", "organization")).isSubset(of: read.column("organizations", "id")))
    let chart = try chart(of: read.reading.tables)
    #expect(chart.posts.ids.count == 25 && chart.organizations.ids.count == 20)
    // Juniors are counts below posts.
    #expect(read.reading.staff.reduce(0) { $0 + $1.rows } == 178)
    #expect(chart.posts.ids.compactMap { chart.posts.staff[$0] }.count == 19)
    #expect(chart.posts.staff[ID(0)] == 15.5)
    #expect(abs(read.reading.staff.reduce(0) { $0 + $1.amount } - 2238.94) < 1e-6)
    #expect(read.remarks.contains { $0.contains("178 rows count staff below 19 posts, 2238.94 in all") })
  }

  @Test func aMinistry() throws {
    guard let read = read("defra-2013-senior.csv") else { return }
    #expect(read.problems == [])
    // 107 references, of which 0 is of three people without a post.
    #expect(read.rows("posts").count == 106)
    #expect(!read.column("posts", "id").contains("0"))
    #expect(read.reading.roots == ["PS"])
    #expect(read.remarks.contains { $0.contains("the reference \"0\" is no post; 3 rows are of people who hold none") })
    #expect(read.remarks.contains { $0.contains("the post \"DD28\" has 2 rows and is read as one post") })
    #expect(try chart(of: read.reading.tables).posts.ids.count == 106)
    #expect(Set(read.column("posts", "reports_to")).subtracting([""]).isSubset(of: read.column("posts", "id")))
  }

  @Test func aSmallBodyInWindows1252() throws {
    guard let read = read("hefce-2011-senior.windows-1252.csv") else { return }
    #expect(read.problems == [])
    #expect(read.column("posts", "id") == ["90115", "90250", "90284", "90334"])
    #expect(read.column("posts", "reports_to") == ["90334", "90334", "90334", ""])
    #expect(read.reading.roots == ["90334"])
    #expect(read.remarks.first == "0:0 the encoding is not told; its bytes show Windows-1252")
  }
}
