import RemitModel
import RemitWorkbook

/// Everything that regulations ask of a place at its level, by clause, and where the form has it.
struct FormRequirements {
  struct Row {
    let regulation: Int
    let clause: ClauseNumber
    /// Clause, what kind of requirement it is, whom it binds, what it asks, the regulation's word, the letter, and the
    /// sheet.
    let texts: [String]
  }

  let blank: BlankChart

  private var language: Language { blank.language }
  private var level: Level { blank.plan.level }

  private func text(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  private func sheet(_ name: String) -> String { FormTable.named(name)?.sheet[language] ?? name }

  var headings: [String] {
    language == .chinese
      ? ["条款", "要求", "谁", "内容", "责任用语", "字母", "在哪张表"]
      : ["Clause", "Requirement", "Who", "What", "Term", "Letter", "On which sheet"]
  }

  /// By regulation and clause, as the text has them.
  var rows: [Row] {
    var rows: [Row] = []
    for (number, regulation) in blank.plan.regulations.enumerated() {
      let own = roles(of: regulation, number) + duties(of: regulation, number) + links(of: regulation, number)
      rows += own.enumerated().sorted { ($0.element.clause, $0.offset) < ($1.element.clause, $1.offset) }.map(\.element)
    }
    return rows
  }

  private func row(_ clauses: [ClauseNumber], _ regulation: Int, _ texts: [String]) -> Row {
    let several = blank.plan.regulations.count > 1
    let prefix = several ? blank.plan.regulations[regulation].key + ":" : ""
    let written = clauses.map { prefix + $0.description }.joined(separator: ";")
    return Row(
      regulation: regulation, clause: clauses.first ?? ClauseNumber(article: 9999), texts: [written] + texts)
  }

  private func roles(of regulation: Regulation, _ number: Int) -> [Row] {
    regulation.roles.filter { $0.levels.contains(level) }.map { role in
      let what =
        role.optional ? text("可以没有", "may exist") : text("应当有", "must exist")
      let kind = role.body ? text("机构", "body") : text("职务", "office")
      let place = sheet(role.body ? "organizations" : "posts")
      return row(role.clauses, number, [kind, role.name[language], what, "", "", place])
    }
  }

  private func duties(of regulation: Regulation, _ number: Int) -> [Row] {
    regulation.duties.filter { $0.levels.contains(level) }.map { duty in
      let who = duty.roles.map { regulation.roles[$0].name[language] }.joined(separator: text("、", ", "))
      let place =
        duty.each
        ? text("岗位（承担条款）", "Posts (adopts)") : sheet("duties") + text("、", ", ") + sheet("assignments")
      return row(
        [duty.clause], number,
        [
          duty.each ? text("职责，每个岗位", "duty of each post") : text("职责", "duty"), who, duty.title[language],
          duty.term.map { regulation.terms[$0].name[language] } ?? "", duty.letter.rawValue, place,
        ])
    }
  }

  private func links(of regulation: Regulation, _ number: Int) -> [Row] {
    regulation.links.filter { $0.levels.contains(level) }.map { link in
      func names(_ ends: [Regulation.End], _ joint: String) -> String {
        ends.map { end in
          switch end {
          case .role(let role): regulation.roles[role].name[language]
          case .kind(let kind): kind.name[language]
          }
        }.joined(separator: joint)
      }
      var what = link.kind.name[language] + text("：", ": ") + names(link.of, text("、", ", "))
      if let instrument = link.instrument { what += text("（\(instrument.zh)）", " (\(instrument.en))") }
      if !link.feeds.isEmpty {
        what += text("；结果报送", "; results to ") + names(link.feeds, text("、", ", "))
      }
      let place: String
      if link.downward {
        what = text("对下一级：", "one level down: ") + what
        place = text("不在本表（由上一级填）", "none (filled in a level higher)")
      } else if blank.chart.holds(link.kind, basis: link.clauses) {
        place = sheet("oversight")
      } else {
        place = text("岗位（直接上级、分管单位）", "Posts (reports to, in charge of)")
      }
      return row(
        link.clauses, number,
        [text("监督或协助", "oversight or help"), names(link.by, text("或", " or ")), what, "", "", place])
    }
  }
}

extension Chart {
  /// Whether a row of oversight of a kind rests on one of the clauses.
  fileprivate func holds(_ kind: LinkKind, basis clauses: [ClauseNumber]) -> Bool {
    oversight.ids.contains { row in
      oversight.kind[row] == kind
        && oversight.basis[row].contains { cited in cited.reference.number.map(clauses.contains) ?? false }
    }
  }
}

extension FormWorkbook {
  /// Writes the sheet of what the regulation asks.
  func writeRequirements(_ sheets: Sheets, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let sheet = sheets.requirements
    let requirements = FormRequirements(blank: blank)
    let widths: [Double] = [10, 16, 30, 56, 16, 8, 24]
    for (index, heading) in requirements.headings.enumerated() {
      try writer.setColumns(index + 1...index + 1, width: widths[index], on: sheet)
      try writer.write(.text(heading), at: CellPlace(row: 1, column: index + 1), on: sheet, FormStyles.heading)
    }
    try writer.setRow(1, height: 24, on: sheet)
    let rows = requirements.rows
    for (row, requirement) in rows.enumerated() {
      for (index, text) in requirement.texts.enumerated() {
        try writer.write(
          text.isEmpty ? .blank : .text(text), at: CellPlace(row: row + 2, column: index + 1), on: sheet,
          FormStyles.fixed)
      }
      let height = Self.height(of: requirement.texts, widths)
      try writer.setRow(row + 2, height: height, on: sheet, grows: true)
    }
    try writer.freeze(rows: 1, columns: 1, on: sheet)
    try writer.filter(
      CellRange(CellPlace(row: 1, column: 1), CellPlace(row: rows.count + 1, column: widths.count)), on: sheet)
    try writer.setPrinting(printing("requirements"), on: sheet)
    writer.protect(sheet, allowing: [.formatColumns, .formatRows, .filter])
  }
}
