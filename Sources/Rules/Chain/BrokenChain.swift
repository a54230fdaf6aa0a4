import RemitInspection
import RemitModel

extension Rule {
  /// CHN001: a chain of roles that a regulation asks for and that does not hold in a place.
  static let brokenChain = Rule(
    code: "CHN001", name: "broken-chain", family: .chain, defect: .gap, severity: .error, scope: .both,
    title: Localized(zh: "责任链断裂", en: "Broken chain of responsibility"),
    explanation: Explanation(
      what: Localized(
        zh: "法规要求的责任链，例如党委主要负责人、政府主要负责人、分管负责人、部门负责人，在某地没有一条连通的领导路径。",
        en:
          "A regulation asks for a chain such as committee principal, government principal, deputy in charge, department "
          + "head, and in a place no path of command or charge joins them."),
      why: Localized(
        zh: "压力传不下去，责任追不上来：断点以下各自为政。",
        en: "Below the gap nobody is pressed from above, and no failure is traced beyond it."),
      remedy: Localized(
        zh: "在断点下方的岗位上写明 reports-to，或由上方的岗位分管（in-charge-of）其单位。",
        en: "Give the post below the gap its reports-to, or put its organization in the charge of the post above."),
      source: Localized(
        zh: "层层压实责任的要求；法规中各职务条款之间的衔接。",
        en: "The clauses of a regulation that bind one office to the next.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: committee-principal, organization: party-committee, clause: "1"}
          - {id: government-principal, organization: government, clause: "2"}
          - {id: deputy, organization: government, clause: "3"}
        chains:
          - {id: line, roles: [committee-principal, government-principal, deputy], clause: "1"}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: committee, kind: party-committee, jurisdiction: here}
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: secretary, organization: committee, role: committee-principal}
          - {id: magistrate, organization: government, role: government-principal}  # expect: CHN001 post:magistrate
          - {id: vice, organization: government, role: deputy, reports-to: magistrate}
        """),
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: government-principal, organization: government, clause: "2"}
          - {id: deputy, organization: government, clause: "3"}
          - {id: head, organization: sector-department, clause: "4"}
        chains:
          - {id: line, roles: [government-principal, deputy, head], clause: "2"}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
          - {id: water, kind: sector-department, jurisdiction: here}
          - {id: roads, kind: sector-department, jurisdiction: here}
          - {id: farms, kind: sector-department, jurisdiction: here}  # expect: CHN001 organization:farms
        posts:
          - {id: magistrate, organization: government, role: government-principal}
          - {id: vice, organization: government, role: deputy, reports-to: magistrate, in-charge-of: roads}
          - {id: water-head, organization: water, role: head, reports-to: magistrate}  # expect: CHN001 post:water-head organization:water
          - {id: roads-head, organization: roads, role: head}
          - {id: farmer, organization: farms, reports-to: vice}
        """),
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: committee-principal, organization: party-committee, clause: "1"}
          - {id: government-principal, organization: government, clause: "2"}  # expect: CHN001 role:government-principal
        chains:
          - {id: line, roles: [committee-principal, government-principal], clause: "1"}
        """),
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [prefecture, county]
        roles:
          - {id: committee-principal, organization: party-committee, clause: "1"}
          - {id: government-principal, organization: government, clause: "2"}
          - {id: deputy, organization: government, clause: "3"}
          - {id: head, organization: sector-department, clause: "4", levels: [prefecture]}
        chains:
          - {id: line, roles: [committee-principal, government-principal, deputy, head], clause: "1"}
        ---
        chart: city
        against: [rule]
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
          - {id: town, level: township, parent: county}
        organizations:
          - {id: committee, kind: party-committee, jurisdiction: city}
          - {id: government, kind: government, jurisdiction: city}
          - {id: bureau, kind: sector-department, jurisdiction: city}
          - {id: merged, kind: sector-department, jurisdiction: city}
          - {id: county-committee, kind: party-committee, jurisdiction: county}
          - {id: county-government, kind: government, jurisdiction: county}
          - {id: branch, kind: sector-department, jurisdiction: county}
          - {id: town-government, kind: government, jurisdiction: town}
        posts:
          - {id: secretary, organization: committee, role: committee-principal}
          - {id: mayor, organization: government, role: government-principal, reports-to: secretary}
          - {id: executive, organization: government, reports-to: mayor}
          - {id: vice, organization: government, role: deputy, reports-to: executive, in-charge-of: bureau}
          - {id: bureau-head, organization: bureau, role: head}
          - {id: old-head, organization: merged, role: head, status: abolished}
          - {id: county-secretary, organization: county-committee, role: committee-principal, reports-to: secretary}
          - {id: county-head, organization: county-government, role: government-principal, dotted-to: [county-secretary]}
          - {id: county-vice, organization: county-government, role: deputy, reports-to: county-head}
          - {id: branch-head, organization: branch, reports-to: bureau-head}
          - {id: town-head, organization: town-government, role: government-principal}
        """),
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: government-principal, organization: government, clause: "1"}
          - {id: river-deputy, organization: government, clause: "2"}
          - {id: sector-deputy, organization: government, clause: "3"}
          - {id: river-head, organization: department, clause: "4"}
          - {id: sector-head, organization: sector-department, clause: "5"}
        chains:
          - {id: rivers, roles: [government-principal, river-deputy, river-head], clause: "2"}
          - {id: sectors, roles: [government-principal, sector-deputy, sector-head], clause: "3"}
        ---
        chart: county-with-a-deputy-for-both
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
          - {id: rivers, kind: department, jurisdiction: here}
          - {id: farms, kind: sector-department, jurisdiction: here}
          - {id: roads, kind: sector-department, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: government-principal}
          - {id: first, organization: government, role: river-deputy, reports-to: magistrate, in-charge-of: [rivers, farms]}
          - {id: second, organization: government, role: sector-deputy, reports-to: magistrate, in-charge-of: roads}
          - {id: rivers-head, organization: rivers, role: river-head}
          - {id: farms-head, organization: farms, role: sector-head}
          - {id: roads-head, organization: roads, role: sector-head}
        """),
    ]
  ) { inspection in
    for gap in inspection.facts[ChainBreaks.self].breaks { report(gap, in: &inspection) }
  }
}

private func report(_ gap: ChainBreaks.Break, in inspection: inout Inspection) {
  let chart = inspection.chart
  let regulation = chart.regulations[gap.regulation]
  let upper = regulation.roles[gap.upper]
  let lower = regulation.roles[gap.lower]
  var subjects = gap.lost.map { Entity($0) }
  if gap.lost.count == 1, case .post(let post) = gap.lost[0], lower.organization.isDepartment, chart.origin == .chart {
    subjects.append(.organization(chart.posts.organization[post]))
  }
  let above = gap.held.last.map { Entity($0) } ?? .role(regulation: gap.regulation, index: gap.upper)
  let authority = inspection.facts[Authority.self]
  let missing = gap.lost.prefix(20).map { node in
    gap.isHeadless
      ? inspection.missing(.role(regulation: gap.regulation, index: gap.lower), .sitsIn, Entity(node))
      : inspection.missing(Entity(node), .answersTo, above)
  }
  let clauses = gap.clauses(in: chart)
  inspection.report(
    subjects, message(gap, upper, lower, inspection),
    evidence: authority.links(along: gap.held, in: inspection) + missing,
    clauses: inspection.clauses(clauses, of: gap.regulation), suggestion: suggestion(gap, above, inspection),
    requirement: Requirement(regulation: gap.regulation, clauses: clauses, jurisdiction: gap.jurisdiction),
    detail: "\(regulation.key):\(upper.key)>\(lower.key)")
}

private func message(
  _ gap: ChainBreaks.Break, _ upper: Regulation.Role, _ lower: Regulation.Role, _ inspection: Inspection
) -> Localized {
  let chart = inspection.chart
  let chains = gap.chains.map { chart.regulations[gap.regulation].chains[$0].name }
  let zh = chains.map(\.zh).joined(separator: "、")
  let en = chains.map(\.en).joined(separator: ", ")
  let names = inspection.list(gap.lost.map { Entity($0) })
  if gap.isHeadless {
    return Localized(
      zh: "\(names.zh)没有岗位充任“\(lower.name.zh)”，责任链（\(zh)）到不了该部门",
      en: "\(names.en) has no post in the role “\(lower.name.en)”, so the chain (\(en)) does not come to it")
  }
  if chart.origin == .regulation {
    return Localized(
      zh: "责任链（\(zh)）断在“\(upper.name.zh)”与“\(lower.name.zh)”之间：没有条款把后者与前者连接起来",
      en:
        "the chain (\(en)) breaks between “\(upper.name.en)” and “\(lower.name.en)”: no clause ties the one to the other"
    )
  }
  let more = gap.affected > gap.lost.count
  return Localized(
    zh: "责任链（\(zh)）断在“\(upper.name.zh)”与“\(lower.name.zh)”之间：没有领导路径通到\(names.zh)"
      + (more ? "，其下 \(gap.affected) 个岗位随之脱节" : ""),
    en:
      "the chain (\(en)) breaks between “\(upper.name.en)” and “\(lower.name.en)”: no path of command or charge comes to "
      + names.en + (more ? ", nor to \(gap.affected) posts below" : ""))
}

private func suggestion(_ gap: ChainBreaks.Break, _ above: Entity, _ inspection: Inspection) -> Localized {
  let chart = inspection.chart
  let regulation = chart.regulations[gap.regulation]
  let lost = Entity(gap.lost[0])
  if gap.isHeadless {
    let role = regulation.roles[gap.lower].key
    return Localized(
      zh: "为单位 \(chart.key(of: lost)) 的负责人写明 role: \(role)",
      en: "give the head of organization \(chart.key(of: lost)) role: \(role)")
  }
  if case .post = lost, case .post = above {
    let kind = chart.kind(of: lost)
    let word = kind == "role" ? "职务类别" : "岗位"
    return Localized(
      zh: "为\(word) \(chart.key(of: lost)) 增加 reports-to: [\(chart.key(of: above))]",
      en: "add reports-to: [\(chart.key(of: above))] to \(kind) \(chart.key(of: lost))")
  }
  return Localized(
    zh: "写明由谁领导或分管 \(chart.key(of: lost))", en: "say who commands or is in charge of \(chart.key(of: lost))")
}
