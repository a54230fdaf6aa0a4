import RemitInspection
import RemitModel

extension Rule {
  /// ACC006: several organizations do a duty, and nobody is consulted or informed.
  static let silentDuty = Rule(
    code: "ACC006", name: "silent-duty", family: .accountability, defect: .gap, severity: .note,
    title: Localized(zh: "无人会商知会的共办职责", en: "Shared duty about which nobody is asked or told"),
    explanation: Explanation(
      what: Localized(
        zh: "几个单位共同承办或配合（R、S）的职责，没有写明向谁会商（C）、知会（I）。只负领导责任的单位不计。",
        en: "Several organizations have R or S on the duty, and nobody is to be consulted (C) or informed (I). A body "
          + "that only answers for it does not count as one of them."),
      why: Localized(
        zh: "跨单位的事没有通气的渠道，彼此不知进度，衔接处容易落空。",
        en: "Work that crosses organizations without a word between them fails where they meet."),
      remedy: Localized(zh: "写明需要会商或知会的岗位。", en: "Name whom to consult or inform."),
      source: Localized(
        zh: "RACI 矩阵的横向分析：没有 C、I 的行。", en: "Horizontal analysis of a RACI matrix: a row without C and I.")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water}, {id: farming}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water}
          - {id: farming-head, organization: farming}
        duties:
          - {id: ponds, accountable: deputy, responsible: water-head, supports: farming-head, lead: water-head}  # expect: ACC006 duty:ponds
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water}, {id: farming}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water}
          - {id: water-clerk, organization: water, reports-to: water-head}
          - {id: farming-head, organization: farming}
        duties:
          - {id: ponds, accountable: deputy, responsible: water-head, supports: farming-head, lead: water-head, informed: deputy}
          - {id: dams, accountable: deputy, responsible: water-head, supports: water-clerk}
          - {id: locks, accountable: deputy, responsible: [water-head, farming-head], lead: water-head, status: draft}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    for duty in chart.duties.ids where chart.duties.status[duty] == .active {
      guard let (first, other) = sharers(of: duty, in: chart) else { continue }
      let title = chart.duties.title[duty]
      let bodies = [first, other].compactMap { chart.organization(of: chart.assignments.assignee[$0]) }
      let list = inspection.list(bodies.map { .organization($0) })
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "职责“\(title.zh)”由\(list.zh)等共办，却没有会商或知会任何人",
          en: "the duty “\(title.en)” is done by \(list.en) together, and nobody is consulted or informed"),
        evidence: [inspection.letter(first), inspection.letter(other)],
        suggestion: Localized(
          zh: "为职责 \(chart.duties.key[duty]) 写明 informed: <岗位> 或 consulted: <岗位>",
          en: "add informed: <post> or consulted: <post> to duty \(chart.duties.key[duty])"))
    }
  }
}

/// The first two letters R or S of different organizations; nil where one does it all, or somebody is asked or told.
private func sharers(of duty: ID<Duty>, in chart: Chart) -> (ID<Assignment>, ID<Assignment>)? {
  var first: ID<Assignment>?
  var other: ID<Assignment>?
  for row in chart.letters[duty] {
    switch chart.assignments.letter[row] {
    case .consulted, .informed: return nil
    case .accountable: continue
    case .responsible, .supports:
      guard let known = first else {
        first = row
        continue
      }
      let body = chart.organization(of: chart.assignments.assignee[known])
      if other == nil, chart.organization(of: chart.assignments.assignee[row]) != body { other = row }
    }
  }
  if let first, let other { return (first, other) }
  return nil
}
