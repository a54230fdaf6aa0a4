import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import RemitSettings
import RemitSource
import Testing

@Suite struct SettingsFileTests {
  @Test func readsEveryKey() throws {
    let read = try settings(
      """
      select: [gap, ACC, LOD005]
      ignore: stale-waiver
      fail-on: warning
      rules:
        wide-span: {severity: error, limit: 15}
        ACC003: off
        OVS007: {visits: 2.5}
      within:
        - jurisdiction: county
          rules: {LOD005: {limit: 20}}
        - organization: [bureau, section]
          rules: {idle-post: off, ACC001: note}
      """, for: [chart(county)])
    var expected = Settings()
    expected.select = ["gap", "ACC", "LOD005"]
    expected.ignore = ["stale-waiver"]
    expected.failOn = .warning
    expected.rules = [
      "LOD005": .init(weight: .severity(.error), thresholds: ["limit": 15]), "ACC003": .init(weight: .off),
      "OVS007": .init(thresholds: ["visits": 2.5]),
    ]
    let inBodies: [String: Settings.Adjustment] = [
      "LOD004": .init(weight: .off), "ACC001": .init(weight: .severity(.note)),
    ]
    expected.within = [
      .init(.jurisdiction("county"), rules: ["LOD005": .init(thresholds: ["limit": 20])]),
      .init(.organization("bureau"), rules: inBodies), .init(.organization("section"), rules: inBodies),
    ]
    #expect(read == expected)
  }

  @Test(arguments: ["", "\n", "# nothing\n", "~", "{}", "rules:\nwithin: []\nselect: []\n"])
  func saysNothing(text: String) throws {
    #expect(try settings(text) == Settings())
  }

  @Test func anchorsAndMergesWork() throws {
    let read = try settings(
      """
      rules: &strict
        LOD005: {limit: 9}
      within:
        - {organization: bureau, rules: {<<: *strict, ACC001: warning}}
      """)
    #expect(read.within[0].rules["LOD005"]?.thresholds == ["limit": 9])
    #expect(read.within[0].rules["ACC001"]?.weight == .severity(.warning))
  }

  /// Every fault of one file is told at once, each at its place, with what was expected and what was probably meant.
  @Test func everyFaultHasItsPlace() throws {
    let marked = MarkedText(
      """
      ⟦selekt: [gap]
      select: [⟦gaps, ⟦ACC01]
      fail-on: ⟦fatal
      rules:
        ⟦wide-spam: off
        LOD005: {limit: ⟦0, ⟦limt: 3, severity: ⟦eror}
        OVS007: {visits: ⟦many}
        ACC001: warning
        unaccounted-duty: ⟦error
        ACC002: ⟦[off]
      within:
        - {jurisdiction: ⟦conty, rules: {LOD005: {limit: ⟦1001}}}
        - {organization: [bureau, ⟦county], rules: {ACC001: ⟦nan}}
        - ⟦{rules: {}}
        - {jurisdiction: county, organization: ⟦bureau, rules: {}}
        - ⟦{jurisdiction: town}
        - ⟦county
      """)
    let found = problems(of: marked.text, for: [try chart(county)])
    #expect(found.map(\.location) == marked.places)
    let texts = found.map(\.description)
    for (index, words) in [
      0: ["unknown key \"selekt\"", "did you mean \"select\"?"], 1: ["did you mean \"gap\"?"],
      2: ["did you mean \"ACC001\"?"], 3: ["unknown severity \"fatal\"; expected one of note, warning, error"],
      4: ["unknown key \"wide-spam\" of a table of rules", "did you mean \"wide-span\"?"],
      5: ["expected a number from 1 to 1000"], 6: ["expected one of severity, limit", "did you mean \"limit\"?"],
      7: ["expected one of off, note, warning, error", "did you mean \"error\"?"],
      8: ["\"many\" is not valid; expected a number from"],
      9: ["the rule ACC001 is unaccounted-duty, which line 8 already sets"], 10: ["expected a severity"],
      11: ["no jurisdiction with the id \"conty\"", "did you mean \"county\"?"], 12: ["from 1 to 1000"],
      13: ["no organization with the id \"county\""], 14: ["unknown severity \"nan\""],
      15: ["says not where it holds"], 16: ["expected only one of them"],
      17: ["the required key \"rules\" of a scope is missing"], 18: ["a mapping with the keys of a scope"],
    ] {
      for word in words { #expect(texts[index].contains(word), "\(texts[index])") }
    }
    for problem in found { #expect(problem.message.zh != problem.message.en) }
  }

  @Test(arguments: ["1e999", "-1", "0x10", "nan", "inf", "1,000", "一", "1e3000", "+"])
  func noNumberWithinBounds(text: String) {
    let found = problems(of: "rules: {LOD005: {limit: '\(text)'}}\n")
    #expect(found.count == 1 && found[0].message.en.hasSuffix("expected a number from 1 to 1000"))
  }

  /// A place need only be in one of the charts; without charts nothing is known of places.
  @Test func placesAreThoseOfAnyChart() throws {
    let text = "within: [{jurisdiction: elsewhere, rules: {ACC001: off}}]\n"
    let other = try chart("chart: other\njurisdictions: [{id: elsewhere}]\n")
    #expect(problems(of: text).isEmpty)
    #expect(problems(of: text, for: [try chart(county), other]).isEmpty)
    #expect(problems(of: text, for: [try chart(county)]).count == 1)
  }

  @Test func isFoundBesideTheChart() throws {
    try withFolder { folder in
      #expect(SettingsReader.file(besideChart: folder + "/chart.yaml") == nil)
      try write(["remit.yaml": "", "chart.yaml": "", "deep/chart.yaml": ""], in: folder)
      #expect(SettingsReader.file(besideChart: folder + "/chart.yaml") == folder + "/remit.yaml")
      #expect(SettingsReader.file(besideChart: folder) == folder + "/remit.yaml")
      #expect(SettingsReader.file(besideChart: folder + "/") == folder + "/remit.yaml")
      #expect(SettingsReader.file(besideChart: folder + "/deep/chart.yaml") == nil)
      #expect(SettingsReader.file(besideChart: "-") == nil)
    }
  }

  @Test func whatCannotBeReadIsAProblem() throws {
    try withFolder { folder in
      try write(["nothing/remit.yaml": "x"], in: folder)
      for path in [folder, folder + "/none.yaml"] {
        #expect(throws: Problems.self) { try SettingsReader().read(path: path, for: []) }
      }
    }
  }

  @Test(arguments: [
    "[", "rules: [", "\u{0}", "- a", "text", "--- {}\n--- {}", "rules: {? [a] : b}", "rules: *none", "rules: !x {}",
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 1000),
    String(repeating: "%TAG ! x\n", count: 200), String(repeating: "#", count: 2 << 20),
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
      + (0..<12).map { "\("bcdefghijklm".dropFirst($0).prefix(1)): &b\($0 + 1) [*a]\n" }.joined(),
  ])
  func hostileTextsAreProblems(text: String) {
    #expect(!problems(of: text).isEmpty)
  }

  @Test func manyScopesAreReadInTime() throws {
    let lines = (0..<10_000).map {
      "  - {organization: o\($0), rules: {LOD005: {limit: \($0 % 999 + 1)}, ACC001: off}}\n"
    }
    #expect(try settings("within:\n" + lines.joined()).within.count == 10_000)
  }
}
