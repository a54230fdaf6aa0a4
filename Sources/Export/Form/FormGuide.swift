import RemitModel
import RemitWorkbook

/// What a form says on how to fill it in.
struct FormGuide {
  enum Line {
    case title(String)
    case section(String)
    case text(String)
    /// Something short, and what it means.
    case item(String, String)
    /// A colour, and what it means.
    case look(CellStyle, String, String)
  }

  let blank: BlankChart

  var lines: [Line] {
    head + order + letters + looks + checking + hints
  }

  private func text(_ zh: String, _ en: String) -> String { blank.language == .chinese ? zh : en }

  private func sheet(_ name: String) -> String { FormTable.named(name)?.sheet[blank.language] ?? name }

  private var head: [Line] {
    let place = blank.plan.place
    let language = blank.language
    let titles = blank.plan.regulations.map { text("《\($0.title[language])》", "“\($0.title[language])”") }
    let regulations = titles.joined(separator: text("、", " and "))
    return [
      .title(blank.chart.title.first + text(" · 填表说明", " · how to fill it in")),
      .text(
        text(
          "本表按\(regulations)为“\(place.name)”（\(place.level.name.zh)）生成。法规要求的单位、岗位、职责和监督关系都已列好，并注明条款；"
            + "要做的是把名称改成实际的，把人填进去。法规逐条要求什么，见工作表“法规要求”。",
          "This form was made for \(place.name) (\(place.level.word)) from \(regulations). The organizations, posts, duties "
            + "and oversight that are required are in it already, with their clauses; what is left is to enter real names "
            + "and people. The sheet Requirements has everything that is asked, clause by clause.")),
    ]
  }

  private var order: [Line] {
    [
      .section(text("按这个顺序填", "In this order")),
      .item(
        "1  " + sheet("organizations"),
        text(
          "把“单位名称”改成实际全称。示例行（如行业主管部门）有几个单位就填几行，简称不可重复。可以没有而确实没有的机构，删去整行。上级行政区的名称在“行政区”表里改。",
          "Enter the real names. Where a row is an example (such as a sector department), write one row for each real one, "
            + "each with an id of its own. Delete bodies that need not exist and do not. Names of higher places are on "
            + "Jurisdictions.")),
      .item(
        "2  " + sheet("posts"),
        text(
          "把“岗位名称”改成实际职务。分管负责人、班子成员、部门负责人有几位就填几行：职务类别、承担条款照抄示例行，再填所在单位、直接上级和分管单位。",
          "Enter the real titles. Write one row for each deputy, member and head: copy role and adopted clauses from the "
            + "example, and enter organization, superior and what the post is in charge of.")),
      .item(
        "3  " + sheet("holders"),
        text(
          "把每个“待定”换成姓名，填任职日期；新添的岗位也各填一行。确实无人的岗位，删去这里的行，在岗位表的“状态”选“空缺”。",
          "Put a name in place of each TBD, and the first day of the term; add a row for each new post. For a post that "
            + "really is vacant, delete the row here and choose the status vacant on Posts.")),
      .item(
        "4  " + sheet("duties"),
        text("法规规定的职责已逐项列好；本地另有的职责接着往下填。", "What the regulation lays down is listed; add the place's own duties below.")
      ),
      .item(
        "5  " + sheet("assignments"),
        text(
          "每项职责要有一个 A 和至少一个 R。橙色的格子是法规没有写明的，先填了现成的岗位，请逐一改成实际承办的岗位；配合、会商、知会的岗位各添一行。几个单位一起做的，给牵头的一行选“是”。",
          "Each duty needs one A and at least one R. Orange cells are what the regulation does not say: a likely post stands "
            + "there; name the one that really does it. Add a row for each post that supports, is consulted or informed, "
            + "and mark the one that leads where several organizations take part.")),
      .item(
        "6  " + sheet("oversight"),
        text(
          "核对由谁监督、结果报给谁；新添的岗位接在“监督对象”后面，用分号隔开。由直接上级领导、督促、指导的不必再写。",
          "Check who oversees and who gets the results; add new posts to Of, with semicolons. What superiors do as such, "
            + "leading, urging and guiding, need not be written.")),
      .item(
        "7  " + sheet("waivers"),
        text(
          "经批准不必做到的条款才填；不相容职责也是有才填。",
          "Only clauses that the place need not meet, with who allowed it; Conflicts only if any.")),
    ]
  }

  private var letters: [Line] {
    let meanings: [Letter: Localized] = [
      .accountable: Localized(
        zh: "负总责、领导责任：最终由谁负责，一项职责只有一个", en: "accountable: answers for it in the end; one for each duty"),
      .responsible: Localized(zh: "直接责任、主办：由谁办理，至少一个", en: "responsible: does it; one at least"),
      .supports: Localized(zh: "协助、协办、配合", en: "supports: helps to do it"),
      .consulted: Localized(zh: "指导、会商：事前听取意见", en: "consulted: is asked before"),
      .informed: Localized(zh: "知会：事后告知", en: "informed: is told after"),
    ]
    return [.section(text("责任字母", "The letters"))]
      + Letter.allCases.map { letter in
        var names: [String] = []
        for term in blank.plan.regulations.flatMap(\.terms) where term.letter == letter {
          if !names.contains(term.name[blank.language]) { names.append(term.name[blank.language]) }
        }
        let said =
          names.isEmpty
          ? ""
          : text("。法规的用语：\(names.joined(separator: "、"))", ". The regulation says: \(names.joined(separator: ", "))")
        return .item(letter.rawValue, (meanings[letter]?[blank.language] ?? "") + said)
      }
  }

