import RemitInspection
import RemitModel

extension Rule {
  /// OVS001: a post that answers for something and that no oversight of any kind reaches.
  static let unwatchedPost = Rule(
    code: "OVS001", name: "unwatched-post", family: .oversight, defect: .gap, severity: .error, scope: .both,
    title: Localized(zh: "无人监督的责任岗位", en: "Accountable post that nobody watches"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位对现行职责负总责（A）或承担了条款，而没有任何监督关系指向它或它所在的单位。",
        en:
          "A post has an A on an active duty, or has adopted a clause, and no oversight reaches it or its organization."
      ),
      why: Localized(
        zh: "有权有责而无人监督，失职只有在出事之后才会被发现。",
        en: "Power that nobody watches fails unseen until the harm is done."),
      remedy: Localized(
        zh: "写明由谁督察、审计、考核或监督它；依制度处于顶端、不在本图监督范围的，标记 apex: true。",
        en:
          "Say who inspects, audits, assesses or supervises it; if it stands at the top by design, mark it apex: true."),
      source: Localized(
        zh: "权责一致、有权必有责、用权受监督的原则；责任图中每个 A 都应可追溯到监督者。",
        en: "The principle that whoever has power is watched: every A should trace to somebody who oversees it.")),
    faulty: [
      Example(
        """
        chart: workshop
        posts:
          - {id: foreman}  # expect: OVS001 post:foreman
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: fitter}
        oversight:
          - {kind: check, by: foreman, of: fitter}
        """),
      Example(
        """
        chart: plant
        organizations:
          - {id: office, kind: other}
          - {id: auditors, kind: audit-office}
        posts:
          - {id: chief, organization: office}
          - {id: clerk, organization: office, reports-to: chief, adopts: ["3"]}  # expect: OVS001 post:clerk
        duties:
          - {id: money, accountable: chief, responsible: clerk}
        oversight:
          - {kind: audit, by: auditors, of: chief}
        """),
    ],
    clean: [
      Example(
        """
        chart: plant
        organizations:
          - {id: board, kind: committee}
          - {id: office, kind: other}
          - {id: auditors, kind: audit-office}
        posts:
          - {id: chair, organization: board, apex: true}
          - {id: chief, organization: office, reports-to: chair}
          - {id: gone, organization: board, status: abolished, adopts: ["3"]}
          - {id: clerk, organization: board}
        duties:
          - {id: strategy, accountable: chair, responsible: chief}
          - {id: money, accountable: chief, responsible: chief}
          - {id: steam, accountable: clerk, status: abolished}
        oversight:
          - {kind: audit, by: auditors, of: office}
        """),
      Example(
        """
        chart: matrix-without-oversight
        posts:
          - {id: owner}
          - {id: baker, reports-to: owner}
        duties:
          - {id: bread, accountable: owner, responsible: baker}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    // A mere RACI matrix, which says nothing of oversight and which no regulation binds, leaves nobody unwatched.
    guard !chart.oversight.ids.isEmpty || !chart.regulations.isEmpty else { return }
    let watch = inspection.facts[Watch.self]
    for post in chart.posts.ids where chart.posts.status[post] != .abolished && !chart.isApex(post) {
      guard watch.isNobody(over: .post(post)),
        watch.isNobody(over: .organization(chart.posts.organization[post])),
        let burden = burden(of: post, in: inspection)
      else { continue }
      let name = chart.posts.name[post]
      inspection.report(
        [.post(post)],
        Localized(
          zh: "“\(name.zh)”负有责任，却没有任何监督关系指向它或其单位",
          en: "“\(name.en)” answers for something, and no oversight reaches it or its organization"),
        evidence: burden.link.map { [$0] } ?? [], alone: burden.link == nil ? [.post(post)] : [],
        clauses: burden.clauses,
        suggestion: Localized(
          zh: "在 oversight 中增加 {kind: supervise, by: <监督单位>, of: \(chart.posts.key[post])}",
          en: "add {kind: supervise, by: <body>, of: \(chart.posts.key[post])} to oversight"))
    }
  }
}

/// The first thing that a post answers for; nil if there is none.
private func burden(
  of post: ID<Post>, in inspection: Inspection
) -> (link: Tie?, clauses: [CitedClause])? {
  let chart = inspection.chart
  let row = chart.assignmentsOfPost[post].first {
    chart.assignments.letter[$0] == .accountable && chart.duties.status[chart.assignments.duty[$0]] == .active
  }
  if let row {
    let duty = chart.assignments.duty[row]
    return (
      inspection.link(.post(post), .letter(.accountable), .duty(duty)), inspection.clauses(chart.duties.basis[duty])
    )
  }
  guard let cited = chart.posts.adopts[post].first else { return nil }
  let clause = inspection.facts[Outline.self].entity(cited)
  return (clause.map { inspection.link(.post(post), .adopts, $0) }, inspection.clauses([cited]))
}
