import Foundation
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("Series of pictures")
struct SeriesTests {
  static let ids = [
    "audit-bureau", "水利局", "", ".", "..", "../../etc/passwd", "a/b", "a\\b", "a:b", "a\0b", "a b", " a", "a.", "-a",
    "con",
    "NUL.txt", "com1", "Audit", "AUDIT", "audit", "AuDit", "é", "e\u{301}", "ﬁ", "fi", "𝒂", "😀", "\u{202E}abc", "\n",
    "index", "index.html", String(repeating: "x", count: 10_000), String(repeating: "x", count: 10_001),
    String(repeating: "长", count: 3_000), "豈", "\u{F900}", "a--b", "a-b", "a..b", "~", "$(rm -rf)", "a;b", "%2e%2e",
  ]

  @Test func namesAreSafeAndApart() {
    let names = FileNames.names(for: Self.ids)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for (id, name) in zip(Self.ids, names) {
      #expect(!name.isEmpty && name.utf8.count <= 200, "\(id.prefix(40).debugDescription): \(name)")
      #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasSuffix("."), "\(name)")
      let isSafe = name.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.properties.isAlphabetic || (48...57).contains(scalar.value) || "-_.".unicodeScalars.contains(scalar)
          : (0x3400...0x9FFF).contains(scalar.value)
      }
      #expect(isSafe, "\(name)")
    }
    // What is safe is kept as it is, and what is not is still readable.
    #expect(names[0] == "audit-bureau" && names[1] == "水利局")
    #expect(names[6].hasPrefix("a-b-"))
  }

  /// A name is the same whatever else the chart holds, and in whichever order.
  @Test func namesAreStable() {
    let names = FileNames.names(for: Self.ids)
    #expect(FileNames.names(for: Self.ids.reversed()) == names.reversed())
    for (id, name) in zip(Self.ids, names) { #expect(FileNames.names(for: [id]) == [name]) }
  }

  @Test func equalIdsAreToldApart() {
    #expect(FileNames.names(for: ["a", "a", "a-2", "a"]) == ["a", "a-2", "a-2-2", "a-3"])
    #expect(Set(FileNames.names(for: Array(repeating: "x", count: 20_000))).count == 20_000)
  }

  @Test func hasAMemberForEachEntity() throws {
    let chart = Samples.nation(provinces: 2, counties: 3, departments: 2)
    func series(_ kind: Series.Kind, _ selection: Selection = Selection()) -> Series {
      Series(of: chart, each: kind, in: selection, language: .chinese)
    }
    #expect(series(.jurisdiction).members.count == 1 + 2 + 2 * 3)
    #expect(series(.organization).members.count == chart.organizations.key.count)
    #expect(series(.post).members.count == chart.posts.key.count)
    var counties = Selection()
    counties.levels = [.county]
    #expect(series(.jurisdiction, counties).members.count == 6)
    counties.jurisdictions = [try #require(chart.jurisdictions.ids.first { chart.jurisdictions.key[$0] == "p2" })]
    let part = series(.jurisdiction, counties)
    #expect(part.members.map(\.key) == ["p2-c1", "p2-c2", "p2-c3"])
    // Each is drawn by itself.
    let common = DrawingOptions(view: .chain, language: .chinese)
    for member in part.members {
      let dot = try Drawing(chart, part.options(for: member, common)).dot
      #expect(dot.contains("\(member.key)负责人"))
      for other in part.members where other.key != member.key { #expect(!dot.contains("\(other.key)-d1负责人")) }
    }
  }

  @Test func theIndexEscapesNamesAndFetchesNothingElse() {
    var index = PictureIndex(title: "<script>alert(1)</script> & \"x\"", language: .english)
    let hostile = "</bdi><img src=x onerror=alert(1)>'\"&lt;\0\u{1}"
    let chart = Samples.named(hostile)
    let series = Series(of: chart, each: .post, in: Selection(), language: .english)
    for member in series.members {
      index.add(
        member,
        .picture(file: member.file + ".svg", size: PictureSize(width: 1, height: 1), thumbnail: [], notes: [hostile]))
      index.add(member, .failed(hostile))
    }
    index.add(series.members[0], .picture(file: "水 #1%.pdf", size: nil, thumbnail: [1, 2, 3], notes: []))
    let html = index.html
    #expect(!html.contains("<script") && !html.contains("<img src=x") && !html.contains("\0"))
    #expect(
      html.matches(of: /(?:src|href)="([^"]*)"/).allSatisfy { match in
        match.1.hasPrefix("data:image/png;base64,") || match.1.wholeMatch(of: /[A-Za-z0-9%._-]+/) != nil
      })
    #expect(html.contains("href=\"%E6%B0%B4%20%231%25.pdf\""))
    #expect(!html.contains("http") && !html.contains("url("))
    #expect(html.hasPrefix(PictureIndex.mark))
  }

  @Test func bytesBecomeText() {
    for count in 0..<50 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
      #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
    }
  }
}
