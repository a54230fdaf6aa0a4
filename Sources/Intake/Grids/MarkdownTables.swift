import RemitModel
import RemitSource

/// Finds the pipe tables of a Markdown text, after GitHub Flavored Markdown 0.29 §4.10, each with the headings that it
/// stands under. What stands in fenced code and comments is an example, and is left out.
package struct MarkdownTables: Sendable {
  package private(set) var grids: [Grid] = []
  /// The other lines of text, which may explain the letters of tables; a few thousand at most.
  package private(set) var prose: [Grid.Cell] = []

  private static let mostProse = 5000

  /// Reads a text in UTF-8. O(bytes).
  package init(_ text: [UInt8], document: Int, log: ProblemLog) {
    var lines = Lines(text: text)
    var headings: [(depth: Int, text: String)] = []
    var skipping: Skipped?
    while let line = lines.next() {
      if let inside = skipping {
        if inside.ends(in: line.text) { skipping = nil }
      } else if let begun = Skipped(line.text) {
        skipping = begun
      } else if let heading = Self.heading(line.text) {
        while let last = headings.last, last.depth >= heading.depth { headings.removeLast() }
        headings.append(heading)
      } else if line.text.contains("|"), let rule = lines.peek(), Self.isRule(rule.text) {
        grids.append(Self.grid(line, &lines, headings.map(\.text), document, log))
      } else if prose.count < Self.mostProse, !line.text.isBlank {
        prose.append(
          Grid.Cell(
            MarkdownInline(String(line.text.prefix(1000))).text,
            at: Place(document: document, line: line.number, column: 1)))
      }
    }
  }

  /// A line's text and number.
  private struct Line {
    var text: String
    var number: Int
  }

  /// The lines of a text; LF, CR and CRLF end them.
  private struct Lines {
    let text: [UInt8]
    private var index = 0
    private var number = 1

    init(text: [UInt8]) { self.text = text }

    mutating func next() -> Line? {
      guard let (line, end) = read() else { return nil }
      index = end
      number += 1
      return line
    }

    func peek() -> Line? { read()?.line }

    private func read() -> (line: Line, end: Int)? {
      guard index < text.count else { return nil }
      var end = index
      while end < text.count, text[end] != 10, text[end] != 13 { end += 1 }
      let line = Line(text: String(decoding: text[index..<end], as: UTF8.self), number: number)
      let isPair = end + 1 < text.count && text[end] == 13 && text[end + 1] == 10
      return (line, end + (isPair ? 2 : 1))
    }
  }

  /// Fenced code, or a comment, that is open.
  private enum Skipped {
    case fence(Character, Int)
    case comment

    /// Nil where the line opens none, or opens and ends one.
    init?(_ line: String) {
      let text = line.drop { $0 == " " }
      if let mark = text.first, mark == "`" || mark == "~" {
        let count = text.prefix { $0 == mark }.count
        guard count >= 3, mark == "~" || !text.dropFirst(count).contains("`") else { return nil }
        self = .fence(mark, count)
      } else if text.hasPrefix("<!--"), !text.contains("-->") {
        self = .comment
      } else {
        return nil
      }
    }

    func ends(in line: String) -> Bool {
      switch self {
      case .comment: return line.contains("-->")
      case .fence(let mark, let count):
        let text = line.drop { $0 == " " }
        let found = text.prefix { $0 == mark }.count
        return found >= count && text.dropFirst(found).allSatisfy(\.isWhitespace)
      }
    }
  }

  private static func heading(_ line: String) -> (depth: Int, text: String)? {
    let depth = line.prefix { $0 == "#" }.count
    guard (1...6).contains(depth), line.dropFirst(depth).first.map(\.isWhitespace) ?? true else { return nil }
    let text = line.dropFirst(depth).drop(while: \.isWhitespace)
    let end = text.reversed().drop { $0 == "#" || $0.isWhitespace }
    return (depth, MarkdownInline(String(end.reversed())).text)
  }

  /// `|---|:-:|`: cells of hyphens, with colons for the alignment.
  private static func isRule(_ line: String) -> Bool {
    var hasPipe = false
    var hasHyphen = false
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: ":"), 9, 0x20, UInt8(ascii: ">"): break
      default: return false
      }
    }
    return hasPipe && hasHyphen
  }

  private static func grid(
    _ head: Line, _ lines: inout Lines, _ headings: [String], _ document: Int, _ log: ProblemLog
  ) -> Grid {
    var grid = Grid(document: document, origin: .markdown, headings: headings)
    add(head, to: &grid, log)
    _ = lines.next()
    while let line = lines.peek(), line.text.contains("|"), !grid.isFull {
      _ = lines.next()
      add(line, to: &grid, log)
    }
    return grid
  }

  private static func add(_ line: Line, to grid: inout Grid, _ log: ProblemLog) {
    let cells = cells(line, grid.document)
    if cells.count > Grid.mostColumns || cells.contains(where: { $0.text.utf8.count > DelimitedCells.longest }) {
      log.report(
        at: Place(document: grid.document, line: line.number, column: 1),
        Localized(
          zh: "一行超过 \(Grid.mostColumns) 格，或一格超过 1 MiB",
          en: "a row of more than \(Grid.mostColumns) cells, or a cell of more than 1 MiB"))
      return
    }
    grid.append(cells, number: line.number)
    if grid.isFull {
      log.report(
        at: Place(document: grid.document, line: line.number, column: 1),
        Localized(zh: "一个表超过 \(Grid.mostCells) 格", en: "a table of more than \(Grid.mostCells) cells"))
    }
  }

  /// The cells between pipes; pipes at the line's ends are its frame, and `\|` is part of a text. Of a row with far too
  /// many no more than tell that.
  private static func cells(_ line: Line, _ document: Int) -> [Grid.Cell] {
    let scalars = Array(line.text.unicodeScalars)
    var index = scalars.firstIndex { !$0.properties.isWhitespace && $0 != ">" } ?? scalars.count
    let end = (scalars.lastIndex { !$0.properties.isWhitespace } ?? -1) + 1
    if index < end, scalars[index] == "|" { index += 1 }
    var cells: [Grid.Cell] = []
    var start = index
    while index <= end, start < end, cells.count <= Grid.mostColumns {
      if index == end || scalars[index] == "|" && !(index > start && scalars[index - 1] == "\\") {
        cells.append(cell(scalars[start..<index], document, line.number))
        start = index + 1
      }
      index += 1
    }
    return cells
  }

  private static func cell(_ scalars: ArraySlice<Unicode.Scalar>, _ document: Int, _ line: Int) -> Grid.Cell {
    let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.startIndex
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? first - 1
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[first..<max(first, last + 1)])
    let place = Place(document: document, line: line, column: first + 1)
    // One that is refused for its length need not be read.
    guard text.count <= DelimitedCells.longest else { return Grid.Cell(String(text), at: place) }
    let inline = MarkdownInline(String(text))
    return Grid.Cell(inline.text, at: place, isStrong: inline.isStrong)
  }
}
