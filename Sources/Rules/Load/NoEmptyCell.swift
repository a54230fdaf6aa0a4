import RemitInspection
import RemitModel

extension Rule {
  /// LOD003: a post has a part in every duty of its jurisdiction.
  static let noEmptyCell = Rule(
    code: "LOD003", name: "no-empty-cell", family: .load, defect: .burden, severity: .note,
    title: Localized(zh: "事事有份的岗位", en: "Post with a part in everything"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位在本行政区的每一项现行职责上都有字母，而职责至少有 8 项（可调）。主要负责人的 A 和 I 不算：负总责、听汇报是"
          + "他的本分。",
        en:
          "A post has a letter on every active duty of its jurisdiction, and there are at least 8 of them (a setting). "
          + "Of a head of the jurisdiction A and I do not count: to answer for everything and be told of it is his office."
      ),
      why: Localized(
        zh: "样样都参与的人，样样都要等他；多半有些事并不需要他。",
        en: "Everything waits for who has a part in everything, and some of it would do as well without him."),
      remedy: Localized(
        zh: "逐项看他退出后缺什么，不缺的就去掉，先去知会和会商。",
        en:
          "Ask of each duty what it would lack without him and remove him where it lacks nothing, informed and consulted "
          + "first."),
      source: Localized(
        zh: "RACI 的竖向检查：一列里没有空格，这个人真要样样参与吗？（史密斯、欧文《角色与职责图》）",
        en: "RACI read by columns: with no empty space, need this person be involved in so many activities? (Smith and "
          + "Erwin, Role and Responsibility Charting)")),
    settings: [
      Setting("duties", Localized(zh: "职责数下限", en: "fewest duties to judge by"), standard: 8, range: 2...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        posts:
          - {id: magistrate}
          - {id: office-head, reports-to: magistrate}  # expect: LOD003 post:office-head
          - {id: clerk, reports-to: office-head}
        duties:
          - {id: duty-1, accountable: magistrate, responsible: clerk, informed: office-head}
          - {id: duty-2, accountable: magistrate, responsible: clerk, consulted: office-head}
          - {id: duty-3, accountable: magistrate, responsible: office-head}
          - {id: duty-4, accountable: office-head, responsible: clerk}
          - {id: duty-5, accountable: magistrate, responsible: clerk, lead: clerk, supports: office-head}
          - {id: duty-6, accountable: magistrate, responsible: clerk, informed: office-head}
          - {id: duty-7, accountable: magistrate, responsible: clerk, informed: office-head}
          - {id: duty-8, accountable: magistrate, responsible: magistrate, informed: office-head}
        """),
      Example(
        """
        # A head who is asked before everything.
        chart: county
        posts:
          - {id: magistrate}  # expect: LOD003 post:magistrate
          - {id: deputy, reports-to: magistrate}
          - {id: clerk, reports-to: deputy}
          - {id: typist, reports-to: deputy}
        duties:
          - {id: duty-1, accountable: deputy, responsible: clerk, consulted: magistrate}
          - {id: duty-2, accountable: deputy, responsible: typist, consulted: magistrate}
          - {id: duty-3, accountable: deputy, responsible: clerk, consulted: magistrate}
          - {id: duty-4, accountable: deputy, responsible: typist, consulted: magistrate}
          - {id: duty-5, accountable: deputy, responsible: clerk, consulted: magistrate}
          - {id: duty-6, accountable: deputy, responsible: typist, consulted: magistrate}
          - {id: duty-7, accountable: deputy, responsible: clerk, consulted: magistrate}
          - {id: duty-8, accountable: clerk, responsible: clerk, consulted: magistrate}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions: [{id: county, level: county}, {id: town, level: township, parent: county}]
        organizations:
          - {id: government, kind: government, jurisdiction: county}
          - {id: town-government, kind: government, jurisdiction: town}
        posts:
          - {id: magistrate, role: government-principal, organization: government}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: clerk, organization: government, reports-to: deputy}
          # A part in every one of the town's seven duties.
          - {id: mayor, role: government-principal, organization: town-government}
          - {id: town-clerk, organization: town-government, reports-to: mayor}
        duties:
          # The magistrate answers for everything or is told of it; the deputy has no part in the last.
          - {id: duty-1, jurisdiction: county, accountable: magistrate, responsible: deputy}
          - {id: duty-2, jurisdiction: county, accountable: magistrate, responsible: deputy}
          - {id: duty-3, jurisdiction: county, accountable: magistrate, responsible: deputy}
          - {id: duty-4, jurisdiction: county, accountable: magistrate, responsible: deputy}
          - {id: duty-5, jurisdiction: county, accountable: deputy, responsible: clerk, informed: magistrate}
          - {id: duty-6, jurisdiction: county, accountable: deputy, responsible: clerk, informed: magistrate}
          - {id: duty-7, jurisdiction: county, accountable: deputy, responsible: clerk, informed: magistrate}
          - {id: duty-8, jurisdiction: county, accountable: magistrate, responsible: clerk}
          - {id: town-1, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-2, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-3, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-4, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-5, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-6, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-7, jurisdiction: town, accountable: mayor, responsible: town-clerk}
          - {id: town-8, jurisdiction: town, accountable: mayor, responsible: town-clerk, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let heads = inspection.facts[Heads.self]
    let fewest = inspection.threshold("duties")
    var duties = [Int](repeating: 0, count: chart.jurisdictions.key.count)
    for duty in chart.duties.ids where chart.duties.status[duty] == .active {
      duties[chart.duties.jurisdiction[duty].index] += 1
    }
    for post in chart.posts.ids where chart.isInForce(post) {
      let home = chart.jurisdiction(of: post)
      let total = duties[home.index]
      guard total > 0, chart.assignmentsOfPost[post].count >= total, total >= fewest.count(at: .post(post))
      else { continue }
      let cells = cells(of: post, isHead: heads.isHead[post.index], chart)
      if cells.count == total { report(post, cells, &inspection) }
    }
  }
}

/// One row of a post for each active duty of its jurisdiction on which it has a letter that counts: the strongest one.
private func cells(of post: ID<Post>, isHead: Bool, _ chart: Chart) -> [ID<Assignment>] {
  let home = chart.jurisdiction(of: post)
  var cells: [ID<Assignment>] = []
  for row in chart.assignmentsOfPost[post] {
    let duty = chart.assignments.duty[row]
    let letter = chart.assignments.letter[row]
    guard chart.duties.status[duty] == .active, chart.duties.jurisdiction[duty] == home,
      !isHead || (letter != .accountable && letter != .informed)
    else { continue }
    // Rows stand in the order of duties, so that the letters on one duty follow one another.
    if let last = cells.last, chart.assignments.duty[last] == duty {
      if letter < chart.assignments.letter[last] { cells[cells.count - 1] = row }
    } else {
      cells.append(row)
    }
  }
  return cells
}

private func report(_ post: ID<Post>, _ cells: [ID<Assignment>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.posts.name[post]
  let place = chart.jurisdictions.name[chart.jurisdiction(of: post)]
  let key = chart.posts.key[post]
  // The weakest letter is the first to go.
  let weakest = cells.max { chart.assignments.letter[$0] < chart.assignments.letter[$1] } ?? cells[0]
  let letter = chart.assignments.letter[weakest]
  let duty = chart.duties.key[chart.assignments.duty[weakest]]
  inspection.report(
    [.post(post)],
    Localized(
      zh: "“\(name.zh)”在“\(place.zh)”的全部 \(cells.count) 项职责上都有份",
      en: "“\(name.en)” has a part in every one of the \(cells.count) duties of “\(place.en)”"),
    evidence: cells.map(inspection.letter),
    suggestion: letter < .supports
      ? Localized(
        zh: "把一部分职责交给别的岗位，如把职责 \(duty) 的 \(letter.key) 从 \(key) 改为别人",
        en: "leave some of the duties to others, such as by replacing \(key) under \(letter.key) of duty \(duty)")
      : Localized(
        zh: "在不需要他的职责上去掉 \(key)，先看职责 \(duty) 的 \(letter.key)",
        en: "remove \(key) where it is not needed, first from \(letter.key) of duty \(duty)"))
}
