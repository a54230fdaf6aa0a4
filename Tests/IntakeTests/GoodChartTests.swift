import RemitIntake
import RemitModel
import Testing

@Suite struct GoodChartTests {
  private let sample: Chart

  init() throws { sample = try chart(Samples.chart) }

  @Test func header() {
    #expect(sample.key == "example")
    #expect(sample.title == Localized(zh: "示例县", en: "Example county"))
    #expect(sample.origin == .chart)
    #expect(sample.asOf == CalendarDay(year: 2026, month: 6, day: 30))
    #expect(sample.regulations.map(\.key) == ["river-2025"])
    #expect(sample.sources.documents.map(\.path) == ["chart.yaml"])
  }

  @Test func places() {
    let jurisdictions = sample.jurisdictions
    #expect(jurisdictions.key.values == ["province", "county"])
    #expect(jurisdictions.name.values.map(\.en) == ["province", "县"])
    #expect(jurisdictions.level.values == [.province, .county])
    #expect(jurisdictions.parent.values == [nil, ID(0)])
    let organizations = sample.organizations
    #expect(organizations.key.values == ["committee", "office", "audit"])
    #expect(organizations.name.values.map(\.en) == ["县委", "office", "audit"])
    #expect(organizations.kind.values.map(\.word) == ["party-committee", "river-office", "audit-office"])
    #expect(organizations.jurisdiction.values == [ID(1), ID(1), ID(0)])
    #expect(organizations.parent.values == [nil, ID(0), nil])
    #expect(organizations.apex.values == [true, false, false])
  }

  @Test func posts() {
    let posts = sample.posts
    #expect(posts.key.values == ["1", "chief", "auditor", "old"])
    #expect(posts.name.values.map(\.en) == ["Secretary", "chief", "auditor", "old"])
    #expect(posts.organization.values == [ID(0), ID(1), ID(2), ID(1)])
    #expect(sample.roles.key.values == ["secretary", "chief", "auditor"])
    #expect(posts.role.values == [ID(0), ID(1), nil, nil])
    #expect(posts.apex.values == [true, false, false, false])
    #expect(posts.status.values == [.active, .vacant, .active, .abolished])
    #expect(posts.adopts[ID(0)].map(\.reference.text) == ["5.2", "river-2025:7(4)", "law:third"])
    #expect(posts.adopts[ID(0)].last?.reference.number == nil)
    #expect(sample.superiors[ID(1)].elementsEqual([ID(0)]))
    #expect(sample.dotted[ID(1)].elementsEqual([ID(2)]))
    #expect(sample.charges[ID(0)].elementsEqual([ID(1)]))
    let superior = sample.superiors.place(ID(1), ID(0)).flatMap(sample.sources.location)
    let marked = MarkedText(Samples.chart.replacingFirst("reports-to: 1,", "reports-to: ⟦1⟧,"))
    #expect(superior?.description == "chart.yaml:\(marked.line):\(marked.column)")
  }

  @Test func holders() {
    #expect(sample.persons.key.values == ["p-li", "p-wang"])
    #expect(sample.persons.name.values.map(\.zh) == ["李", "p-wang"])
    #expect(sample.tenures.post.values == [ID(0), ID(0), ID(2)])
    #expect(sample.tenures.person.values == [ID(0), ID(1), ID(0)])
    #expect(sample.tenures.from.values == [CalendarDay("2024-01-01"), nil, nil])
    #expect(sample.tenures.until.values == [CalendarDay("2024-12-31"), nil, nil])
    #expect(sample.tenures.acting.values == [false, true, false])
  }

