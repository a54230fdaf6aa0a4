import RemitInspection
import RemitModel

extension Matrix {
  /// RFC 4180, with a byte-order mark so that spreadsheets read it as UTF-8. Text that a spreadsheet could take for a
  /// formula gets an apostrophe in front.
  public func csv(_ language: Language) -> String {
    CSVText.table(table(language))
  }

  /// A table of GitHub-flavoured Markdown.
  public func markdown(_ language: Language) -> String {
    let rows = table(language).map { $0.map { MarkdownText.cell($0) } }
    guard let head = rows.first else { return "" }
    let rule = head.indices.map { $0 < 3 ? "---" : ":-:" }
    return ([head, rule] + rows.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// Heading and rows: id, name and group or basis, then a cell for each column.
  private func table(_ language: Language) -> [[String]] {
    let zh = language == .chinese
    let third = axis == .duty ? (zh ? "依据" : "basis") : (zh ? "单位" : "organization")
    let names = [zh ? "编号" : "id", axis == .duty ? (zh ? "职责" : "duty") : (zh ? "岗位" : "post"), third]
    var rows = [names + (0..<columnCount).map { chart.name(of: column($0))[language] }]
    for index in 0..<rowCount {
      let entity = row(index)
      let side = axis == .duty ? basis(entity, language) : group(entity, language)
      rows.append(
        [chart.key(of: entity), chart.name(of: entity)[language], side]
          + (0..<columnCount).map { cell(index, $0).text })
    }
    return rows
  }
}
