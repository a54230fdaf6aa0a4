import RemitInspection
import RemitModel

extension Rule {
  /// DUP002: two duties of one jurisdiction share domain and clause, under different organizations that nothing ties.
  static let overlappingDuty = Rule(
    code: "DUP002", name: "overlapping-duty", family: .duplication, defect: .overlap, severity: .warning,
    title: Localized(zh: "职责交叉", en: "Overlapping duties"),
    explanation: Explanation(
      what: Localized(
        zh: "同一行政区的两项现行职责领域相同、依据条款相同，负总责的岗位却在不同单位，彼此之间没有指挥、领导或统筹协调关系。",
        en: "Two active duties of one jurisdiction share a domain and a clause, while those who answer for them sit in "
          + "different organizations between which nothing commands, leads or coordinates."),
      why: Localized(
        zh: "同一条款由两家各自负责，重复用力，出了问题互相推诿。",
        en: "Two bodies answer for the same clause side by side: work is done twice, and each can point at the other."),
      remedy: Localized(
        zh: "合并为一项职责并写明 lead，或在 oversight 中写明谁统筹谁（coordinate）。",
        en: "Make them one duty with a lead, or write down in oversight who coordinates whom."),
      source: Localized(
        zh: "部门职责分工中的“职能交叉”问题。",
        en: "Overlapping functions, a classic fault of the division of work.")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: water-bureau}, {id: ecology-bureau}]
        posts:
          - {id: water-head, organization: water-bureau}
          - {id: ecology-head, organization: ecology-bureau}
        duties:
          - {id: river-checks, domain: [water, forest], basis: ["5.3", "7(4)"], accountable: water-head, responsible: water-head}  # expect: DUP002 duty:river-checks duty:outlet-checks
          - {id: outlet-checks, domain: water, basis: "7(4)", accountable: ecology-head, responsible: ecology-head}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions: [{id: east, level: county}, {id: west, level: county}]
        organizations:
          - {id: government, jurisdiction: east}
          - {id: water-bureau, jurisdiction: east}
          - {id: ecology-bureau, jurisdiction: east}
          - {id: farm-bureau, jurisdiction: east}
          - {id: west-bureau, jurisdiction: west}
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: ecology-head, organization: ecology-bureau}
          - {id: farm-head, organization: farm-bureau}
          - {id: west-head, organization: west-bureau}
        duties:
          - {id: rivers, domain: water, basis: "7(4)", accountable: water-head, responsible: water-head}
          # One organization, a superior, a body that is coordinated, another place.
          - {id: dams, domain: water, basis: "7(4)", accountable: water-second, responsible: water-second}
          - {id: wells, domain: water, basis: "7(4)", accountable: deputy, responsible: deputy}
          - {id: sewers, domain: [water, soil], basis: "7(4)", accountable: ecology-head, responsible: ecology-head, status: draft}
          - {id: west-rivers, domain: water, basis: "7(4)", accountable: west-head, responsible: west-head}
          # Another domain, another clause, answered for together.
          - {id: forest, domain: forest, basis: "7(4)", accountable: farm-head, responsible: farm-head}
          - {id: ponds, domain: water, basis: "7(5)", accountable: ecology-head, responsible: ecology-head}
          - {id: ditches, domain: water, basis: "7(5)", accountable: farm-head, responsible: farm-head}
          - {id: seas, domain: water, basis: "7(5)", accountable: [water-head, deputy], joint: true, lead: deputy, responsible: deputy}
        oversight:
          - {kind: coordinate, by: ecology-bureau, of: farm-bureau}
        """),
      Example(
        """
        # The regulation lays the clause on every sector head.
        regulation: sectors
        levels: [county]
        roles:
          - {id: sector-head, organization: sector-department, clause: "5.4"}
        duties:
          - {id: d5-4, clause: "5.4", role: sector-head, letter: A, domain: [supervision], each: true}
        ---
        chart: county
        against: [sectors]
        jurisdictions: [{id: county, level: county}]
        organizations: [{id: water-bureau, kind: sector-department}, {id: farm-bureau, kind: sector-department}]
        posts:
          - {id: water-head, organization: water-bureau, role: sector-head}
          - {id: farm-head, organization: farm-bureau, role: sector-head}
        duties:
          - {id: water, domain: supervision, basis: "5.4", accountable: water-head, responsible: water-head}
          - {id: farms, domain: supervision, basis: "5.4", accountable: farm-head, responsible: farm-head}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let ties = Ties(chart, inspection.facts)
    var grounds = Grounds(chart)
    let basis = chart.duties.basis
    var told = PairSet()
    func judge(_ a: ID<Duty>, _ b: ID<Duty>) {
      if ties.overlap(a, b), told.insert(a.index, b.index) { report(a, b, &inspection) }
    }
    var mayOverlap = [Bool](repeating: false, count: chart.duties.key.count)
    for duty in inspection.facts[DutyLetters.self].duties(with: [.active, .answeringPost]) {
      mayOverlap[duty.index] = !chart.duties.joint[duty] && !basis.slots(of: duty).isEmpty
    }
    let fields = inspection.facts[DutyFields.self]
    var duties: [ID<Duty>] = []
    for field in fields.fields where field.slots.count > 1 {
      duties.removeAll(keepingCapacity: true)
      for place in field.slots where mayOverlap[fields.duties[place].index] { duties.append(fields.duties[place]) }
      if duties.count < 2 { continue }
      guard duties.count <= most, duties.allSatisfy({ basis.slots(of: $0).count <= 16 }) else {
        for group in grounds.groups(duties) { for (a, b) in pairs(of: group) { judge(a, b) } }
        continue
      }
      for index in duties.indices {
        let a = duties[index]
        for other in index + 1..<duties.endIndex {
          let b = duties[other]
          if a != b, ties.areApart(a, b), grounds.areShared(a, b) { judge(a, b) }
        }
      }
    }
  }
}

