import CGraphviz
import RemitModel

/// What the installed fonts can show. Graphviz draws empty boxes for the rest and reports success.
public enum Fonts {
  /// Fonts with Chinese glyphs, best first, as SVG and Pango understand a list.
  public static let families =
    "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"

  /// What a font, or all of them, lacks of a text.
  enum Coverage: Equatable {
    /// Fontconfig cannot be asked.
    case unknown
    /// There is no such font.
    case noFont
    /// These characters, each once, in order of first use.
    case missing([Unicode.Scalar])
  }

  /// The characters of a text that no installed font can show, each once, in order of first use; nil where the fonts
  /// cannot be asked. What has no shape of its own (spaces, marks of direction, joiners) is left out.
  public static func missing(in text: String) -> [Unicode.Scalar]? {
    switch coverage(of: text) {
    case .missing(let characters): characters
    case .noFont: visible(in: text)
    case .unknown: nil
    }
  }

  /// What a family of fonts lacks of a text; without one, what all installed fonts together lack.
  static func coverage(of text: String, by family: String? = nil) -> Coverage {
    let wanted = visible(in: text)
    guard !wanted.isEmpty || family != nil else { return .missing([]) }
    let asked = wanted.isEmpty ? [" "] : wanted
    var missing = [UInt8](repeating: 0, count: asked.count)
    let answer = try? Graphviz.alone { () throws(DrawingError) in
      remit_fonts_missing(family, asked.map(\.value), asked.count, &missing)
    }
    switch answer {
    case 0: return .missing(zip(asked, missing).filter { $0.1 != 0 && $0.0 != " " }.map(\.0))
    case 1: return .noFont
    default: return .unknown
    }
  }

  /// A list of families as DOT may hold it: Graphviz 2.42 writes it into SVG without escapes.
  static func cleaned(_ families: String) -> String {
    PlainText.clean(families).filter { !"\"'<>&\\;{}".contains($0) }
  }

  /// What to tell of the characters of several drawings.
  ///
  /// - Parameter chosen: families that are to be tried first.
  public static func notes(for characters: Set<Unicode.Scalar>, chosen: String?) -> [Localized] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters.sorted())
    return warnings(for: String(text), chosen: chosen.map(cleaned))
  }

  /// What to tell the user before a text is drawn: fonts asked for that are not there, characters that these lack and
  /// others show instead, and characters that would be drawn as boxes.
  ///
  /// - Parameter chosen: families in the order in which they are tried, separated by commas; nil for the usual ones.
  static func warnings(for text: String, chosen: String?) -> [Localized] {
    var notes: [Localized] = []
    let names = (chosen ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    var lacking: [Unicode.Scalar]?
    for name in names {
      switch coverage(of: text, by: name) {
      case .unknown: return notes
      case .noFont:
        notes.append(
          Localized(
            zh: "没有安装字体“\(name)”，改用其他字体；fc-list : family 可列出已装的字体。",
            en: "the font “\(name)” is not installed, and others are used; fc-list : family lists those that are."))
      case .missing(let characters):
        lacking = lacking.map { known in known.filter(characters.contains) } ?? characters
      }
    }
    let absent = missing(in: text) ?? []
    let borrowed = (lacking ?? []).filter { !absent.contains($0) }
    if !borrowed.isEmpty {
      let fonts = names.joined(separator: ", ")
      notes.append(
        Localized(
          zh: "字体“\(fonts)”缺少 \(borrowed.count) 个字符（\(sample(borrowed))），由其他字体代替。",
          en:
            "“\(fonts)” has no glyphs for \(borrowed.count) of the characters (\(sample(borrowed))), which other fonts "
            + "show instead."))
    }
    return notes + boxes(absent)
  }

  /// What to say of characters that no font has.
  private static func boxes(_ missing: [Unicode.Scalar]) -> [Localized] {
    guard !missing.isEmpty else { return [] }
    let packages = packages(for: missing).joined(separator: " ")
    return [
      Localized(
        zh: "已装字体缺少 \(missing.count) 个字符（\(sample(missing))），图中将显示为方框；请执行 apt-get install \(packages)",
        en: "no installed font has \(missing.count) of the characters (\(sample(missing))), which will show as boxes; "
          + "run apt-get install \(packages)")
    ]
  }

  /// The first few characters with their numbers, since they may not show here either.
  private static func sample(_ characters: [Unicode.Scalar]) -> String {
    let shown = characters.prefix(6).map { scalar -> String in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\(scalar) U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return shown.joined(separator: ", ") + (characters.count > shown.count ? ", …" : "")
  }

  /// Debian's packages of fonts that have them.
  private static func packages(for characters: [Unicode.Scalar]) -> [String] {
    var packages: [String] = []
    func add(_ package: String) { if !packages.contains(package) { packages.append(package) } }
    for character in characters {
      if isChinese(character) {
        add("fonts-noto-cjk")
      } else if character.properties.isEmojiPresentation {
        add("fonts-noto-color-emoji")
      } else {
        add("fonts-noto-core")
      }
    }
    return packages.sorted()
  }

  private static func visible(in text: String) -> [Unicode.Scalar] {
    var seen = Set<Unicode.Scalar>()
    return text.unicodeScalars.filter { isVisible($0) && seen.insert($0).inserted }
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .nonspacingMark, .enclosingMark, .spacingMark, .lineSeparator: return false
    default: return true
    }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3000...0x303F).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
