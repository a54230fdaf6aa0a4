import Foundation
import RemitInspection
import RemitModel
import RemitRules
import Testing

@testable import RemitDrawing

@Suite("The gallery: every view of every shipped chart in every theme")
struct GalleryTests {
  static let files = [
    "charts/example-county.yaml", "charts/example-county-reorganized.yaml", "charts/example-company.yaml",
    "charts/example-province.yaml", "regulations/eco-protection-2025.yaml",
  ]

  @Test(arguments: files, View.allCases)
  func isFitToBeSeen(file: String, view: View) throws {
    let chart = try Samples.file(file)
    let findings = Inspector(rules: Catalogue.rules).inspect(chart)
    for theme in ThemeName.allCases {
      var options = DrawingOptions(view: view, language: theme == .dark ? .english : .chinese)
      options.theme = theme
      options.findings = theme == .print ? findings : []
      let drawing = try Drawing(chart, options)
      let rendering = try drawing.render(.svg)
      let picture = SVGPicture(rendering.bytes)
      #expect(picture.isWellFormed)
      let check = PictureCheck(picture)
      let name = "\(chart.key) \(view.rawValue) \(theme.rawValue)"
      #expect(check.overflowing.isEmpty, "\(name)")
      #expect(check.overlapping.isEmpty, "\(name)")
      #expect(check.smallest >= 10, "\(name)")
      let share = check.lines > 0 ? Int((1000 * Double(check.throughBoxes) / Double(check.lines)).rounded()) : 0
      let glyphs = Fonts.missing(in: picture.content)?.count
      print(
        "gallery: \(name): \(picture.nodes.count) boxes, \(check.lines) lines, \(check.throughBoxes) through boxes "
          + "(\(Double(share) / 10) %), \(glyphs.map(String.init) ?? "?") glyphs missing")
    }
  }

  /// The check itself sees what is wrong.
  @Test func isCheckedByEyesThatSee() throws {
    func box(_ id: String, _ x: Int, _ text: String) -> String {
      "<g id=\"\(id)\" class=\"node\"><polygon fill=\"none\" points=\"\(x),0 \(x + 40),0 \(x + 40),20 \(x),20\"/>"
        + "<text text-anchor=\"middle\" x=\"\(x + 20)\" y=\"14\" font-size=\"10\">\(text)</text></g>"
    }
    let line = "<g id=\"e\" class=\"edge\"><path fill=\"none\" d=\"M42,10C90,10 150,10 198,10\"/></g>"
    let svg =
      "<svg>" + box("a", 0, "合适") + box("b", 100, "太长的文字") + box("c", 130, "") + box("d", 200, "x") + line + "</svg>"
    let check = PictureCheck(SVGPicture(Array(svg.utf8)))
    #expect(check.overflowing == ["b: 太长的文字"])
    #expect(check.overlapping == ["c b"])
    #expect(check.lines == 1 && check.throughBoxes == 1)
  }

  /// Sixty bodies under one head, or sixty posts under one, on A3 lying with a margin of 10 mm, in type of 8 points.
  @Test(arguments: [View.chain, .organization], [true, false])
  func putsSixtyLeavesOnA3(view: View, areBodies: Bool) throws {
    let chart = Samples.sixty(areBodies: areBodies)
    for language in Language.allCases {
      let rendering = try Drawing(chart, DrawingOptions(view: view, language: language)).render(.svg)
      let size = try #require(rendering.size)
      let scale = min(1, (1191 - 57) / size.width, (842 - 57) / size.height)
      let smallest = PictureCheck(SVGPicture(rendering.bytes)).smallest
      #expect(smallest * scale >= 8, "\(size)")
    }
  }
}

extension Samples {
  static func sixty(areBodies: Bool) -> Chart {
    var contents = ChartContents()
    contents.key = "sixty"
    contents.title = Localized(zh: "六十个下级", en: "Sixty leaves")
    contents.addJurisdiction(key: "place", name: Localized("示例县"), level: .county, place: .none)
    contents.addOrganization("government", "示例县政府", kind: .government)
    contents.addPost("head", "县长", organization: 0)
    for number in 1...60 {
      if areBodies {
        contents.addOrganization("o\(number)", "示例第\(number)科室管理中心", kind: OrganizationKind(word: "department"))
        contents.organizations.parent.set(ID(number), to: ID(0))
      }
      contents.addPost("p\(number)", "示例第\(number)科室负责人", organization: areBodies ? number : 0)
      contents.superiors.append(ID(number), ID(0), at: .none)
      contents.addHolder("乙\(number)", of: number)
    }
    return Chart(contents)
  }
}

extension ChartContents {
  fileprivate mutating func addHolder(_ name: String, of post: Int) {
    persons.key.append("person-\(post)")
    persons.name.append(Localized(name))
    persons.place.append(.none)
    tenures.post.append(ID(post))
    tenures.person.append(ID(persons.key.count - 1))
    tenures.from.append(nil)
    tenures.until.append(nil)
    tenures.acting.append(false)
    tenures.place.append(.none)
  }
}
