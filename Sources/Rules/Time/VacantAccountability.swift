import RemitInspection
import RemitModel

extension Rule {
  /// TMP001: a post that answers for an active duty has no holder at the chart's day.
  static let vacantAccountability = Rule(
    code: "TMP001", name: "vacant-accountability", family: .time, defect: .gap, severity: .error,
    title: Localized(zh: "负总责的岗位空缺", en: "Vacant post that answers for a duty"),
    explanation: Explanation(
      what: Localized(
        zh: "对现行职责负总责（A）的岗位，在 as-of 当日没有任职人，也没有代理人；“待定”之类的占位不算任职人。",
        en: "A post with the letter A on an active duty has neither a holder nor an acting one on the chart's day. A "
          + "placeholder such as TBD is no holder."),
      why: Localized(zh: "岗位有责任，岗位上没有人，就没有人答责。", en: "The post answers, and nobody is in the post."),
      remedy: Localized(
        zh: "写明现任或代理的任职人，或在空缺期间把 A 交给别的岗位。",
        en: "Enter the present or acting holder, or give the A to another post while this one is empty."),
      source: Localized(
        zh: "责任到人；干部任免惯例中的代理、主持工作。",
        en: "Accountability is a person's; acting holders bridge vacancies.")),
    faulty: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        posts:
          - {id: magistrate, holders: [{person: li, from: 2024-01-01}]}
          - {id: deputy-1, reports-to: magistrate, vacant: true}  # expect: TMP001 post:deputy-1
          - {id: deputy-2, reports-to: magistrate, holders: [{person: wang, from: 2020-01-01, until: 2026-06-29}]}  # expect: TMP001 post:deputy-2
          - {id: deputy-3, reports-to: magistrate, holders: [{person: zhao, from: 2026-07-01}]}  # expect: TMP001 post:deputy-3
          - {id: deputy-4, reports-to: magistrate, holders: [{person: x1, name: 待定, from: 2024-01-01}]}  # expect: TMP001 post:deputy-4
          - {id: deputy-5, reports-to: magistrate}  # expect: TMP001 post:deputy-5
        duties:
          - {id: rivers, accountable: deputy-1, responsible: magistrate}
          - {id: roads, accountable: deputy-2, responsible: magistrate}
          - {id: schools, accountable: deputy-3, responsible: magistrate}
          - {id: farms, accountable: deputy-4, responsible: magistrate}
          - {id: mines, accountable: deputy-5, responsible: magistrate}
        """),
      Example(
        """
        # No holders anywhere, yet this post says that it is empty.
        chart: workshop
        posts:
          - {id: foreman, vacant: true}  # expect: TMP001 post:foreman
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: fitter}
          - {id: stock, accountable: fitter, responsible: fitter}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        posts:
          - {id: magistrate, holders: [{person: li, from: 2024-01-01, until: 2026-06-30}]}
          - {id: deputy-1, reports-to: magistrate, vacant: true, holders: [{person: li, from: 2026-01-01, acting: true}]}
          - {id: deputy-2, reports-to: magistrate, vacant: true}
          - id: deputy-3
            reports-to: magistrate
            holders: [{person: wang, from: 2020-01-01, until: 2025-12-31}, {person: zhao, from: 2026-01-01}]
        duties:
          - {id: rivers, accountable: deputy-1, responsible: deputy-2}
          - {id: roads, accountable: deputy-3, responsible: deputy-3}
          - {id: mills, accountable: deputy-2, responsible: magistrate, status: abolished}
          - {id: tax, accountable: magistrate, responsible: magistrate}
        """),
      Example(
        """
        # Names no holders at all: nothing is known of vacancies.
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: fitter}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let incumbency = inspection.facts[Incumbency.self]
    let knowsHolders = !chart.tenures.ids.isEmpty
    let (own, letters, duties) = (chart.assignmentsOfPost, chart.assignments.letter, chart.assignments.duty)
    let (posts, standing) = (chart.posts.status, chart.duties.status)
    for post in chart.posts.ids where !incumbency.isHeld(post, by: { _ in true }) {
      guard knowsHolders || posts[post] == .vacant else { continue }
      var (first, count) = (ID<Assignment>?.none, 0)
      for slot in own.slots(of: post) {
        let row = own.values[slot]
        guard letters[row] == .accountable, standing[duties[row]] == .active else { continue }
        first = first ?? row
        count += 1
      }
      if let first { report(post, first, count, &inspection) }
    }
  }
}

private func report(_ post: ID<Post>, _ row: ID<Assignment>, _ count: Int, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let duty = chart.assignments.duty[row]
  let name = chart.posts.name[post]
  let title = chart.duties.title[duty]
  let key = chart.posts.key[post]
  let day = chart.asOf.map { Localized(zh: "在 \($0) ", en: " on \($0)") } ?? Localized("")
  let more = Localized(zh: count > 1 ? "等 \(count) 项职责" : "", en: count > 1 ? " and \(count - 1) more" : "")
  inspection.report(
    [.post(post)],
    Localized(
      zh: "对“\(title.zh)”\(more.zh)负总责的“\(name.zh)”\(day.zh)没有任职人",
      en: "nobody holds “\(name.en)”\(day.en), which answers for “\(title.en)”\(more.en)"),
    evidence: [inspection.letter(row)], clauses: inspection.clauses(chart.duties.basis[duty]),
    suggestion: Localized(
      zh: "在岗位 \(key) 的 holders 中写明现任或代理的任职人，或把职责 \(chart.duties.key[duty]) 的 accountable 换成别的岗位",
      en: "enter the present or acting holder under holders of post \(key), or name another accountable of duty "
        + "\(chart.duties.key[duty])"))
}
