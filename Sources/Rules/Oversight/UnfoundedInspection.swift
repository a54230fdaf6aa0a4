import RemitInspection
import RemitModel

extension Rule {
  /// OVS009: an inspection or check that rests on no clause, or is not in the year's plan.
  static let unfoundedInspection = Rule(
    code: "OVS009", name: "unfounded-inspection", family: .oversight, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "无依据或计划外的检查", en: "Inspection without basis or plan"),
    explanation: Explanation(
      what: Localized(
        zh: "一项督察或检查没有写明依据，或者不在年度计划之内；图中有计划标记时，没有标记的视为计划外。",
        en:
          "An inspection or check cites no basis, or is not in the year's plan; in a chart that marks what is planned, what "
          + "is not marked is not."),
      why: Localized(
        zh: "随意检查增加基层负担，被查的人也无从判断该不该查。",
        en: "Visits at will burden those who are visited, and nobody can tell whether they are due."),
      remedy: Localized(
        zh: "写明 basis 并列入计划（planned: true），否则取消。",
        en: "Give its basis and put it in the plan (planned: true), or give it up."),
      source: Localized(
        zh: "督查检查考核实行计划管理和依法检查的要求。", en: "The national rules that inspections follow law and a yearly plan.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: a, kind: other}
          - {id: bureau, kind: department}
        oversight:
          - {id: plain, kind: check, by: a, of: bureau}  # expect: OVS009 oversight:plain
          - {id: extra, kind: inspect, by: a, of: bureau, basis: ["3"], planned: false}  # expect: OVS009 oversight:extra
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: a, kind: other}
          - {id: bureau, kind: department}
        oversight:
          - {kind: check, by: a, of: bureau, basis: ["water-law:88"], planned: true}
          - {kind: supervise, by: a, of: bureau}
          - {kind: audit, by: a, of: bureau}
        """),
      Example(
        """
        chart: county
        organizations:
          - {id: a, kind: other}
          - {id: bureau, kind: department}
        oversight:
          - {kind: check, by: a, of: bureau, basis: ["3"]}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let marksPlan = chart.oversight.planned.values.contains { $0 != nil }
    let rows = chart.oversight.ids.filter { row in
      guard [.inspect, .check].contains(chart.oversight.kind[row]) else { return false }
      return chart.oversight.basis[row].isEmpty || !(chart.oversight.planned[row] ?? !marksPlan)
    }
    for link in chart.asWritten(rows) { report(link, in: &inspection) }
  }
}

private func report(_ link: [ID<Oversight>], in inspection: inout Inspection) {
  let chart = inspection.chart
  let row = link[0]
  let by = chart.name(of: Entity(chart.oversight.by[row]))
  let kind = chart.oversight.kind[row].name
  let names = inspection.list(link.map { Entity(chart.oversight.of[$0]) })
  let hasBasis = !chart.oversight.basis[row].isEmpty
  let fault = hasBasis ? Localized(zh: "不在计划之内", en: "is not in the plan") : Localized(zh: "没有依据", en: "has no basis")
  let edit = hasBasis ? "planned: true" : "basis: [\"<n>\"]"
  inspection.report(
    link.map { .oversight($0) },
    Localized(
      zh: "“\(by.zh)”\(kind.zh)\(names.zh)，\(fault.zh)", en: "that “\(by.en)” \(kind.en) \(names.en) \(fault.en)"),
    evidence: link.prefix(20).map { inspection.link($0) }, clauses: inspection.clauses(chart.oversight.basis[row]),
    suggestion: Localized(
      zh: "在 \(chart.oversight.key[row]) 上增加 \(edit)，或取消这项检查",
      en: "add \(edit) to \(chart.oversight.key[row]), or give it up"))
}
