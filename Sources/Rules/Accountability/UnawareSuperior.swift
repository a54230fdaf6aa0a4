import RemitInspection
import RemitModel

extension Rule {
  /// ACC011: a post works for somebody outside its own line, and nobody of its line knows of the duty.
  static let unawareSuperior = Rule(
    code: "ACC011", name: "unaware-superior", family: .accountability, defect: .gap, severity: .note,
    title: Localized(zh: "上级不知情的职责", en: "Duty that the superior does not know of"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位承办（R）一项现行职责，负总责者（A）在它的隶属线之外，而它的各级上级、所在单位的负责人和分管领导在这项"
          + "职责上都没有字母。上级兼任的其他岗位有字母，或其单位有字母的，算知情。",
        en: "A post has the R on an active duty whose A is outside its own line, and of its superiors, the head of its "
          + "organization and those in charge of it nobody has any letter on the duty. One who has a letter by another "
          + "post that he holds, or by his organization, knows of it."),
      why: Localized(
        zh: "上级不知道下属在替别人办事，既安排不开人手，也无法督促、把关。",
        en: "A superior who does not know for whom his people work can neither leave them the time nor look after what "
          + "they do."),
      remedy: Localized(
        zh: "把承办者的直接上级或分管领导列入 informed；要他出力的，列入 supports。",
        en: "Inform the superior of who does the work, or the leader in charge; let him support it where he is needed."),
      source: Localized(
        zh: "法约尔“跳板”原则：下属可以越线直接协作，但双方上级应当知情。",
        en: "Fayol's gangplank: subordinates may deal with each other across lines if their superiors know of it.")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}, {id: river-office}]
        posts:
          - {id: magistrate, organization: government}
          - {id: water-deputy, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
          - {id: river-chief, organization: river-office}
          - {id: water-head, organization: water-bureau}
          - {id: ecology-head, organization: ecology-bureau, reports-to: magistrate, dotted-to: river-chief}
        duties:
          # The chief coordinates the bureaus, which makes no line of theirs; nor does a dotted one.
          - {id: rivers, accountable: river-chief, responsible: water-head}  # expect: ACC011 duty:rivers post:water-head
          - {id: lakes, accountable: river-chief, responsible: ecology-head, consulted: water-head}  # expect: ACC011 duty:lakes post:ecology-head
        oversight:
          - {kind: coordinate, by: river-office, of: [water-bureau, ecology-bureau]}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: government}
          - {id: water-bureau}
          - {id: pump-station, parent: water-bureau}
          - {id: ecology-bureau}
          - {id: river-office}
        posts:
          - {id: magistrate, organization: government, holders: [{person: p-jia}]}
          - {id: deputy, organization: government, reports-to: magistrate, in-charge-of: water-bureau, holders: [{person: p-yi}]}
          - {id: ecology-deputy, organization: government, reports-to: magistrate, holders: [{person: p-bing}]}
          - {id: river-chief, organization: river-office, holders: [{person: p-ding}]}
          - {id: water-head, organization: water-bureau, holders: [{person: p-yi}]}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: pumper, organization: pump-station}
          - {id: ecology-head, organization: ecology-bureau, reports-to: ecology-deputy}
        duties:
          # Above: by charge, by command, by headship of the bureau that the station is part of.
          - {id: by-charge, accountable: magistrate, responsible: water-head}
          - {id: by-command, accountable: deputy, responsible: water-second}
          - {id: by-headship, accountable: water-head, responsible: pumper}
          - {id: by-oneself, accountable: [river-chief, ecology-head], joint: true, lead: river-chief, responsible: ecology-head}
          # Elsewhere, and known: to the superior, to his superior, to his government.
          - {id: told, accountable: river-chief, responsible: ecology-head, informed: ecology-deputy}
          - {id: told-higher, accountable: river-chief, responsible: ecology-head, consulted: magistrate}
          - {id: told-all, accountable: river-chief, responsible: ecology-head, informed: government}
          # The deputy is the head of the bureau, and knows what he does himself.
          - {id: two-posts, accountable: river-chief, responsible: water-head}
          # Who stands at the top has no superior to tell, and where nobody answers that is another fault.
          - {id: top, accountable: river-chief, responsible: magistrate}
          - {id: nobody, responsible: ecology-head}
          - {id: mills, accountable: river-chief, responsible: ecology-head, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    var search = LineSearch(
      chart: chart, incumbency: inspection.facts[Incumbency.self],
      climber: inspection.facts[Direction.self].lineClimber())
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: [.active, .accountable, .responsible], without: .directed) {
      let lines = search.unawareLines(of: duty)
      guard !lines.isEmpty else { continue }
      let answering = inspection.letters(on: duty, [.accountable])
      let title = chart.duties.title[duty]
      let performers = lines.map { Entity.post($0.post) }
      let list = inspection.list(performers)
      var evidence = answering.count == 1 ? answering : []
      var context = answering.count == 1 ? [] : answering
      for line in lines {
        evidence.append(inspection.letter(line.row))
        if chart.superiors[line.post].contains(line.nearest) {
          let step = inspection.link(.post(line.post), .reportsTo, .post(line.nearest))
          if line.isOnlyWay { evidence.append(step) } else { context.append(step) }
        }
        evidence.append(inspection.missing(.post(line.nearest), .letter(.informed), .duty(duty)))
      }
      var seen: Set<ID<Post>> = []
      let superiors = lines.map(\.nearest).filter { seen.insert($0).inserted }.map { Entity.post($0) }
      let above = inspection.list(superiors)
      inspection.report(
        [.duty(duty)] + performers,
        Localized(
          zh: "\(list.zh)承办职责“\(title.zh)”，负总责者在其隶属线之外，上级\(above.zh)却不知情",
          en:
            "the duty “\(title.en)” is done by \(list.en) for somebody outside their line, and \(above.en) above them "
            + "has no letter on it"),
        evidence: evidence, context: context, clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "在职责 \(chart.duties.key[duty]) 的 informed 中列入 \(inspection.keys(superiors))",
          en: "list \(inspection.keys(superiors)) under informed of duty \(chart.duties.key[duty])"))
    }
  }
}

