import Foundation
import RemitModel

/// Responsibility lists whose columns are letters and whose cells are names: `Task | Accountable | Responsible`, or
/// 事项 | 牵头单位 | 配合单位. They are matrices that were folded up, and are read as such.
enum NameLists {
  /// What a heading means, if it is a letter or a word for one.
  static func meaning(_ heading: String, _ scheme: LetterScheme) -> LetterMeaning? {
    let text = PlainText.line(heading)
    if text.count == 1, let letter = text.first, letter.isASCII { return scheme.meaning(of: letter) }
    if let meaning = scheme.meaning(ofWord: text) { return meaning }
    // `Responsible (R)`, 主办单位（R）.
    let bare = text.prefix { $0 != "(" && $0 != "（" }
    return bare.count < text.count ? scheme.meaning(ofWord: String(bare)) : nil
  }

  /// Whether a heading is of organizations.
  static func isOfOrganizations(_ heading: String) -> Bool {
    HeadingWords.kinds(of: heading).contains(.organization)
  }

  /// The columns whose headings are letters, in the first of the block's rows that has two; of single letters, which may
  /// be names of anything, A and R must be there.
  static func find(_ block: MatrixBlock, _ scheme: LetterScheme) -> (row: Int, columns: [Int])? {
    for row in 0..<min(5, block.height) {
      var columns: [Int] = []
      var sure = 0
      var letters: Set<String> = []
      for column in 0..<block.width where block[row, column].text.utf8.count < 80 {
        let text = PlainText.line(block[row, column].text)
        guard let meaning = meaning(text, scheme), meaning != .omitted, meaning != .ambiguous([]) else { continue }
        columns.append(column)
        if text.count == 1 { letters.insert(text.uppercased()) }
        if case .letters = meaning { sure += 1 }
      }
      guard columns.count >= 2, sure >= 1, columns.count < block.width, row + 1 < block.height else { continue }
      if letters.count == columns.count, !letters.isSuperset(of: ["A", "R"]) { continue }
      if holdsNames(block, columns, below: row, scheme) { return (row, columns) }
    }
    return nil
  }

  /// Most of what stands below the letters is no letter itself.
  private static func holdsNames(
    _ block: MatrixBlock, _ columns: [Int], below row: Int, _ scheme: LetterScheme
  ) -> Bool {
    var (names, others) = (0, 0)
    for row in (row + 1)..<block.height {
      for column in columns {
        let cell = LetterCell.read(block[row, column].text, scheme)
        if cell.isText { names += 1 } else if !cell.isNothing { others += 1 }
      }
    }
    return names > others
  }

  /// One name of a cell, and whether it goes first.
  struct Name {
    var text: String
    var leads = false
  }

  /// The names of a cell; none where it says that there is nobody.
  static func names(_ text: String, _ scheme: LetterScheme) -> [Name] {
    if case .empty = LetterCell.read(text, scheme).content { return [] }
    return text.split { ";；、,，\n\r/|".contains($0) }.compactMap { part in
      var name = Name(text: PlainText.line(String(part)))
      for (open, close) in [("（", "）"), ("(", ")")] where name.text.hasSuffix(close) {
        guard let start = name.text.range(of: open, options: .backwards) else { continue }
        let inside = String(name.text[start.upperBound...].dropLast())
        if case .letters(_, lead: true)? = scheme.meaning(ofWord: inside) {
          name = Name(text: PlainText.line(String(name.text[..<start.lowerBound])), leads: true)
        }
      }
      return name.text.isEmpty ? nil : name
    }
  }
}
