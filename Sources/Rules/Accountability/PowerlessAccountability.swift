import RemitInspection
import RemitModel

extension Rule {
  /// ACC010: who answers for a duty has no power over those who do it.
  static let powerlessAccountability = Rule(
    code: "ACC010", name: "powerless-accountability", family: .accountability, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "有责无权的职责", en: "Duty answered for without power"),
    explanation: Explanation(
      what: Localized(
        zh: "负总责者（A）到承办者（R）之间没有任何指挥、分管、领导或统筹协调的路径。业务报告线（dotted-to）不算。",
        en: "No way of command, charge, leading or coordination runs from who has the A to who has the R. A dotted "
          + "line does not count."),
      why: Localized(
        zh: "对自己管不到的人负责，既督促不了，也纠正不了。", en: "Nobody can answer for people whom he can neither direct nor correct."),
      remedy: Localized(
        zh: "把 A 交给管得到承办者的岗位，或补上报告、分管或统筹协调关系。",
        en: "Give the A to a post above those who do the work, or write down the reporting, charge or coordination "
          + "that there is."),
      source: Localized(
        zh: "权责一致原则（法约尔：权力与责任相称）。", en: "Parity of authority and responsibility (Fayol).")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}]
        posts:
          - {id: magistrate, organization: government}
          - {id: water-deputy, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
          - {id: ecology-deputy, organization: government, reports-to: magistrate, in-charge-of: ecology-bureau}
          - {id: water-head, organization: water-bureau, reports-to: water-deputy}
          - {id: ecology-head, organization: ecology-bureau, reports-to: ecology-deputy, dotted-to: water-deputy}
        duties:
          # A dotted line gives no power.
          - {id: rivers, accountable: water-deputy, responsible: [water-head, ecology-head], lead: water-head}  # expect: ACC010 duty:rivers post:water-deputy post:ecology-head
          - {id: noise, accountable: water-head, responsible: ecology-bureau}  # expect: ACC010 duty:noise post:water-head organization:ecology-bureau
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: committee}
          - {id: government}
          - {id: water-bureau}
          - {id: pump-station, parent: water-bureau}
          - {id: ecology-bureau}
          - {id: river-office}
          - {id: toll-bureau}
        posts:
          - {id: secretary, organization: committee}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: water-deputy, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
          - {id: water-head, organization: water-bureau}
          - {id: pumper, organization: pump-station}
          - {id: ecology-head, organization: ecology-bureau, reports-to: magistrate}
          - {id: ecology-clerk, organization: ecology-bureau, reports-to: ecology-head}
          - {id: publicist, organization: committee, reports-to: secretary}
          - {id: river-chief, organization: river-office, reports-to: secretary}
          # Who reports to itself as well stands in a circle, and heads its bureau all the same.
          - {id: toll-head, organization: toll-bureau, reports-to: [magistrate, toll-head]}
          - {id: toll-clerk, organization: toll-bureau, reports-to: secretary}
          - {id: toll-keeper, organization: toll-bureau, reports-to: toll-head}
        duties:
          - {id: by-charge, accountable: water-deputy, responsible: [water-head, pumper], lead: water-head}
          - {id: by-command, accountable: secretary, responsible: ecology-clerk}
          - {id: by-coordination, accountable: river-chief, responsible: [ecology-clerk, water-head], lead: water-head}
          - {id: by-oneself, accountable: pumper, responsible: pumper}
          - {id: by-heading, accountable: ecology-head, responsible: ecology-bureau}
          - {id: by-heading-in-a-circle, accountable: toll-head, responsible: toll-clerk}
          # Joint: the publicist is the secretary's, whatever the magistrate may.
          - {id: together, accountable: [magistrate, secretary], joint: true, lead: secretary, responsible: publicist}
        oversight:
          - {kind: coordinate, by: river-office, of: [ecology-bureau, water-bureau]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    guard chart.saysCommand else { return }
    var climber = inspection.facts[Direction.self].climber()
    let joint = inspection.facts[JointRoles.self]
    let letters = inspection.facts[DutyLetters.self]
    let offsets = chart.letters.offsets
    let (assignees, roles) = (chart.assignments.assignee, chart.assignments.letter.values)
    let statuses = chart.posts.status.values
    var answering: [Node] = []
    var doing: [Node] = []
    for duty in letters.duties(with: [.active, .accountable, .responsible], without: .directed) {
      answering.removeAll(keepingCapacity: true)
      doing.removeAll(keepingCapacity: true)
      // The rows of a duty follow one another.
      for row in Int(offsets[duty.index])..<Int(offsets[duty.index + 1]) where roles[row] <= .responsible {
        let node = assignees[ID(row)]
        if case .post(let post) = node, statuses[post.index] == .abolished { continue }
        if roles[row] == .accountable { answering.append(node) } else { doing.append(node) }
      }
      guard !answering.isEmpty, !doing.isEmpty else { continue }
      let together = answering.count > 1 && (chart.duties.joint[duty] || joint.cover(answering, in: chart))
      for number in answering.indices {
        let directors = together ? answering[...] : answering[number..<number + 1]
        // Mostly there is nobody, and then no list need be made.
        var beyond: [Node] = []
        for performer in doing where directors.allSatisfy({ $0 != performer }) {
          if !directors.contains(where: { climber.does($0, direct: performer, or: .duty(duty)) }) {
            beyond.append(performer)
          }
        }
        guard !beyond.isEmpty else { continue }
        let first = together ? lead(of: duty, in: chart) ?? answering[number] : answering[number]
        report(duty, Entity(first), beyond, &inspection)
        break
      }
    }
  }
}

