import RemitIntake
import Testing

@Suite struct ChartFaultTests {
  static let keys: [Fault] = [
    Fault(
      "chart: c\n⟦dutys⟧: []", "unknown key \"dutys\" of a chart; expected one of chart, title", suggestion: "duties"),
    Fault(
      "chart: c\nposts:\n  - id: a\n    ⟦reports_to⟧: []", "unknown key \"reports_to\" of a post",
      suggestion: "reports-to"),
    Fault("chart: c\nduties: [{id: d, ⟦acountable⟧: a}]", "unknown key \"acountable\"", suggestion: "accountable"),
    Fault("chart: c\nduties: [{id: d, ⟦zzzzzzzz⟧: a}]", "unknown key \"zzzzzzzz\""),
    Fault("chart: c\nposts: [{id: a, ⟦id⟧: b}]", "the key \"id\" is repeated; its value is already given at line 2"),
    Fault("chart: c\nposts: [{id: a, ⟦[x, y]⟧: b}]", "found a list as a key"),
    Fault("⟦title⟧: c", "the required key \"chart\" (the chart's id) is missing"),
    Fault("chart: ⟦[c]⟧", "found a list; expected a text"),
    Fault("chart: c\nposts: [⟦{name: a}⟧]", "the required key \"id\" of a post is missing"),
    Fault("chart: c\norganizations: [⟦{name: a}⟧]", "the required key \"id\" of an organization is missing"),
    Fault("chart: c\nposts: [{id: a, holders: [⟦{name: b}⟧]}]", "the required key \"person\" of a holder"),
    Fault("chart: c\nwaivers: [⟦{reason: b}⟧]", "the required key \"clause\" of a waiver"),
    Fault("chart: c\nignore: [⟦{reason: b}⟧]", "the required key \"rule\" of an ignore entry"),
    Fault("chart: c\nposts: [{id: a}]\noversight: [⟦{kind: audit, by: a}⟧]", "the required key \"of\""),
    Fault("chart: c\nposts: [{id: a}]\noversight: [{kind: audit, by: a, of: ⟦[]⟧}]", "\"of\" is empty"),
  ]

  static let types: [Fault] = [
    Fault("⟦- chart⟧", "found a list; expected a mapping with the keys of a chart"),
    Fault("⟦chart⟧", "found the text \"chart\"; expected a mapping"),
    Fault("chart: c\nposts: ⟦{id: a}⟧", "found a mapping; expected a list"),
    Fault("chart: c\nposts: ⟦a⟧", "found the text \"a\"; expected a list"),
    Fault("chart: c\nposts: [⟦a⟧]", "found the text \"a\"; expected a mapping with the keys of a post"),
    Fault("chart: c\nposts: [{id: a, reports-to: ⟦{x: y}⟧}]", "found a mapping; expected a list"),
    Fault("chart: c\nposts: [{id: a, reports-to: [⟦[a]⟧]}]", "found a list; expected a text"),
    Fault("chart: c\nposts: [{id: a, reports-to: [⟦~⟧]}]", "found nothing; expected a text"),
    Fault("chart: c\nposts: [{id: ⟦[a]⟧}]", "found a list; expected a text"),
    Fault("chart: c\ntitle: ⟦[a]⟧", "found a list; expected a text or {zh: …, en: …}"),
    Fault("chart: c\ntitle: ⟦{}⟧", "neither zh nor en"),
    Fault("chart: c\ntitle: {⟦cn⟧: a, en: b}", "unknown key \"cn\" of a name"),
    Fault("chart: c\nposts: [{id: a, apex: ⟦yes⟧}]", "\"yes\" is not valid; expected true or false"),
    Fault("chart: c\nposts: [{id: ⟦\"\"⟧}]", "an id is empty"),
    Fault("chart: c\nposts: [{id: ⟦\"a\\0b\"⟧}]", "the id \"a\\u{0}b\" holds control characters"),
  ]

