import RemitInspection
import RemitModel

extension Rule {
  /// LOD004: a post without letter, adopted clause, oversight, charge or reports.
  static let idlePost = Rule(
    code: "LOD004", name: "idle-post", family: .load, defect: .gap, severity: .warning,
    title: Localized(zh: "无所事事的岗位", en: "Post with nothing to do"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位在现行职责上没有字母，没有承担条款，不监督谁，不分管什么，也没有人向它报告。只被别人监督的，仍算闲置；"
          + "党委、政府班子中由另有实职的人兼任的席位不算。",
        en: "A post has no letter on an active duty, has adopted no clause, oversees nothing, is in charge of "
          + "nothing, and nobody reports to it. Being overseen is no occupation. A seat in a Party committee or "
          + "government whose holder is busy in another post is not idle."),
      why: Localized(
        zh: "要么岗位设而不用，要么它该担的责任没有写进清单。",
        en: "Either the post is not needed, or what it must answer for is missing from the list."),
      remedy: Localized(
        zh: "把它实际承担的职责写进清单；不再需要的岗位，将 status 写为 abolished。",
        en: "Write down the duties that it really has; set the status of a post that is not needed to abolished."),
      source: Localized(
        zh: "RACI 的竖向检查：没有任何字母的一列，岗位还需要吗？", en: "RACI read by columns: is a role without any letter needed at all?")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: adviser, organization: water-bureau, reports-to: water-head}  # expect: LOD004 post:adviser
        duties:
          - {id: rivers, accountable: deputy, responsible: water-head}
          - {id: mills, accountable: deputy, responsible: adviser, status: abolished}
        oversight:
          - {kind: assess, by: deputy, of: adviser}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: audit-office, kind: audit-office}, {id: congress, apex: true}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head, adopts: ["5.4"]}
          - {id: mill-keeper, organization: water-bureau, status: abolished}
          - {id: pump-keeper, organization: water-bureau, status: draft}
          - {id: auditor, organization: audit-office, reports-to: deputy}
          - {id: speaker, organization: congress}
        duties:
          - {id: rivers, accountable: deputy, responsible: water-bureau}
        oversight:
          # The auditor does what the office does.
          - {kind: audit, by: audit-office, of: water-bureau}
        """),
      Example(
        """
        # Says nothing of duties or oversight: nobody can be called idle.
        chart: organogram
        posts:
          - {id: head}
          - {id: clerk, reports-to: head}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    guard !chart.assignments.ids.isEmpty || !chart.oversight.ids.isEmpty else { return }
    let busy = occupied(chart, inspection.facts[Leaders.self])
    let incumbency = inspection.facts[Incumbency.self]
    for post in chart.posts.ids where chart.isInForce(post) && !busy[post.index] && !chart.isApex(post) {
      if isSecondSeat(post, chart, incumbency, busy) { continue }
      let name = chart.posts.name[post]
      let key = chart.posts.key[post]
      inspection.report(
        [.post(post)],
        Localized(
          zh: "岗位“\(name.zh)”没有职责、条款、监督、分管，也没有下属",
          en: "the post “\(name.en)” has no duty, clause, oversight, charge or report"),
        alone: [.post(post)],
        suggestion: Localized(
          zh: "在一项职责中列入 \(key)，或为岗位 \(key) 写 status: abolished",
          en: "list \(key) under a letter of a duty, or set status: abolished on post \(key)"))
    }
  }
}

/// Whether a post is a seat in a leadership whose holder has something to do in another post, as the committee member
/// who is a deputy.
private func isSecondSeat(_ post: ID<Post>, _ chart: Chart, _ incumbency: Incumbency, _ busy: [Bool]) -> Bool {
  guard chart.organizations.kind[chart.posts.organization[post]].isLeadership else { return false }
  return incumbency.holders(of: post).contains { person in
    incumbency.posts(of: person).contains { busy[$0.index] }
  }
}

/// Whether each post has something to do, by the numbers of `NodeSpace`, in which posts come first. What its organization
/// has, the posts at its top have.
private func occupied(_ chart: Chart, _ leaders: Leaders) -> [Bool] {
  let space = NodeSpace(chart)
  var isBusy = [Bool](repeating: false, count: space.count)
  let statuses = chart.posts.status.values
  let (superiors, dotted, charges, adopts) = (chart.superiors, chart.dotted, chart.charges, chart.posts.adopts)
  for post in chart.posts.ids {
    if !charges.slots(of: post).isEmpty || !adopts.slots(of: post).isEmpty { isBusy[post.index] = true }
    if statuses[post.index] == .abolished { continue }
    for slot in superiors.slots(of: post) { isBusy[superiors.values[slot].index] = true }
    for slot in dotted.slots(of: post) { isBusy[dotted.values[slot].index] = true }
  }
  let (letters, assignees, standing) = (chart.letters, chart.assignments.assignee, chart.duties.status)
  for duty in chart.duties.ids where standing[duty] == .active {
    // The rows of a duty follow one another.
    for row in letters.slots(of: duty) { isBusy[space.index(assignees[ID(row)])] = true }
  }
  let (overseers, feeds) = (chart.oversight.by, chart.oversight.feeds)
  for row in chart.oversight.ids { isBusy[space.index(overseers[row])] = true }
  for node in feeds.allItems { isBusy[space.index(node)] = true }
  for post in chart.posts.ids where leaders.isTop[post.index] {
    if isBusy[space.index(.organization(chart.posts.organization[post]))] { isBusy[post.index] = true }
  }
  return isBusy
}
