import Foundation
import RemitIntake
import RemitModel
import Testing

@Suite struct RegulationTests {
  @Test func everyKey() throws {
    let chart = try chart(Samples.regulation)
    #expect(chart.origin == .regulation)
    let regulation = try #require(chart.regulations.first)
    #expect(regulation.key == "river-2025")
    #expect(regulation.title == Localized(zh: "河湖规定", en: "River rules"))
    #expect(regulation.issued == CalendarDay("2025-07-18"))
    #expect(regulation.levels == [.province, .county])
    #expect(regulation.terms.map(\.key) == ["overall", "direct"])
    #expect(regulation.terms.map(\.name.en) == ["overall responsibility", "直接责任"])
    #expect(regulation.terms.map(\.letter) == [.accountable, .responsible])
    #expect(regulation.roles.map(\.key) == ["secretary", "chief", "auditor"])
    #expect(regulation.roles.map(\.levels) == [[.province, .county], [.county], [.province, .county]])
    #expect(regulation.roles[1].clauses == [ClauseNumber("7"), ClauseNumber("7(4)")].compactMap { $0 })
    #expect(regulation.roles[1].reportsTo == [0])
    #expect(regulation.roles[1].inChargeOf.map(\.word) == ["river-office", "sector-department"])
    #expect(regulation.roles.map(\.optional) == [false, true, false])
    #expect(regulation.roles.map(\.body) == [false, false, true])
    #expect(regulation.clauses.map(\.number.description) == ["5.2", "7", "7(4)", "7.10", "13", "13"])
    #expect(regulation.clauses.map(\.chapter) == [1, nil, nil, nil, nil, nil])
    #expect(regulation.clauses[3].about == "burden")
    #expect(regulation.clauses[3].note?.en == "Less burden")
    #expect(regulation.sources.documents.map(\.path) == ["chart.yaml"])
    #expect(regulation.sources.location(of: regulation.place)?.description == "chart.yaml:1:13")
  }

  @Test func requirements() throws {
    let regulation = try #require(try chart(Samples.regulation).regulations.first)
    #expect(regulation.duties.map(\.key) == ["d1", "d2", "d3"])
    #expect(regulation.duties.map(\.clause.description) == ["7(4)", "7", "7"])
    #expect(regulation.duties.map(\.roles) == [[1, 0], [0], [0]])
    #expect(regulation.duties.map(\.term) == [1, nil, nil])
    #expect(regulation.duties.map(\.letter) == [.responsible, .consulted, .accountable])
    #expect(regulation.duties.map(\.levels) == [[.county], [.province], [.province, .county]])
    #expect(regulation.duties.map(\.each) == [true, false, false])
    #expect(regulation.duties[0].domains == ["water"])
    #expect(regulation.duties.map(\.title.zh) == ["Clean water", "d2", "d3"])
    #expect(regulation.links.map(\.kind) == [.audit, .urge])
    #expect(regulation.links[0].by == [.kind(OrganizationKind(word: "audit-office"))])
    #expect(regulation.links[0].of == [.role(0), .kind(OrganizationKind(word: "river-office"))])
    #expect(regulation.links[0].feeds == [.kind(.partyCommittee)])
    #expect(regulation.links[0].instrument?.zh == "审计")
    #expect(regulation.links.map(\.levels) == [[.province, .county], [.county]])
    #expect(regulation.links.map(\.downward) == [false, true])
    #expect(regulation.chains[0].roles == [0, 1])
    #expect(regulation.chains[0].name.en == "主线")
    #expect(regulation.chains[0].clauses.map(\.description) == ["5.2", "7"])
    #expect(regulation.chains[0].levels == [.county])
    #expect(regulation.joints[0].roles == [0, 1])
    #expect(regulation.joints[0].lead == 0)
    #expect(regulation.accountability[0].effect == .pursue)
    #expect(regulation.accountability[0].clause == ClauseNumber("13"))
    #expect(regulation.accountability[0].circumstance.en == "Neglect")
  }

  static let roles = "roles: [{id: head, organization: government}, {id: clerk, organization: office}]\n"

