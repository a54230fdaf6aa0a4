import RemitInspection
import RemitModel

extension Rule {
  /// REG010: a waiver that lacks what makes it valid, has run out, or waives nothing.
  static let staleWaiver = Rule(
    code: "REG010", name: "stale-waiver", family: .regulation, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "无效或过期的豁免", en: "Waiver that is void or out of date"),
    explanation: Explanation(
      what: Localized(
        zh: "一条豁免缺少理由、批准人或期限，已经过期，所指条款不存在，或者没有豁免任何问题。",
        en:
          "A waiver has no reason, approver or expiry, has expired, names a clause that does not exist, or waives nothing."
      ),
      why: Localized(
        zh: "没有期限和责任人的豁免会变成永久的漏洞。", en: "A waiver that nobody signed and that never ends is a hole in the regulation."),
      remedy: Localized(
        zh: "补全 reason、approver、until；已经不需要的，删去。",
        en: "Complete reason, approver and until; remove it if it is not needed."),
      source: Localized(
        zh: "豁免须有依据、有批准、有期限的管理惯例。", en: "Good practice for exceptions: reasoned, approved and limited in time.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
        duties:
          - {id: d1, clause: "1", role: head, letter: A}
        clauses: [{id: "1"}, {id: "2"}, {id: "3"}]
        ---
        chart: county
        as-of: 2026-06-30
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head, adopts: ["1"]}
        waivers:
          - {clause: "2", jurisdiction: here, reason: small, approver: board, until: 2026-01-31}  # expect: REG010 waiver:2@here
          - {clause: "2"}  # expect: REG010 waiver:2
          - {clause: "1", reason: old, approver: board, until: 2027-01-31}  # expect: REG010 waiver:1
          - {clause: "9", reason: old, approver: board, until: 2027-01-31}  # expect: REG010 waiver:9
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2(1)"}
        clauses: [{id: "1"}, {id: "2"}, {id: "2(1)"}]
        ---
        chart: county
        as-of: 2026-06-30
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head}
        waivers:
          - {clause: "2", jurisdiction: here, reason: small place, approver: board, until: 2026-06-30}
        """)
    ],
    afterOthers: true
  ) { inspection in
    let chart = inspection.chart
    guard !chart.regulations.isEmpty, !chart.waivers.ids.isEmpty else { return }
    let required = inspection.earlier.filter { $0.requirement != nil }
    for waiver in chart.waivers.ids {
      let faults = faults(of: waiver, required, in: inspection)
      guard !faults.isEmpty else { continue }
      let clause = chart.waivers.clause[waiver]
      let key = chart.key(of: .waiver(waiver))
      inspection.report(
        [.waiver(waiver)],
        Localized(
          zh: "豁免 \(key) \(faults.map(\.zh).joined(separator: "、"))",
          en: "the waiver \(key) \(faults.map(\.en).joined(separator: ", "))"),
        alone: [.waiver(waiver)], clauses: inspection.clauses([clause]),
        suggestion: Localized(
          zh: "补全 reason、approver 和未到期的 until，或删去这条豁免",
          en: "complete reason, approver and an until that has not passed, or remove the waiver"))
    }
  }
}

/// What is wrong with a waiver, each as the rest of a sentence.
private func faults(of waiver: ID<Waiver>, _ required: [Finding], in inspection: Inspection) -> [Localized] {
  let chart = inspection.chart
  let outline = inspection.facts[Outline.self]
  var faults: [Localized] = []
  if chart.waivers.reason[waiver] == nil { faults.append(Localized(zh: "没有理由", en: "has no reason")) }
  if chart.waivers.approver[waiver] == nil { faults.append(Localized(zh: "没有批准人", en: "has no approver")) }
  if let until = chart.waivers.until[waiver] {
    if let day = chart.asOf, until < day {
      faults.append(Localized(zh: "已于 \(until) 到期", en: "expired on \(until)"))
    }
  } else {
    faults.append(Localized(zh: "没有期限", en: "has no expiry"))
  }
  let resolved = chart.resolve(chart.waivers.clause[waiver].reference)
  let isKnown = resolved.map { !outline.isGiven($0.regulation) || outline.has($0.clause, in: $0.regulation) } ?? false
  if !isKnown {
    faults.append(Localized(zh: "所指条款不存在", en: "names a clause that does not exist"))
  } else if !required.contains(where: { Allowances(chart).covers(waiver, $0) }) {
    faults.append(Localized(zh: "没有豁免任何问题", en: "waives nothing"))
  }
  return faults
}