  private var looks: [Line] {
    [
      .section(text("颜色（黑白打印看字体）", "The colours (and letters, in black and white)")),
      .look(
        FormStyles.missing, text("黄色，粗体", "yellow, bold"),
        text("还没有填；填好后颜色自己消失", "still to be filled in; the colour goes away then")),
      .look(
        FormStyles.open, text("橙色，斜体", "orange, slanted"),
        text("法规没有写明，先填了一个，请核对或改正", "not said by the regulation; a likely one stands there, to be checked")),
      .look(
        FormStyles.named, text("蓝色", "blue"),
        text("预填的名称，请改成实际名称", "a name that was filled in beforehand; enter the real one")),
      .look(
        FormStyles.heading, text("灰色", "grey"), text("表头，锁定；带＊的列必填", "headings, locked; columns with * are required")),
    ]
  }

  private var checking: [Line] {
    [
      .section(text("检查", "Checking it")),
      .item(
        "remit check",
        text(
          "remit check 表.xlsx 列出全部问题，写明工作表和单元格。没有填完也可以随时检查：“任职人只是占位”“没有任职人”就是还没填的。",
          "remit check form.xlsx tells everything that is wrong, with sheet and cell. It may be run at any time: a mere "
            + "placeholder, or a post that nobody holds, is what is still to be filled in.")),
      .item(
        "--annotate",
        text(
          "remit check 表.xlsx --annotate 标注.xlsx 另存一份，在出问题的单元格上标色、加批注。",
          "remit check form.xlsx --annotate marked.xlsx makes a copy with the cells marked and commented.")),
    ]
  }

  private var hints: [Line] {
    [
      .section(text("须知", "Good to know")),
      .text(
        text(
          "鼠标指向角上有红色三角的单元格，可以看到依据的条款。一格里填几项时用分号隔开。别的表靠“简称”指这一行，改了简称，别处也要改。",
          "Cells with a red corner have a note with the clause. Several values in a cell are parted by semicolons. Other "
            + "sheets name a row by its id: if you change an id, change it there too.")),
      .text(
        text(
          "可以插入、删除整行，排序，筛选，调整列宽；空行不算。表头锁定，但没有密码（审阅→撤消工作表保护）。工作表的名称和表头不要改。",
          "Rows may be put in, taken out, sorted and filtered; empty ones do not count. Headings are locked without a "
            + "password. Leave headings and the names of sheets as they are.")),
    ]
  }
}

extension FormWorkbook {
  private static let title = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 16
    $0.vertical = .center
  }

  private static let section = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 12
    $0.border.bottom = .thin
  }

  private static let plain = CellStyle().with {
    $0.wraps = true
    $0.vertical = .top
  }

  /// Writes the sheet that says how to fill the form in.
  func writeGuide(_ sheets: Sheets, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let sheet = sheets.guide
    let (narrow, wide) = (20.0, 104.0)
    try writer.setColumns(1...1, width: narrow, on: sheet)
    try writer.setColumns(2...2, width: wide, on: sheet)
    for (index, line) in FormGuide(blank: blank).lines.enumerated() {
      let row = index + 1
      let (first, second) = (CellPlace(row: row, column: 1), CellPlace(row: row, column: 2))
      let both = CellRange(first, second)
      func height(_ text: String, _ width: Double) -> Double {
        let lines = ColumnWidth.lines(of: text, width: width)
        return 6 + 15.5 * Double(lines)
      }
      switch line {
      case .title(let text):
        try writer.merge(both, .text(text), on: sheet, Self.title)
        try writer.setRow(row, height: 34, on: sheet)
      case .section(let text):
        try writer.merge(both, .text(text), on: sheet, Self.section)
        try writer.setRow(row, height: 26, on: sheet)
      case .text(let text):
        try writer.merge(both, .text(text), on: sheet, Self.plain)
        try writer.setRow(row, height: height(text, narrow + wide), on: sheet)
      case .item(let name, let text):
        try writer.write(.text(name), at: first, on: sheet, Self.plain.with { $0.isBold = true })
        try writer.write(.text(text), at: second, on: sheet, Self.plain)
        try writer.setRow(row, height: height(text, wide), on: sheet)
      case .look(let look, let name, let text):
        let sample = FormStyles.filled(Self.plain, like: look).with { $0.border = FormStyles.line }
        try writer.write(.text(name), at: first, on: sheet, sample)
        try writer.write(.text(text), at: second, on: sheet, Self.plain)
        try writer.setRow(row, height: height(text, wide), on: sheet)
      }
    }
    var printing = printing()
    printing.fitsHeight = true
    try writer.setPrinting(printing, on: sheet)
    writer.protect(sheet, allowing: [.formatColumns, .formatRows])
  }
}