  static let words: [Fault] = [
    Fault("chart: c\njurisdictions: [{id: j, level: ⟦countie⟧}]", "unknown level \"countie\"", suggestion: "county"),
    Fault("chart: c\nposts: [{id: a, status: ⟦activ⟧}]", "unknown status \"activ\"", suggestion: "active"),
    Fault("chart: c\nposts: [{id: a, status: ⟦active⟧, vacant: true}]", "the status is active while vacant is true"),
    Fault("chart: c\nduties: [{id: d, status: ⟦vacant⟧}]", "a duty cannot be vacant"),
    Fault("chart: c\nduties: [{id: d, risk: ⟦hihg⟧}]", "unknown risk \"hihg\"", suggestion: "high"),
    Fault(
      "chart: c\nposts: [{id: a}, {id: b}]\noversight: [{kind: ⟦adit⟧, by: a, of: b}]", "unknown kind of link \"adit\"",
      suggestion: "audit"),
    Fault(
      "chart: c\norganizations: [{id: o, kind: ⟦goverment⟧}]", "unknown kind of organization \"goverment\"",
      suggestion: "government"),
    Fault(
      "chart: c\nas-of: ⟦2026-02-30⟧", "\"2026-02-30\" is not valid; expected a day that exists, written YYYY-MM-DD"),
    Fault("chart: c\nas-of: ⟦30.6.2026⟧", "written YYYY-MM-DD"),
    Fault(
      "chart: c\nposts: [{id: a, holders: [{person: p, from: 2025-02-01, until: ⟦2025-01-31⟧}]}]",
      "the term ends on 2025-01-31, before it begins on 2025-02-01"),
  ]

  static let numbers: [Fault] =
    ["-1", ".nan", "nan", ".inf", "1e999", "0x10", "often", "-0.1"].map {
      Fault(
        "chart: c\nposts: [{id: a}, {id: b}]\noversight: [{kind: audit, by: a, of: b, per-year: ⟦\($0)⟧}]",
        "\"\($0)\" is not valid; expected a number of 0 or more")
    }
    + ["-1", "1.5", "99999999999999999999999", "two"].map {
      Fault(
        "chart: c\nduties: [{id: d}]\nconflicts: [{id: x, duties: d, at-most: ⟦\($0)⟧}]",
        "\"\($0)\" is not valid; expected a whole number of 0 or more")
    }

  static let references: [Fault] = [
    Fault(
      "chart: c\nposts: [{id: mayor}, {id: b, reports-to: ⟦mayer⟧}]", "no post has the id \"mayer\"",
      suggestion: "mayor"),
    Fault("chart: c\nposts: [{id: a, dotted-to: ⟦x⟧}]", "no post has the id \"x\""),
    Fault("chart: c\nposts: [{id: a, in-charge-of: ⟦x⟧}]", "no organization has the id \"x\""),
    Fault(
      "chart: c\norganizations: [{id: o}]\nposts: [{id: a, organization: ⟦p⟧}]", "no organization has the id \"p\""),
    Fault("chart: c\norganizations: [{id: o}, {id: p}]\nposts: [{id: ⟦a⟧}]", "the post \"a\" names no organization"),
    Fault("chart: c\norganizations: [{id: bureau, parent: ⟦burea⟧}]", "no organization", suggestion: "bureau"),
    Fault("chart: c\norganizations: [{id: o, jurisdiction: ⟦x⟧}]", "no jurisdiction has the id \"x\""),
    Fault(
      "chart: c\njurisdictions: [{id: j}, {id: k}]\norganizations: [{id: ⟦o⟧}]",
      "the organization \"o\" names no jurisdiction"),
    Fault("chart: c\nduties: [{id: d, accountable: ⟦x⟧}]", "no post or organization has the id \"x\""),
    Fault("chart: c\nduties: [{id: d, jurisdiction: ⟦x⟧}]", "no jurisdiction has the id \"x\""),
    Fault(
      "chart: c\norganizations: [{id: a}]\nposts: [{id: a}]\nduties: [{id: d, informed: [⟦a⟧]}]",
      "\"a\" is ambiguous; write \"post:a\" or \"organization:a\""),
    Fault(
      "chart: c\nposts: [{id: a}, {id: b}]\nduties: [{id: a}]\noversight: [{kind: audit, by: b, of: ⟦a⟧}]",
      "\"a\" is ambiguous; write \"post:a\" or \"duty:a\""),
    Fault(
      "chart: c\nposts: [{id: a}]\nduties: [{id: d}]\noversight: [{kind: audit, by: ⟦d⟧, of: a}]",
      "\"d\" is a duty; expected a post or organization"),
    Fault(
      "chart: c\nposts: [{id: a}, {id: b}]\noversight: [{kind: audit, by: a, of: b, feeds: [⟦x⟧]}]",
      "no post or organization has the id \"x\""),
    Fault(
      "chart: c\nposts: [{id: a}, {id: b}]\nduties: [{id: d, accountable: a, lead: ⟦b⟧}]",
      "\"b\" leads duty \"d\" without a letter"),
    Fault("chart: c\nconflicts: [{id: x, duties: [⟦d⟧]}]", "no duty has the id \"d\""),
    Fault("chart: c\nwaivers: [{clause: 1, jurisdiction: ⟦x⟧}]", "no jurisdiction has the id \"x\""),
    Fault("chart: c\nwaivers: [{clause: ⟦\"a:1\"⟧, regulation: b}]", "the clause names the regulation \"a\""),
  ]

