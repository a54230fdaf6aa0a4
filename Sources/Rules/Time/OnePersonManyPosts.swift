import RemitInspection
import RemitModel

extension Rule {
  /// TMP004: a person holds more posts than the limit, or posts at two levels of one chain of command.
  static let onePersonManyPosts = Rule(
    code: "TMP004", name: "one-person-many-posts", family: .time, defect: .burden, severity: .warning,
    title: Localized(zh: "一人多岗", en: "One person in many posts"),
    explanation: Explanation(
      what: Localized(
        zh:
          "一个人同时任职的岗位超过上限（默认 3 个）；或在上下两级行政区各任一岗，上一级的岗位在报告线上正是下一级岗位的上级。委员会和专班中的席位随本职而来，不计；上下级兼任中的代理也不算。同一级之内的兼任（如副县长兼局长，局长又向副县长报告）不算两级。",
        en:
          "A person holds more posts at once than the limit (3 by default), or posts in a jurisdiction and in a higher "
          + "one, of which the higher stands above the lower in command. Seats in committees and teams come with a "
          + "post and do not count, nor does an acting holder at two levels. Two posts of one level, such as a deputy "
          + "magistrate's and that of a bureau head who reports to him, are no two levels."),
      why: Localized(
        zh: "岗位太多，哪个也顾不过来；自己做自己的上级，上一级的督促和把关就成了空转。",
        en: "So many posts cannot all be done well; and where a person is his own superior at the higher level, that "
          + "level checks nothing."),
      remedy: Localized(
        zh: "卸去一部分兼职，另行配备；过渡期间的代理，写 acting: true；确有需要的，调高 limit。",
        en: "Fill some of the posts with others; write acting: true for a stopgap; raise the limit where so many are "
          + "right."),
      source: Localized(
        zh: "干部兼职管理惯例；经典审计关注点“自己领导自己”。",
        en: "Limits on concurrent posts; superior and subordinate in one person, a classic concern of auditors.")),
    settings: [
      Setting("limit", Localized(zh: "一人任职数上限", en: "most posts of a person"), standard: 3, range: 1...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        posts:
          - {id: magistrate, holders: [{person: li}]}
          - {id: deputy, reports-to: magistrate, holders: [{person: wang}]}  # expect: TMP004 person:wang
          - {id: water-head, reports-to: deputy, holders: [{person: wang}]}
          - {id: road-head, reports-to: deputy, holders: [{person: wang, acting: true}]}
          - {id: farm-head, reports-to: magistrate, holders: [{person: zhao, until: 2026-01-31}, {person: wang, from: 2026-02-01}]}
        """),
      Example(
        """
        chart: city
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-bureau, jurisdiction: city}
          - {id: county-bureau, jurisdiction: county}
        posts:
          - {id: city-head, organization: city-bureau, holders: [{person: sun}]}
          - {id: city-deputy, organization: city-bureau, reports-to: city-head, holders: [{person: qian}]}  # expect: TMP004 person:qian post:county-second
          - {id: county-head, organization: county-bureau, reports-to: city-deputy, holders: [{person: zhou}]}
          - {id: county-second, organization: county-bureau, reports-to: county-head, holders: [{person: qian}]}
        """),
    ],
    clean: [
      Example(
        """
        chart: city
        as-of: 2026-06-30
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-committee, kind: party-committee, jurisdiction: city}
          - {id: city-bureau, jurisdiction: city}
          - {id: committee, kind: party-committee, jurisdiction: county}
          - {id: government, kind: government, jurisdiction: county}
          - {id: river-committee, kind: committee, jurisdiction: county}
          - {id: flood-team, kind: team, jurisdiction: county}
          - {id: branch, jurisdiction: county}
        posts:
          - {id: city-secretary, organization: city-committee, holders: [{person: zhao}]}
          # A member of the city's committee who is secretary of the county: not his own superior.
          - {id: city-member, organization: city-committee, reports-to: city-secretary, holders: [{person: qian}]}
          - {id: secretary, organization: committee, reports-to: city-secretary, holders: [{person: qian}]}
          - {id: magistrate, organization: government, reports-to: secretary, holders: [{person: sun}]}
          # A deputy who heads a bureau that reports to him, with two seats and a past post.
          - {id: deputy, organization: government, reports-to: magistrate, holders: [{person: li}]}
          - {id: water-head, organization: government, reports-to: deputy, holders: [{person: li}]}
          - {id: office-head, organization: government, reports-to: water-head, holders: [{person: li}]}
          - {id: river-chief, organization: river-committee, reports-to: magistrate, holders: [{person: li}]}
          - {id: flood-leader, organization: flood-team, reports-to: magistrate, holders: [{person: li}]}
          - {id: road-head, organization: government, reports-to: deputy, holders: [{person: li, until: 2025-12-31}, {person: wu}]}
          - {id: farm-head, organization: government, status: abolished, holders: [{person: li}]}
          # Acts in the county until somebody is appointed.
          - {id: city-head, organization: city-bureau, reports-to: city-secretary, holders: [{person: zhou}]}
          - {id: branch-head, organization: branch, reports-to: city-head, holders: [{person: zhou, acting: true}]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let incumbency = inspection.facts[Incumbency.self]
    let command = inspection.facts[ChainOfCommand.self]
    let most = inspection.threshold("limit")
    for person in chart.persons.ids where incumbency.postCount(of: person) > 1 {
      let posts = incumbency.posts(of: person).filter { isOwn($0, chart) }
      let limit = most.count(at: .person(person))
      if posts.count > limit { report(person, posts, limit, &inspection) }
      for way in levels(of: person, posts, command, chart) { report(person, way, &inspection) }
    }
  }
}

/// Whether a post in force is more than a seat in a committee or team.
private func isOwn(_ post: ID<Post>, _ chart: Chart) -> Bool {
  let kind = chart.organizations.kind[chart.posts.organization[post]].word
  return chart.isInForce(post) && kind != "committee" && kind != "team"
}

/// For each of a person's posts that another one commands from a higher place, the way up to that.
private func levels(
  of person: ID<Person>, _ posts: [ID<Post>], _ command: ChainOfCommand, _ chart: Chart
) -> [[ID<Post>]] {
  let places = Set(posts.map(chart.jurisdiction))
  guard places.count > 1 else { return [] }
  let full = posts.filter { post in
    chart.tenuresOfPost[post].contains {
      chart.tenures.person[$0] == person && !chart.tenures.acting[$0] && Incumbency.isPresent($0, in: chart)
    }
  }
  let held = Set(full)
  return full.compactMap { post in
    let place = chart.jurisdiction(of: post)
    return command.way(up: post) { held.contains($0) && chart.isAbove(chart.jurisdiction(of: $0), place) }
  }
}

private func report(_ person: ID<Person>, _ posts: [ID<Post>], _ limit: Int, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.persons.name[person]
  let list = inspection.list(posts.map { .post($0) }, atMost: 5)
  let last = chart.posts.key[posts[posts.count - 1]]
  inspection.report(
    [.person(person)],
    Localized(
      zh: "“\(name.zh)”同时任 \(posts.count) 个岗位：\(list.zh)；上限是 \(limit) 个",
      en: "“\(name.en)” holds \(posts.count) posts at once: \(list.en); the limit is \(limit)"),
    evidence: posts.prefix(limit + 1).map { inspection.link(.person(person), .holds, .post($0)) },
    suggestion: Localized(
      zh: "为其中至少 \(posts.count - limit) 个岗位另行配备任职人，如 \(last) 的 holders",
      en: "enter somebody else under holders of at least \(posts.count - limit) of them, such as \(last)"))
}

private func report(_ person: ID<Person>, _ way: [ID<Post>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let (low, high) = (way[0], way[way.count - 1])
  let name = chart.persons.name[person]
  let (post, superior) = (chart.posts.name[low], chart.posts.name[high])
  let (home, place) = (
    chart.jurisdictions.name[chart.jurisdiction(of: low)], chart.jurisdictions.name[chart.jurisdiction(of: high)]
  )
  let path = zip(way, way.dropFirst()).map { inspection.link(.post($0), .reportsTo, .post($1)) }
  inspection.report(
    [.person(person), .post(low)],
    Localized(
      zh: "“\(name.zh)”既任“\(home.zh)”的“\(post.zh)”，又任其上级“\(place.zh)”的“\(superior.zh)”，成了自己的上级",
      en: "“\(name.en)” holds “\(post.en)” of “\(home.en)” and “\(superior.en)” of “\(place.en)”, which commands it"),
    evidence: [inspection.link(.person(person), .holds, .post(low))] + path
      + [inspection.link(.person(person), .holds, .post(high))],
    suggestion: Localized(
      zh: "为岗位 \(chart.posts.key[low]) 另行配备任职人；过渡期间的，写 acting: true",
      en: "enter somebody else under holders of post \(chart.posts.key[low]), or acting: true for a stopgap"),
    detail: "levels")
}
