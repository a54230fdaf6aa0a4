import RemitInspection
import RemitModel

/// The HTML-like labels of boxes.
struct DOTLabel {
  let theme: Theme

  /// A box of lines, with its mark below.
  func box(_ lines: [Line], _ mark: Mark?) -> String {
    (lines.map(line) + tags(mark)).joined(separator: "<BR/>")
  }

  func line(_ line: Line) -> String {
    let text = DOTText.html(line.text)
    return switch line.weight {
    case .name: text
    case .detail: font(text, size: Theme.detailSize, color: theme.muted) + Self.leading
    case .tag: font("<B>" + text + "</B>", size: Theme.detailSize, color: theme.ink) + Self.leading
    }
  }

  /// Graphviz sets lines 1.2 times their largest type apart, which Chinese type fills: a space in larger type sets a line
  /// of small type clear of the one above it. A space without width would not do, since Pango cannot draw it.
  static let leading = "<FONT POINT-SIZE=\"\(number(leadingSize))\">&#160;</FONT>"
  private static let leadingSize = 14.0

  /// A text in each kind of type that pictures have, those first that are most frequent.
  static func samples(_ text: String) -> [(text: String, size: Double, isBold: Bool)] {
    let space = "\u{A0}"
    return [
      (space, 2, false), (text, Theme.nameSize, false), (text, Theme.detailSize, false), (space, leadingSize, false),
      (text, Theme.detailSize, true), (text, Theme.titleSize, true), (space, leadingSize, true),
    ]
  }

  /// A little room at the top, in points: Graphviz sets Chinese type higher than the middle of its lines, and a box with
  /// depth shows its upper face there.
  static func lid(_ size: Int) -> String { "<FONT POINT-SIZE=\"\(size)\">&#160;</FONT><BR/>" }

  /// Words on a line, on a ground of their own, so that lines beneath do not strike them through.
  func onPaper(_ words: [String]) -> String {
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" BGCOLOR=\"\(theme.veil)\"><TR><TD>"
      + words.joined(separator: "<BR/>") + "</TD></TR></TABLE>"
  }

  func tags(_ mark: Mark?) -> [String] {
    guard let mark else { return [] }
    return Wrapping.lines(mark.tag, width: 22, limit: 3).map {
      font("<B>" + DOTText.html($0) + "</B>", size: Theme.detailSize, color: theme.color(mark.severity))
    }
  }