/// Of more duties in one domain, or of more with one clause, not all pairs are compared.
private let most = 50

/// A clause as it is compared: where it can be resolved by its regulation, else as it was written.
private enum Ground: Hashable {
  case clause(regulation: Int, ClauseNumber)
  case text(String)
}

/// The clauses that duties rest on, by number.
private struct Grounds {
  private let chart: Chart
  private let basis: ListColumn<Duty, Cited>
  /// By regulation, the clauses that it lays on each post of a role, which are held by many by design.
  private let common: [Set<ClauseNumber>]
  private var numbers: [Ground: Int32] = [:]
  private var references: [ClauseReference: Int32] = [:]
  /// By citation, as `basis` counts them, the number of its clause; −1 for one that is held by many, −2 for one that
  /// nobody has asked for.
  private var ofCitation: [Int32]

  init(_ chart: Chart) {
    self.chart = chart
    basis = chart.duties.basis
    ofCitation = [Int32](repeating: -2, count: basis.allItems.count)
    common = chart.regulations.map { Set($0.duties.filter(\.each).map(\.clause)) }
  }

  /// The number of a citation's clause; nil for one that is held by many.
  private mutating func number(_ citation: Int) -> Int32? {
    if ofCitation[citation] == -2 { ofCitation[citation] = number(basis.allItems[citation].reference) }
    return ofCitation[citation] < 0 ? nil : ofCitation[citation]
  }

  /// The number of a clause; −1 for one that is held by many.
  private mutating func number(_ reference: ClauseReference) -> Int32 {
    if let known = references[reference] { return known }
    let clause = chart.resolve(reference)
    var number: Int32 = -1
    if clause.map({ common[$0.regulation].contains($0.clause) }) != true {
      let ground = clause.map { Ground.clause(regulation: $0.regulation, $0.clause) } ?? .text(reference.text)
      number = numbers[ground] ?? Int32(numbers.count)
      numbers[ground] = number
    }
    references[reference] = number
    return number
  }
}

extension Grounds {
  /// Whether two duties rest on one clause, other than one that is held by many.
  mutating func areShared(_ a: ID<Duty>, _ b: ID<Duty>) -> Bool {
    for mine in basis.slots(of: a) {
      guard let own = number(mine) else { continue }
      for theirs in basis.slots(of: b) where number(theirs) == own { return true }
    }
    return false
  }

  /// Groups of two or more of some duties that rest on one clause, each in their order.
  mutating func groups(_ duties: [ID<Duty>]) -> [[ID<Duty>]] {
    var places: [Int32: Int] = [:]
    var groups: [[ID<Duty>]] = []
    for duty in duties {
      for citation in basis.slots(of: duty) {
        guard let ground = number(citation) else { continue }
        if let known = places[ground] {
          if groups[known].last != duty { groups[known].append(duty) }
        } else {
          places[ground] = groups.count
          groups.append([duty])
        }
      }
    }
    return groups.filter { $0.count > 1 }
  }
}

/// All pairs of a group; of one with more than fifty duties only neighbours with different answerers, which are enough
/// to show the fault and keep the work linear.
private func pairs(of group: [ID<Duty>]) -> [(ID<Duty>, ID<Duty>)] {
  guard group.count <= most else { return Array(zip(group, group.dropFirst())) }
  return group.indices.flatMap { a in group[(a + 1)...].map { (group[a], $0) } }
}

/// Who leads, coordinates or commands whom.
private final class Ties {
  let chart: Chart
  let facts: Facts
  let command: ChainOfCommand
  let joint: JointRoles
  // Of the chart, at hand for loops over many pairs.
  private let offsets: [Int32]
  private let letters: [Letter]
  private let assignees: NodeColumn<Assignment>
  private let homes: [ID<Organization>]
  private let space: NodeSpace
  /// Overseer and target of each link that leads or coordinates, once somebody asked for one.
  private var links: PairSet?

