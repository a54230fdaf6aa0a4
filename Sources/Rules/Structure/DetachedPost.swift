import RemitInspection
import RemitKernel
import RemitModel

extension Rule {
  /// STR007: posts that hang together by command without a head of their jurisdiction.
  static let detachedPost = Rule(
    code: "STR007", name: "detached-post", family: .structure, defect: .gap, severity: .error,
    title: Localized(zh: "游离的岗位", en: "Posts detached from command"),
    explanation: Explanation(
      what: Localized(
        zh: "在本行政区内由报告线连在一起的一组岗位，其中没有本区的党政主要负责人或 apex 岗位，也不向上级行政区报告。",
        en: "A group of posts that reporting joins within their jurisdiction holds neither a principal nor an apex "
          + "post of it, and reports to no higher place."),
      why: Localized(
        zh: "主要负责人的指挥到不了这些岗位，他们的责任也传不上来。",
        en: "The place's heads cannot reach these posts, and what these answer for reaches nobody."),
      remedy: Localized(
        zh: "为这组岗位的最上一级写明 reports-to；本来自成一头的，写 apex: true。",
        en: "Write down whom the topmost of them reports to; declare apex: true where it stands by itself by design."),
      source: Localized(zh: "组织连通性（Krackhardt）。", en: "Connectedness of the formal organization (Krackhardt).")),
    faulty: [
      Example(
        """
        chart: county
        jurisdictions: [{id: county, level: county}]
        organizations: [{id: government, kind: government}, {id: water-bureau, kind: sector-department}]
        posts:
          - {id: magistrate, organization: government, role: government-principal}
          - {id: deputy, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
          - {id: water-head, organization: water-bureau}  # expect: STR007 post:water-head post:water-second
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: envoy, organization: government, dotted-to: deputy}  # expect: STR007 post:envoy
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-bureau, kind: environment-department, jurisdiction: city}
          - {id: government, kind: government, jurisdiction: county}
          - {id: branch, kind: environment-department, jurisdiction: county}
          - {id: congress, kind: congress, jurisdiction: county}
        posts:
          - {id: city-head, organization: city-bureau}
          - {id: magistrate, organization: government, role: government-principal}
          - {id: deputy, organization: government, reports-to: magistrate, vacant: true}
          - {id: clerk, organization: government, reports-to: deputy}
          # Under vertical management, with its own staff.
          - {id: branch-head, organization: branch, reports-to: city-head}
          - {id: branch-second, organization: branch, reports-to: branch-head}
          - {id: speaker, organization: congress, apex: true}
          - {id: steward, organization: government, status: abolished}
        """),
      Example(
        """
        # Heads are not declared: whoever stands at the top is one.
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
          - {id: bookkeeper}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let heads = inspection.facts[Heads.self]
    let parts = localCommand(chart).weaklyConnectedComponents()
    var isHeaded = [Bool](repeating: false, count: parts.count)
    for post in chart.posts.ids where chart.isInForce(post) {
      guard heads.isHead[post.index] || chart.reportsUpward(post) else { continue }
      isHeaded[Int(parts.labels[post.index])] = true
    }
    var detached: [Int32] = []
    var members: [Int32: [ID<Post>]] = [:]
    for post in chart.posts.ids where chart.isInForce(post) {
      let part = parts.labels[post.index]
      guard !isHeaded[Int(part)], heads.areDeclared(in: chart.jurisdiction(of: post)) else { continue }
      if members[part] == nil { detached.append(part) }
      members[part, default: []].append(post)
    }
    for part in detached { report(members[part] ?? [], heads, &inspection) }
  }
}

/// Reporting within jurisdictions. Abolished posts still join what they stand between: that they are gone is one fault,
/// that others hang on them no second one.
private func localCommand(_ chart: Chart) -> CSRGraph {
  let places = chart.organizations.jurisdiction
  let homes = chart.posts.organization.values.map { places[$0] }
  return CSRGraph(chart.superiors) { homes[$0.index] == homes[$1.index] }
}

private func report(_ posts: [ID<Post>], _ heads: Heads, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let members = Set(posts)
  let home = chart.jurisdiction(of: posts[0])
  let place = chart.jurisdictions.name[home]
  let entities = posts.map { Entity.post($0) }
  let list = inspection.list(entities)
  let top = posts.first { !chart.superiors[$0].contains(where: members.contains) } ?? posts[0]
  var evidence: [Tie] = []
  for post in posts {
    for superior in chart.superiors[post] where members.contains(superior) {
      evidence.append(inspection.link(.post(post), .reportsTo, .post(superior)))
    }
  }
  let head = heads.of(home).first { chart.posts.status[$0] != .abolished && !chart.isApex($0) } ?? heads.of(home).first
  if let head { evidence.append(inspection.missing(.post(top), .reportsTo, .post(head))) }
  let key = chart.posts.key[top]
  let above = head.map { chart.posts.key[$0] } ?? "<head>"
  inspection.report(
    entities,
    Localized(
      zh: "\(list.zh)与“\(place.zh)”的主要负责人没有报告关系相连",
      en: "no reporting line joins \(list.en) to a head of “\(place.en)”"),
    evidence: evidence, alone: posts.count == 1 ? entities : [],
    suggestion: Localized(
      zh: "为岗位 \(key) 写明 reports-to，如 reports-to: [\(above)]；本来自成一头的，写 apex: true",
      en: "add reports-to to post \(key), such as reports-to: [\(above)], or apex: true where it stands by "
        + "itself by design"))
}
