import RemitInspection
import RemitModel

extension Rule {
  /// LOD006: posts in single file, each with exactly one direct report.
  static let loneReport = Rule(
    code: "LOD006", name: "lone-report", family: .load, defect: .burden, severity: .note,
    title: Localized(zh: "单线层级", en: "Posts in single file"),
    explanation: Explanation(
      what: Localized(
        zh: "同一单位内，上下相连的岗位各自只有一个直接下属，这样的岗位连着超过上限（默认 2 个）。业务报告线、分管单位也算在领导的工作之内，有这些的岗位不算；单位之间的层级由体制决定，也不算。",
        en: "Within one organization more posts than the limit (2 by default) stand one below the other, each with "
          + "exactly one direct report. Posts that also lead by a dotted line or a charge do not count, nor do steps "
          + "between organizations, which the system of government sets."),
      why: Localized(
        zh: "层层只管一个人，请示和批示只是多转一道手，责任也被层层摊薄。",
        en: "Each of them passes on what the next one does: every decision takes one more hand, and nobody can be said "
          + "to lead."),
      remedy: Localized(
        zh: "撤并中间的一层，或让别的岗位也向它报告；图中只列了一部分下属的，补全或调高 limit。",
        en: "Take one layer out, or give it more to lead; where the chart leaves reports out, add them or raise the "
          + "limit."),
      source: Localized(
        zh: "管理层级与幅度分析的惯例：一对一的上下级是多余的层级。",
        en: "Span-and-layers practice: a superior with a single report is a layer to question.")),
    settings: [
      Setting(
        "limit", Localized(zh: "单线相连的岗位数上限", en: "most posts in a row with a single report"), standard: 2,
        range: 1...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: head, organization: water-bureau, reports-to: deputy}  # expect: LOD006 post:head
          - {id: second, organization: water-bureau, reports-to: head}
          - {id: section-chief, organization: water-bureau, reports-to: second}
          - {id: clerk, organization: water-bureau, reports-to: section-chief, vacant: true}
          - {id: steward, organization: water-bureau, reports-to: second, status: abolished}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: committee}, {id: government}, {id: water-bureau}, {id: road-bureau}, {id: farm-bureau}, {id: dam-station}]
        posts:
          # From body to body there is one way down by design.
          - {id: secretary, organization: committee}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: water-clerk, organization: water-bureau, reports-to: water-second}
          # The second leads two.
          - {id: road-head, organization: road-bureau, reports-to: deputy}
          - {id: road-second, organization: road-bureau, reports-to: road-head}
          - {id: road-section, organization: road-bureau, reports-to: road-second}
          - {id: road-clerk, organization: road-bureau, reports-to: road-section}
          - {id: bridge-section, organization: road-bureau, reports-to: road-second}
          # The second is in charge of a station, and the section chief leads by a dotted line.
          - {id: farm-head, organization: farm-bureau, reports-to: deputy}
          - {id: farm-second, organization: farm-bureau, reports-to: farm-head, in-charge-of: dam-station}
          - {id: farm-section, organization: farm-bureau, reports-to: farm-second}
          - {id: farm-clerk, organization: farm-bureau, reports-to: farm-section}
          - {id: dam-keeper, organization: dam-station, reports-to: deputy, dotted-to: farm-section}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let longest = inspection.threshold("limit")
    let files = SingleFile(chart)
    for post in chart.posts.ids where files.begins(at: post) {
      let limit = longest.count(at: .post(post))
      let file = files.below(post)
      guard file.count > limit + 1 else { continue }
      report(file, limit, &inspection)
    }
  }
}

/// Posts of one organization that have one direct report each, who has no other superior.
private struct SingleFile {
  private let next: [ID<Post>?]
  private let hasPrevious: [Bool]

  init(_ chart: Chart) {
    let (superiors, reports, dotted, charges) = (chart.superiors, chart.reports, chart.dotted, chart.charges)
    var isDotted = [Bool](repeating: false, count: chart.posts.key.count)
    var hasPrevious = isDotted
    for post in chart.posts.ids where chart.isInForce(post) {
      for slot in dotted.slots(of: post) { isDotted[dotted.values[slot].index] = true }
    }
    next = chart.posts.ids.map { post in
      guard chart.isInForce(post), charges.slots(of: post).isEmpty, !isDotted[post.index],
        let report = Self.only(reports, reports.slots(of: post), in: chart), report != post,
        chart.posts.organization[report] == chart.posts.organization[post],
        Self.only(superiors, superiors.slots(of: report), in: chart) == post
      else { return nil }
      hasPrevious[report.index] = true
      return report
    }
    self.hasPrevious = hasPrevious
  }

  /// The one post in force of a row; nil where there are several or none.
  private static func only(_ posts: Relation<Post, Post>, _ slots: Range<Int>, in chart: Chart) -> ID<Post>? {
    var only: ID<Post>?
    for slot in slots {
      let post = posts.values[slot]
      guard chart.isInForce(post) else { continue }
      guard only == nil || only == post else { return nil }
      only = post
    }
    return only
  }

  func begins(at post: ID<Post>) -> Bool { next[post.index] != nil && !hasPrevious[post.index] }

  /// The file from its first post down to the one that ends it. No two files share a post, and none is a circle, since
  /// it begins at a post that is nobody's only report.
  func below(_ first: ID<Post>) -> [ID<Post>] {
    var file = [first]
    var current = next[first.index]
    while let post = current {
      file.append(post)
      current = next[post.index]
    }
    return file
  }
}

private func report(_ file: [ID<Post>], _ limit: Int, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.posts.name[file[0]]
  let way = Localized.way(file.map { chart.posts.name[$0] })
  let proof = zip(file, file.dropFirst()).prefix(limit + 1)
  let (top, middle, low) = (chart.posts.key[file[0]], chart.posts.key[file[1]], chart.posts.key[file[2]])
  inspection.report(
    [.post(file[0])],
    Localized(
      zh: "从“\(name.zh)”起连续 \(file.count - 1) 个岗位各只有一个直接下属：\(way.zh)；上限是 \(limit) 个",
      en: "from “\(name.en)” down \(file.count - 1) posts in a row have a single direct report each: \(way.en); "
        + "the limit is \(limit)"),
    evidence: proof.map { inspection.link(.post($1), .reportsTo, .post($0)) },
    suggestion: Localized(
      zh: "把岗位 \(low) 的 reports-to 改为 [\(top)]，并把 \(middle) 的工作并入上下两级",
      en: "set reports-to of post \(low) to [\(top)], and let these two take over what \(middle) does"))
}
