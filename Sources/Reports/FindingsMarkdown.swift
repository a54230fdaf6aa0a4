import RemitInspection
import RemitModel

/// A report in GitHub-flavoured Markdown: for each chart its summary, a table for each defect, and what may stand.
struct FindingsMarkdown {
  let language: Language

  func report(_ checked: [CheckedChart]) -> String { checked.map(section).joined(separator: "\n") }

  private func section(_ checked: CheckedChart) -> String {
    let chart = checked.chart
    var lines = ["# " + MarkdownText.cell(chart.title[language]), ""]
    var facts = [say(zh: "责任图 ", en: "Chart ") + MarkdownText.cell(chart.key)]
    if chart.origin == .chart {
      if let day = chart.asOf { facts.append(say(zh: "截至 \(day)", en: "as of \(day)")) }
      facts += chart.regulations.map { say(zh: "对照 ", en: "against ") + MarkdownText.cell($0.title[language]) }
    }
    lines += [facts.joined(separator: " · "), ""]
    lines += summary(Summary(checked))
    let open = checked.open
    for defect in Defect.allCases {
      let group = open.filter { $0.defect == defect }.sorted {
        $0.severity != $1.severity ? $0.severity > $1.severity : Finding.precedes($0, $1)
      }
      guard !group.isEmpty else { continue }
      lines += ["## \(defect.title[language]) (\(group.count))", ""]
      lines += MarkdownText.table(heads, ParallelText.map(group, row))
    }
    lines += allowed(checked.findings.filter { $0.state != .open })
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heads: [String] {
    language == .chinese
      ? ["程度", "规则", "对象", "问题", "证据", "位置", "条款", "建议"]
      : ["Severity", "Rule", "Subject", "Finding", "Proof", "Place", "Clauses", "Suggestion"]
  }

  private func row(_ finding: Finding) -> [String] {
    let proof = EvidenceText(language: language).lines(of: finding)
    let clauses = finding.clauses.map { MarkdownText.cell($0.regulation) + " " + $0.number.citation[language] }
    return [
      finding.severity.name[language], "\(finding.code)<br>\(finding.name)",
      shortList(finding.entities.map { MarkdownText.cell(finding.key(of: $0)) }),
      MarkdownText.cell(finding.message[language], limit: 1000),
      shortList(proof.map { MarkdownText.cell($0, limit: 1000) }),
      shortList(finding.places.map { MarkdownText.cell($0.description) }, 3), shortList(clauses),
      finding.suggestion.map { MarkdownText.cell($0[language], limit: 1000) } ?? "",
    ]
  }

  /// Lines of one cell; no more than a reader takes in.
  private func shortList(_ items: [String], _ most: Int = 8) -> String {
    let rest = items.count - most
    let more = rest > 0 ? [say(zh: "…另有 \(rest) 条", en: "… and \(rest) more")] : []
    return (items.prefix(most) + more).joined(separator: "<br>")
  }

  private func allowed(_ findings: [Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    let heads =
      language == .chinese ? ["规则", "对象", "问题", "为何可以保留"] : ["Rule", "Subject", "Finding", "Why it may stand"]
    return ["## " + say(zh: "已豁免或忽略 (\(findings.count))", en: "Waived or ignored (\(findings.count))"), ""]
      + MarkdownText.table(
        heads,
        findings.map { finding in
          [
            finding.code, MarkdownText.cell(finding.firstKey),
            MarkdownText.cell(finding.message[language], limit: 1000),
            MarkdownText.cell(finding.allowance(language) ?? "", limit: 1000),
          ]
        })
  }

  // MARK: Summary

  private func summary(_ summary: Summary) -> [String] {
    var lines = ["## " + say(zh: "小结", en: "Summary"), ""]
    if summary.open == 0 {
      lines += [say(zh: "未发现问题。", en: "Nothing found."), ""]
    } else {
      lines += counts(summary)
      lines += hits(say(zh: "问题最多的单位", en: "Organizations hit most"), summary.organizations)
      lines += hits(SummaryText.postsHead(summary)[language], summary.posts)
    }
    for conformance in summary.conformance { lines += coverage(conformance) }
    if let command = summary.command {
      lines += ["### " + say(zh: "指挥结构", en: "Command"), ""]
      lines += MarkdownText.table(
        [say(zh: "维度", en: "Dimension"), say(zh: "值", en: "Value")],
        SummaryText.dimensions(command).map { name, value in
          [name[language], value.map(NumberText.share) ?? say(zh: "未计算（图过大）", en: "not computed (too large)")]
        }, right: [1])
    }
    return lines
  }

  private func counts(_ summary: Summary) -> [String] {
    let severities = Severity.worstFirst
    let rows = Defect.allCases.filter { summary.count($0) > 0 }.map { defect in
      [defect.title[language]] + severities.map { String(summary.count(defect, $0)) }
    }
    let total = [say(zh: "合计", en: "All")] + severities.map { String(summary.count($0)) }
    return MarkdownText.table(
      [say(zh: "缺陷", en: "Defect")] + severities.map { $0.name[language] }, rows + [total], right: [1, 2, 3])
  }

  private func hits(_ title: String, _ hits: [Summary.Hit]) -> [String] {
    let rows = hits.map { hit in
      [MarkdownText.cell(hit.subject.name[language]), MarkdownText.cell(hit.subject.id)] + hit.counts.map(String.init)
    }
    return MarkdownText.table(
      [title, say(zh: "编号", en: "id")] + Severity.worstFirst.map { $0.name[language] }, rows, right: [2, 3, 4])
  }

  private func coverage(_ conformance: Summary.Conformance) -> [String] {
    func row(_ name: String, _ tally: Coverage.Tally) -> [String] {
      [name, String(tally.total), String(tally.met), String(tally.waived), String(tally.missing)]
    }
    var lines = [
      "### " + say(zh: "法规落实：", en: "Coverage: ") + MarkdownText.cell(conformance.title[language]), "",
    ]
    guard conformance.total.total > 0 else {
      return lines + [say(zh: "对图中各地没有要求。", en: "It asks nothing of these places."), ""]
    }
    let heads =
      language == .chinese
      ? ["章", "要求", "已落实", "豁免", "缺"] : ["Chapter", "Required", "Met", "Waived", "Missing"]
    let chapters = conformance.chapters.map { row(SummaryText.chapter($0.chapter, language), $0.tally) }
    lines += MarkdownText.table(
      heads, chapters + [row(say(zh: "合计", en: "All"), conformance.total)], right: [1, 2, 3, 4])
    return lines
  }

  private func say(zh: String, en: String) -> String { language == .chinese ? zh : en }
}
