import RemitModel

/// Findings that were known before, so that a check fails on new ones only. A text file with one finding a line, without
/// paths and lines, so that it survives edits and moves, and two versions of it compare well.
///
/// Each entry stands for one finding of one chart, by the chart's id and the finding's fingerprint. Where several
/// findings of a chart share a fingerprint, there are as many equal entries; fewer cover the first of them.
public struct Baseline: Sendable, Hashable {
  /// One known finding.
  public struct Entry: Sendable, Hashable {
    /// The finding's fingerprint: sixteen hexadecimal digits.
    public let fingerprint: String
    /// The rule's code.
    public let code: String
    /// The rule's name, for readers.
    public let name: String
    /// The id of the chart.
    public let chart: String
    /// The keys of the subjects, for readers.
    public let subjects: [String]

    package init(fingerprint: String, code: String, name: String, chart: String, subjects: [String]) {
      self.fingerprint = fingerprint
      self.code = code
      self.name = name
      self.chart = chart
      self.subjects = subjects
    }

    /// The entry of a finding.
    public init(_ finding: Finding, of chart: Chart) {
      self.init(
        fingerprint: finding.fingerprint, code: finding.code, name: finding.name, chart: chart.key,
        subjects: finding.subjects.map(\.key))
    }
  }

  /// A line that is no entry.
  public struct Fault: Error, Sendable, Hashable {
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int
    /// The fault and what was expected.
    public let message: Localized
  }

  /// The known findings, equal ones as often as they are known.
  public var entries: [Entry]

  /// A baseline of some entries; by default none.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// All open findings of some charts.
  public init(_ checked: [(chart: Chart, findings: [Finding])]) {
    entries = checked.flatMap { chart, findings in
      findings.filter { $0.state == .open }.map { Entry($0, of: chart) }
    }
  }
}

// MARK: Telling known findings

extension Baseline {
  private struct Known: Hashable {
    let chart: String
    let fingerprint: String
  }

  /// Marks the open findings that are known. Waived and suppressed ones keep their state, and use up entries only where
  /// no open finding does. O(entries + findings).
  ///
  /// - Returns: The entries of these charts that no finding answers to any more, in order.
  public func apply(to checked: inout [(chart: Chart, findings: [Finding])]) -> [Entry] {
    var left: [Known: Int] = [:]
    for entry in entries { left[Known(chart: entry.chart, fingerprint: entry.fingerprint), default: 0] += 1 }
    for takesOpen in [true, false] {
      for index in checked.indices {
        for position in checked[index].findings.indices {
          let finding = checked[index].findings[position]
          guard takesOpen ? finding.state == .open : finding.state.isExcused else { continue }
          let known = Known(chart: checked[index].chart.key, fingerprint: finding.fingerprint)
          guard let count = left[known], count > 0 else { continue }
          left[known] = count - 1
          if takesOpen { checked[index].findings[position].state = .baselined }
        }
      }
    }
    let charts = Set(checked.map(\.chart.key))
    return entries.filter { entry in
      let known = Known(chart: entry.chart, fingerprint: entry.fingerprint)
      guard charts.contains(entry.chart), let count = left[known], count > 0 else { return false }
      left[known] = count - 1
      return true
    }
  }
}

extension Finding.State {
  /// Whether the chart itself lets the finding stand.
  fileprivate var isExcused: Bool {
    switch self {
    case .waived, .suppressed: true
    case .open, .baselined: false
    }
  }
}

// MARK: The text

extension Baseline {
  private static let head = "# remit baseline "
  private static let version = "1"

  /// The text of the file: a line with the format's version, then the entries, sorted by bytes. `parse` reads it.
  public var text: String {
    let lines = entries.map(\.line).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ([Self.head + Self.version] + lines).map { $0 + "\n" }.joined()
  }

