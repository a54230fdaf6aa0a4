import RemitInspection
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("What a picture shows")
struct PictureTests {
  private func svg(_ view: View, _ change: (inout DrawingOptions) -> Void = { _ in }) throws -> SVGPicture {
    var options = DrawingOptions(view: view, language: .chinese)
    change(&options)
    return SVGPicture(try Drawing(Samples.county(), options).render(.svg).bytes)
  }

  @Test func keepsIdsClassesAndTooltips() throws {
    let picture = try svg(.chain)
    let deputy = try #require(picture.group("post_deputy"))
    #expect(Set(deputy.classes).isSuperset(of: ["node", "post", "government", "vacant"]))
    #expect(deputy.content == "副县长（分管农业水利）空缺")
    #expect(deputy.title == "副县长（分管农业水利） · 县政府 · 空缺 · A 河道日常巡查 · post:deputy")
    let both = try #require(picture.group("command_charge__post_deputy__post_water_head"))
    #expect(Set(both.classes).isSuperset(of: ["edge", "command", "charge"]))
    #expect(picture.group("command__post_secretary__post_magistrate")?.classes.contains("command") == true)
    #expect(picture.group("charge__post_deputy__post_farms_head")?.classes.contains("charge") == true)
    #expect(picture.group("functional__post_secretary__post_clerk") != nil)
    #expect(picture.group("post_clerk")?.content.contains("乙二（代理）") == true)
  }

