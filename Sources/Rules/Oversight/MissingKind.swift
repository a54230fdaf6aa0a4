import RemitInspection
import RemitModel

extension Rule {
  /// OVS010: who answers for a high-risk duty is watched, but not in a way that a regulation uses on others.
  static let missingKind = Rule(
    code: "OVS010", name: "missing-kind", family: .oversight, defect: .gap, severity: .warning,
    title: Localized(zh: "高风险岗位缺一类监督", en: "High risk without a kind of oversight"),
    explanation: Explanation(
      what: Localized(
        zh: "岗位对高风险职责负总责（A），也有人监督它，但法规对本级其他职务规定的审计或督察没有到它或它的单位。法规点名的职务由 REG004 检查，这里不重复。",
        en:
          "A post has A on a high-risk duty and is watched, but the audit or inspection that a regulation prescribes for "
          + "other roles of that level reaches neither it nor its organization. Roles that the regulation names are "
          + "REG004's matter and not told again here."),
      why: Localized(
        zh: "日常监督代替不了审计和督察，风险最高的地方反而没有人查账、查实。",
        en: "Being supervised is not being audited: nobody verifies where the risk is highest."),
      remedy: Localized(
        zh: "在 oversight 中补上这一类监督，或在计划中写明由上级的同类监督覆盖。",
        en: "Add that kind of oversight, or let one that exists cover its organization."),
      source: Localized(
        zh: "审计全覆盖；三道防线模型中的第三道。", en: "Audit coverage; the third of the three lines (IIA, 2020).")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: principal, organization: government, clause: "1"}
          - {id: audit-office, organization: audit-office, clause: "2", body: true}
        links:
          - {kind: audit, by: audit-office, of: [principal], clause: "2"}
        ---
        chart: county
        against: [rule]
        jurisdictions: [{id: county, level: county}]
        organizations:
          - {id: government, kind: government}
          - {id: mines, kind: department}
          - {id: auditors, kind: audit-office}
        posts:
          - {id: magistrate, organization: government, role: principal}
          - {id: mine-head, organization: mines, reports-to: magistrate}  # expect: OVS010 post:mine-head
        duties:
          - {id: shafts, basis: ["1"], accountable: mine-head, responsible: mine-head, risk: high}
        oversight:
          - {kind: audit, by: auditors, of: magistrate}
          - {kind: supervise, by: government, of: mines}
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: principal, organization: government, clause: "1"}
          - {id: audit-office, organization: audit-office, clause: "2", body: true}
        links:
          - {kind: audit, by: audit-office, of: [principal], clause: "2"}
          - {kind: guide, by: principal, of: [principal], clause: "3"}
        ---
        chart: county
        against: [rule]
        jurisdictions: [{id: county, level: county}]
        organizations:
          - {id: government, kind: government}
          - {id: mines, kind: department}
          - {id: roads, kind: department}
          - {id: auditors, kind: audit-office}
        posts:
          # That nobody audits him is another rule's matter.
          - {id: magistrate, organization: government, role: principal}
          - {id: mine-head, organization: mines, reports-to: magistrate}
          - {id: road-head, organization: roads, reports-to: magistrate}
        duties:
          - {id: shafts, basis: ["1"], accountable: mine-head, responsible: mine-head, risk: high}
          - {id: bridges, basis: ["1"], accountable: road-head, responsible: road-head, risk: medium}
          - {id: order, basis: ["1"], accountable: magistrate, responsible: magistrate, risk: high}
        oversight:
          - {kind: audit, by: auditors, of: mines}
          - {kind: supervise, by: government, of: roads}
          - {kind: supervise, by: auditors, of: magistrate}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watch = inspection.facts[Watch.self]
    guard !chart.regulations.isEmpty else { return }
    let scopes = inspection.facts[Obligations.self].scopes
    for post in chart.posts.ids where chart.isInForce(post) {
      guard let letter = highRisk(of: post, in: chart) else { continue }
      let rows = watch.reaching(post, in: chart)
      guard let any = rows.first else { continue }
      let home = chart.jurisdiction(of: post)
      for scope in scopes where scope.jurisdiction == home {
        for link in prescribed(for: post, by: scope, in: chart) {
          guard !rows.contains(where: { chart.oversight.kind[$0] == link.kind }) else { continue }
          report(post, letter, any, link, scope.regulation, &inspection)
        }
      }
    }
  }
}

/// The post's first A on an active high-risk duty.
private func highRisk(of post: ID<Post>, in chart: Chart) -> ID<Assignment>? {
  chart.assignmentsOfPost[post].first {
    let duty = chart.assignments.duty[$0]
    return chart.assignments.letter[$0] == .accountable && chart.duties.status[duty] == .active
      && chart.duties.risk[duty] == .high
  }
}

/// The first audit and the first inspection that a regulation prescribes at the scope's level; none for a post whose
/// role, or whose kind of organization, it names in one of that kind.
private func prescribed(for post: ID<Post>, by scope: Obligations.Scope, in chart: Chart) -> [Regulation.Link] {
  let regulation = chart.regulations[scope.regulation]
  let role = chart.posts.role[post].flatMap { regulation.role(chart.roles.key[$0]) }
  let kind = chart.organizations.kind[chart.posts.organization[post]]
  return [LinkKind.audit, .inspect].compactMap { wanted in
    let links = regulation.links.filter { $0.kind == wanted && $0.levels.contains(scope.level) }
    let isNamed = links.contains { link in
      link.of.contains { end in
        switch end {
        case .role(let index):
          index == role || regulation.roles[index].body && regulation.roles[index].organization == kind
        case .kind(let named): named == kind
        }
      }
    }
    return isNamed ? nil : links.first
  }
}

private func report(
  _ post: ID<Post>, _ letter: ID<Assignment>, _ row: ID<Oversight>, _ link: Regulation.Link, _ regulation: Int,
  _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let name = chart.posts.name[post]
  let kind = link.kind.name
  let title = chart.duties.title[chart.assignments.duty[letter]]
  let by = chart.oversight.ids.first { chart.oversight.kind[$0] == link.kind }.map { Entity(chart.oversight.by[$0]) }
  inspection.report(
    [.post(post)],
    Localized(
      zh: "“\(name.zh)”对高风险职责“\(title.zh)”负总责，受到监督，却没有人对它\(kind.zh)",
      en: "“\(name.en)” answers for the high-risk duty “\(title.en)” and is watched, but nobody \(kind.en) it"),
    evidence: [inspection.letter(letter)]
      + (by.map { [inspection.missing($0, .oversight(link.kind), .post(post))] } ?? []),
    context: [inspection.link(row)], clauses: inspection.clauses(link.clauses, of: regulation),
    suggestion: Localized(
      zh:
        "在 oversight 中补上 {kind: \(link.kind.rawValue), by: \(by.map(chart.key) ?? "…"), of: \(chart.posts.key[post])}",
      en:
        "add {kind: \(link.kind.rawValue), by: \(by.map(chart.key) ?? "…"), of: \(chart.posts.key[post])} to oversight"),
    detail: "\(chart.regulations[regulation].key):\(link.kind.rawValue)")
}
