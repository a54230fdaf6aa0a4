/// A regulation and a chart that use every key.
enum Samples {
  static let regulation = """
    regulation: river-2025
    title: {zh: 河湖规定, en: River rules}
    issued: 2025-07-18
    levels: [county, province]
    terms:
      - {id: overall, zh: 负总责, en: overall responsibility, letter: A}
      - {id: direct, zh: 直接责任, letter: R}
    roles:
      - {id: secretary, name: {zh: 书记, en: secretary}, organization: party-committee, clause: "5.2", reports-to: []}
      - id: chief
        name: 河长
        organization: river-office
        levels: [county]
        clause: [7, "7(4)"]
        reports-to: secretary
        in-charge-of: [river-office, sector-department]
        optional: true
      - {id: auditor, organization: audit-office, body: true}
    duties:
      - {id: d1, clause: "7(4); 5.2", role: [chief, secretary], term: direct, domain: water, title: {en: Clean water}, each: true}
      - {id: d2, clause: 7, role: secretary, letter: C, levels: [province]}
      - {id: d3, clause: 7, role: secretary}
    links:
      - {kind: audit, by: audit-office, of: [secretary, river-office], feeds: party-committee, clause: "13", instrument: 审计}
      - {kind: urge, by: secretary, of: secretary, levels: [county], downward: true}
    chains:
      - {id: main, name: 主线, roles: [secretary, chief], clause: "5.2，7", levels: [county]}
    joint: [{roles: [secretary, chief], lead: secretary, clause: "5.2"}]
    accountability:
      - {clause: "13", effect: pursue, circumstance: {zh: 失职, en: Neglect}}
    clauses:
      - {id: "5.2", chapter: 1}
      - {id: 7}
      - {id: "7(4)"}
      - {id: 7.10, about: burden, note: {zh: 减负, en: Less burden}}
      - {id: "13"}
      - {id: "13"}

    """

  static let chartOnly = """
    chart: example
    title: {zh: 示例县, en: Example county}
    against: river-2025
    as-of: 2026-06-30
    jurisdictions:
      - {id: province, level: province}
      - {id: county, name: 县, level: county, parent: province}
    organizations:
      - {id: committee, name: {zh: 县委}, kind: party-committee, jurisdiction: county, apex: true}
      - {id: office, kind: river-office, parent: committee}
      - {id: audit, kind: audit-office, jurisdiction: province}
    posts:
      - id: 1
        name: {zh: 书记, en: Secretary}
        organization: committee
        role: secretary
        in-charge-of: [office]
        apex: true
        holders:
          - {person: p-li, name: 李, from: 2024-01-01, until: 2024-12-31}
          - {person: p-wang, acting: true}
        adopts: ["5.2", "river-2025:7(4)", "law:third"]
      - {id: chief, organization: office, role: chief, reports-to: 1, dotted-to: [auditor], vacant: true}
      - {id: auditor, organization: audit, holders: [{person: p-li, name: other}]}
      - {id: old, organization: office, status: abolished}
    duties:
      - id: quality
        title: 水质
        domain: [water, air, water]
        basis: [7, 7.10]
        accountable: 1
        responsible: [chief, office]
        supports: auditor
        consulted: [old]
        informed: [audit, committee]
        lead: [office, auditor]
        joint: true
        status: draft
        risk: high
      - {id: elsewhere, jurisdiction: province}
      - {id: audited, consulted: auditor}
    oversight:
      - {kind: audit, by: auditor, of: [post:1, office, duty:quality], scope: [water], instrument: {zh: 审计, en: audit},
         basis: "13", per-year: 0.2, planned: true, feeds: [committee, "post:1"]}
      - {id: line, kind: lead, by: committee, of: office}
      - {id: two, kind: check, by: office, of: [chief, old]}
    conflicts:
      - {id: hands, duties: [quality, audited], at-most: 2}
      - {id: default, duties: [quality, elsewhere]}
    waivers:
      - {clause: 13, regulation: river-2025, jurisdiction: county, reason: 试点, approver: {zh: 省委, en: Province}, until: 2027-12-31}
      - {clause: "other:9"}
    ignore:
      - {rule: LOD005, subject: "1", reason: {en: Known}, until: 2026-12-31}
      - {rule: wide-span}

    """

  static let chart = regulation + "---\n" + chartOnly
}
