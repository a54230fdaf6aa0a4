import RemitInspection
import RemitModel
import RemitRules
import RemitSettings
import Testing

/// What is set for parts of a chart, as a rule meets it.
@Suite struct SubtreeTests {
  /// Reports everything that lies in a place, with its threshold.
  private static let probe = Rule(
    code: "TST001", name: "probe", family: .data, defect: .data, severity: .warning,
    title: Localized("probe"),
    explanation: .init(what: Localized(""), why: Localized(""), remedy: Localized(""), source: Localized("")),
    settings: [.init("limit", Localized("limit"), standard: 1, range: 0...1000)], faulty: [], clean: []
  ) { inspection in
    let chart = inspection.chart
    let limit = inspection.threshold("limit")
    let entities: [Entity] =
      chart.jurisdictions.ids.map(Entity.jurisdiction) + chart.organizations.ids.map(Entity.organization)
      + chart.posts.ids.map(Entity.post) + chart.duties.ids.map(Entity.duty)
    for entity in entities {
      inspection.report([entity], Localized("limit"), detail: "\(limit.count(at: entity))")
    }
  }

  /// Severity and threshold by subject.
  private func found(_ within: [Settings.Scope], whole: Settings.Adjustment? = nil) throws -> [String: String] {
    var settings = Settings()
    settings.rules["TST001"] = whole
    settings.within = within
    let findings = Inspector(rules: [Self.probe], settings: settings).inspect(try chart(county))
    return Dictionary(
      uniqueKeysWithValues: findings.map { ($0.subjects[0].key, "\($0.severity.rawValue) \($0.detail)") })
  }

  private func limit(_ value: Double, at part: Settings.Part) -> Settings.Scope {
    Settings.Scope(part, rules: ["TST001": .init(thresholds: ["limit": value])])
  }

  private func weight(_ weight: Settings.Adjustment.Weight, at part: Settings.Part) -> Settings.Scope {
    Settings.Scope(part, rules: ["TST001": .init(weight: weight)])
  }

  @Test func theWholeChartIsSetWithoutScopes() throws {
    #expect(Set(try found([]).values) == ["warning 1"])
    #expect(Set(try found([], whole: .init(weight: .severity(.note), thresholds: ["limit": 7])).values) == ["note 7"])
    #expect(try found([], whole: .init(weight: .off)).isEmpty)
  }