private func lead(of duty: ID<Duty>, in chart: Chart) -> Node? {
  chart.letters[duty].first { chart.assignments.letter[$0] == .accountable && chart.assignments.lead[$0] }
    .map { chart.assignments.assignee[$0] }
}

private func report(_ duty: ID<Duty>, _ answerer: Entity, _ beyond: [Node], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let title = chart.duties.title[duty]
  let name = chart.name(of: answerer)
  let performers = beyond.map { Entity($0) }
  let list = inspection.list(performers)
  var evidence = [inspection.link(answerer, .letter(.accountable), .duty(duty))]
  for performer in performers {
    evidence.append(inspection.link(performer, .letter(.responsible), .duty(duty)))
    evidence.append(missingLine(answerer, performer, inspection))
  }
  inspection.report(
    [.duty(duty), answerer] + performers,
    Localized(
      zh: "“\(name.zh)”对职责“\(title.zh)”负总责，却无权指挥承办的\(list.zh)",
      en: "“\(name.en)” answers for the duty “\(title.en)”, yet has no power to direct \(list.en)"),
    evidence: evidence, clauses: inspection.clauses(chart.duties.basis[duty]),
    suggestion: performers.first.map { suggestion(answerer, $0, duty, chart) })
}

private func missingLine(_ answerer: Entity, _ performer: Entity, _ inspection: Inspection) -> Tie {
  switch (answerer, performer) {
  case (.post, .post): inspection.missing(performer, .reportsTo, answerer)
  case (.post, .organization): inspection.missing(answerer, .inChargeOf, performer)
  default: inspection.missing(answerer, .oversight(.coordinate), performer)
  }
}

private func suggestion(_ answerer: Entity, _ performer: Entity, _ duty: ID<Duty>, _ chart: Chart) -> Localized {
  let above = chart.key(of: answerer)
  let below = chart.key(of: performer)
  let link = "{kind: coordinate, by: \(above), of: \(below)}"
  guard case .post(let post) = performer, case .post = answerer else {
    return Localized(
      zh: "在 oversight 中补上 \(link)，或换一个管得到它的 accountable",
      en: "add \(link) to oversight, or choose another accountable")
  }
  let home = chart.organizations.key[chart.posts.organization[post]]
  return Localized(
    zh: "为岗位 \(below) 写 reports-to: [\(above)]，或为岗位 \(above) 写 in-charge-of: [\(home)]，或在 oversight 中补上 "
      + "\(link)",
    en: "add reports-to: [\(above)] to post \(below), or in-charge-of: [\(home)] to post \(above), or "
      + "\(link) to oversight")
}
