import Foundation
import RemitRules

/// What a study found, kind by kind over all its charts, for people and for machines.
package struct StudyReport: Sendable {
  /// One mutation over all charts.
  private struct Line {
    let mutation: Mutation
    let outcomes: [Study.Outcome]

    var sites: Int { outcomes.reduce(0) { $0 + $1.sites } }
    var found: Int { outcomes.reduce(0) { $0 + $1.found } }
    var misses: [(chart: String, miss: Study.Outcome.Miss)] {
      outcomes.flatMap { outcome in outcome.misses.map { (outcome.chart, $0) } }
    }

    /// By code: how many, why, and where for example.
    var unexpected: [Study.Outcome.Unexpected] {
      let all = outcomes.flatMap(\.unexpected)
      return Set(all.map(\.code)).sorted().map { code in
        let same = all.filter { $0.code == code }
        return Study.Outcome.Unexpected(
          code: code, count: same.reduce(0) { $0 + $1.count }, reason: same.first?.reason,
          examples: Array(same.flatMap(\.examples).prefix(3)))
      }
    }
  }

  private let lines: [Line]
  private let absent: [Mutation]
  private let siteless: [Mutation]
  private let charts: [String]

  /// - Parameters:
  ///   - mutations: What was studied; kinds of which the catalogue lacks the rule are only named.
  ///   - outcomes: What came of them, chart by chart.
  package init(_ mutations: [Mutation], charts: [String], outcomes: [Study.Outcome]) {
    self.charts = charts
    absent = mutations.filter { Catalogue.rule($0.rule) == nil }
    let present = mutations.filter { Catalogue.rule($0.rule) != nil }
    lines = present.map { mutation in
      Line(mutation: mutation, outcomes: outcomes.filter { $0.mutation.name == mutation.name })
    }
    siteless = lines.filter { $0.outcomes.isEmpty }.map(\.mutation)
  }

  /// Whether every site was found and every unexpected finding is explained.
  package var isGood: Bool { lines.allSatisfy { $0.outcomes.allSatisfy(\.isGood) } }

  /// The whole as text: a table, then misses, then unexpected findings with their explanations.
  package var text: String {
    var text = "charts: \(charts.joined(separator: ", "))\n\n" + table
    let missing = lines.filter { !$0.misses.isEmpty }
    if !missing.isEmpty {
      text += "\nmissed\n"
      for line in missing {
        text += "  \(line.mutation.name) (\(line.mutation.rule)): \(line.misses.count)\n"
        for (chart, miss) in line.misses.prefix(3) {
          text +=
            "    \(chart) at \(miss.site): expected \(miss.expected.joined(separator: " ")), found "
            + (miss.found.isEmpty ? "nothing" : miss.found.prefix(4).joined(separator: "; ")) + "\n"
        }
      }
    }
    text += unexplained + explained
    if !siteless.isEmpty {
      text += "\nwithout a site in these charts: \(siteless.map(\.name).joined(separator: ", "))\n"
    }
    text += unneeded
    if !absent.isEmpty {
      let names = absent.map { "\($0.name) (\($0.rule))" }
      text += "\nexcluded, their rule not in the catalogue: \(names.joined(separator: ", "))\n"
    }
    return text + "\n" + summary + "\n"
  }

  private var table: String {
    let rows =
      [["kind", "rule", "places", "found", "missed", "unexpected", "unexplained"]]
      + lines.map { line in
        let unexpected = line.unexpected
        let unexplained = unexpected.filter { $0.reason == nil }
        return [
          line.mutation.name, line.mutation.rule, "\(line.sites)", "\(line.found)", "\(line.sites - line.found)",
          "\(unexpected.reduce(0) { $0 + $1.count })", "\(unexplained.reduce(0) { $0 + $1.count })",
        ]
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row.indices, row).map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < 2 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  private var unexplained: String {
    let all = lines.flatMap { line in line.unexpected.filter { $0.reason == nil }.map { (line.mutation, $0) } }
    guard !all.isEmpty else { return "" }
    return "\nunexplained\n"
      + all.map { mutation, item in
        "  \(mutation.name) (\(mutation.rule)): \(item.code) × \(item.count)\n"
          + item.examples.map { "    \($0)\n" }.joined()
      }.joined()
  }

  private var explained: String {
    let all = lines.filter { $0.unexpected.contains { $0.reason != nil } }
    guard !all.isEmpty else { return "" }
    return "\nexplained\n"
      + all.map { line in
        "  \(line.mutation.name) (\(line.mutation.rule)): \(line.mutation.title)\n"
          + line.unexpected.compactMap { item in
            item.reason.map { "    \(item.code) × \(item.count): \($0)\n" }
          }.joined()
      }.joined()
  }

  /// Explanations that no finding needed: what is explained in advance hides a fault some day.
  private var unneeded: String {
    let all = lines.compactMap { line -> String? in
      let seen = Set(line.unexpected.map(\.code))
      let codes = line.mutation.causes.flatMap(\.codes).filter { !seen.contains($0) }
      return codes.isEmpty ? nil : "  \(line.mutation.name): \(codes.joined(separator: " "))\n"
    }
    return all.isEmpty ? "" : "\nexplanations not needed here\n" + all.joined()
  }

  /// One line: how much was found of how much.
  package var summary: String {
    let sites = lines.reduce(0) { $0 + $1.sites }
    let found = lines.reduce(0) { $0 + $1.found }
    let unexpected = lines.flatMap(\.unexpected)
    let share = sites == 0 ? "100 %" : String(format: "%.2f %%", 100 * Double(found) / Double(sites))
    let unexplained = unexpected.filter { $0.reason == nil }.reduce(0) { $0 + $1.count }
    return
      "\(lines.count - siteless.count) kinds for \(Set(lines.map(\.mutation.rule)).count) rules at \(sites) places: "
      + "\(found) found (\(share)), \(sites - found) missed; "
      + "\(unexpected.reduce(0) { $0 + $1.count }) unexpected findings, \(unexplained) of them unexplained"
  }
}

extension StudyReport {
  private struct JSON: Encodable {
    struct Kind: Encodable {
      let kind, title, rule: String
      let places, found: Int
      let missed: [Miss]
      let unexpected: [Unexpected]
    }
    struct Miss: Encodable {
      let chart, place: String
      let expected, found: [String]
    }
    struct Unexpected: Encodable {
      let rule: String
      let count: Int
      let reason: String?
      let examples: [String]
    }
    let charts: [String]
    let kinds: [Kind]
    let withoutPlace: [String]
    let excluded: [String]
    let isGood: Bool
  }

  /// The whole as JSON; every miss is in it.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let value = JSON(
      charts: charts,
      kinds: lines.map { line in
        JSON.Kind(
          kind: line.mutation.name, title: line.mutation.title, rule: line.mutation.rule, places: line.sites,
          found: line.found,
          missed: line.misses.map { chart, miss in
            JSON.Miss(chart: chart, place: miss.site, expected: miss.expected, found: miss.found)
          },
          unexpected: line.unexpected.map {
            JSON.Unexpected(rule: $0.code, count: $0.count, reason: $0.reason, examples: $0.examples)
          })
      },
      withoutPlace: siteless.map(\.name), excluded: absent.map(\.name), isGood: isGood)
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