  @Test func aPlaceHoldsForAllBelowIt() throws {
    let found = try found([limit(5, at: .jurisdiction("county"))])
    for key in ["county", "town"] { #expect(found["jurisdiction:\(key)"] == "warning 5") }
    for key in ["bureau", "section", "office", "branch"] { #expect(found["organization:\(key)"] == "warning 5") }
    for key in ["clerk", "head", "officer", "agent"] { #expect(found["post:\(key)"] == "warning 5") }
    for key in ["water", "roads"] { #expect(found["duty:\(key)"] == "warning 5") }
    for key in ["jurisdiction:prefecture", "organization:board", "post:chair"] { #expect(found[key] == "warning 1") }
  }

  @Test func theSmallerPlaceGoesFirstWhateverTheOrder() throws {
    let scopes = [limit(5, at: .jurisdiction("county")), limit(9, at: .jurisdiction("town"))]
    for within in [scopes, scopes.reversed()] {
      let found = try found(within)
      #expect(found["post:head"] == "warning 5" && found["duty:water"] == "warning 5")
      #expect(found["post:officer"] == "warning 9" && found["duty:roads"] == "warning 9")
    }
  }

  @Test func anOrganizationGoesBeforeAnyPlace() throws {
    let scopes = [limit(7, at: .organization("bureau")), limit(9, at: .jurisdiction("town"))]
    for within in [scopes, scopes.reversed()] {
      let found = try found(within)
      for key in ["post:clerk", "post:head", "organization:section"] { #expect(found[key] == "warning 7") }
      // The branch lies in the town, and below the bureau.
      #expect(found["post:agent"] == "warning 7")
      #expect(found["post:officer"] == "warning 9")
      // Duties lie in places only.
      #expect(found["duty:water"] == "warning 1")
    }
  }

  @Test func theSmallerOrganizationGoesFirst() throws {
    let found = try found([limit(3, at: .organization("section")), limit(7, at: .organization("bureau"))])
    #expect(found["post:clerk"] == "warning 3")
    #expect(found["post:head"] == "warning 7")
  }

  @Test func ofTwoForOnePartTheLaterWins() throws {
    let part = Settings.Part.jurisdiction("county")
    #expect(try found([limit(3, at: part), limit(7, at: part)])["post:head"] == "warning 7")
    #expect(try found([weight(.off, at: part), weight(.severity(.note), at: part)])["post:head"] == "note 1")
  }

  @Test func severityAndThresholdAreInheritedEachByItself() throws {
    let found = try found(
      [
        limit(5, at: .jurisdiction("county")), weight(.severity(.error), at: .organization("bureau")),
        limit(8, at: .organization("section")),
      ], whole: .init(weight: .severity(.note), thresholds: ["limit": 2]))
    #expect(found["post:clerk"] == "error 8")
    #expect(found["post:head"] == "error 5")
    #expect(found["post:officer"] == "note 5")
    #expect(found["post:chair"] == "note 2")
  }

  @Test func offInASubtreeAndOnAgainBelowIt() throws {
    let found = try found([
      weight(.off, at: .jurisdiction("county")), weight(.severity(.error), at: .organization("section")),
    ])
    #expect(found["post:clerk"] == "error 1" && found["organization:section"] == "error 1")
    for key in ["post:head", "post:officer", "duty:water", "jurisdiction:town"] { #expect(found[key] == nil) }
    #expect(found["post:chair"] == "warning 1")
  }

  @Test func onlyAPartIsOn() throws {
    let found = try found([weight(.severity(.error), at: .jurisdiction("town"))], whole: .init(weight: .off))
    #expect(
      found.keys.sorted() == [
        "duty:roads", "jurisdiction:town", "organization:branch", "organization:office", "post:agent", "post:officer",
      ])
  }

  @Test func aPlaceThatTheChartLacksSaysNothing() throws {
    #expect(
      Set(try found([limit(9, at: .jurisdiction("nowhere")), limit(9, at: .organization("county"))]).values) == [
        "warning 1"
      ])
  }

  /// Nested organizations, each with a scope, each in a place of its own.
  @Test func deepNestsTakeLinearTime() throws {
    let depth = 20_000
    var contents = ChartContents(try chart("chart: deep\n"))
    for index in 0..<depth {
      contents.organizations.key.append("o\(index)")
      contents.organizations.name.append(Localized("o\(index)"))
      contents.organizations.kind.append(.other)
      contents.organizations.jurisdiction.append(ID(0))
      contents.organizations.parent.append(index == 0 ? nil : ID(index))
      contents.organizations.apex.append(false)
      contents.organizations.place.append(.none)
    }
    var settings = Settings()
    settings.within = (0..<depth).map { limit(Double($0 % 1000), at: .organization("o\($0)")) }
    let findings = Inspector(rules: [Self.probe], settings: settings).inspect(Chart(contents))
    #expect(findings.first { $0.subjects[0].id == "o19999" }?.detail == "999")
  }

  @Test func rulesOfTheCatalogueObeyTheFile() throws {
    let chart = try chart(
      """
      chart: county
      organizations: [{id: bureau}, {id: office}]
      posts:
        - {id: head, organization: bureau}
        - {id: one, organization: bureau, reports-to: head}
        - {id: two, organization: bureau, reports-to: head}
        - {id: chief, organization: office}
        - {id: three, organization: office, reports-to: chief}
        - {id: four, organization: office, reports-to: chief}
      """)
    func wide(_ file: String) throws -> [String] {
      let read = try settings(file, for: [chart])
      return Inspector(rules: Catalogue.rules, settings: read).inspect(chart).filter { $0.code == "LOD005" }
        .map { "\($0.severity.rawValue) \($0.subjects[0].id)" }
    }
    #expect(try wide("") == [])
    #expect(try wide("rules: {wide-span: {limit: 1}}\n") == ["warning head", "warning chief"])
    #expect(
      try wide("within: [{organization: office, rules: {LOD005: {limit: 1, severity: error}}}]\n") == ["error chief"])
    #expect(
      try wide("rules: {LOD005: {limit: 1}}\nwithin: [{organization: bureau, rules: {LOD005: off}}]\n")
        == ["warning chief"])
  }
}
