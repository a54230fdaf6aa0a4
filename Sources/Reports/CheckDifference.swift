import RemitInspection
import RemitModel

/// What one check finds that the one before did not, and the other way round.
///
/// Findings are compared by chart and fingerprint, so that edits which only move lines make no difference.
public struct CheckDifference: Sendable {
  /// A finding and the id of its chart.
  public struct Entry: Sendable {
    /// The chart's id.
    public let chart: String
    /// The finding, as the check that has it found it.
    public let finding: Finding
    /// Why it counts no more though it is still found: waived, ignored or baselined. Nil for what is new or gone.
    public let allowedNow: Finding?
  }

  /// Open now and not before, in the order of the later check.
  public let new: [Entry]
  /// Open before and not now, in the order of the earlier check.
  public let fixed: [Entry]

  private struct Key: Hashable {
    let chart: String
    let fingerprint: String

    init(_ checked: CheckedChart, _ finding: Finding) {
      chart = checked.chart.key
      fingerprint = finding.fingerprint
    }
  }

  /// Compares two checks. O(findings).
  public init(from before: [CheckedChart], to after: [CheckedChart]) {
    let openBefore = Self.keys(before)
    let openAfter = Self.keys(after)
    var allowed: [Key: Finding] = [:]
    for checked in after {
      for finding in checked.findings where finding.state != .open { allowed[Key(checked, finding)] = finding }
    }
    new = Self.open(after).filter { !openBefore.contains($0.key) }.map { key, finding in
      Entry(chart: key.chart, finding: finding, allowedNow: nil)
    }
    fixed = Self.open(before).filter { !openAfter.contains($0.key) }.map { key, finding in
      Entry(chart: key.chart, finding: finding, allowedNow: allowed[key])
    }
  }

  private static func open(_ checked: [CheckedChart]) -> [(key: Key, finding: Finding)] {
    checked.flatMap { checked in checked.open.map { (Key(checked, $0), $0) } }
  }

  private static func keys(_ checked: [CheckedChart]) -> Set<Key> { Set(open(checked).map(\.key)) }

  /// A line for each new and each fixed finding, a few of either; one line where nothing changed.
  public func text(_ language: Language, colour: Bool = false) -> String {
    let ink = Ink(isOn: colour)
    let zh = language == .chinese
    if new.isEmpty && fixed.isEmpty {
      return ink.faint(zh ? "与上次相比没有变化" : "no change since the last run") + "\n"
    }
    let head =
      zh ? "与上次相比：新增 \(new.count)，消除 \(fixed.count)" : "since the last run: \(new.count) new, \(fixed.count) fixed"
    let lines =
      [ink.bold(head)] + Self.lines(new, "+", ink.red, language) + Self.lines(fixed, "-", ink.green, language)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    _ entries: [Entry], _ mark: String, _ paint: (String) -> String, _ language: Language
  ) -> [String] {
    let most = 10
    var lines = entries.prefix(most).map { entry in
      let allowance = entry.allowedNow?.allowance(language).map { "  (\(TerminalText.safe($0)))" } ?? ""
      let subject = TerminalText.safe(entry.finding.firstKey, limit: 80)
      return paint("\(mark) \(entry.finding.code) \(entry.finding.name)") + "  \(subject)\(allowance)"
    }
    let rest = entries.count - most
    if rest > 0 { lines.append(language == .chinese ? "\(mark) …另有 \(rest) 条" : "\(mark) … and \(rest) more") }
    return lines
  }
}
