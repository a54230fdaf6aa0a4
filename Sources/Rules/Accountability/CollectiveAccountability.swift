import RemitInspection
import RemitModel

extension Rule {
  /// ACC009: an organization, and not a post, answers for an active duty.
  static let collectiveAccountability = Rule(
    code: "ACC009", name: "collective-accountability", family: .accountability, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "由单位集体负总责的职责", en: "Duty that a whole body answers for"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责的负总责者（A）是单位，而不是具体岗位。",
        en: "The letter A on an active duty is held by an organization rather than by a post."),
      why: Localized(
        zh: "集体负责追不到人：处分、约谈、审计的对象都只能是任职的人。",
        en: "A body cannot be called to account: only who sits in a post can be asked, audited or disciplined."),
      remedy: Localized(zh: "把 A 写到单位的一个岗位上，通常是其负责人。", en: "Give the A to one post of the body, as a rule its head."),
      source: Localized(
        zh: "责任到人：RACI 的 A 是一个人；领导干部责任制以职务为对象。",
        en: "RACI: the A is one person; Chinese responsibility systems speak of office holders, not of offices.")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
        duties:
          - {id: rivers, accountable: water-bureau, responsible: water-head}  # expect: ACC009 duty:rivers organization:water-bureau
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: water-bureau}
          - {id: mills, accountable: water-bureau, responsible: water-head, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let leaders = inspection.facts[Leaders.self]
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: [.active, .answeringBody]) {
      let bodies = chart.assignees(of: duty, .accountable).compactMap { node in
        if case .organization(let body) = node { body } else { nil }
      }
      guard let first = bodies.first else { continue }
      let entities = bodies.map { Entity.organization($0) }
      let list = inspection.list(entities)
      let title = chart.duties.title[duty]
      let head = leaders.leader(of: first).map { chart.posts.key[$0] }
      inspection.report(
        [.duty(duty)] + entities,
        Localized(
          zh: "职责“\(title.zh)”由单位\(list.zh)集体负总责，没有落实到岗位",
          en: "the duty “\(title.en)” is answered for by \(list.en) as a whole, and by no post"),
        evidence: entities.map { inspection.link($0, .letter(.accountable), .duty(duty)) },
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "把职责 \(chart.duties.key[duty]) 的 accountable 从 \(chart.organizations.key[first]) 改为 "
            + "\(head ?? "<岗位>")",
          en: "replace \(chart.organizations.key[first]) by \(head ?? "<post>") under accountable of duty "
            + "\(chart.duties.key[duty])"))
    }
  }
}