  func font(_ text: String, size: Double, color: String) -> String {
    "<FONT POINT-SIZE=\"\(Self.number(size))\" COLOR=\"\(color)\">\(text)</FONT>"
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  /// A table of rows under a heading.
  func card(_ card: Picture.Card, tone: Tone, mark: Mark?, _ addresses: [String: String]) -> String {
    let border = mark.map { theme.color($0.severity) } ?? theme.border(tone)
    let span = card.hasTiedRows ? " COLSPAN=\"2\"" : ""
    var rows: [String] = []
    if !card.heading.isEmpty {
      let heading = card.heading.map { $0.weight == .name ? "<B>" + line($0) + "</B>" : line($0) } + tags(mark)
      rows.append(
        "<TR><TD\(span) BGCOLOR=\"\(theme.fill(tone))\" CELLPADDING=\"5\">"
          + heading.joined(separator: "<BR/>") + "</TD></TR>")
    }
    rows += columns(card) { self.rows($0, in: card, addresses[$0.id]) }
    if card.hiddenRows > 0 {
      let text = font("+\(card.hiddenRows)", size: Theme.detailSize, color: theme.muted)
      rows.append("<TR><TD\(span)>\(text)</TD></TR>")
    }
    let plain = (theme.width(tone) ?? 1) > 1.5 ? 2 : 1
    let width = mark == nil ? plain : plain + 1
    // Graphviz 2.42 draws the rules between rows through cells that span several: there, each cell has its own border.
    let lines =
      card.hasTiedRows
      ? "BORDER=\"0\" CELLBORDER=\"1\"" : "BORDER=\"\(width)\" CELLBORDER=\"0\" ROWS=\"*\""
    return "<TABLE \(lines) CELLSPACING=\"0\" CELLPADDING=\"4\" COLOR=\"\(border)\" "
      + "BGCOLOR=\"\(theme.paper)\">\n      " + rows.joined(separator: "\n      ") + "\n    </TABLE>"
  }

  /// The most rows beneath one another in a card whose rows are not tied one by one.
  static let rowsInColumn = 20

  /// All rows of a card; many of them in several columns.
  private func columns(_ card: Picture.Card, _ write: (Picture.Row) -> [String]) -> [String] {
    let count = (card.rows.count + Self.rowsInColumn - 1) / Self.rowsInColumn
    guard count > 1, !card.hasTiedRows else { return card.rows.flatMap(write) }
    let length = (card.rows.count + count - 1) / count
    // Untied rows are one line of the table each.
    let cells = card.rows.map { write($0).joined().dropFirst("<TR>".count).dropLast("</TR>".count) }
    let lines = (0..<length).map { line -> String in
      let row = (0..<count).map { column -> Substring in
        let index = column * length + line
        return index < cells.count ? cells[index] : "<TD></TD>"
      }
      return "<TR>" + row.joined(separator: "<VR/>") + "</TR>"
    }
    return [
      "<TR><TD CELLPADDING=\"0\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"4\" ROWS=\"*\">"
        + lines.joined() + "</TABLE></TD></TR>"
    ]
  }

  /// A row, in as many lines of the table as it has letters.
  private func rows(_ row: Picture.Row, in card: Picture.Card, _ address: String?) -> [String] {
    let height = max(1, row.letters.count)
    let text = text(of: row, height: height, isWide: card.hasTiedRows && row.letters.isEmpty, address)
    guard let first = row.letters.first else { return ["<TR>\(text)</TR>"] }
    let letter = letter(first, of: row)
    let rest = row.letters.dropFirst().map { "<TR>" + self.letter($0, of: row) + "</TR>" }
    return ["<TR>" + (card.lettersLead ? letter + text : text + letter) + "</TR>"] + rest
  }

  private func text(of row: Picture.Row, height: Int, isWide: Bool, _ address: String?) -> String {
    let tooltip = DOTText.html(row.tooltip)
    var cell = "<TD PORT=\"\(row.id)\" ID=\"\(row.id)\" TOOLTIP=\"\(tooltip)\" ALIGN=\"LEFT\" BALIGN=\"LEFT\""
    // Graphviz groups what is in a cell only where the cell leads somewhere: at least to itself.
    cell += " HREF=\"\(DOTText.html(address ?? "#" + row.id))\""
    if height > 1 { cell += " ROWSPAN=\"\(height)\"" }
    if isWide { cell += " COLSPAN=\"2\"" }
    if let mark = row.mark { cell += " BORDER=\"2\" COLOR=\"\(theme.color(mark.severity))\"" }
    if row.isVacant { cell += " STYLE=\"DASHED\"" }
    if row.isEmphasized { cell += " BGCOLOR=\"\(theme.emphasis)\"" }
    let margin = String(repeating: "\u{3000}", count: row.indent)
    var lines = row.lines.map { margin + line($0) }
    if let aside = row.aside, let last = lines.popLast() {
      lines.append(last + "  " + font(DOTText.html(aside), size: Theme.detailSize, color: theme.muted))
    }
    lines += tags(row.mark).map { margin + $0 }
    return cell + ">" + lines.joined(separator: "<BR/>") + "</TD>"
  }

  private func letter(_ letter: Letter, of row: Picture.Row) -> String {
    let text = font("<B>\(letter.rawValue)</B>", size: Theme.detailSize, color: theme.stroke(.letter(letter)).color)
    return "<TD PORT=\"\(row.id)_\(letter.rawValue)\">\(text)</TD>"
  }
}