  static let repeated: [Fault] = [
    Fault(
      "chart: c\nposts: [{id: a}, {id: ⟦a⟧}]", "the id \"a\" of a post is repeated; the first is at chart.yaml:2:14"),
    Fault("chart: c\norganizations: [{id: a}, {id: ⟦a⟧}]", "of an organization is repeated"),
    Fault("chart: c\njurisdictions: [{id: a}, {id: ⟦a⟧}]", "of a jurisdiction is repeated"),
    Fault("chart: c\nduties: [{id: a}, {id: ⟦a⟧}]", "of a duty is repeated"),
    Fault(
      "chart: c\nconflicts: [{id: a, duties: d}, {id: ⟦a⟧, duties: d}]\nduties: [{id: d}]", "of a conflict is repeated"),
    Fault(
      "chart: c\nposts: [{id: a}]\nduties: [{id: d, accountable: [a, ⟦a⟧]}]",
      "\"a\" is repeated in \"accountable\"; the first is at chart.yaml:3:32"),
    Fault(
      "chart: c\nposts: [{id: a}]\nduties: [{id: d, accountable: [a, ⟦\"post:a\"⟧]}]",
      "\"post:a\" already has the letter A on duty \"d\"; the first is at chart.yaml:3:32"),
    Fault("chart: c\nposts: [{id: a}, {id: b, reports-to: [a, ⟦\"post:a\"⟧]}]", "named twice in one list"),
    Fault(
      "chart: c\nposts: [{id: a}, {id: b}]\noversight:\n- {kind: audit, by: a, of: b}\n- ⟦{kind: audit, by: a, of: b}⟧",
      "the oversight link \"audit:a:b\" is repeated; the first is at chart.yaml:4:3"),
  ]

  static let shapes: [Fault] = [
    Fault(
      "chart: c\norganizations: [{id: a, parent: ⟦b⟧}, {id: b, parent: d}, {id: d, parent: a}]",
      "the parents of an organization form a loop: \"a\" → \"b\" → \"d\" → \"a\""),
    Fault("chart: c\norganizations: [{id: a, parent: ⟦a⟧}]", "form a loop: \"a\" → \"a\""),
    Fault(
      "chart: c\njurisdictions: [{id: a, parent: ⟦b⟧}, {id: b, parent: a}, {id: d, parent: a}]",
      "the parents of a jurisdiction form a loop: \"a\" → \"b\" → \"a\""),
    Fault(
      "chart: c\njurisdictions: [{id: a, level: county}, {id: b, level: county, parent: ⟦a⟧}]",
      "the parent \"a\" is a county, no higher than a county"),
    Fault("chart: c\njurisdictions: [{id: a, level: county}, {id: ⟦b⟧}]", "the jurisdiction \"b\" has no level"),
  ]

  @Test(arguments: Self.keys) func keysAreChecked(_ fault: Fault) { fault.check() }
  @Test(arguments: Self.types) func typesAreChecked(_ fault: Fault) { fault.check() }
  @Test(arguments: Self.words) func wordsAreChecked(_ fault: Fault) { fault.check() }
  @Test(arguments: Self.numbers) func numbersAreChecked(_ fault: Fault) { fault.check() }
  @Test(arguments: Self.references) func referencesAreChecked(_ fault: Fault) { fault.check() }
  @Test(arguments: Self.repeated) func repeatedAreChecked(_ fault: Fault) { fault.check() }
  @Test(arguments: Self.shapes) func shapesAreChecked(_ fault: Fault) { fault.check() }

  @Test func everyProblemAtOnce() {
    let found = problems(
      of: """
        chart: c
        as-of: yesterday
        posts:
          - {id: a, reports-to: b, colour: red}
          - {id: a, status: gone}
        duties: [{id: d, accountable: nobody, lead: a}]
        """)
    #expect(
      found.map { "\($0.location.line):\($0.location.column)" } == [
        "2:8", "4:25", "4:28", "5:10", "5:21", "6:31", "6:45",
      ])
    #expect(found == found.sorted())
  }

  @Test func onlyAThousandAreKept() throws {
    let posts = (0..<30_000).map { "  - {id: p\($0), reports-to: nobody}" }.joined(separator: "\n")
    let found = problems(of: "chart: c\nposts:\n\(posts)\n")
    #expect(found.count == Problems.limit)
    #expect(found.last?.message.en == "29001 more problems are not listed")
    #expect(found.last?.message.zh == "还有 29001 个问题没有列出")
  }
}
