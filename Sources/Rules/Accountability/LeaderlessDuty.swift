import RemitInspection
import RemitModel

extension Rule {
  /// ACC008: a duty that several organizations share and that none of them leads.
  static let leaderlessDuty = Rule(
    code: "ACC008", name: "leaderless-duty", family: .accountability, defect: .ambiguity, severity: .error,
    title: Localized(zh: "无人牵头的职责", en: "Duty without a lead"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责的负总责、承办、协助者（A、R、S）分属几个单位，却没有写明谁牵头。只有一个承办者且无人协助的，由它自然牵头。",
        en: "Those with A, R or S on an active duty sit in several organizations, and none is marked as the lead. One "
          + "that does the work alone, without support, leads by itself."),
      why: Localized(
        zh: "几家都管、无人牵头的事，容易互相等待、互相推诿。",
        en: "What several bodies share and none leads, each waits for another to begin."),
      remedy: Localized(
        zh: "在职责上写明 lead，从负总责者或承办者中选一个。", en: "Add a lead to the duty: one of those with A or R."),
      source: Localized(
        zh: "机构职责分工惯例：涉及多部门的事项须明确牵头单位。",
        en: "Chinese administrative practice: what concerns several departments has a lead department (牵头单位).")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: [water-head, ecology-head]}  # expect: ACC008 duty:rivers
          # One does the work, but not alone.
          - {id: dams, responsible: water-head, supports: ecology-head}  # expect: ACC008 duty:dams
          # Who only helps cannot go first.
          - {id: wells, responsible: water-head, supports: ecology-head, lead: ecology-head}  # expect: ACC008 duty:wells
          - {id: pipes, accountable: deputy, responsible: [water-head, water-second]}  # expect: ACC008 duty:pipes
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: [water-head, ecology-head], lead: water-head}
          - {id: dams, accountable: deputy, responsible: water-head, supports: ecology-head, lead: deputy}
          - {id: wells, accountable: deputy, responsible: water-head}
          - {id: pipes, accountable: water-head, responsible: [water-head, water-second], consulted: ecology-head}
          - {id: mills, accountable: deputy, responsible: [water-head, ecology-head], status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: [.active, .shared], without: .led) {
      guard let bodies = leaderlessBodies(of: duty, in: chart) else { continue }
      let title = chart.duties.title[duty]
      let list = inspection.list(bodies.map { .organization($0) })
      let sharing = chart.letters[duty].filter { chart.assignments.letter[$0] <= .supports }
      let proof = proof(among: sharing, in: chart)
      let able = chart.assignees(of: duty, .responsible) + chart.assignees(of: duty, .accountable)
      let lead = able.first.map { chart.key(of: Entity($0)) } ?? ""
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "职责“\(title.zh)”由\(list.zh)分担，没有牵头者",
          en: "the duty “\(title.en)” is shared by \(list.en), and none leads"),
        evidence: sharing.filter(proof.contains).map(inspection.letter),
        context: sharing.filter { !proof.contains($0) }.map(inspection.letter),
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "为职责 \(chart.duties.key[duty]) 写明牵头者，如 lead: \(lead)",
          en: "name the lead of duty \(chart.duties.key[duty]), such as lead: \(lead)"))
    }
  }
}

/// The organizations that share a duty, in the order written; nil where one of them leads or there is just one.
private func leaderlessBodies(of duty: ID<Duty>, in chart: Chart) -> [ID<Organization>]? {
  let (letters, assignees, leads) = (chart.assignments.letter, chart.assignments.assignee, chart.assignments.lead)
  // The rows of a duty follow one another.
  let slots = chart.letters.slots(of: duty)
  var performers = 0
  var supporters = 0
  for slot in slots {
    let row = ID<Assignment>(slot)
    let letter = letters[row]
    if letter == .supports { supporters += 1 } else if letter < .supports, leads[row] { return nil }
    if letter == .responsible { performers += 1 }
  }
  if performers == 1 && supporters == 0 { return nil }
  var bodies: [ID<Organization>] = []
  var seen = SmallSet<ID<Organization>>()
  for slot in slots where letters[ID(slot)] <= .supports {
    if let body = chart.organization(of: assignees[ID(slot)]), seen.insert(body) { bodies.append(body) }
  }
  return bodies.count < 2 ? nil : bodies
}

/// The fewest letters that leave a duty without a lead: two of different organizations, unless they are one that answers
/// and one that does the work; else one that answers, and two of another organization that do the work.
private func proof(among rows: [ID<Assignment>], in chart: Chart) -> Set<ID<Assignment>> {
  let assignments = chart.assignments
  let body = { (row: ID<Assignment>) in chart.organization(of: assignments.assignee[row]) }
  // Of each letter the first row, and the first of another organization, stand for all.
  var few: [ID<Assignment>] = []
  for letter in [Letter.responsible, .supports, .accountable] {
    guard let first = rows.first(where: { assignments.letter[$0] == letter }) else { continue }
    few.append(first)
    if let other = rows.first(where: { assignments.letter[$0] == letter && body($0) != body(first) }) {
      few.append(other)
    }
  }
  for (index, a) in few.enumerated() {
    for b in few[(index + 1)...] where body(a) != body(b) {
      if Set([assignments.letter[a], assignments.letter[b]]) != [.accountable, .responsible] { return [a, b] }
    }
  }
  let answering = rows.filter { assignments.letter[$0] == .accountable }
  let working = rows.filter { assignments.letter[$0] == .responsible }
  return Set(answering.prefix(1) + working.prefix(2))
}
