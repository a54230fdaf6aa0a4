import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitSource

/// Charts to draw.
enum Samples {
  /// A small county with something of everything.
  static func county() throws -> Chart { try ChartReader().read(text: text, path: "county.yaml") }

  /// A chart of the house, by its file's name.
  static func file(_ name: String) throws -> Chart {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ChartReader().read(path: root.appendingPathComponent("Graphs/" + name).path)
  }

  /// One organization with a head and his report, both of one name, a duty of that name, and one looking at the other.
  static func named(_ name: String) -> Chart {
    var contents = ChartContents()
    contents.key = "named"
    contents.title = Localized(name)
    contents.jurisdictions.key.append("place")
    contents.jurisdictions.name.append(Localized(name))
    contents.jurisdictions.level.append(nil)
    contents.jurisdictions.parent.append(nil)
    contents.jurisdictions.place.append(.none)
    contents.addOrganization("body", name)
    for key in ["a-b", "a_b", name] { contents.addPost(key, name, organization: 0) }
    contents.superiors.append(ID(1), ID(0), at: .none)
    contents.superiors.append(ID(2), ID(0), at: .none)
    contents.addDuty("duty", name)
    contents.addLetter(.accountable, duty: 0, post: 0)
    contents.addLetter(.responsible, duty: 0, post: 1)
    contents.addOversight(.audit, by: 2, of: 0)
    return Chart(contents)
  }

  private static let text = """
    chart: small-county
    title: {zh: 小县责任图, en: A small county}
    as-of: 2026-06-30
    jurisdictions:
      - {id: county, name: {zh: 小县, en: Small County}, level: county}
    organizations:
      - {id: committee, name: {zh: 县委, en: Party Committee}, kind: party-committee, jurisdiction: county}
      - {id: government, name: {zh: 县政府, en: Government}, kind: government, jurisdiction: county}
      - {id: water, name: {zh: 县水利局, en: Water}, kind: sector-department, parent: government}
      - {id: farms, name: {zh: 县农业农村局, en: Farms}, kind: sector-department, parent: government}
      - {id: audit, name: {zh: 县审计局, en: Audit Office}, kind: audit-office, parent: government}
    posts:
      - {id: secretary, name: {zh: 县委书记, en: Party secretary}, organization: committee,
         holders: [{person: p1, name: {zh: 甲一, en: Jia Yi}}]}
      - {id: magistrate, name: {zh: 县长, en: Magistrate}, organization: government, reports-to: secretary,
         holders: [{person: p2, name: {zh: 乙一, en: Yi Yi}}]}
      - {id: deputy, name: {zh: 副县长（分管农业水利）, en: Deputy for farms and water}, organization: government,
         reports-to: magistrate, in-charge-of: [water, farms], vacant: true}
      - {id: clerk, name: {zh: 政府办主任, en: Head of office}, organization: government, reports-to: magistrate,
         dotted-to: secretary, holders: [{person: p3, name: {zh: 乙二, en: Yi Er}, acting: true}]}
      - {id: water-head, name: {zh: 水利局局长, en: Head of water}, organization: water, reports-to: deputy,
         holders: [{person: p4, name: {zh: 丙一, en: Bing Yi}}]}
      - {id: farms-head, name: {zh: 农业农村局局长, en: Head of farms}, organization: farms, reports-to: magistrate,
         holders: [{person: p5, name: {zh: 丙二, en: Bing Er}}]}
      - {id: audit-head, name: {zh: 审计局局长, en: Head of audit}, organization: audit, reports-to: magistrate,
         holders: [{person: p6, name: {zh: 丁一, en: Ding Yi}}]}
    duties:
      - {id: rivers, title: {zh: 河道日常巡查, en: Patrol the rivers}, domain: [water], accountable: deputy,
         responsible: [water-head, farms-head], lead: water-head, consulted: audit-head, informed: magistrate}
      - {id: wells, title: {zh: 饮用水源保护, en: Keep the wells clean}, domain: [water], accountable: magistrate,
         responsible: water-head, supports: farms-head}
      - {id: soil, title: {zh: 耕地土壤监测, en: Watch the soil}, domain: [land], responsible: farms-head}
    oversight:
      - {kind: audit, by: audit, of: magistrate}
      - {kind: audit, by: audit, of: water-head}
      - {kind: audit, by: audit, of: farms-head}
      - {kind: supervise, by: deputy, of: water-head}
      - {kind: assess, by: deputy, of: water-head}
      - {kind: supervise, by: deputy, of: farms-head}
      - {kind: assess, by: deputy, of: farms-head}
      - {kind: inspect, by: magistrate, of: audit}
    """
}

extension ChartContents {
  mutating func addOrganization(_ key: String, _ name: String, kind: OrganizationKind = .other) {
    organizations.key.append(key)
    organizations.name.append(Localized(name))
    organizations.kind.append(kind)
    organizations.jurisdiction.append(ID(0))
    organizations.parent.append(nil)
    organizations.apex.append(false)
    organizations.place.append(.none)
  }