  init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    self.facts = facts
    command = facts[ChainOfCommand.self]
    joint = facts[JointRoles.self]
    offsets = chart.letters.offsets
    letters = chart.assignments.letter.values
    assignees = chart.assignments.assignee
    homes = chart.posts.organization.values
    space = NodeSpace(chart)
  }

  /// The rows of a duty's letters, which follow one another.
  private func rows(of duty: ID<Duty>) -> Range<Int> { Int(offsets[duty.index])..<Int(offsets[duty.index + 1]) }

  private func leadership() -> PairSet {
    var links = PairSet()
    let rows = facts[OversightByKind.self].rows(of: .lead, .coordinate)
    for row in rows {
      links.insert(space.index(chart.oversight.by[row]), space.index(chart.oversight.of[row]))
    }
    return links
  }

  /// Whether nobody who answers for one duty sits with one who answers for the other.
  func areApart(_ a: ID<Duty>, _ b: ID<Duty>) -> Bool {
    let (mine, theirs) = (rows(of: a), rows(of: b))
    guard mine.count <= 16, theirs.count <= 16 else {
      let homes = Set(mine.compactMap(answeringHome))
      return !theirs.contains { answeringHome($0).map(homes.contains) ?? false }
    }
    for row in mine {
      guard let home = answeringHome(row) else { continue }
      for other in theirs where answeringHome(other) == home { return false }
    }
    return true
  }

  /// Where a post sits that has an A by a row; nil for every other row.
  private func answeringHome(_ row: Int) -> ID<Organization>? {
    guard letters[row] == .accountable, case .post(let post) = assignees[ID(row)] else { return nil }
    return homes[post.index]
  }

  /// Whether those who answer for two duties sit in different organizations, untied.
  func overlap(_ a: ID<Duty>, _ b: ID<Duty>) -> Bool {
    guard areApart(a, b) else { return false }
    let theirs = chart.posts(on: b, .accountable)
    for p in chart.posts(on: a, .accountable) {
      for q in theirs where areTied(p, q) || joint.cover([.post(p), .post(q)], in: chart) { return false }
    }
    return true
  }

  private func areTied(_ p: ID<Post>, _ q: ID<Post>) -> Bool {
    let links = links ?? leadership()
    self.links = links
    let mine = [space.index(.post(p)), space.index(.organization(chart.posts.organization[p]))]
    let theirs = [space.index(.post(q)), space.index(.organization(chart.posts.organization[q]))]
    for x in mine {
      for y in theirs where links.contains(x, y) || links.contains(y, x) { return true }
    }
    return command.above(p).contains(q) || command.above(q).contains(p)
  }
}

private func report(_ a: ID<Duty>, _ b: ID<Duty>, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let duties = chart.duties
  let domain = duties.domains[a].first { duties.domains[b].contains($0) } ?? ""
  let others = Set(duties.basis[b].map(\.reference))
  let shared = duties.basis[a].filter { others.contains($0.reference) }
  let clauses = Set(inspection.clauses(duties.basis[b]))
  let cited = inspection.clauses(duties.basis[a]).filter(clauses.contains)
  let first = cited.first?.number.citation ?? Localized(shared.first?.reference.text ?? "")
  var evidence = [inspection.link(.duty(a), .overlaps, .duty(b))]
  for duty in [a, b] {
    if let post = chart.posts(on: duty, .accountable).first {
      evidence.append(inspection.link(.post(post), .letter(.accountable), .duty(duty)))
    }
  }
  let posts = [a, b].compactMap { chart.posts(on: $0, .accountable).first }
  let bodies = posts.map { chart.organizations.key[chart.posts.organization[$0]] }
  if posts.count == 2 {
    evidence.append(inspection.missing(.post(posts[0]), .oversight(.coordinate), .post(posts[1])))
  }
  inspection.report(
    [.duty(a), .duty(b)],
    Localized(
      zh: "职责“\(duties.title[a].zh)”与“\(duties.title[b].zh)”同属领域 \(domain)、同依据\(first.zh)，却由互不统筹的单位分别负总责",
      en: "the duties “\(duties.title[a].en)” and “\(duties.title[b].en)” share the domain \(domain) and \(first.en), "
        + "and are answered for by organizations that nothing ties"),
    evidence: evidence, clauses: cited,
    suggestion: Localized(
      zh: "合并这两项职责并写明 lead，或在 oversight 中补上 {kind: coordinate, by: \(bodies.first ?? ""), of: "
        + "\(bodies.last ?? "")}",
      en: "merge the two duties and name a lead, or add {kind: coordinate, by: \(bodies.first ?? ""), of: "
        + "\(bodies.last ?? "")} to oversight"))
}
