import Foundation
import FoundationXML
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules
import Testing

/// What each format holds, and that no text of a chart breaks out of it.
struct FormatTests {
  static let hostile = """
    chart: "a,b:c"
    title: "T|x <b>\\n# y"
    posts:
      - {id: p, name: "=cmd()|'x'\\u0001\\u001b[2J]]>&<\\r\\n::error::%0A,\\"\\u0301|\\uFFFE"}
      - {id: q, name: "#1 *q* `r` [s](t) $x$ ~y~", reports-to: [q]}
    duties:
      - {id: d, title: "-1+2,\\"quoted\\"\\nsecond", responsible: [p, q]}
      - {id: e, title: "\\u202Egnp", accountable: [p, q]}
    """

  private static func hostileChart() throws -> CheckedChart {
    let chart = try ChartReader().read(text: hostile, path: "odd, name%: 图/a b.yaml")
    return CheckedChart(chart, by: Inspector(rules: Catalogue.rules))
  }

  private static func shipped() throws -> [CheckedChart] {
    try Project.files.map { CheckedChart(try Project.read($0), by: Inspector(rules: Catalogue.rules)) }
  }

  private func options(_ language: Language = .english) -> ReportOptions {
    var options = ReportOptions(language: language)
    options.rules = Catalogue.rules
    options.version = "1.2.3"
    options.folder = Project.root.path
    return options
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [Language.chinese, .english]) func everyFormatIsTheSameEachTime(language: Language) throws {
    for format in ReportFormat.allCases {
      let first = format.report(try Self.shipped(), options(language))
      #expect(first == format.report(try Self.shipped(), options(language)), "\(format)")
      #expect(first.utf8.last == 10, "\(format)")
      let odd = format.report([try Self.hostileChart()], options(language))
      // Spreadsheets show no terminal; the rest may be printed on one.
      if format != .csv { #expect(!odd.unicodeScalars.contains("\u{1B}"), "\(format)") }
    }
  }

  // MARK: SARIF

  @Test func sarifHasTheRequiredStructure() throws {
    let checked = try Self.shipped() + [try Self.hostileChart()]
    let log = try object(ReportFormat.sarif.report(checked, options()))
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect((log["runs"] as? [Any])?.count == 1)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    #expect((run["invocations"] as? [[String: Any]])?.first?["executionSuccessful"] as? Bool == true)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "remit")
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == Catalogue.rules.map(\.code))
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      }
      #expect(((rule["help"] as? [String: Any])?["markdown"] as? String)?.isEmpty == false)
      #expect(((rule["defaultConfiguration"] as? [String: Any])?["level"] as? String).map(isLevel) == true)
      #expect(((rule["properties"] as? [String: Any])?["tags"] as? [String])?.count == 2)
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == checked.reduce(0) { $0 + $1.findings.count })
    for result in results { try checkResult(result, rules) }
    let levels = Set(results.compactMap { $0["level"] as? String })
    #expect(levels.isSuperset(of: ["error", "warning"]))
  }

  private func isLevel(_ word: String) -> Bool { ["note", "warning", "error"].contains(word) }

  private func checkResult(_ result: [String: Any], _ rules: [[String: Any]]) throws {
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    #expect((result["level"] as? String).map(isLevel) == true)
    #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
    #expect((result["partialFingerprints"] as? [String: String])?["remit/v1"]?.count == 16)
    #expect(result["baselineState"] == nil)
    let suppressions = try #require(result["suppressions"] as? [[String: Any]])
    for suppression in suppressions {
      #expect(suppression["kind"] as? String == "inSource")
      #expect((suppression["justification"] as? String)?.isEmpty == false)
    }
    let places = try #require(result["locations"] as? [[String: Any]])
    #expect(places.count == 1)
    for place in places + (result["relatedLocations"] as? [[String: Any]] ?? []) {
      let physical = try #require(place["physicalLocation"] as? [String: Any])
      let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(!uri.contains { $0 == " " || $0 == "," || !$0.isASCII } && !uri.hasPrefix("/"), "\(uri)")
      if let region = physical["region"] as? [String: Any] { #expect((region["startLine"] as? Int ?? 0) > 0) }
      let logical = try #require(place["logicalLocations"] as? [[String: Any]])
      for item in logical { #expect((item["fullyQualifiedName"] as? String)?.contains(":") == true) }
    }
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.compactMap { $0["id"] as? Int } == Array(related.indices.map { $0 + 1 }))
    for place in related { #expect(((place["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false) }
  }

  @Test func baselinedFindingsAreSuppressedAndUnchanged() throws {
    let found = CheckedChart(try Project.read(Project.files[1]), by: Inspector(rules: Catalogue.rules))
    var findings = found.findings
    findings[0].state = .baselined
    var checked = CheckedChart(found.chart, findings: findings, rules: found.rules)
    checked.isCompared = true
    let log = try object(ReportFormat.sarif.report([checked], options()))
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(results[0]["baselineState"] as? String == "unchanged")
    #expect((results[0]["suppressions"] as? [[String: Any]])?.first?["kind"] as? String == "external")
    #expect(results.dropFirst().allSatisfy { $0["baselineState"] as? String == "new" })
    #expect(ReportFormat.text.report([checked], options()).contains("1 in the baseline"))
    #expect(ReportFormat.junit.report([checked], options()).contains("<skipped message=\"in the baseline\"/>"))
    #expect(!ReportFormat.github.report([checked], options()).contains(findings[0].message.en))
  }

  // MARK: Services

  @Test func gitHubCommandsAreOnOneLineAndEscaped() throws {
    let lines = ReportFormat.github.report([try Self.hostileChart()], options()).components(separatedBy: "\n")
      .dropLast()
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.hasPrefix("::error ") || line.hasPrefix("::warning ") || line.hasPrefix("::notice "))
      #expect(line.contains("file=odd%2C name%25%3A 图/a b.yaml,line="), "\(line)")
      #expect(!line.contains("\r"))
    }
    let words = lines.map { $0.prefix(while: { $0 != " " }) }
    #expect(
      words
        == words.sorted {
          ["::error", "::warning", "::notice"].firstIndex(of: $0)! < ["::error", "::warning", "::notice"].firstIndex(
            of: $1)!
        })
    let reorganized = CheckedChart(try Project.read(Project.files[1]), by: Inspector(rules: Catalogue.rules))
    let shipped = ReportFormat.github.report([reorganized], options())
    #expect(shipped.components(separatedBy: "\n").count - 1 == reorganized.open.count)
    #expect(shipped.contains("file=Graphs/charts/example-county-reorganized.yaml,line="))
  }

  @Test func gitLabFingerprintsAreUniqueOverCharts() throws {
    let twice = try Self.shipped() + Self.shipped() + [Self.hostileChart()]
    let text = ReportFormat.gitlab.report(twice, options())
    let issues = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(issues.count == twice.reduce(0) { $0 + $1.open.count })
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
    for issue in issues {
      #expect((issue["description"] as? String)?.isEmpty == false)
      #expect(["info", "minor", "major"].contains(issue["severity"] as? String))
      let place = try #require(issue["location"] as? [String: Any])
      #expect((place["path"] as? String)?.hasPrefix("/") == false)
      #expect(((place["lines"] as? [String: Any])?["begin"] as? Int ?? 0) > 0)
    }
    // The first time, a chart's fingerprints do not depend on what else is checked.
    let alone = ReportFormat.gitlab.report([twice[1]], options())
    let own = try #require(try JSONSerialization.jsonObject(with: Data(alone.utf8)) as? [[String: Any]])
    #expect(
      own.compactMap { $0["fingerprint"] as? String }
        == issues.prefix(own.count).compactMap { $0["fingerprint"] as? String })
  }

  @Test func jUnitIsXMLWithACaseForEachRuleThatRan() throws {
    let checked = try Self.shipped() + [try Self.hostileChart()]
    for language in [Language.chinese, .english] {
      let reader = XMLReader(ReportFormat.junit.report(checked, options(language)))
      #expect(reader.isWellFormed)
      #expect(reader.elements["testsuite"]?.count == checked.count)
      #expect(reader.elements["testsuite"]?.last?["name"] == "a,b:c")
      let failures = checked.flatMap(\.open).count { $0.severity >= .error }
      #expect(reader.elements["failure"]?.count == failures)
      #expect(reader.elements["testsuites"]?.first?["failures"] == String(failures))
      let cases = try #require(reader.elements["testcase"])
      #expect(reader.elements["testsuites"]?.first?["tests"] == String(cases.count))
      for checked in checked {
        let ran = Set(checked.rules.map { "remit." + $0.code })
        #expect(ran.isSubset(of: cases.compactMap { $0["classname"] }))
      }
      #expect(reader.elements["skipped"]?.count == checked.flatMap(\.findings).count { $0.state != .open })
    }
  }

  // MARK: Tables

  @Test func csvRowsHaveOneWidthAndNoFormula() throws {
    for language in [Language.chinese, .english] {
      let text = ReportFormat.csv.report([try Self.hostileChart()], options(language))
      #expect(text.hasPrefix("\u{FEFF}"))
      let rows = CSVReader.rows(String(text.unicodeScalars.dropFirst()))
      #expect(rows.count == (try Self.hostileChart()).findings.count + 1)
      for row in rows {
        #expect(row.count == rows[0].count)
        for field in row { #expect(field.first.map { !"=+-@".contains($0) } ?? true, "\(field)") }
      }
      #expect(rows.contains { $0.contains { $0.contains("\"quoted\"\nsecond") } })
    }
  }

  @Test func markdownTablesKeepTheirColumns() throws {
    let text = ReportFormat.markdown.report([try Self.hostileChart()], options())
    var width: Int?
    for line in text.components(separatedBy: "\n") {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let bars = line.replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\|", with: "")
        .unicodeScalars.count { $0 == "|" }
      #expect(width == nil || width == bars, "\(line)")
      width = bars
    }
    #expect(text.hasPrefix("# T\\|x \\<b\\>"))
    #expect(!text.contains("<b>") && !text.contains("[s](t)"))
    let shipped = ReportFormat.markdown.report(try Self.shipped(), options(.chinese))
    #expect(shipped.contains("## 责任真空 (") && shipped.contains("### 法规落实："))
  }

  /// Every character by itself, and some that could be taken for two.
  @Test func textOnOneLineIsWhatTheEncoderWrites() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let scalars = (0...0x2FFF).compactMap(Unicode.Scalar.init).map { String($0) }
    for text in scalars + ["", "a\r\nb", "\u{0}\u{1F}\u{7F}\u{80}", "\\\"/</script>", "👩‍👩‍👧 \u{2028}\u{FEFF}\u{10FFFF}"] {
      var line = JSONLine()
      line.text(text)
      #expect(try Data(line.bytes) == encoder.encode(text), "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test func jsonLinesHoldOneFindingEach() throws {
    let checked = try Self.shipped() + [try Self.hostileChart()]
    let lines = ReportFormat.jsonl.report(checked, options()).split(separator: "\n")
    let whole = try object(ReportFormat.json.report(checked, options()))
    let findings = try #require(whole["findings"] as? [[String: Any]])
    #expect(lines.count == findings.count)
    for (line, finding) in zip(lines, findings) {
      let item = try object(String(line))
      #expect(item["chart"] as? String == finding["chart"] as? String)
      #expect(NSDictionary(dictionary: item) == NSDictionary(dictionary: finding))
    }
  }
}

/// Elements with their attributes, by name.
private final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var elements: [String: [[String: String]]] = [:]
  private(set) var isWellFormed = false

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { elements[name, default: []].append(attributes) }
}

/// RFC 4180.
enum CSVReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, !wasQuote {
        if scalar == "\"" { wasQuote = true } else { field.append(scalar) }
        continue
      }
      if wasQuote, scalar == "\"" {
        field.append(scalar)
        wasQuote = false
        continue
      }
      if wasQuote { (isQuoted, wasQuote) = (false, false) }
      switch scalar {
      case "\"" where field.isEmpty: isQuoted = true
      case ",":
        row.append(String(field))
        field.removeAll()
      case "\r": continue
      case "\n":
        rows.append(row + [String(field)])
        row = []
        field.removeAll()
      default: field.append(scalar)
      }
    }
    return rows
  }
}
