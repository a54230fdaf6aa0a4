import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import Testing

/// An example of a rule, which knows its rule and where it stands in the sources.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let example: Rule.Example

  var testDescription: String { "\(rule.code) \(place)" }

  var place: String { "\(example.file):\(example.line)" }

  /// The example read as a file; what is wrong with it is told with its place.
  func chart(prefix: String = "") throws -> Chart {
    do {
      return try ChartReader(options: .init()).read(text: prefix + example.text, path: "example.yaml")
    } catch {
      throw Unreadable(description: "\(place): \(error.problems.map(\.description).joined(separator: "; "))")
    }
  }

  static let faulty = Catalogue.rules.flatMap { rule in rule.faulty.map { RuleExample(rule: rule, example: $0) } }
  static let clean = Catalogue.rules.flatMap { rule in rule.clean.map { RuleExample(rule: rule, example: $0) } }
}

/// A chart or regulation that the repository holds.
struct Shipped: Sendable, CustomTestStringConvertible {
  let path: String
  let isRegulation: Bool

  var testDescription: String { path }

  func text() throws -> String { try String(contentsOf: Self.root.appending(path: path), encoding: .utf8) }

  func chart() throws -> Chart {
    do {
      return try ChartReader().read(path: Self.root.appending(path: path).path(percentEncoded: false))
    } catch {
      throw Unreadable(description: "\(path): \(error.problems.map(\.description).joined(separator: "; "))")
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let charts = found(in: "Graphs/charts", isRegulation: false)
  static let all = charts + found(in: "Graphs/regulations", isRegulation: true)

  private static func found(in folder: String, isRegulation: Bool) -> [Shipped] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
      .map { Shipped(path: "\(folder)/\($0)", isRegulation: isRegulation) }
  }
}

struct Unreadable: Error, CustomStringConvertible {
  let description: String
}

extension Rule {
  /// The rule's findings on a chart. All other rules are at work beside it only where it looks at what they found.
  func findings(on chart: Chart) -> [Finding] {
    Inspector(rules: afterOthers ? Catalogue.rules : [self]).inspect(chart).filter { $0.code == code }
  }
}

extension Finding {
  /// As an example's mark would have it: code and subjects.
  var mark: String { ([code] + subjects.map(\.key)).joined(separator: " ") }
}

extension Rule.Example {
  /// What its `# expect:` marks say of a rule, in the order of lines.
  func marks(of rule: Rule) -> [String] {
    marks().filter { $0.split(separator: " ").first.map(String.init) == rule.code }
  }

  /// What its `# expect:` marks say, in the order of lines.
  func marks() -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      var parts = line.split(separator: "#").dropFirst().map { $0.drop { $0 == " " } }
      parts.removeAll { !$0.hasPrefix("expect:") }
      return parts.map { part in
        part.dropFirst("expect:".count).split(separator: " ").joined(separator: " ")
      }
    }
  }
}
