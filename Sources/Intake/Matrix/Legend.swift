import RemitModel
import RemitSource

/// What a file itself says of its letters: a table of letters and words, or texts such as `R = Responsible`.
struct Legend: Sendable {
  /// One letter and the word for it.
  struct Entry: Sendable, Hashable {
    var letter: Character
    var word: String
    var place: Place
  }

  private(set) var entries: [Entry] = []

  /// The words of DACI go by their meaning there.
  private static let driver = "driver"

  /// How many filled cells a row of a legend has at most: a definition for each letter of any family.
  static let widest = 12

  /// The entries of a row of few cells, or none: a letter and a word in two cells, or definitions in a text. A row of
  /// more than four cells explains letters only if every cell defines one.
  static func entries(of cells: [Grid.Cell]) -> [Entry] {
    let filled = cells.filter { !$0.text.isBlank }
    guard let first = filled.first, filled.count <= widest else { return [] }
    if filled.count > 4, !filled.allSatisfy({ $0.text.contains("=") || $0.text.contains("＝") }) { return [] }
    if filled.count >= 2, let letter = letter(first.text), isKnown(filled[1].text) {
      return [Entry(letter: letter, word: PlainText.line(filled[1].text), place: first.place)]
    }
    let found = filled.flatMap { definitions($0) }
    return found.count >= 2 || filled.count == 1 && isNothingElse(first.text) ? found : []
  }

  /// The entries of a table that is a legend and nothing else: letters, each once, beside words of which two at least are
  /// known. Nil for another table.
  static func entries(ofTable grid: Grid) -> [Entry]? {
    guard (2...20).contains(grid.rows.count) else { return nil }
    var entries: [Entry] = []
    var known = 0
    for (index, row) in grid.rows.enumerated() {
      let filled = row.cells.filter { !$0.text.isBlank }
      guard filled.count >= 2, let letter = letter(filled[0].text), self.letter(filled[1].text) == nil else {
        if index == 0 { continue }
        return nil
      }
      guard !entries.contains(where: { $0.letter == letter }) else { return nil }
      known += isKnown(filled[1].text) ? 1 : 0
      entries.append(Entry(letter: letter, word: PlainText.line(filled[1].text), place: filled[0].place))
    }
    return known >= 2 ? entries : nil
  }

  mutating func add(_ new: [Entry]) { entries += new }

  /// Puts the legend into a scheme. What it says goes before what the caller says, which is a remark; that it says two
  /// things of one letter is a problem.
  func apply(to scheme: inout LetterScheme, log: ProblemLog, remarks: inout Remarks) {
    let isDriven = entries.contains { PlainText.folded($0.word) == Self.driver }
    var first: [Character: (meaning: LetterMeaning?, entry: Entry)] = [:]
    for entry in entries {
      let meaning = Self.meaning(of: entry, isDriven: isDriven)
      if let before = first[entry.letter] {
        if before.meaning != meaning { reportContradiction(before.entry, entry, log) }
        continue
      }
      first[entry.letter] = (meaning, entry)
      if scheme.declare(entry.letter, meaning, word: entry.word) {
        remarks.add(
          at: entry.place,
          Localized(
            zh: "按文件自己的图例，\(entry.letter) 是\(quoted(entry.word))，与通常或指定的含义不同；按图例读",
            en:
              "the legend has \(entry.letter) for \(quoted(entry.word)), which is not what it usually or by option means; the legend is followed"
          ))
      }
    }
  }

  private func reportContradiction(_ first: Entry, _ second: Entry, _ log: ProblemLog) {
    let place = log.spelled(first.place)
    log.report(
      at: second.place,
      Localized(
        zh: "图例说 \(second.letter) 是\(quoted(second.word))，而 \(place) 说是\(quoted(first.word))",
        en:
          "a legend has \(second.letter) for \(quoted(second.word)), but that at \(place) has it for \(quoted(first.word))"
      ))
  }

  /// The meaning of an entry's word; of an ambiguous one, the letter itself decides if it is one of those in question.
  private static func meaning(of entry: Entry, isDriven: Bool) -> LetterMeaning? {
    var ambiguous: LetterMeaning?
    for word in alternatives(entry.word) {
      let folded = PlainText.folded(word)
      guard let meaning = (isDriven ? LetterAlias.daci.words[folded] : nil) ?? LetterWords.meaning(of: folded) else {
        continue
      }
      guard case .ambiguous(let letters) = meaning else { return meaning }
      if case .letters(let own, _)? = LetterAlias.standard[entry.letter], own.allSatisfy(letters.contains) {
        return .letters(own, lead: false)
      }
      ambiguous = ambiguous ?? meaning
    }
    return ambiguous
  }

