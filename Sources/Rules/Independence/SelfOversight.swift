import RemitInspection
import RemitModel

extension Rule {
  /// IND001: somebody who oversees himself, by one post or by two.
  static let selfOversight = Rule(
    code: "IND001", name: "self-oversight", family: .independence, defect: .independence, severity: .error,
    title: Localized(zh: "自己监督自己", en: "Somebody who oversees himself"),
    explanation: Explanation(
      what: Localized(
        zh: "监督关系的两端是同一岗位或单位，或两端岗位现由同一人担任。",
        en: "Both ends of an oversight link are one thing, or posts that one person holds at the chart's day."),
      why: Localized(zh: "没有人能公正地监督自己。", en: "Nobody can watch himself fairly."),
      remedy: Localized(
        zh: "改由他人监督，或让此人不再兼任其中一个岗位。", en: "Let somebody else oversee, or relieve the person of one of the posts."),
      source: Localized(
        zh: "任何人不得做自己案件的法官；内部审计的客观性要求。",
        en: "Nobody is judge in his own cause; objectivity in the IIA standards.")),
    faulty: [
      Example(
        """
        chart: hospital
        posts:
          - {id: director, holders: [{person: chen}]}
          - {id: pharmacist, reports-to: director, holders: [{person: li, until: 2020-01-01}, {person: wang}]}
          - {id: inspector, holders: [{person: wang, acting: true}]}
        oversight:
          - {id: stock-check, kind: check, by: inspector, of: pharmacist}  # expect: IND001 oversight:stock-check
        """),
      Example(
        """
        chart: offices
        organizations:
          - {id: finance}
        oversight:
          - {id: own-audit, kind: audit, by: finance, of: finance}  # expect: IND001 oversight:own-audit
        """),
    ],
    clean: [
      Example(
        """
        chart: hospital
        as-of: 2026-01-01
        organizations:
          - {id: ward}
          - {id: office}
        posts:
          - {id: director, organization: office, holders: [{person: chen}]}
          - {id: head, organization: ward, holders: [{person: li, until: 2020-01-01}, {person: wang, from: 2020-01-02}]}
          - {id: inspector, organization: office, holders: [{person: li, from: 2020-01-02}]}
          - {id: librarian, organization: office, holders: [{person: wang, from: 2021-01-01}]}
          - {id: porter, organization: ward, holders: [{person: tbd, name: TBD}]}
          - {id: guard, organization: office, holders: [{person: tbd, name: TBD}]}
        oversight:
          - {kind: check, by: inspector, of: head}
          - {kind: check, by: office, of: librarian}
          - {kind: check, by: guard, of: porter}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let incumbency = inspection.facts[Incumbency.self]
    let (kinds, overseers, targets) = (chart.oversight.kind, chart.oversight.by, chart.oversight.of)
    for row in chart.oversight.ids where kinds[row].isOversight {
      let by = overseers[row]
      let of = targets[row]
      if by == of {
        report(row, person: nil, in: &inspection)
      } else if case .post(let overseer) = by, case .post(let target) = of,
        let person = incumbency.holder(of: overseer, and: target)
      {
        report(row, person: person, in: &inspection)
      }
    }
  }
}

private func report(_ row: ID<Oversight>, person: ID<Person>?, in inspection: inout Inspection) {
  let chart = inspection.chart
  let by = Entity(chart.oversight.by[row])
  let of = Entity(chart.oversight.of[row])
  let kind = chart.oversight.kind[row].name
  var evidence = [inspection.link(row)]
  var message = Localized(
    zh: "“\(chart.name(of: by).zh)”对自己“\(kind.zh)”", en: "“\(chart.name(of: by).en)” \(kind.en) itself")
  if let person {
    evidence += [by, of].map { inspection.link(.person(person), .holds, $0) }
    let name = chart.persons.name[person]
    message = Localized(
      zh: "\(name.zh)同时担任“\(chart.name(of: by).zh)”和“\(chart.name(of: of).zh)”，前者\(kind.zh)后者",
      en:
        "\(name.en) holds both “\(chart.name(of: by).en)” and “\(chart.name(of: of).en)”, and the one \(kind.en) the other"
    )
  }
  inspection.report(
    [.oversight(row)], message, evidence: evidence, clauses: inspection.clauses(chart.oversight.basis[row]),
    suggestion: Localized(
      zh: "将 \(chart.oversight.key[row]) 的 by 改为与 \(chart.key(of: of)) 无关的岗位或单位",
      en: "let the by of \(chart.oversight.key[row]) be a post or body that has no tie to \(chart.key(of: of))"))
}
