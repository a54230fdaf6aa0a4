import RemitInspection
import RemitModel

extension Rule {
  /// ACC002: several answer for an active duty, neither jointly under a lead nor jointly by the regulation.
  static let rivalAccountability = Rule(
    code: "ACC002", name: "rival-accountability", family: .accountability, defect: .overlap, severity: .error,
    title: Localized(zh: "多头负总责的职责", en: "Duty with rival answerers"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责有不止一个负总责者（A），既没有声明为带牵头者的共同责任，法规也没有规定这些职务同责。",
        en: "More than one holds the letter A on an active duty, which is neither joint with a lead nor joint by the "
          + "regulation."),
      why: Localized(
        zh: "人人负责往往等于无人负责：出了问题各方都可以指向对方。",
        en: "When all answer, each can point at the other, and nobody decides."),
      remedy: Localized(
        zh: "只留一个 accountable，其余改为 responsible 或 supports；确属共同负责的，写 joint: true 并指明 lead。",
        en: "Keep one post under accountable and move the others to responsible or supports; if they do answer "
          + "together, write joint: true and name the lead."),
      source: Localized(
        zh: "RACI 矩阵：每行只有一个 A；例外是党政同责（如《规定》第四条）。",
        en: "RACI practice: one A in a row; the exception is joint Party and government responsibility (党政同责).")),
    faulty: [
      Example(
        """
        chart: county
        posts:
          - {id: magistrate}
          - {id: deputy, reports-to: magistrate}
          - {id: clerk, reports-to: deputy}
        duties:
          - {id: flood, accountable: [magistrate, deputy], responsible: clerk}  # expect: ACC002 duty:flood
          - {id: drought, accountable: [magistrate, deputy], lead: deputy, responsible: clerk}  # expect: ACC002 duty:drought
        """),
      Example(
        """
        chart: county
        posts:
          - {id: secretary}
          - {id: magistrate, reports-to: secretary}
        duties:
          # Joint, but nobody goes first.
          - {id: rivers, accountable: [secretary, magistrate], joint: true, responsible: magistrate}  # expect: ACC002 duty:rivers
        """),
      Example(
        """
        regulation: party-and-government
        levels: [county]
        roles:
          - {id: committee-principal, organization: party-committee, clause: "1"}
          - {id: government-principal, organization: government, clause: "1"}
        joint: [{roles: [committee-principal, government-principal], lead: committee-principal, clause: "1"}]
        ---
        chart: two-counties
        against: [party-and-government]
        jurisdictions: [{id: east, level: county}, {id: west, level: county}]
        organizations:
          - {id: east-committee, kind: party-committee, jurisdiction: east}
          - {id: west-government, kind: government, jurisdiction: west}
        posts:
          - {id: east-secretary, organization: east-committee, role: committee-principal}
          - {id: west-magistrate, organization: west-government, role: government-principal}
        duties:
          # The regulation joins the two roles of one place, not of two.
          - {id: border, accountable: [east-secretary, west-magistrate], responsible: west-magistrate}  # expect: ACC002 duty:border
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        posts:
          - {id: secretary}
          - {id: magistrate, reports-to: secretary}
          - {id: clerk, reports-to: magistrate}
        duties:
          - {id: rivers, accountable: [secretary, magistrate], joint: true, lead: secretary, responsible: clerk}
          - {id: roads, accountable: magistrate, responsible: [magistrate, clerk]}
          - {id: gates, accountable: [secretary, magistrate], responsible: clerk, status: abolished}
        """),
      Example(
        """
        regulation: party-and-government
        levels: [county]
        roles:
          - {id: committee-principal, organization: party-committee, clause: "1"}
          - {id: government-principal, organization: government, clause: "1"}
        joint: [{roles: [committee-principal, government-principal], lead: committee-principal, clause: "1"}]
        ---
        chart: county
        against: [party-and-government]
        jurisdictions: [{id: county, level: county}]
        organizations: [{id: committee, kind: party-committee}, {id: government, kind: government}]
        posts:
          - {id: secretary, organization: committee, role: committee-principal}
          - {id: magistrate, organization: government, role: government-principal, reports-to: secretary}
        duties:
          - {id: quality, accountable: [secretary, magistrate], responsible: magistrate}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let joint = inspection.facts[JointRoles.self]
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: [.active, .rivals]) {
      let rivals = rivals(for: duty, in: chart)
      guard rivals.count > 1, !isLed(duty, in: chart), !joint.cover(rivals, in: chart) else { continue }
      report(duty, rivals.map { Entity($0) }, &inspection)
    }
  }
}

/// Those with an A. An organization beside a post of its own is no rival of that post.
private func rivals(for duty: ID<Duty>, in chart: Chart) -> [Node] {
  let all = chart.assignees(of: duty, .accountable)
  guard all.count > 1 else { return [] }
  let homes = Set(all.compactMap { if case .post(let post) = $0 { chart.posts.organization[post] } else { nil } })
  return all.filter { if case .organization(let body) = $0 { !homes.contains(body) } else { true } }
}

/// Whether the duty is joint and exactly one of those with an A leads.
private func isLed(_ duty: ID<Duty>, in chart: Chart) -> Bool {
  guard chart.duties.joint[duty] else { return false }
  return chart.letters[duty].filter { chart.assignments.letter[$0] == .accountable && chart.assignments.lead[$0] }.count
    == 1
}

private func report(_ duty: ID<Duty>, _ rivals: [Entity], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let title = chart.duties.title[duty]
  let list = inspection.list(rivals)
  let first = rivals.first.map(chart.key) ?? ""
  let message: Localized
  let suggestion: Localized
  if chart.duties.joint[duty] {
    message = Localized(
      zh: "职责“\(title.zh)”由\(list.zh)共同负总责，却没有唯一的牵头者",
      en: "\(list.en) answer jointly for the duty “\(title.en)”, but not one of them alone is the lead")
    suggestion = Localized(
      zh: "为职责 \(chart.duties.key[duty]) 写明一个 lead，如 lead: \(first)",
      en: "name one lead of duty \(chart.duties.key[duty]), such as lead: \(first)")
  } else {
    message = Localized(
      zh: "职责“\(title.zh)”有 \(rivals.count) 个负总责者：\(list.zh)",
      en: "\(rivals.count) answer for the duty “\(title.en)”: \(list.en)")
    suggestion = Localized(
      zh: "职责 \(chart.duties.key[duty]) 的 accountable 只留一个（\(inspection.keys(rivals))）；共同负责的，写 joint: true 和 "
        + "lead: \(first)",
      en: "keep one of \(inspection.keys(rivals)) as accountable of duty \(chart.duties.key[duty]); or, if they "
        + "answer together, add joint: true and lead: \(first)")
  }
  let links = rivals.map { inspection.link($0, .letter(.accountable), .duty(duty)) }
  inspection.report(
    [.duty(duty)], message, evidence: Array(links.prefix(2)), context: Array(links.dropFirst(2)),
    clauses: inspection.clauses(chart.duties.basis[duty]), suggestion: suggestion)
}
