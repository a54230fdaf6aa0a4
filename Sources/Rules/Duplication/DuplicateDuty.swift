import RemitInspection
import RemitModel

extension Rule {
  /// DUP001: duties of one place that say nearly the same and are answered for by different posts.
  static let duplicateDuty = Rule(
    code: "DUP001", name: "duplicate-duty", family: .duplication, defect: .overlap, severity: .warning,
    title: Localized(zh: "重复的职责", en: "Duplicate duties"),
    explanation: Explanation(
      what: Localized(
        zh: "同一行政区的几项有效职责，标题几乎相同（字符三元组的 Jaccard 相似度默认不低于 0.8，不计大小写、全半角和标点），却由不同的岗位负总责。"
          + "数字不同的标题不算相同。",
        en:
          "Active duties of one jurisdiction have nearly the same title (Jaccard of character trigrams at least 0.8 by "
          + "default, whatever case, width and punctuation), and different posts answer for them. Titles with different "
          + "numbers are not the same."),
      why: Localized(
        zh: "一件事写了两遍、派了两家，出了问题各说是对方的。",
        en: "One thing is written down twice and given to two, and each can say that it was the other's."),
      remedy: Localized(
        zh: "合并为一项，写明牵头；确是两件事的，把标题写得能区分。",
        en: "Make them one and name a lead; if they are two things, let the titles say how they differ."),
      source: Localized(
        zh: "文本近似重复检测（Broder 的字符片段相似度）。", en: "Near-duplicate detection by shingles (Broder, 1997).")),
    settings: [
      Setting("similarity", Localized(zh: "相似度下限", en: "least similarity"), standard: 0.8, range: 0.3...1)
    ],
    faulty: [
      Example(
        """
        chart: county
        posts: [{id: water-head}, {id: town-head}, {id: clerk}]
        duties:
          - {id: sewage-1, title: 农村生活污水治理, accountable: water-head, responsible: clerk}  # expect: DUP001 duty:sewage-1 duty:sewage-2
          - {id: sewage-2, title: "农村 生活污水（治理）。", accountable: town-head, responsible: clerk}
        """),
      Example(
        """
        chart: county
        posts: [{id: water-head}, {id: town-head}, {id: clerk}]
        duties:
          - {id: banks-1, title: Keep the banks of the rivers and lakes free of all kinds of waste, accountable: water-head, responsible: clerk}  # expect: DUP001 duty:banks-1 duty:banks-2
          - {id: banks-2, title: Keep the banks of the rivers and lakes free of any kinds of waste, accountable: town-head, responsible: clerk}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions: [{id: east, level: county}, {id: west, level: county}]
        organizations: [{id: east-water, jurisdiction: east}, {id: west-water, jurisdiction: west}]
        posts:
          - {id: east-head, organization: east-water}
          - {id: east-clerk, organization: east-water, reports-to: east-head}
          - {id: west-head, organization: west-water}
        duties:
          - {id: sewage, title: 农村生活污水治理, accountable: east-head, responsible: east-clerk}
          # Of another place, of the same post, without force, of another section, of another kind of water.
          - {id: west-sewage, title: 农村生活污水治理, accountable: west-head, responsible: west-head}
          - {id: sewage-2, title: 农村生活污水治理, accountable: east-head, responsible: east-head}
          - {id: old-sewage, title: 农村生活污水治理, accountable: east-clerk, responsible: east-clerk, status: abolished}
          - {id: section-1, title: 负责辖区内主要河道第 1 段两岸的日常巡查、清理和保洁养护等工作, accountable: east-head, responsible: east-clerk}
          - {id: section-2, title: 负责辖区内主要河道第 2 段两岸的日常巡查、清理和保洁养护等工作, accountable: east-clerk, responsible: east-clerk}
          - {id: town-sewage, title: 城镇生活污水治理, accountable: east-clerk, responsible: east-clerk}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let joint = inspection.facts[JointRoles.self]
    let similarity = inspection.threshold("similarity")
    var texts = DutyTexts(chart)
    // Who answers for nothing cannot answer for the same.
    let answered = inspection.facts[DutyLetters.self].duties(with: [.active, .accountable])
    let home = chart.duties.jurisdiction
    var duties = ListsByKey(count: chart.jurisdictions.key.count)
    for duty in answered { duties.count(home[duty].index) }
    duties.beginFilling()
    for duty in answered { duties.add(duty.raw, to: home[duty].index) }
    for jurisdiction in chart.jurisdictions.ids where duties[jurisdiction.index].count > 1 {
      let permille = Int((similarity[.jurisdiction(jurisdiction)] * 1000).rounded(.up))
      let own = duties[jurisdiction.index].map { ID<Duty>(raw: $0) }
      for group in texts.groups(of: own, permille: permille) {
        let apart = answeredApart(group, chart, joint)
        if apart.count > 1 { report(apart, &inspection) }
      }
    }
  }
}

/// The duties of a group with one of each set of answerers, in file order; all of them where there are at least two such
/// sets that do not answer together by a regulation.
private func answeredApart(_ group: [ID<Duty>], _ chart: Chart, _ joint: JointRoles) -> [ID<Duty>] {
  let answerers = group.map { Set(chart.assignees(of: $0, .accountable)) }
  guard let first = answerers.first, answerers.contains(where: { $0 != first }) else { return [] }
  let all = answerers.reduce(into: Set<Node>()) { $0.formUnion($1) }
  return joint.cover(all.sorted(), in: chart) ? [] : group
}

private func report(_ group: [ID<Duty>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let duties = group.map(Entity.duty)
  let titles = chart.duties.title[group[0]]
  let list = inspection.list(group.compactMap { chart.assignees(of: $0, .accountable).first }.map(Entity.init))
  var evidence: [Tie] = []
  for duty in group {
    if duty != group[0] { evidence.append(inspection.link(.duty(group[0]), .overlaps, .duty(duty))) }
    evidence += inspection.letters(on: duty, [.accountable])
  }
  let keys = inspection.keys(Array(duties.dropFirst()))
  inspection.report(
    duties,
    Localized(
      zh: "\(group.count) 项职责说的都是“\(titles.zh)”，却分别由\(list.zh)负总责",
      en: "\(group.count) duties say “\(titles.en)”, and different posts answer for them: \(list.en)"),
    evidence: evidence, clauses: inspection.clauses(chart.duties.basis[group[0]]),
    suggestion: Localized(
      zh: "把 \(keys) 并入 \(chart.duties.key[group[0]])，并写明 lead",
      en: "merge \(keys) into \(chart.duties.key[group[0]]), and name a lead"))
}
