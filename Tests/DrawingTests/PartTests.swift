import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import Testing

@testable import RemitDrawing

@Suite("Parts of a chart, and charts too large to read")
struct PartTests {
  private func svg(_ chart: Chart, _ view: View, _ change: (inout DrawingOptions) -> Void) throws -> SVGPicture {
    var options = DrawingOptions(view: view, language: .chinese)
    change(&options)
    return SVGPicture(try Drawing(chart, options).render(.svg).bytes)
  }

  @Test func drawsAnOrganizationAndCountsWhatIsCutOff() throws {
    let picture = try svg(Samples.county(), .chain) { $0.selection.organizations = [ID(1)] }
    #expect(picture.group("post_deputy") != nil && picture.group("post_water_head") != nil)
    #expect(picture.group("post_secretary") == nil)
    #expect(picture.group("before_post_magistrate")?.content == "+1个岗位")
    #expect(picture.content.contains("未画出范围之外的1个岗位"))
    #expect(picture.content.contains("县政府；截至2026-06-30"))
  }

  @Test func drawsKindsOfOversightOnly() throws {
    let picture = try svg(Samples.county(), .oversight) { $0.selection.kinds = [.inspect] }
    #expect(
      picture.groups.filter { $0.classes.contains("oversight") }.map(\.id) == [
        "oversight__post_magistrate__organization_audit"
      ])
    #expect(picture.content.contains("只含督察") && picture.content.contains("未画出范围之外的"))
  }

  @Test func drawsADomainWithTheLineAboveIt() throws {
    let chart = try Samples.county()
    let chain = try svg(chart, .chain) { $0.selection.domains = ["land"] }
    for id in ["post_farms_head", "post_magistrate", "post_deputy", "post_secretary"] {
      #expect(chain.group(id) != nil, "\(id)")
    }
    #expect(chain.group("post_water_head") == nil)
    let duties = try svg(chart, .duties) { $0.selection.domains = ["land"] }
    #expect(duties.group("duty_soil") != nil && duties.group("duty_wells") == nil)
    #expect(duties.group("post_farms_head") != nil && duties.group("post_deputy") == nil)
    #expect(duties.group("after_post_farms_head")?.content == "+2项职责" || duties.content.contains("+2项职责"))
  }

  @Test func drawsALevelAndAPlaceWithAllBelow() throws {
    let chart = try Samples.file("charts/example-province.yaml")
    let east = try #require(chart.jurisdictions.ids.first { chart.jurisdictions.key[$0] == "east" })
    let picture = try svg(chart, .chain) { $0.selection.jurisdictions = [east] }
    #expect(picture.group("jurisdiction_lake") != nil && picture.group("jurisdiction_ridge") == nil)
    let counties = try svg(chart, .organization) { $0.selection.levels = [.county] }
    #expect(counties.group("jurisdiction_lake") != nil && counties.group("jurisdiction_ridge") != nil)
    #expect(counties.groups.allSatisfy { !$0.id.hasPrefix("organization_east") || $0.id.hasPrefix("before_") })
  }

  /// A part that is drawn, and what its stubs and remark count, make up the whole.
  @Test(arguments: 0..<20)
  func losesNothing(seed: Int) throws {
    var random = Numbers(seed: UInt64(seed + 900))
    let chart = ManyChartsTests.chart(&random)
    for view in View.allCases {
      let picture = try svg(chart, view) {
        $0.selection.organizations = [ID(random.next(chart.organizations.key.count))]
      }
      #expect(picture.isWellFormed)
      guard view == .chain else { continue }
      let shown = picture.groups.count { $0.classes.contains("node") && $0.classes.contains("post") }
      let told = picture.content.firstMatch(of: /未画出范围之外的(\d+)个岗位/).flatMap { Int($0.1) } ?? 0
      #expect(shown + told == chart.posts.key.count)
    }
  }

  @Test(arguments: View.allCases)
  func foldsWhatIsTooLargeToRead(view: View) throws {
    let chart = Samples.nation(provinces: 8, counties: 30, departments: 4)
    let drawing = try Drawing(chart, DrawingOptions(view: view, language: .chinese))
    #expect(drawing.notes.contains { $0.zh.contains("已按行政区折叠为 9 个框") && $0.en.contains("--unfold") })
    let picture = SVGPicture(try drawing.render(.svg).bytes)
    let folds = picture.nodes.filter { $0.classes.contains("fold") }
    #expect(folds.count == 9)
    #expect(picture.group("jurisdiction_p3")?.content.contains("县级30") == true)
    if view != .duties { #expect(picture.group("jurisdiction_p3")?.content.contains("155个岗位") == true) }
    if view == .chain {
      #expect(picture.group("command__jurisdiction_nation__jurisdiction_p3")?.content == "领导×1")
    }
    if view == .oversight { #expect(picture.group("jurisdiction_p3")?.content.contains("审计×") == true) }
  }

  /// The posts within departments of a large chart are numbers in the boxes of their heads, and carry findings there.
  @Test func countsPostsWithinDepartments() throws {
    let chart = Samples.county(departments: 30, posts: 8)
    var options = DrawingOptions(view: .chain, language: .english)
    options.findings = [Samples.finding(on: .post(ID(10)), in: chart)]
    let drawing = try Drawing(chart, options)
    #expect(drawing.notes.contains { $0.en.contains("210 within departments") })
    let picture = SVGPicture(try drawing.render(.svg).bytes)
    #expect(picture.nodes.count == 31)
    #expect(picture.group("post_d1_1")?.content.contains("+7posts") == true)
    #expect(picture.group("post_d2_1")?.content.contains("TST001") == true)
    options.isUnfolded = true
    #expect(SVGPicture(try Drawing(chart, options).render(.svg).bytes).nodes.count == 241)
  }

  @Test func stacksWhatNothingTies() throws {
    let chart = Samples.county(departments: 36, posts: 1, hasCommand: false)
    let rendering = try Drawing(chart, DrawingOptions(view: .chain, language: .english)).render(.svg)
    let size = try #require(rendering.size)
    #expect(size.width < 900 && size.height < 900)
    #expect(PictureCheck(SVGPicture(rendering.bytes)).overlapping.isEmpty)
  }

  @Test func unfoldsNearAFocusOnly() throws {
    let chart = Samples.nation(provinces: 8, counties: 30, departments: 4)
    let head = try #require(chart.posts.ids.first { chart.posts.key[$0] == "p3-c7-head" })
    let picture = try svg(chart, .chain) {
      $0.focus = .post(head)
      $0.depth = 1
    }
    #expect(picture.group("post_p3_c7_d1_head") != nil && picture.group("post_p3_head") != nil)
    #expect(picture.group("post_p3_c8_head") == nil)
    #expect(picture.group("after_post_p3_head")?.content == "+33个岗位")
    #expect(picture.group("before_post_p3_head")?.content == "+1个岗位")
  }

  @Test func foldsByLevelWhereThereAreNoPlacesAbove() throws {
    let chart = Samples.nation(provinces: 0, counties: 700, departments: 0)
    let drawing = try Drawing(chart, DrawingOptions(view: .chain, language: .english))
    #expect(drawing.notes.contains { $0.en.contains("folded by level") })
  }

  @Test func drawsTheEvidenceOfARuleAndNothingElse() throws {
    let chart = try Samples.file("charts/example-county-reorganized.yaml")
    for rule in Catalogue.rules {
      var settings = Settings()
      settings.select = [rule.code]
      let findings = Inspector(rules: Catalogue.rules, settings: settings).inspect(chart)
      var options = DrawingOptions(view: View(showing: findings), language: .chinese)
      options.findings = findings
      options.onlyEvidence = true
      let picture = SVGPicture(try Drawing(chart, options).render(.svg).bytes)
      #expect(picture.isWellFormed)
      let edges = picture.groups.filter { $0.classes.contains("edge") && !$0.classes.contains("stem") }
      #expect(edges.allSatisfy { $0.classes.contains(rule.code) }, "\(rule.code)")
      guard findings.contains(where: { $0.state == .open && rule.code != "DAT003" && rule.code != "REG010" }) else {
        continue
      }
      #expect(!picture.content.contains("没有可画的内容"), "\(rule.code)")
    }
  }
}
