import RemitModel

/// The place that a blank chart is for.
package struct BlankPlace: Sendable {
  package let level: Level
  /// As people call it.
  package let name: String
  /// The chart's id.
  package let id: String
  package let language: Language

  /// How long a name or an id may be, in characters: names of places go into names of their bodies.
  private static let longest = 60

  /// - Throws: That the name or the id is empty, too long or of several lines.
  init(level: Level, name: String, id: String?, language: Language) throws(ExportError) {
    if let fault = Self.fault(in: name) {
      throw ExportError(message: Localized(zh: "名称\(fault.zh)", en: "the name \(fault.en)"))
    }
    if let id, let fault = Self.fault(in: id) {
      throw ExportError(message: Localized(zh: "编号\(fault.zh)", en: "the id \(fault.en)"))
    }
    let slug = BlankIDs.word(of: name, language)
    self.level = level
    self.name = name.trimmedOfBlanks
    self.id = id ?? (slug.isEmpty ? level.word : slug)
    self.language = language
  }

  /// What the chart is called.
  var title: String { language == .chinese ? "\(name)责任图" : "Responsibilities of \(name)" }

  private static func fault(in text: String) -> Localized? {
    if text.trimmedOfBlanks.isEmpty { return Localized(zh: "是空的", en: "is empty") }
    // Counting characters costs more than counting bytes.
    guard text.utf8.count <= longest * 16, text.count <= longest else {
      return Localized(zh: "超过 \(longest) 个字符", en: "is longer than \(longest) characters")
    }
    guard text.unicodeScalars.allSatisfy({ !isBreak($0) }) else {
      return Localized(zh: "含有换行或控制字符", en: "has line breaks or control characters in it")
    }
    return nil
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: scalar.value != 0x200D
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmedOfBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Ids that people can read, made of what their rows are called.
struct BlankIDs {
  private var taken: [String: Set<String>] = [:]

  /// How many characters of a text are an id that can still be read.
  private static let longest = 64

  /// A new id in a table: the text itself in Chinese, its words with hyphens in English; else the other text.
  mutating func claim(_ text: String, or other: String, in table: String, _ language: Language) -> String {
    let word = Self.word(of: text, language)
    let stem = word.isEmpty || word.count > Self.longest ? other : word
    var id = stem
    var number = 2
    while !taken[table, default: []].insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }

  /// A text as an id; empty where nothing of it can be one.
  static func word(of text: String, _ language: Language) -> String {
    var result = ""
    var isPending = false
    for character in text {
      if isKept(character, language) {
        if isPending, !result.isEmpty { result.append("-") }
        isPending = false
        result += character.isASCII && language == .english ? character.lowercased() : String(character)
      } else if language == .english, character == "'" || character == "’" {
        continue
      } else {
        isPending = true
      }
    }
    return result
  }

  /// Letters and digits; in Chinese the marks within a phrase too. Colons, semicolons and slashes have a meaning in ids.
  private static func isKept(_ character: Character, _ language: Language) -> Bool {
    if character.isLetter || character.isNumber { return true }
    return language == .chinese && "、，（）“”《》·".contains(character)
  }
}