  static let faults: [Fault] = [
    Fault("regulation: r\n⟦role⟧: []", "unknown key \"role\" of a regulation", suggestion: "roles"),
    Fault("regulation: r\nlevels: [⟦county1⟧]", "unknown level", suggestion: "county"),
    Fault("⟦regulation⟧: ~\ntitle: t", "the required key \"regulation\""),
    Fault("regulation: r\nroles: [⟦{id: a}⟧]", "the required key \"organization\" of a role"),
    Fault("regulation: r\nterms: [⟦{id: a, zh: 甲}⟧]", "the required key \"letter\" of a term"),
    Fault("regulation: r\nterms: [{id: a, zh: 甲, letter: ⟦B⟧}]", "unknown letter \"B\"; expected one of A, R, S, C, I"),
    Fault("regulation: r\nterms: [⟦{id: a, letter: A}⟧]", "neither zh nor en"),
    Fault("regulation: r\n\(roles)duties: [⟦{id: d, role: head}⟧]", "the required key \"clause\" of a duty"),
    Fault("regulation: r\n\(roles)duties: [⟦{id: d, clause: 1}⟧]", "the required key \"role\" of a duty"),
    Fault(
      "regulation: r\n\(roles)duties: [{id: d, clause: 1, role: ⟦haed⟧}]", "no role has the id \"haed\"",
      suggestion: "head"),
    Fault("regulation: r\n\(roles)duties: [{id: d, clause: ⟦1.2.3⟧, role: head}]", "expected 7, 5.2, 7(4) or 7.2(4)"),
    Fault("regulation: r\n\(roles)duties: [{id: d, clause: ⟦\"1, x\"⟧, role: head}]", "\"x\" is not valid"),
    Fault("regulation: r\n\(roles)duties: [{id: d, clause: 1, role: head, term: ⟦t⟧}]", "no term has the id \"t\""),
    Fault(
      "regulation: r\nterms: [{id: t, zh: 甲, letter: A}]\n\(roles)duties: [{id: d, clause: 1, role: head, term: t, letter: ⟦R⟧}]",
      "both a term and a letter"),
    Fault(
      "regulation: r\n\(roles)duties: [{id: d, clause: 1, role: head}, {id: ⟦d⟧, clause: 1, role: head}]", "repeated"),
    Fault(
      "regulation: r\n\(roles)links: [{kind: audit, by: ⟦goverment⟧, of: head}]", "no role or kind of organization",
      suggestion: "government"),
    Fault("regulation: r\n\(roles)links: [⟦{kind: audit, by: head}⟧]", "the required key \"of\" of a link"),
    Fault("regulation: r\nroles: [{id: a, organization: o, in-charge-of: ⟦p⟧}]", "unknown kind of organization \"p\""),
    Fault("regulation: r\nroles: [{id: a, organization: o, reports-to: ⟦b⟧}]", "no role has the id \"b\""),
    Fault("regulation: r\n\(roles)chains: [{id: x, roles: [head, ⟦tail⟧]}]", "no role has the id \"tail\""),
    Fault(
      "regulation: r\n\(roles)joint: [{roles: [head], lead: ⟦clerk⟧}]",
      "the lead \"clerk\" is not among the roles; expected one of head"),
    Fault(
      "regulation: r\naccountability: [{clause: 1, effect: ⟦pursu⟧, circumstance: x}]", "effect", suggestion: "pursue"),
    Fault(
      "regulation: r\nclauses: [{id: 1}, {id: \"7(3)\"}]\n\(roles)duties: [{id: d, clause: ⟦\"7(4)\"⟧, role: head}]",
      "the clause 7(4) is not in the outline", suggestion: "7(3)"),
    Fault("regulation: r\nclauses: [{id: ⟦seven⟧}]", "\"seven\" is not valid; expected 7, 5.2"),
    Fault("regulation: r\n---\nchart: c\nagainst: [r]\norganizations: [{id: o, kind: ⟦office⟧}]", "unknown kind"),
    Fault(
      "regulation: r\n\(roles)---\nchart: c\nagainst: [r]\nposts: [{id: p, role: ⟦cleric⟧}]",
      "no role \"cleric\" in \"r\"; expected one of head, clerk", suggestion: "clerk"),
    Fault(
      "regulation: r\n---\nchart: c\nagainst: [r]\nposts: [{id: p, adopts: [⟦seven⟧, law:first]}]",
      "\"seven\" is no clause number; expected 7, 5.2, 7(4) or 7.2(4)"),
    Fault(
      "regulation: r\n---\nchart: c\nagainst: [r]\nduties: [{id: d, basis: ⟦\"r:x\"⟧}]", "\"r:x\" is no clause number"),
  ]

  @Test(arguments: Self.faults) func faultsAreChecked(_ fault: Fault) { fault.check() }

  @Test func loopsOfRolesAreAllowed() throws {
    let text =
      "regulation: r\nroles: [{id: a, organization: o, reports-to: b}, {id: b, organization: o, reports-to: a}]"
    #expect(try chart(text).posts.key.values == ["a", "b"])
  }

  @Test func theShippedOnesAreGood() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Graphs/regulations"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let found = problems(reading: [folder + "/" + name])
      #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
    }
  }
}
