import RemitInspection
import RemitModel

/// Findings as JUnit XML, for what shows tests: a suite for each chart, in it a case for each rule and subject.
///
/// A finding that fails the check is a failure; one below that severity is a passed case that tells of it; what is
/// waived, ignored or baselined is skipped. A rule that ran and found nothing is one passed case.
struct FindingsJUnit {
  private let language: Language
  private let path: ReportPath

  init(_ options: ReportOptions) {
    language = options.language
    path = ReportPath(folder: options.folder)
  }

  func report(_ checked: [CheckedChart]) -> String {
    let suites = checked.map(suite)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"remit\"" + counts(suites.flatMap(\.cases)) + ">\n"
    for suite in suites {
      text += "  <testsuite name=\"\(XMLText.attribute(suite.name))\"" + counts(suite.cases) + ">\n"
      text += suite.cases.map(\.text).joined()
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private enum Outcome {
    case passed, failed, skipped
  }

  private struct Case {
    let outcome: Outcome
    let text: String
  }

  private func counts(_ cases: [Case]) -> String {
    let failed = cases.count { $0.outcome == .failed }
    let skipped = cases.count { $0.outcome == .skipped }
    return " tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\""
  }

  private func suite(_ checked: CheckedChart) -> (name: String, cases: [Case]) {
    let found = Dictionary(grouping: checked.findings, by: \.code)
    // A finding of a rule that is not said to have run is still a finding.
    var rules = checked.rules.map { (code: $0.code, name: $0.name) }
    let known = Set(rules.map(\.code))
    for (code, findings) in found where !known.contains(code) { rules.append((code, findings[0].name)) }
    rules.sort { $0.code < $1.code }
    var cases: [Case] = []
    for rule in rules {
      let group = "remit." + rule.code
      guard let findings = found[rule.code] else {
        let tag = "    <testcase classname=\"\(group)\" name=\"\(rule.name)\"/>\n"
        cases.append(Case(outcome: .passed, text: tag))
        continue
      }
      var names: [String: Int] = [:]
      var named: [(finding: Finding, name: String)] = []
      for finding in findings {
        let subject = rule.name + " " + finding.firstKey
        names[subject, default: 0] += 1
        let number = names[subject] ?? 1
        named.append((finding, number == 1 ? subject : "\(subject) #\(number)"))
      }
      cases += ParallelText.map(named) { test($0.finding, checked.failOn, group, $0.name) }
    }
    return (checked.chart.key, cases)
  }

  private func test(_ finding: Finding, _ failOn: Severity, _ group: String, _ name: String) -> Case {
    var tag = "    <testcase classname=\"\(group)\" name=\"\(XMLText.attribute(name))\""
    if let place = finding.firstPlace {
      tag += " file=\"\(XMLText.attribute(path.relative(place.path)))\""
      if place.sheet == nil, place.line > 0 { tag += " line=\"\(place.line)\"" }
    }
    tag += ">\n"
    let end = "    </testcase>\n"
    if let allowance = finding.allowance(language) {
      return Case(outcome: .skipped, text: tag + "      <skipped message=\"\(XMLText.attribute(allowance))\"/>\n" + end)
    }
    let body = XMLText.content(story(finding))
    guard finding.severity >= failOn else {
      return Case(outcome: .passed, text: tag + "      <system-out>\(body)</system-out>\n" + end)
    }
    let message = XMLText.attribute(finding.message[language])
    let failure = "      <failure message=\"\(message)\" type=\"\(finding.severity.rawValue)\">\(body)</failure>\n"
    return Case(outcome: .failed, text: tag + failure + end)
  }

  /// The finding with proof and places, a line each.
  private func story(_ finding: Finding) -> String {
    var lines = ["\(finding.severity.name[language]) \(finding.code) \(finding.name)", finding.advice(language)]
    lines += EvidenceText(language: language).lines(of: finding)
    lines += finding.places.prefix(3).map(\.description)
    return lines.joined(separator: "\n")
  }
}

/// Text inside XML 1.0: marks escaped, and what XML cannot hold written as an escape of ours.
enum XMLText {
  static func attribute(_ text: String) -> String { escaped(text, inAttribute: true) }

  static func content(_ text: String) -> String { escaped(text, inAttribute: false) }

  /// Whether a byte may stand in XML as it is. U+FFFE and U+FFFF begin with 0xEF.
  private static let isPlain = (UInt8(0)...255).map { byte in
    byte >= 0x20 && byte != 0xEF && !"&<>\"".utf8.contains(byte)
  }

  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    let isPlain = isPlain
    if text.utf8.allSatisfy({ isPlain[Int($0)] }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22 where inAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
      // Readers turn these into spaces or other line breaks unless they are spelled out.
      case 0x9 where inAttribute, 0xA where inAttribute, 0xD:
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case 0x9, 0xA, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: result.append(scalar)
      default: result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      }
    }
    return String(result)
  }
}
