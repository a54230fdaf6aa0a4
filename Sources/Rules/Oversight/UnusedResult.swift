import RemitInspection
import RemitModel

extension Rule {
  /// OVS006: an audit, inspection or assessment whose results go to nobody.
  static let unusedResult = Rule(
    code: "OVS006", name: "unused-result", family: .oversight, defect: .gap, severity: .warning,
    title: Localized(zh: "监督结果无人使用", en: "Results that nobody gets"),
    explanation: Explanation(
      what: Localized(
        zh: "一项审计、督察或考核没有写明结果报送给谁。",
        en: "An audit, inspection or assessment names nobody who gets its results."),
      why: Localized(
        zh: "结果不报送、不运用，监督就只是走过场。", en: "A result that goes nowhere changes nothing."),
      remedy: Localized(
        zh: "在 feeds 中写明接收并运用结果的单位，如组织部门、纪委监委。",
        en: "Name in feeds the bodies that use the results, such as the organization department."),
      source: Localized(
        zh: "审计、督察、考核结果运用的制度要求。", en: "The rule that results of audit and assessment are used.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: auditors, kind: audit-office}
          - {id: assessors, kind: committee}
          - {id: bureau, kind: department}
        posts:
          - {id: a, organization: bureau}
          - {id: b, organization: bureau}
        oversight:
          - {id: yearly, kind: audit, by: auditors, of: bureau}  # expect: OVS006 oversight:yearly
          - {kind: assess, by: assessors, of: [a, b]}  # expect: OVS006 oversight:assess:assessors:a oversight:assess:assessors:b
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: auditors, kind: audit-office}
          - {id: bureau, kind: department}
          - {id: staffing, kind: party-department}
        oversight:
          - {kind: audit, by: auditors, of: bureau, feeds: [staffing]}
          - {kind: supervise, by: auditors, of: bureau}
          - {kind: check, by: staffing, of: bureau}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let rows = chart.oversight.ids.filter {
      [.audit, .inspect, .assess].contains(chart.oversight.kind[$0]) && chart.oversight.feeds[$0].isEmpty
    }
    for link in chart.asWritten(rows) {
      let row = link[0]
      let by = chart.name(of: Entity(chart.oversight.by[row]))
      let kind = chart.oversight.kind[row].name
      let names = inspection.list(link.map { Entity(chart.oversight.of[$0]) })
      inspection.report(
        link.map { .oversight($0) },
        Localized(
          zh: "“\(by.zh)”\(kind.zh)\(names.zh)，结果没有报送给任何单位",
          en: "“\(by.en)” \(kind.en) \(names.en), and the results go to nobody"),
        evidence: link.prefix(20).map { inspection.link($0) },
        clauses: inspection.clauses(chart.oversight.basis[row]),
        suggestion: Localized(
          zh: "在 \(chart.oversight.key[row]) 上增加 feeds: [<运用结果的单位>]",
          en: "add feeds: [<body that uses the results>] to \(chart.oversight.key[row])"))
    }
  }
}