  /// Reads the text of a file. Empty lines and further lines that begin with `#` say nothing. O(bytes).
  ///
  /// - Returns: The entries that could be read, and every fault.
  public static func parse(_ text: String) -> (baseline: Baseline, faults: [Fault]) {
    var entries: [Entry] = []
    var faults: [Fault] = []
    var hasHead = false
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = (bytes.last == 13 ? bytes.dropLast() : bytes)[...]
      if !hasHead {
        if let fault = fault(ofHead: String(Substring(line)), line: index + 1) { return (Baseline(), [fault]) }
        hasHead = true
        continue
      }
      guard let first = line.first(where: { $0 != 32 }), first != UInt8(ascii: "#") else { continue }
      do throws(Fault) {
        entries.append(try Entry(line: Substring(line), at: index + 1))
      } catch {
        faults.append(error)
      }
    }
    return (Baseline(entries: entries), faults)
  }

  private static func fault(ofHead line: String, line number: Int) -> Fault? {
    let words = line.first == "\u{FEFF}" ? String(line.dropFirst()) : line
    if words == head + version { return nil }
    let expected = head + version
    guard words.hasPrefix(head) else {
      return Fault(
        line: number, column: 1,
        message: Localized(
          zh: "不是基线文件；第一行应为 \(expected)", en: "no baseline; expected the first line to be \(expected)"))
    }
    return Fault(
      line: number, column: head.count + 1,
      message: Localized(
        zh: "基线的格式版本不是 \(version)；应由本程序重新写出",
        en: "a baseline of another format than \(version); expected one that this program wrote"))
  }
}

extension Baseline.Entry {
  /// Two spaces between the fields, one between the subjects.
  fileprivate var line: String {
    [fingerprint, code, name, LineWord.escaped(chart), subjects.map(LineWord.escaped).joined(separator: " ")]
      .joined(separator: "  ")
  }

  fileprivate init(line: Substring, at number: Int) throws(Baseline.Fault) {
    let words = line.split(separator: " ")
    func fault(_ word: Substring?, _ message: Localized) -> Baseline.Fault {
      let column = line.unicodeScalars.distance(from: line.startIndex, to: word?.startIndex ?? line.endIndex) + 1
      return Baseline.Fault(line: number, column: column, message: message)
    }
    guard let print = words.first, print.utf8.count == 16, print.utf8.allSatisfy(LineWord.isHexadecimal) else {
      throw fault(
        words.first,
        Localized(zh: "不是指纹；应为 16 位小写十六进制数字", en: "no fingerprint; expected sixteen hexadecimal digits in lower case"))
    }
    guard words.count >= 5 else {
      throw fault(
        nil,
        Localized(
          zh: "这一行不完整；应为 指纹、代码、名称、责任图编号和对象",
          en: "an incomplete line; expected fingerprint, code, name, chart and subjects"))
    }
    var plain: [String] = []
    for word in words[3...] {
      guard let text = LineWord.plain(word) else {
        throw fault(word, Localized(zh: "转义写法不对；应为 \\u{…}", en: "a faulty escape; expected \\u{…}"))
      }
      plain.append(text)
    }
    self.init(
      fingerprint: String(print), code: String(words[1]), name: String(words[2]), chart: plain[0],
      subjects: Array(plain[1...]))
  }
}

/// A word of a line: whatever the text, it holds neither spaces nor line breaks, nor marks that turn what is shown.
private enum LineWord {
  static func escaped(_ text: String) -> String {
    if text.isEmpty { return "\\u{}" }
    var word = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        word += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return word
  }

  /// Nil where an escape is none.
  static func plain(_ word: Substring) -> String? {
    var text = ""
    var rest = word.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      guard rest.popFirst() == "u", rest.popFirst() == "{", let end = rest.prefix(9).firstIndex(of: "}") else {
        return nil
      }
      let digits = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      if digits.isEmpty { continue }
      guard digits.utf8.allSatisfy(isHexadecimal), let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\\" { return true }
    if scalar.isASCII { return scalar.value <= 32 || scalar.value == 127 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default: return false
    }
  }
}