/// A post that does a duty and whose line has no part in it.
private struct Line {
  let row: ID<Assignment>
  let post: ID<Post>
  /// Who stands next above the post.
  let nearest: ID<Post>
  /// Whether the post has that one superior, and nobody above it otherwise.
  let isOnlyWay: Bool
}

private struct LineSearch {
  let chart: Chart
  let incumbency: Incumbency
  var climber: Direction.Climber
  // Of the chart, at hand for loops over all letters.
  private let offsets: [Int32]
  private let assignees: NodeColumn<Assignment>
  private let letters: [Letter]
  private let superiors: Relation<Post, Post>
  private let chargedBy: Relation<Organization, Post>
  private let homes: [ID<Organization>]
  private let statuses: [Status]
  // Of the duty that is looked at.
  private var nodes = SmallSet<Node>()
  private var persons = SmallSet<ID<Person>>()
  private var answering = SmallSet<Node>()

  init(chart: Chart, incumbency: Incumbency, climber: Direction.Climber) {
    self.chart = chart
    self.incumbency = incumbency
    self.climber = climber
    offsets = chart.letters.offsets
    assignees = chart.assignments.assignee
    letters = chart.assignments.letter.values
    superiors = chart.superiors
    chargedBy = chart.chargedBy
    homes = chart.posts.organization.values
    statuses = chart.posts.status.values
  }

  mutating func unawareLines(of duty: ID<Duty>) -> [Line] {
    // The rows of a duty follow one another.
    let range = Int(offsets[duty.index])..<Int(offsets[duty.index + 1])
    if range.allSatisfy({ letters[$0] != .responsible || isPlainlyKnown($0, among: range) }) { return [] }
    let rows = chart.letters[duty]
    nodes.removeAll()
    persons.removeAll()
    answering.removeAll()
    for row in rows {
      let node = chart.assignments.assignee[row]
      nodes.insert(node)
      if chart.assignments.letter[row] == .accountable { answering.insert(node) }
      if case .post(let post) = node { for person in incumbency.holders(of: post) { persons.insert(person) } }
    }
    let (nodes, persons, incumbency) = (nodes, persons, incumbency)
    return rows.compactMap { row in
      guard chart.assignments.letter[row] == .responsible, case .post(let post) = chart.assignments.assignee[row],
        chart.isInForce(post), !answering.contains(.post(post))
      else { return nil }
      let isKnown = climber.isAnyAbove(.post(post)) { node in
        if nodes.contains(node) { return true }
        guard case .post(let superior) = node else { return false }
        return incumbency.isHeld(superior, by: persons.contains)
      }
      guard !isKnown, let nearest = firstPost(of: climber.above(.post(post)), but: post) else { return nil }
      let aside = climber.above(.organization(chart.posts.organization[post]))
      let isOnlyWay = chart.superiors[post].count == 1 && firstPost(of: aside, but: post) == nil
      return Line(row: row, post: post, nearest: nearest, isOnlyWay: isOnlyWay)
    }
  }

  /// Whether whoever does the work answers for it too, or one of the next above has a letter on the duty, as mostly is so:
  /// then nothing more need be looked at.
  private func isPlainlyKnown(_ row: Int, among rows: Range<Int>) -> Bool {
    guard case .post(let post) = assignees[ID(row)] else { return false }
    let status = statuses[post.index]
    guard status == .active || status == .vacant else { return false }
    let above = superiors.slots(of: post).prefix(4)
    let charged = chargedBy.slots(of: homes[post.index]).prefix(4)
    for other in rows.prefix(8) {
      guard case .post(let known) = assignees[ID(other)] else { continue }
      if known == post {
        if letters[other] == .accountable { return true }
        continue
      }
      for slot in above where superiors.values[slot] == known { return true }
      for slot in charged where chargedBy.values[slot] == known && statuses[known.index] != .abolished { return true }
    }
    return false
  }

  private func firstPost(of nodes: [Node], but own: ID<Post>) -> ID<Post>? {
    for case .post(let post) in nodes where post != own && chart.isInForce(post) { return post }
    return nil
  }
}
