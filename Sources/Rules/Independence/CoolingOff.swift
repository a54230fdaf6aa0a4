import RemitInspection
import RemitModel

extension Rule {
  /// IND004: somebody audits what he himself answered for or did a short while ago.
  static let coolingOff = Rule(
    code: "IND004", name: "cooling-off", family: .independence, defect: .independence, severity: .warning,
    title: Localized(zh: "离任不久即审计旧职", en: "Audit of one's recent work"),
    explanation: Explanation(
      what: Localized(
        zh: "审计、督察一方的现任者，在规定的年数内（默认 1 年）曾任被审计的岗位、被审计单位的岗位，或曾负责、承办（A、R）被审计的职责。",
        en: "A present holder on the side that audits or inspects left, within the set number of years (1 by default), "
          + "the post that is audited, a post of the body that is audited, or one with A or R on the duty that is."),
      why: Localized(
        zh: "审计的是自己刚刚经手的事，难免回护。", en: "He would judge what he did himself, and be inclined to find it good."),
      remedy: Localized(
        zh: "期满之前由他人承担这项审计。", en: "Let somebody else do this audit until the time is over."),
      source: Localized(
        zh: "审计人员任职回避；国际注册会计师职业道德守则的冷却期。",
        en: "Cooling-off of auditors, as in the IESBA Code of Ethics, and one year in the IIA's standards.")),
    settings: [
      Setting("years", Localized(zh: "回避年数", en: "years to wait"), standard: 1, range: 0.1...50)
    ],
    faulty: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        organizations: [{id: auditors, kind: audit-office}, {id: water, kind: department}]
        posts:
          - {id: auditor, organization: auditors, holders: [{person: li, from: 2026-01-01}]}
          - {id: water-head, organization: water, holders: [{person: li, from: 2020-01-01, until: 2025-12-31}, {person: wu, from: 2026-01-01}]}
        duties:
          - {id: dykes, accountable: water-head, responsible: water-head}
        oversight:
          - {id: o1, kind: audit, by: auditors, of: water-head}  # expect: IND004 oversight:o1 person:li
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        organizations: [{id: auditors, kind: audit-office}, {id: water, kind: department}, {id: roads, kind: department}]
        posts:
          - {id: auditor, organization: auditors, holders: [{person: li, from: 2026-01-01}, {person: he, from: 2019-01-01, until: 2025-12-31}]}
          # He left longer ago than a year.
          - {id: water-head, organization: water, holders: [{person: li, from: 2020-01-01, until: 2025-05-31}, {person: wu, from: 2026-01-01}]}
          # He is not audited here.
          - {id: roads-head, organization: roads, holders: [{person: li, from: 2025-06-01, until: 2025-12-31}]}
        duties:
          - {id: dykes, accountable: water-head, responsible: water-head}
        oversight:
          - {kind: audit, by: auditors, of: [water-head, dykes]}
          - {kind: guide, by: auditors, of: roads}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    guard let day = chart.asOf else { return }
    let years = inspection.threshold("years")
    let past = PastPosts(chart, inspection.facts[Incumbency.self])
    for row in inspection.facts[OversightByKind.self].rows(of: .audit, .inspect) {
      guard past.hasMoved(chart.oversight.by[row]) else { continue }
      let earliest = day.ordinal - Int(years[.oversight(row)] * 365.25)
      var told: Set<ID<Person>> = []
      for (post, person) in past.overseers(of: row) {
        guard let tenure = past.tenure(of: person, since: earliest, judgedBy: row), told.insert(person).inserted
        else { continue }
        report(row, post, person, tenure, &inspection)
      }
    }
  }
}

/// Who left which post, and when.
private struct PastPosts {
  let chart: Chart
  let incumbency: Incumbency
  /// Terms that ended before the chart's day, by person.
  private var ended: ListsByKey
  private let hasEnded: [Bool]
  /// By post, and by organization, whether a present holder has left any post at all.
  private var movedPosts: [Bool]
  private var movedBodies: [Bool]