  mutating func addPost(_ key: String, _ name: String, organization: Int) {
    posts.key.append(key)
    posts.name.append(Localized(name))
    posts.organization.append(ID(organization))
    posts.role.append(nil)
    posts.apex.append(false)
    posts.status.append(.active)
    posts.adopts.append([])
    posts.place.append(.none)
  }

  mutating func addDuty(_ key: String, _ title: String) {
    duties.key.append(key)
    duties.title.append(Localized(title))
    duties.jurisdiction.append(ID(0))
    duties.domains.append([])
    duties.basis.append([])
    duties.joint.append(false)
    duties.status.append(.active)
    duties.risk.append(nil)
    duties.place.append(.none)
  }

  mutating func addLetter(_ letter: Letter, duty: Int, post: Int) {
    assignments.append(
      duty: ID(duty), assignee: .post(ID(post)), letter: letter, term: nil, lead: false, place: .none)
  }

  mutating func addOversight(_ kind: LinkKind, by: Int, of: Int) {
    oversight.key.append("\(kind.rawValue):\(by):\(of):\(oversight.key.count)")
    oversight.kind.append(kind)
    oversight.by.append(.post(ID(by)))
    oversight.of.append(.post(ID(of)))
    oversight.scope.append([])
    oversight.instrument.append(nil)
    oversight.basis.append([])
    oversight.perYear.append(nil)
    oversight.planned.append(nil)
    oversight.feeds.append([])
    oversight.place.append(.none)
  }
}

extension Samples {
  /// A nation of provinces and counties, each with a head, and departments whose heads report to him, do a duty for which
  /// he answers, and are audited by the first of them.
  static func nation(provinces: Int, counties: Int, departments: Int) -> Chart {
    var contents = ChartContents()
    contents.key = "nation"
    contents.title = Localized("示例国")
    func add(_ key: String, _ level: Level, _ parent: Int?, _ superior: Int?) -> (place: Int, head: Int) {
      let place = contents.jurisdictions.key.count
      contents.jurisdictions.key.append(key)
      contents.jurisdictions.name.append(Localized("地\(key)"))
      contents.jurisdictions.level.append(level)
      contents.jurisdictions.parent.append(parent.map { ID($0) })
      contents.jurisdictions.place.append(.none)
      let head = addBody(key, .government, place, superior)
      for number in 0..<departments {
        let post = addBody("\(key)-d\(number + 1)", OrganizationKind(word: "sector-department"), place, head)
        contents.addDuty("\(key)-duty\(number + 1)", "职责\(number + 1)")
        contents.duties.jurisdiction.set(ID(contents.duties.key.count - 1), to: ID(place))
        contents.addLetter(.accountable, duty: contents.duties.key.count - 1, post: head)
        contents.addLetter(.responsible, duty: contents.duties.key.count - 1, post: post)
        contents.addOversight(.audit, by: head + 1, of: post)
      }
      return (place, head)
    }
    func addBody(_ key: String, _ kind: OrganizationKind, _ place: Int, _ superior: Int?) -> Int {
      contents.addOrganization(key, "单位\(key)", kind: kind)
      contents.organizations.jurisdiction.set(ID(contents.organizations.key.count - 1), to: ID(place))
      let post = contents.posts.key.count
      contents.addPost(key + "-head", "\(key)负责人", organization: contents.organizations.key.count - 1)
      if let superior { contents.superiors.append(ID(post), ID(superior), at: .none) }
      return post
    }
    let nation = provinces > 0 ? add("nation", .nation, nil, nil) : nil
    for province in 0..<max(1, provinces) {
      let key = "p\(province + 1)"
      let above = nation.map { add(key, .province, $0.place, $0.head) }
      for county in 0..<counties { _ = add("\(key)-c\(county + 1)", .county, above?.place, above?.head) }
    }
    return Chart(contents)
  }
}

extension Samples {
  /// A magistrate, and departments of several posts of which the first reports to him and the others to the first.
  static func county(departments: Int, posts: Int, hasCommand: Bool = true) -> Chart {
    var contents = ChartContents()
    contents.key = "county"
    contents.title = Localized("示例县")
    contents.addJurisdiction(key: "place", name: Localized("示例县"), level: .county, place: .none)
    contents.addOrganization("government", "县政府", kind: .government)
    contents.addPost("magistrate", "县长", organization: 0)
    for department in 1...departments {
      contents.addOrganization("d\(department)", "第\(department)局", kind: OrganizationKind(word: "sector-department"))
      for post in 1...posts {
        contents.addPost("d\(department)-\(post)", "第\(department)局第\(post)岗", organization: department)
        let head = (department - 1) * posts + 1
        if hasCommand {
          contents.superiors.append(ID(head + post - 1), ID(post == 1 ? 0 : head), at: .none)
        }
      }
    }
    return Chart(contents)
  }

  /// A finding of no rule.
  static func finding(on entity: Entity, in chart: Chart) -> Finding {
    Finding(
      Finding.Told(
        code: "TST001", name: "some-rule", defect: .gap, severity: .error, of: chart, entities: [entity],
        message: Localized("m")))
  }
}
