import RemitInspection
import RemitModel

extension Rule {
  /// IND003: an audit of a duty by those who answer for it or do it.
  static let selfReview = Rule(
    code: "IND003", name: "self-review", family: .independence, defect: .independence, severity: .error,
    title: Localized(zh: "审计自己承担的职责", en: "Audit of one's own work"),
    explanation: Explanation(
      what: Localized(
        zh: "对一项职责进行审计的岗位、该审计单位的岗位，或其现任者的其他岗位，在该职责上有 A 或 R。",
        en:
          "A duty is audited by a post that has A or R on it, by a body with such a post, or by people who hold such a post "
          + "besides."),
      why: Localized(
        zh: "自己做、自己审，审计结论不可信。", en: "An opinion on one's own work is no assurance."),
      remedy: Localized(
        zh: "换一个审计者，或把该职责的 A、R 移出审计单位。", en: "Let somebody else audit, or move A and R out of the auditing body."),
      source: Localized(
        zh: "国际内部审计协会与会计师职业道德守则中的“自我评价威胁”。",
        en: "The self-review threat in the codes of the IIA and of accountants (IESBA).")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: audit-office, kind: audit-office}
          - {id: bureau, kind: department}
        posts:
          - {id: auditor, organization: audit-office, holders: [{person: zhao}]}
          - {id: steward, organization: bureau, holders: [{person: zhao}]}
          - {id: head, organization: bureau, holders: [{person: qian}]}
        duties:
          - {id: grants, accountable: head, responsible: steward}  # expect: IND003 duty:grants
        oversight:
          - {kind: audit, by: audit-office, of: grants}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        organizations:
          - {id: audit-office, kind: audit-office}
          - {id: bureau, kind: department}
        posts:
          - {id: auditor, organization: audit-office, holders: [{person: zhao, from: 2025-01-01}]}
          - {id: steward, organization: bureau, holders: [{person: zhao, until: 2024-12-31}, {person: sun, from: 2025-01-01}]}
          - {id: head, organization: bureau, holders: [{person: qian}]}
        duties:
          - {id: grants, accountable: head, responsible: steward, consulted: auditor}
          - {id: audits, accountable: auditor, responsible: auditor}
          - {id: steam, accountable: auditor, responsible: auditor, status: abolished}
        oversight:
          - {kind: audit, by: audit-office, of: grants}
          - {kind: supervise, by: auditor, of: audits}
          - {kind: audit, by: auditor, of: steam}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watch = inspection.facts[Watch.self]
    let incumbency = inspection.facts[Incumbency.self]
    var isAudited = [Bool](repeating: false, count: chart.duties.key.count)
    for row in inspection.facts[OversightByKind.self].rows(of: .audit) {
      if case .duty(let duty) = chart.oversight.of[row] { isAudited[duty.index] = true }
    }
    for duty in chart.duties.ids where isAudited[duty.index] && chart.duties.status[duty] != .abolished {
      var proofs: [Proof] = []
      for row in watch.over(.duty(duty)) where chart.oversight.kind[row] == .audit {
        if let proof = proof(of: row, over: duty, incumbency, in: inspection) { proofs.append(proof) }
      }
      guard let first = proofs.first else { continue }
      let title = chart.duties.title[duty]
      let by = first.by
      let hand = chart.name(of: first.hand)
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "审计职责“\(title.zh)”的“\(chart.name(of: by).zh)”，其“\(hand.zh)”正是该职责的承担者",
          en:
            "“\(title.en)” is audited by “\(chart.name(of: by).en)”, and “\(hand.en)” of the same hands has A or R on it"
        ),
        evidence: first.links, context: proofs.dropFirst().flatMap(\.links).filter { !first.links.contains($0) },
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "改由 \(chart.key(of: by)) 以外的单位审计，或将 \(chart.key(of: first.hand)) 移出该职责的 A、R",
          en:
            "let a body other than \(chart.key(of: by)) audit it, or take \(chart.key(of: first.hand)) off its A and R")
      )
    }
  }
}

/// The auditor, the post or body that it audits itself through, and the links that show it.
private typealias Proof = (by: Entity, hand: Entity, links: [Tie])

private func proof(
  of row: ID<Oversight>, over duty: ID<Duty>, _ incumbency: Incumbency, in inspection: Inspection
) -> Proof? {
  let chart = inspection.chart
  let auditor = chart.oversight.by[row]
  guard let body = chart.organization(of: auditor) else { return nil }
  let (letters, assignees, homes) = (chart.assignments.letter, chart.assignments.assignee, chart.posts.organization)
  // The rows of a duty follow one another.
  for slot in chart.letters.slots(of: duty) {
    let letter = letters[ID(slot)]
    let hand = assignees[ID(slot)]
    guard letter == .accountable || letter == .responsible else { continue }
    var held: [Tie] {
      [inspection.link(row), inspection.link(Entity(hand), .letter(letter), .duty(duty))]
    }
    if hand == auditor { return (Entity(auditor), Entity(hand), held) }
    guard chart.organization(of: hand) != body else {
      let seat = seat(of: hand, body, in: inspection) + seat(of: auditor, body, in: inspection)
      return (Entity(auditor), Entity(hand), held + seat)
    }
    // Mostly whoever has the letter holds no post of the auditor's, and then nobody there need be asked.
    guard case .post(let post) = hand,
      incumbency.isHeld(post, by: { incumbency.holds($0) { homes[$0] == body } }),
      let person = chart.members[body].flatMap(incumbency.holders).first(where: incumbency.holders(of: post).contains),
      let own = chart.members[body].first(where: { incumbency.holders(of: $0).contains(person) })
    else { continue }
    let holds = [own, post].map { inspection.link(.person(person), .holds, .post($0)) }
    return (Entity(auditor), Entity(hand), held + holds + seat(of: .post(own), body, in: inspection))
  }
  return nil
}

private func seat(of node: Node, _ body: ID<Organization>, in inspection: Inspection) -> [Tie] {
  if case .post = node { [inspection.link(Entity(node), .sitsIn, .organization(body))] } else { [] }
}