  // MARK: Texts

  private static func letter(_ text: String) -> Character? {
    let folded = PlainText.folded(text)
    guard folded.unicodeScalars.count == 1, let scalar = folded.unicodeScalars.first else { return nil }
    return letter(scalar)
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Character? {
    let latin = LetterLookalikes.latin(scalar)?.letter ?? scalar
    guard latin.isASCII, latin.properties.isAlphabetic else { return nil }
    return String(latin).uppercased().first
  }

  private static func isKnown(_ text: String) -> Bool {
    text.utf8.count <= 200 && alternatives(text).contains { LetterWords.meaning(of: $0) != nil }
  }

  /// The words that a text begins with, in threes, twos and alone, of each part between slashes and brackets.
  private static func alternatives(_ text: String) -> [String] {
    var result: [String] = []
    for part in text.prefix(200).split(whereSeparator: { "/、(（)）,，;；.。:：|".contains($0) }).prefix(4) {
      let words = part.split(whereSeparator: \.isWhitespace).prefix(3)
      for count in stride(from: words.count, to: 0, by: -1) {
        result.append(words.prefix(count).joined(separator: " "))
      }
    }
    return result
  }

  private static let assigns: Set<Unicode.Scalar> = ["=", "＝", ":", "：", "–", "—", "-", "(", "（"]
  private static let ends: Set<Unicode.Scalar> = [",", "，", ";", "；", "。", ")", "）", "|", "\n", "=", "＝"]
  private static let quotes: Set<Unicode.Scalar> = [" ", "\"", "'", "“", "”", "‘", "’", "*", "`"]

  /// The definitions in a text, such as `R = Responsible, A = Accountable`. One whose word is not known counts only
  /// where `=` stands before it, or beside two that are known.
  static func definitions(_ cell: Grid.Cell) -> [Entry] {
    let scalars = Array(cell.text.unicodeScalars.prefix(1000))
    guard scalars.contains(where: assigns.contains) else { return [] }
    var found: [(entry: Entry, isKnown: Bool, isStrict: Bool)] = []
    for index in scalars.indices {
      guard let letter = letter(scalars[index]), index == 0 || !isWordy(scalars[index - 1]) else { continue }
      let begins = begins(scalars, at: index)
      var next = index + 1
      while next < scalars.count, quotes.contains(scalars[next]) { next += 1 }
      guard next < scalars.count, assigns.contains(scalars[next]) else { continue }
      let isStrict = scalars[next] == "=" || scalars[next] == "＝"
      guard begins || isStrict else { continue }
      var word = String.UnicodeScalarView()
      for scalar in scalars[(next + 1)...].prefix(60) {
        if ends.contains(scalar), !word.isEmpty { break }
        word.append(scalar)
      }
      let text = PlainText.line(String(word).filter { !"\"*`“”".contains($0) })
      guard !text.isEmpty else { continue }
      found.append((Entry(letter: letter, word: text, place: cell.place), isKnown(text), isStrict))
    }
    let known = found.count { $0.isKnown }
    return found.filter { $0.isKnown || known >= 1 && $0.isStrict || known >= 2 }.map(\.entry)
  }

  /// The text is one letter, a sign and one known word: `R: Responsible`.
  private static func isNothingElse(_ text: String) -> Bool {
    let rest = PlainText.line(text).drop { quotes.contains($0.unicodeScalars.first ?? " ") || $0 == "-" || $0 == "•" }
    let word = rest.dropFirst().drop { $0 == " " }
    guard let sign = word.unicodeScalars.first, assigns.contains(sign) else { return false }
    return LetterWords.meaning(of: String(word.dropFirst().filter { $0 != ")" && $0 != "）" })) != nil
  }

  /// Nothing stands before a letter, or something that ends what stands before: `Plan B: …` explains no letter.
  private static func begins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let before = scalars[..<index].last { !quotes.contains($0) }
    return before.map { ends.contains($0) || assigns.contains($0) || "、.•/".unicodeScalars.contains($0) } ?? true
  }

  private static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.value < 0x2E80 || (0x30...0x39).contains(scalar.value)
  }
}