  init(_ chart: Chart, _ incumbency: Incumbency) {
    self.chart = chart
    self.incumbency = incumbency
    movedPosts = [Bool](repeating: false, count: chart.posts.key.count)
    movedBodies = [Bool](repeating: false, count: chart.organizations.key.count)
    ended = ListsByKey(count: chart.persons.key.count)
    var hasEnded = [Bool](repeating: false, count: chart.persons.key.count)
    let tenures = chart.tenures
    let over = tenures.ids.filter { tenure in
      guard let until = tenures.until[tenure], let day = chart.asOf else { return false }
      return until < day
    }
    for tenure in over { ended.count(tenures.person[tenure].index) }
    ended.beginFilling()
    for tenure in over {
      let person = tenures.person[tenure]
      ended.add(tenure.raw, to: person.index)
      if hasEnded[person.index] { continue }
      hasEnded[person.index] = true
      for post in incumbency.posts(of: person) {
        movedPosts[post.index] = true
        movedBodies[chart.posts.organization[post].index] = true
      }
    }
    self.hasEnded = hasEnded
  }

  /// Whether anybody on the overseer's side has left any post at all.
  func hasMoved(_ overseer: Node) -> Bool {
    switch overseer {
    case .post(let post): movedPosts[post.index]
    case .organization(let body): movedBodies[body.index]
    case .duty: false
    }
  }

  /// The present holders on the overseer's side, with their posts, who have left any post at all.
  func overseers(of row: ID<Oversight>) -> [(ID<Post>, ID<Person>)] {
    let posts: [ID<Post>]
    switch chart.oversight.by[row] {
    case .post(let post): posts = [post]
    case .organization(let organization): posts = Array(chart.members[organization])
    case .duty: posts = []
    }
    return posts.flatMap { post in
      incumbency.holders(of: post).filter { hasEnded[$0.index] }.map { (post, $0) }
    }
  }

  /// A term of the person that ended on or after a day, in a post that the row judges.
  func tenure(of person: ID<Person>, since earliest: Int, judgedBy row: ID<Oversight>) -> ID<Tenure>? {
    ended[person.index].map { ID<Tenure>(raw: $0) }.first { tenure in
      let post = chart.tenures.post[tenure]
      guard let until = chart.tenures.until[tenure], until.ordinal >= earliest,
        !incumbency.posts(of: person).contains(post)
      else { return false }
      switch chart.oversight.of[row] {
      case .post(let target): return target == post
      case .organization(let target): return chart.posts.organization[post] == target
      case .duty(let duty):
        return chart.letters[duty].contains {
          chart.assignments.assignee[$0] == .post(post) && chart.assignments.letter[$0] <= .responsible
        }
      }
    }
  }
}

private func report(
  _ row: ID<Oversight>, _ post: ID<Post>, _ person: ID<Person>, _ tenure: ID<Tenure>, _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let left = chart.tenures.post[tenure]
  let until = chart.tenures.until[tenure].map(\.description) ?? ""
  let name = chart.persons.name[person]
  let kind = chart.oversight.kind[row].name
  let target = chart.name(of: Entity(chart.oversight.of[row]))
  inspection.report(
    [.oversight(row), .person(person)],
    Localized(
      zh: "“\(name.zh)”\(kind.zh)“\(target.zh)”，而他直到 \(until) 还任“\(chart.posts.name[left].zh)”",
      en: "“\(name.en)” \(kind.en) “\(target.en)”, and was “\(chart.posts.name[left].en)” until \(until)"),
    evidence: [
      inspection.link(row), inspection.link(.person(person), .holds, .post(post)),
      inspection.link(.person(person), .holds, .post(left)),
    ],
    clauses: inspection.clauses(chart.oversight.basis[row]),
    suggestion: Localized(
      zh: "在期满前由 \(chart.persons.key[person]) 以外的人承担 \(chart.oversight.key[row])",
      en: "let somebody other than \(chart.persons.key[person]) do \(chart.oversight.key[row]) until then"))
}
