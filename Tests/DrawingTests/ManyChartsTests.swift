import RemitInspection
import RemitModel
import RemitRules
import Testing

@testable import RemitDrawing

@Suite("Charts of every kind can be drawn")
struct ManyChartsTests {
  @Test(arguments: [
    "charts/example-county.yaml", "charts/example-county-reorganized.yaml", "charts/example-company.yaml",
    "regulations/eco-protection-2025.yaml",
  ])
  func drawsTheHousesOwn(file: String) throws {
    let chart = try Samples.file(file)
    for view in View.allCases {
      var options = DrawingOptions(view: view, language: .english)
      options.findings = Inspector(rules: Catalogue.rules).inspect(chart)
      #expect(SVGPicture(try Drawing(chart, options).render(.svg).bytes).isWellFormed, "\(view)")
    }
  }

  @Test func drawsNothing() throws {
    for view in View.allCases {
      let drawing = try Drawing(Chart(ChartContents()), DrawingOptions(view: view, language: .chinese))
      #expect(SVGPicture(try drawing.render(.svg).bytes).content.contains("没有可画的内容"))
    }
  }

  /// Loops, posts with many superiors, links to oneself, several organizations: nothing may break the layout.
  @Test(arguments: 0..<40)
  func drawsAnything(seed: Int) throws {
    var random = Numbers(seed: UInt64(seed))
    let chart = Self.chart(&random)
    for view in View.allCases {
      var options = DrawingOptions(view: view, language: .chinese)
      options.findings = Inspector(rules: Catalogue.rules).inspect(chart)
      #expect(SVGPicture(try Drawing(chart, options).render(.svg).bytes).isWellFormed, "\(view)")
    }
    var options = DrawingOptions(view: .chain, language: .english)
    options.focus = .post(ID(0))
    options.depth = 1
    #expect(SVGPicture(try Drawing(chart, options).render(.svg).bytes).isWellFormed)
  }

  static func chart(_ random: inout Numbers) -> Chart {
    var contents = ChartContents()
    contents.key = "random"
    contents.title = Localized("随机")
    contents.addJurisdiction(key: "place", name: Localized("地"), level: .county, place: .none)
    let kinds = ["party-committee", "government", "sector-department", "audit-office", "team"]
    let organizations = 1 + random.next(8)
    for number in 0..<organizations {
      contents.addOrganization(
        "o\(number)", "单位\(number)", kind: OrganizationKind(word: kinds[random.next(kinds.count)]))
    }
    let posts = 1 + random.next(40)
    for number in 0..<posts {
      contents.addPost(
        "p\(number)", String(repeating: "岗", count: 1 + random.next(20)), organization: random.next(organizations))
    }
    for post in 0..<posts where random.next(8) > 0 {
      for _ in 0...(random.next(6) == 0 ? 1 : 0) {
        // Mostly a tree, with some loops.
        let superior = random.next(10) == 0 ? random.next(posts) : random.next(max(1, post))
        contents.superiors.append(ID(post), ID(superior), at: .none)
      }
    }
    for _ in 0..<random.next(12) {
      contents.charges.append(ID(random.next(posts)), ID(random.next(organizations)), at: .none)
      contents.dotted.append(ID(random.next(posts)), ID(random.next(posts)), at: .none)
    }
    let duties = random.next(30)
    for number in 0..<duties {
      contents.addDuty("d\(number)", String(repeating: "责", count: 1 + random.next(30)))
      for _ in 0..<random.next(6) {
        contents.addLetter(Letter.allCases[random.next(5)], duty: number, post: random.next(posts))
      }
    }
    for _ in 0..<random.next(60) {
      contents.addOversight(
        LinkKind.allCases[random.next(LinkKind.allCases.count)], by: random.next(posts), of: random.next(posts))
    }
    return Chart(contents)
  }
}

/// A small generator of numbers that are the same everywhere (xorshift).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }
}