  @Test func explainsWhatOccursAndNothingElse() throws {
    let chain = try svg(.chain).content
    for word in ["领导并分管", "分管", "业务领导", "空缺岗位", "岗位", "小县责任图", "截至2026-06-30"] {
      #expect(chain.contains(word), "\(word)")
    }
    for word in ["审计机关负", "问题：", "缺失的关系", "范围之外"] { #expect(!chain.contains(word), "\(word)") }
    let oversight = try svg(.oversight).content
    for word in ["审计", "督察", "多种监督"] { #expect(oversight.contains(word), "\(word)") }
  }

  @Test func bundlesAndGroupsOversight() throws {
    let picture = try svg(.oversight)
    let group = try #require(picture.group("group_1"))
    #expect(group.content.contains("水利局局长") && group.content.contains("农业农村局局长"))
    let bundle = try #require(picture.group("oversight__post_deputy__group_1"))
    #expect(Set(bundle.classes).isSuperset(of: ["supervise", "assess"]))
    #expect(bundle.content == "监督、考核")
  }

  /// Letters are lines without arrows, on whichever side their duties stand.
  @Test func drawsLettersWithoutArrows() throws {
    let chart = try Samples.file("charts/example-company.yaml")
    let drawing = try Drawing(chart, DrawingOptions(view: .duties, language: .english))
    let hasTurned = drawing.picture.edges.contains { $0.isTurned }
    #expect(hasTurned)
    let svg = String(decoding: try drawing.render(.svg).bytes, as: UTF8.self)
    for part in svg.components(separatedBy: "class=\"edge letter").dropFirst() {
      #expect(!part.components(separatedBy: "</g>")[0].contains("<polygon"))
    }
  }

  @Test func showsLettersAndGapsOfDuties() throws {
    let picture = try svg(.duties)
    #expect(picture.group("A__post_deputy__duty_rivers") != nil)
    #expect(picture.group("C__post_audit_head__duty_rivers") != nil)
    #expect(picture.groups.contains { $0.id.hasPrefix("A__") && $0.id.hasSuffix("duty_soil") } == false)
  }

  @Test(arguments: View.allCases, Language.allCases)
  func keepsTextInItsBoxAndBoxesApart(view: View, language: Language) throws {
    let check = PictureCheck(try svg(view) { $0.language = language })
    #expect(check.overflowing.isEmpty)
    #expect(check.overlapping.isEmpty)
    #expect(check.smallest >= 10)
  }

  @Test func cutsToTheFocusAndCountsTheRest() throws {
    let picture = try svg(.chain) {
      $0.focus = .post(ID(4))
      $0.depth = 1
    }
    #expect(picture.group("post_water_head") != nil && picture.group("post_deputy") != nil)
    #expect(picture.group("post_magistrate") == nil)
    #expect(picture.group("before_post_deputy")?.content == "+1个岗位")
    #expect(picture.group("after_post_deputy")?.content == "+1个岗位")
    #expect(picture.content.contains("1步以内"))
  }

  @Test func drawsTheLineAboveADuty() throws {
    let picture = try svg(.chain) { $0.focus = .duty(ID(0)) }
    for id in ["duty_rivers", "post_water_head", "post_deputy", "post_magistrate", "post_secretary", "post_audit_head"]
    {
      #expect(picture.group(id) != nil, "\(id)")
    }
    #expect(picture.group("post_deputy")?.classes.contains("emphasized") == true)
    #expect(picture.group("post_audit_head")?.classes.contains("emphasized") == false)
    #expect(picture.group("post_clerk") == nil)
  }

  @Test func drawsTheChainOfADepartment() throws {
    let picture = try svg(.chain) { $0.focus = .organization(ID(2)) }
    for id in ["post_water_head", "post_deputy", "post_magistrate", "post_secretary"] {
      #expect(picture.group(id)?.classes.contains("emphasized") == true, "\(id)")
    }
    #expect(picture.group("post_farms_head") == nil && picture.group("after_post_magistrate") != nil)
    #expect(picture.content.contains("“县水利局”的责任链"))
  }

  @Test func refusesWhatItCannotTurnAround() throws {
    var options = DrawingOptions(view: .chain, language: .chinese)
    options.focus = .person(ID(0))
    #expect(throws: DrawingError.unsuitableFocus(kind: "person", id: "p1")) { try Drawing(Samples.county(), options) }
    options.view = .oversight
    options.focus = .post(ID(0))
    #expect(throws: DrawingError.focusNotShown(kind: "post", id: "secretary", .oversight)) {
      try Drawing(Samples.county(), options)
    }
  }

  @Test func marksFindingsByShapeAndText() throws {
    let chart = try Samples.county()
    func finding(_ code: String, _ severity: Severity, _ entity: Entity, _ ties: [Tie]) -> Finding {
      Finding(
        Finding.Told(
          code: code, name: "some-rule", defect: .gap, severity: severity, of: chart, entities: [entity],
          message: Localized("m"), ties: ties))
    }
    let present = Tie(from: .post(ID(1)), bond: .reportsTo, to: .post(ID(0)), present: true)
    let missing = Tie(from: .post(ID(5)), bond: .reportsTo, to: .post(ID(2)), present: false)
    var waived = finding("STR009", .error, .post(ID(6)), [])
    waived.state = .waived(Localized("w"))
    let findings = [
      finding("STR001", .error, .post(ID(1)), [present]), finding("LOD001", .warning, .post(ID(1)), []),
      finding("STR002", .note, .post(ID(5)), [missing]), finding("ACC001", .error, .duty(ID(2)), []), waived,
    ]
    let picture = try svg(.chain) { $0.findings = findings }
    let magistrate = try #require(picture.group("post_magistrate"))
    #expect(Set(magistrate.classes).isSuperset(of: ["finding", "error", "STR001", "LOD001"]))
    #expect(magistrate.content.hasSuffix("▲LOD001STR001"))
    #expect(picture.group("post_audit_head")?.classes.contains("finding") == false)
    let edge = try #require(picture.group("command__post_secretary__post_magistrate"))
    #expect(Set(edge.classes).isSuperset(of: ["emphasized", "STR001"]))
    let ghost = try #require(picture.group("missing__post_farms_head__post_deputy__reports_to"))
    #expect(ghost.content.contains("缺：报告"))
    for word in ["所标问题", "some-rule", "缺失的关系", "问题：错误", "另有1个问题"] {
      #expect(picture.content.contains(word), "\(word)")
    }
    let duties = try svg(.duties) { $0.findings = findings }
    #expect(duties.content.contains("▲ACC001"))
  }
}
