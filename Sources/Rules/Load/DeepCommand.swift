import RemitInspection
import RemitModel

extension Rule {
  /// LOD007: a chain of command within a jurisdiction with more layers than the limit.
  static let deepCommand = Rule(
    code: "LOD007", name: "deep-command", family: .load, defect: .burden, severity: .note,
    title: Localized(zh: "指挥层级过多", en: "Too many layers of command"),
    explanation: Explanation(
      what: Localized(
        zh: "一个行政区（或企业）内，从不向本区任何人报告的岗位往下数，层级超过上限（默认 8 层）。有多条报告线的取最短的一条；业务报告线和已撤销的岗位不计。一处过深只报一次，报在上限那一层的岗位。",
        en: "Within a jurisdiction, or a company, there are more layers than the limit (8 by default) from who reports "
          + "to nobody there down to the last post. Of several lines the shortest counts; dotted lines and abolished "
          + "posts do not. Each place that is too deep is told once, at the post on the last layer allowed."),
      why: Localized(
        zh: "层级越多，情况越传越走样，要求越传越弱，出了问题也难说清卡在哪一层。",
        en: "What is told and what is ordered loses force at every layer, and nobody can say where it got stuck."),
      remedy: Localized(
        zh: "减少中间层级，让下层直接向更高一层报告；确有需要的，调高该范围的 limit。",
        en: "Take layers out and let the lower posts report further up; raise the limit where so many are right."),
      source: Localized(
        zh: "管理层级与幅度分析的惯例（“八乘八”：不超过八层，每人管八人左右）；机构改革中的扁平化要求。",
        en: "Span-and-layers practice (the “8 × 8” rule of thumb: at most eight layers, about eight reports each).")),
    settings: [
      Setting("limit", Localized(zh: "指挥层级上限", en: "most layers of command"), standard: 8, range: 2...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: committee}, {id: government}, {id: water-bureau}, {id: dam-station}]
        posts:
          - {id: secretary, organization: committee}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: head, organization: water-bureau, reports-to: deputy}
          - {id: second, organization: water-bureau, reports-to: head}
          - {id: section-chief, organization: water-bureau, reports-to: second}
          - {id: station-chief, organization: dam-station, reports-to: section-chief}
          - {id: shift-leader, organization: dam-station, reports-to: station-chief}  # expect: LOD007 post:shift-leader
          - {id: gatekeeper, organization: dam-station, reports-to: shift-leader, dotted-to: head}
          # Deeper still, by the same cause.
          - {id: helper, organization: dam-station, reports-to: gatekeeper}
        """)
    ],
    clean: [
      Example(
        """
        # Eight layers in the county, under two more of the city.
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-committee, jurisdiction: city}
          - {id: committee, jurisdiction: county}
          - {id: government, jurisdiction: county}
          - {id: water-bureau, jurisdiction: county}
        posts:
          - {id: city-secretary, organization: city-committee}
          - {id: city-deputy-secretary, organization: city-committee, reports-to: city-secretary}
          - {id: secretary, organization: committee, reports-to: city-deputy-secretary}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: head, organization: water-bureau, reports-to: deputy}
          - {id: second, organization: water-bureau, reports-to: head}
          - {id: section-chief, organization: water-bureau, reports-to: second}
          - {id: station-chief, organization: water-bureau, reports-to: section-chief}
          - {id: gatekeeper, organization: water-bureau, reports-to: station-chief}
          # Reports to the head as well, which is the shorter way.
          - {id: engineer, organization: water-bureau, reports-to: [gatekeeper, head]}
          - {id: helper, organization: water-bureau, reports-to: gatekeeper, status: abolished}
          - {id: guest, organization: city-committee, reports-to: gatekeeper}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let layers = inspection.facts[Layers.self]
    let most = inspection.threshold("limit")
    let isOver = chart.posts.ids.map { post in
      layers.reach[post.index] > layers.depth[post.index]
        && Int(layers.depth[post.index]) >= max(1, most.count(at: .post(post)))
    }
    for post in chart.posts.ids where isOver[post.index] {
      let isTold = chart.superiors[post].contains { superior in
        isOver[superior.index] && layers.depth[superior.index] == layers.depth[post.index] - 1
          && chart.jurisdiction(of: superior) == chart.jurisdiction(of: post)
      }
      if !isTold { report(post, layers, most.count(at: .post(post)), &inspection) }
    }
  }
}

private func report(_ post: ID<Post>, _ layers: Layers, _ limit: Int, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let down = layers.chain(downTo: post)
  let below = layers.chain(below: post)
  guard let first = below.first else { return }
  let chain = down + below
  let way = Localized.way(chain.map { chart.posts.name[$0] })
  let place = chart.jurisdictions.name[chart.jurisdiction(of: post)]
  let proof = zip(down.dropFirst() + [first], down)
  let key = chart.posts.key[first]
  let higher = down.count > 1 ? down[down.count - 2] : post
  inspection.report(
    [.post(post)],
    Localized(
      zh: "“\(place.zh)”的指挥链有 \(chain.count) 层，上限是 \(limit) 层：\(way.zh)",
      en: "command in “\(place.en)” runs down \(chain.count) layers; the limit is \(limit): \(way.en)"),
    evidence: proof.map { inspection.link(.post($0), .reportsTo, .post($1)) },
    suggestion: Localized(
      zh: "把岗位 \(key) 的 reports-to 改为 [\(chart.posts.key[higher])] 或更高一层的岗位",
      en: "set reports-to of post \(key) to [\(chart.posts.key[higher])] or a post above that"))
}
