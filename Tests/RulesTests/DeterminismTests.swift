import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import Testing

/// The same chart gives the same findings in the same order, whatever the threads do.
@Suite struct DeterminismTests {
  @Test func findingsKeepTheirOrder() throws {
    let chart = try ChartReader(options: .init()).read(text: Self.chart(counties: 40), path: "counties.yaml")
    let first = Inspector(rules: Catalogue.rules).inspect(chart)
    #expect(Set(first.map(\.code)).count > 10)
    #expect(first.count > 200)
    #expect(Set(first.map(\.fingerprint)).count == first.count)
    for _ in 1..<20 { #expect(Inspector(rules: Catalogue.rules).inspect(chart) == first) }
  }

  /// Counties with faults that differ from one to the next.
  private static func chart(counties: Int) -> String {
    var random = SplitMix(state: 7)
    let numbers = Array(1...counties)
    func lines(_ line: (Int) -> String) -> String { numbers.map(line).joined() }
    func some(_ text: String, in chances: Int) -> String {
      Int.random(in: 1...chances, using: &random) == 1 ? text : ""
    }

    var text = "chart: counties\nas-of: 2026-06-30\njurisdictions:\n"
    text += lines { "  - {id: county-\($0), level: county}\n" }
    text += "organizations:\n"
    text += lines { n in
      "  - {id: government-\(n), kind: government, jurisdiction: county-\(n)}\n"
        + "  - {id: bureau-\(n), kind: sector-department, jurisdiction: county-\(n)}\n"
        + "  - {id: office-\(n), kind: audit-office, jurisdiction: county-\(n)}\n"
    }
    text += "posts:\n"
    text += lines { n in
      "  - {id: magistrate-\(n), organization: government-\(n), role: government-principal"
        + some(", reports-to: head-\(n)", in: 4) + ", holders: [{person: p-\(n), from: 2020-01-01}]}\n"
        + "  - {id: deputy-\(n), organization: government-\(n), reports-to: magistrate-\(n)"
        + some(", in-charge-of: bureau-\(n)", in: 2) + "}\n"
        + "  - {id: head-\(n), organization: bureau-\(n)" + some(", reports-to: deputy-\(n)", in: 2)
        + ", holders: [{person: q-\(n), until: 202\(n % 8)-01-01}]}\n"
        + "  - {id: auditor-\(n), organization: office-\(n), reports-to: magistrate-\(n), holders: [{person: "
        + "p-\(n)}]}\n"
    }
    text += "duties:\n"
    text += lines { n in
      "  - {id: a-\(n), jurisdiction: county-\(n), domain: water, basis: \"1\", accountable: [magistrate-\(n)"
        + some(", deputy-\(n)", in: 2) + "], responsible: head-\(n)}\n"
        + "  - {id: b-\(n), jurisdiction: county-\(n), domain: water, basis: \"1\""
        + some(
          ", accountable: head-\(n)", in: 2)
        + some(", responsible: [auditor-\(n), deputy-\(n)]", in: 2) + "}\n"
    }
    text += "oversight:\n"
    text += lines { n in
      "  - {kind: audit, by: office-\(n), of: magistrate-\(n)}\n"
        + "  - {kind: inspect, by: auditor-\(n), of: [head-\(n), magistrate-\(n)]}\n"
    }
    text += "conflicts:\n"
    text += lines { "  - {id: c-\($0), duties: [a-\($0), b-\($0)], at-most: 1}\n" }
    text +=
      "ignore:\n  - {rule: ACC001, subject: b-1, reason: known}\n  - {rule: STR001, subject: nothing, reason: old}\n"
    return text
  }
}
