import RemitInspection
import RemitKernel
import RemitModel

/// The summary at the end of a check for people; short where nothing was found.
struct SummaryText {
  private let language: Language
  private let ink: Ink

  init(language: Language, ink: Ink) {
    self.language = language
    self.ink = ink
  }

  func lines(_ summary: Summary) -> [String] {
    var lines = summary.open == 0 ? [nothing(summary)] : table(summary) + hits(summary)
    for conformance in summary.conformance {
      lines += coverage(conformance, isBrief: summary.open == 0 || summary.conformance.count > 2)
    }
    if let command = summary.command { lines.append(self.command(command)) }
    return lines
  }

  private func nothing(_ summary: Summary) -> String {
    let allowed = allowed(summary)
    return ink.green(say(zh: "未发现问题", en: "nothing found"))
      + (allowed.isEmpty ? "" : say(zh: "（另有\(allowed)）", en: " (\(allowed))"))
  }

  private func allowed(_ summary: Summary) -> String {
    let parts = [
      (summary.waived, say(zh: "豁免", en: "waived")), (summary.ignored, say(zh: "忽略", en: "ignored")),
      (summary.baselined, say(zh: "基线内", en: "in the baseline")),
    ].filter { $0.0 > 0 }
    return parts.map { say(zh: "\($0.1) \($0.0)", en: "\($0.0) \($0.1)") }.joined(separator: say(zh: "、", en: ", "))
  }

  // MARK: Counts

  private static let columns = 10

  private func table(_ summary: Summary) -> [String] {
    let severities = Severity.worstFirst
    let heads = severities.map { right(say(zh: $0.name.zh, en: $0.name.en + "s")) }
    var lines = [ink.bold(TerminalText.padded(say(zh: "小结", en: "Summary"), to: 16)) + ink.faint(heads.joined())]
    for defect in Defect.allCases where summary.count(defect) > 0 {
      let cells = severities.map { colour(summary.count(defect, $0), $0) }
      lines.append("  " + TerminalText.padded(defect.title[language], to: 14) + cells.joined())
    }
    let allowed = allowed(summary)
    lines.append(
      "  " + TerminalText.padded(say(zh: "合计", en: "All"), to: 14)
        + severities.map { colour(summary.count($0), $0) }.joined()
        + (allowed.isEmpty ? "" : ink.faint("    " + say(zh: "另有\(allowed)", en: "and \(allowed)"))))
    return lines
  }

  private func colour(_ count: Int, _ severity: Severity) -> String {
    let text = right(count == 0 ? "·" : String(count))
    switch severity {
    case _ where count == 0: return ink.faint(text)
    case .error: return ink.red(text)
    case .warning: return ink.yellow(text)
    case .note: return text
    }
  }

  private func right(_ text: String) -> String {
    String(repeating: " ", count: max(0, Self.columns - TextWidth.columns(text))) + text
  }

  // MARK: Worst hit

  /// Two lists side by side.
  private func hits(_ summary: Summary) -> [String] {
    guard !summary.organizations.isEmpty else { return [] }
    let width = 46
    let heads = [
      say(zh: "问题最多的单位（错误/警告/提示）", en: "Organizations hit most (errors/warnings/notes)"),
      Self.postsHead(summary)[language],
    ]
    var lines = [ink.bold(TerminalText.padded(heads[0], to: width) + "  " + heads[1])]
    for row in 0..<max(summary.organizations.count, summary.posts.count) {
      let left = summary.organizations.indices.contains(row) ? hit(summary.organizations[row], width) : ""
      let right = summary.posts.indices.contains(row) ? hit(summary.posts[row], width) : ""
      lines.append(right.isEmpty ? left : TerminalText.padded(left, to: width) + "  " + right)
    }
    return lines
  }

  static func postsHead(_ summary: Summary) -> Localized {
    summary.hasRoles
      ? Localized(zh: "问题最多的职务", en: "Roles hit most") : Localized(zh: "问题最多的岗位", en: "Posts hit most")
  }

  private func hit(_ hit: Summary.Hit, _ width: Int) -> String {
    let counts = hit.counts.map(String.init).joined(separator: "/")
    let name = TerminalText.safe(hit.subject.name[language], limit: 60)
    let id = hit.subject.name[language] == hit.subject.id ? "" : " (\(TerminalText.safe(hit.subject.id, limit: 40)))"
    let column = max(8, counts.count + 2)
    return "  " + TerminalText.padded(counts, to: column) + Self.cut(name, id, to: width - column - 2)
  }

  /// A name and an id in so many columns: the id is left out, then the name cut, where there is no room.
  private static func cut(_ name: String, _ id: String, to columns: Int) -> String {
    if TextWidth.columns(name + id) <= columns { return name + id }
    if TextWidth.columns(name) <= columns { return name }
    var text = ""
    var width = 1
    for character in name {
      width += TextWidth.columns(character)
      if width > columns { break }
      text.append(character)
    }
    return text + "…"
  }

  // MARK: Coverage and command

  private func coverage(_ conformance: Summary.Conformance, isBrief: Bool) -> [String] {
    let total = conformance.total
    let head = ink.bold(say(zh: "法规落实", en: "Coverage")) + "  " + TerminalText.safe(conformance.key, limit: 60)
    guard total.total > 0 else { return [head + say(zh: "  对图中各地没有要求", en: "  asks nothing of these places")] }
    var parts = [
      say(
        zh: "要求 \(total.total) 项，已落实 \(total.met)（\(NumberText.percent(total.met, of: total.total))）",
        en: "\(total.met) of \(total.total) requirements met (\(NumberText.percent(total.met, of: total.total)))")
    ]
    if total.waived > 0 { parts.append(say(zh: "豁免 \(total.waived)", en: "\(total.waived) waived")) }
    if total.missing > 0 {
      parts.append(ink.red(say(zh: "缺 \(total.missing)", en: "\(total.missing) missing")))
    }
    let line = head + "  " + parts.joined(separator: say(zh: "，", en: ", "))
    guard !isBrief, conformance.chapters.count > 1 else { return [line] }
    let chapters = conformance.chapters.map { chapter, tally in
      Self.chapter(chapter, language) + " \(tally.met)/\(tally.total)"
    }
    return [line, "  " + ink.faint(chapters.joined(separator: " · "))]
  }

  /// 第二章, chapter 2.
  static func chapter(_ number: Int?, _ language: Language) -> String {
    let zh = language == .chinese
    guard let number else { return zh ? "章外" : "no chapter" }
    return zh ? "第\(ClauseNumber.chapterNumeral(number))章" : "chapter \(number)"
  }

  private func command(_ shape: OutTreeLikeness) -> String {
    let values = SummaryText.dimensions(shape).map { name, value in
      name[language] + " " + (value.map(NumberText.share) ?? say(zh: "未计算", en: "not computed"))
    }
    return ink.bold(say(zh: "指挥结构", en: "Command")) + "  " + values.joined(separator: " · ")
  }

  /// Krackhardt's dimensions with their names; nil for what would take too long.
  static func dimensions(_ shape: OutTreeLikeness) -> [(name: Localized, value: Double?)] {
    [
      (Localized(zh: "连通度", en: "connectedness"), shape.connectedness.value),
      (Localized(zh: "层级度", en: "hierarchy"), shape.hierarchy?.value),
      (Localized(zh: "效率", en: "efficiency"), shape.efficiency.value),
      (Localized(zh: "最小上界度", en: "least-upper-boundedness"), shape.leastUpperBounds?.value),
    ]
  }

  private func say(zh: String, en: String) -> String { language == .chinese ? zh : en }
}
