import RemitInspection
import RemitKernel
import RemitModel

extension Rule {
  /// STR001: posts that report to each other in a circle.
  static let commandCycle = Rule(
    code: "STR001", name: "command-cycle", family: .structure, defect: .ambiguity, severity: .error, scope: .both,
    title: Localized(zh: "循环报告", en: "Command that runs in a circle"),
    explanation: Explanation(
      what: Localized(
        zh: "沿报告线（reports-to）向上走，又回到同一个岗位。每个独立的环报一次，业务报告线不算。",
        en: "Whoever follows reports-to upwards comes back to the same post. Each independent circle is told once; "
          + "dotted lines do not count."),
      why: Localized(
        zh: "环上人人都是自己的上级，谁也无法最终拍板，责任无处上交。",
        en: "In a circle everybody is his own superior: nobody decides in the end, and nothing can be passed up."),
      remedy: Localized(zh: "去掉环上不真实的一条报告线。", en: "Remove the one reporting line of the circle that does not hold."),
      source: Localized(
        zh: "层级制要求报告线无环（Krackhardt 的层级性度量）。",
        en: "A hierarchy has no circles (Krackhardt's measure of hierarchy).")),
    faulty: [
      Example(
        """
        chart: county
        posts:
          - {id: magistrate, reports-to: clerk}  # expect: STR001 post:magistrate post:clerk post:deputy
          - {id: deputy, reports-to: magistrate}
          - {id: clerk, reports-to: deputy}
          - {id: porter, reports-to: clerk}
        """),
      Example(
        """
        regulation: misprint
        levels: [county]
        roles:
          - {id: principal, organization: government, clause: "1", reports-to: [deputy]}  # expect: STR001 role:principal role:deputy
          - {id: deputy, organization: government, clause: "2", reports-to: [principal]}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        posts:
          - {id: secretary}
          - {id: magistrate, reports-to: secretary}
          - {id: deputy, reports-to: [magistrate, secretary], dotted-to: clerk}
          - {id: clerk, reports-to: deputy}
          # The circle was broken when this post was abolished.
          - {id: steward, reports-to: porter, status: abolished}
          - {id: porter, reports-to: [steward, clerk]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    for cycle in commandInForce(chart, inspection.facts[ChainOfCommand.self]).independentCycles(limit: 16) {
      let posts = cycle.map { Entity.post(ID($0)) }
      let around = posts + [posts[0]]
      let way = Localized.way(around.map(chart.name))
      let from = chart.key(of: posts[posts.count - 1])
      let to = chart.key(of: posts[0])
      inspection.report(
        posts,
        posts.count == 1
          ? Localized(
            zh: "“\(chart.name(of: posts[0]).zh)”向自己报告",
            en: "“\(chart.name(of: posts[0]).en)” reports to itself")
          : Localized(zh: "报告线成环：\(way.zh)", en: "command runs in a circle: \(way.en)"),
        evidence: zip(around, around.dropFirst()).map { inspection.link($0, .reportsTo, $1) },
        suggestion: Localized(
          zh: "去掉环上的一条报告线，如 \(from) 的 reports-to 中的 \(to)",
          en: "remove one line of the circle, such as \(to) from reports-to of \(from)"))
    }
  }
}

/// Reporting without the posts that are abolished: a circle through one of them is none.
private func commandInForce(_ chart: Chart, _ command: ChainOfCommand) -> CSRGraph {
  let statuses = chart.posts.status.values
  guard statuses.contains(.abolished) else { return command.up }
  return CSRGraph(chart.superiors) { statuses[$0.index] != .abolished && statuses[$1.index] != .abolished }
}
