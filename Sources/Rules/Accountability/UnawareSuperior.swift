import RemitInspection
import RemitModel

extension Rule {
  /// ACC011: a post does a duty that is answered for elsewhere, and nobody above it has a letter on it.
  static let unawareSuperior = Rule(
    code: "ACC011", name: "unaware-superior", family: .accountability, defect: .gap, severity: .note,
    title: Localized(zh: "上级不知情的职责", en: "Duty of which no superior knows"),
    explanation: Explanation(
      what: Localized(
        zh: "岗位承办（R）一项由别处负总责的职责，而它的上级（直至顶层）和分管其单位的领导在这项职责上没有任何字母。",
        en: "A post has R on a duty for which somebody elsewhere has A, and neither those above it, to the top, nor "
          + "whoever is in charge of its organization has any letter on it."),
      why: Localized(
        zh: "直接上级不知道下属在替谁办什么，无法安排时间，也无从督促。",
        en: "Its own superiors do not know for whom it works, and can neither make time for it nor follow it up."),
      remedy: Localized(
        zh: "至少把其上级或分管领导列入知会（I）。", en: "Inform (I) its superior or the leader in charge, at least."),
      source: Localized(
        zh: "矩阵式组织的双重领导问题。", en: "The two-boss problem of matrix organizations (Davis and Lawrence, 1977).")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water}, {id: farming}]
        posts:
          - {id: water-head, organization: water}
          - {id: farming-head, organization: farming}
          - {id: farming-clerk, organization: farming, reports-to: farming-head}
        duties:
          - {id: ponds, accountable: water-head, responsible: farming-clerk}  # expect: ACC011 post:farming-clerk duty:ponds
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water}, {id: farming}]
        posts:
          - {id: deputy, organization: government, in-charge-of: farming}
          - {id: water-head, organization: water}
          - {id: water-clerk, organization: water, reports-to: water-head}
          - {id: farming-head, organization: farming}
          - {id: farming-clerk, organization: farming, reports-to: farming-head}
          - {id: top, organization: government}
        duties:
          - {id: dams, accountable: water-head, responsible: water-clerk}
          - {id: ponds, accountable: water-head, responsible: farming-clerk, informed: farming-head}
          - {id: locks, accountable: water-head, responsible: farming-clerk, consulted: deputy}
          # A body that is informed tells its head.
          - {id: fish, accountable: water-head, responsible: farming-clerk, informed: farming}
          # There is nobody above.
          - {id: weirs, accountable: water-head, responsible: top}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let ascent = inspection.facts[Ascent.self]
    for duty in chart.duties.ids where chart.duties.status[duty] == .active {
      let involved = Set(chart.letters[duty].map { chart.assignments.assignee[$0] })
      for row in chart.letters[duty] where chart.assignments.letter[row] == .responsible {
        guard case .post(let post) = chart.assignments.assignee[row],
          let superiors = unaware(above: post, of: involved, ascent, chart)
        else { continue }
        report(row, post, duty, superiors, &inspection)
      }
    }
  }
}

/// Those above a post and in charge of its organization, nearest first, if there are any and none is involved in the
/// duty, nor the post itself with A, nor the whole organization.
private func unaware(
  above post: ID<Post>, of involved: Set<Node>, _ ascent: Ascent, _ chart: Chart
) -> [ID<Post>]? {
  var superiors: [ID<Post>] = []
  for node in ascent.above(.post(post), dotted: false).dropFirst() {
    if involved.contains(node) { return nil }
    if case .post(let superior) = node { superiors.append(superior) }
  }
  return superiors.isEmpty ? nil : superiors
}

private func report(
  _ row: ID<Assignment>, _ post: ID<Post>, _ duty: ID<Duty>, _ superiors: [ID<Post>], _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let answering = chart.letters[duty].filter { chart.assignments.letter[$0] == .accountable }
  guard let first = answering.first, !answering.contains(where: { chart.assignments.assignee[$0] == .post(post) })
  else { return }
  let title = chart.duties.title[duty]
  let name = chart.posts.name[post]
  let above = superiors[0]
  inspection.report(
    [.post(post), .duty(duty)],
    Localized(
      zh: "“\(name.zh)”承办“\(title.zh)”，其上级“\(chart.posts.name[above].zh)”等在这项职责上没有任何字母",
      en: "“\(name.en)” has R on “\(title.en)”, of which none of its superiors, such as "
        + "“\(chart.posts.name[above].en)”, has a letter"),
    evidence: [
      inspection.letter(row), inspection.letter(first),
      inspection.missing(.post(above), .letter(.informed), .duty(duty)),
    ],
    suggestion: Localized(
      zh: "为职责 \(chart.duties.key[duty]) 加上 informed: \(chart.posts.key[above])",
      en: "add informed: \(chart.posts.key[above]) to duty \(chart.duties.key[duty])"))
}