  @Test func duties() {
    let duties = sample.duties
    #expect(duties.key.values == ["quality", "elsewhere", "audited"])
    #expect(duties.title.values.map(\.zh) == ["水质", "elsewhere", "audited"])
    #expect(duties.jurisdiction.values == [ID(1), ID(0), ID(0)])
    #expect(duties.domains.values == [["water", "air"], [], []])
    #expect(duties.basis[ID(0)].map(\.reference.number) == [ClauseNumber("7"), ClauseNumber("7.10")])
    #expect(duties.joint.values == [true, false, false])
    #expect(duties.status.values == [.draft, .active, .active])
    #expect(duties.risk.values == [.high, nil, nil])
    let rows = sample.assignments
    #expect(rows.duty.values == Array(repeating: ID(0), count: 7) + [ID(2)])
    #expect(
      rows.assignee.values == [
        .post(ID(0)), .post(ID(1)), .organization(ID(1)), .post(ID(2)), .post(ID(3)), .organization(ID(2)),
        .organization(ID(0)), .post(ID(2)),
      ])
    #expect(rows.letter.values.map(\.rawValue).joined() == "ARRSCIIC")
    #expect(rows.lead.values == [false, false, true, true, false, false, false, false])
    #expect(rows.term.values.allSatisfy { $0 == nil })
  }

  @Test func oversight() {
    let rows = sample.oversight
    #expect(
      rows.key.values == [
        "audit:auditor:1", "audit:auditor:office", "audit:auditor:quality", "line", "two:chief", "two:old",
      ])
    #expect(rows.kind.values == [.audit, .audit, .audit, .lead, .check, .check])
    #expect(rows.by.values[3] == .organization(ID(0)))
    #expect(Array(rows.of.values[..<3]) == [.post(ID(0)), .organization(ID(1)), .duty(ID(0))])
    #expect(rows.scope.values[0] == ["water"])
    #expect(rows.instrument.values[0]?.en == "audit")
    #expect(rows.basis.values[1].map(\.reference.text) == ["13"])
    #expect(rows.perYear.values[2] == 0.2)
    #expect(rows.perYear.values[3] == nil)
    #expect(rows.planned.values[0] == true)
    #expect(rows.planned.values[3] == nil)
    #expect(rows.feeds.values[0] == [.organization(ID(0)), .post(ID(0))])
  }

  @Test func exceptions() {
    #expect(sample.conflicts.key.values == ["hands", "default"])
    #expect(sample.conflicts.duties.values == [[ID(0), ID(2)], [ID(0), ID(1)]])
    #expect(sample.conflicts.atMost.values == [2, 1])
    #expect(sample.waivers.regulation.values == ["river-2025", "other"])
    #expect(sample.waivers.clause.values.map(\.reference.text) == ["river-2025:13", "other:9"])
    #expect(sample.waivers.jurisdiction.values == [ID(1), nil])
    #expect(sample.waivers.reason.values.map { $0?.zh } == ["试点", nil])
    #expect(sample.waivers.approver.values.map { $0?.en } == ["Province", nil])
    #expect(sample.waivers.until.values == [CalendarDay("2027-12-31"), nil])
    #expect(sample.suppressions.rule.values == ["LOD005", "wide-span"])
    #expect(sample.suppressions.subject.values == ["1", nil])
    #expect(sample.suppressions.reason.values.map { $0?.zh } == ["Known", nil])
    #expect(sample.suppressions.until.values == [CalendarDay("2026-12-31"), nil])
  }

  @Test func whatFollowsFromLittle() throws {
    let chart = try chart("{chart: c, posts: [{id: c}, {id: b, role: any}], duties: [{id: d, accountable: c}]}")
    #expect(chart.title.zh == "c")
    #expect(chart.jurisdictions.key.values == ["c"])
    #expect(chart.jurisdictions.level.values == [nil])
    #expect(chart.organizations.key.values == ["c"])
    #expect(chart.organizations.kind.values == [.other])
    #expect(chart.roles.key.values == ["any"])
    #expect(chart.assignments.assignee.values == [.post(ID(0))])
    #expect(chart.asOf == nil)
  }

  @Test func optionsComeFirst() throws {
    var options = ChartReader.Options()
    options.asOf = CalendarDay("2030-01-01")
    options.against = ["river-2025"]
    let text = Samples.regulation + "---\nchart: c\nas-of: 2020-01-01\nagainst: nothing\n"
    let chart = try ChartReader(options: options).read(text: text, path: "chart.yaml")
    #expect(chart.asOf?.year == 2030)
    #expect(chart.regulations.map(\.key) == ["river-2025"])
  }
}

extension String {
  /// With the first occurrence of a part replaced.
  func replacingFirst(_ part: String, _ other: String) -> String {
    var copy = self
    if let range = firstRange(of: part) { copy.replaceSubrange(range, with: other) }
    return copy
  }
}
