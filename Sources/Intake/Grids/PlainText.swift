import Foundation

/// How names of foreign files are kept, compared and made into ids.
enum PlainText {
  /// A name on one line: runs of spaces and line breaks become one space, other control characters go.
  static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var hasGap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        hasGap = !result.isEmpty
      } else if scalar.properties.generalCategory != .control, scalar != "\u{FEFF}" {
        if hasGap { result.append(" ") }
        hasGap = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text as it is compared: without case, widths, spaces and invisible characters.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let seen = narrow(scalar)
      if seen.properties.isWhitespace || seen.properties.isDefaultIgnorableCodePoint { continue }
      if seen.properties.generalCategory == .control { continue }
      result.append(seen)
    }
    return String(result).lowercased()
  }

  /// A full-width character of ASCII in its usual width.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }

  /// A readable id made of a name: lower-case letters and digits, with one hyphen for whatever stands between them.
  ///
  /// Letters lose their accents, and widths are the usual ones (Unicode's NFKD, UAX #15); ideographs and letters of
  /// other scripts stay as they are. At most 48 characters, of whole words where these are not too long; empty where the
  /// name has no letter or digit.
  static func slug(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var hasGap = false
    var count = 0
    var lastGap: String.UnicodeScalarView?
    for scalar in String(name.prefix(200)).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .format: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .spacingMark:
        if hasGap, !result.isEmpty {
          if count >= 24 { lastGap = result }
          result.append("-")
          count += 1
        }
        hasGap = false
        result.append(scalar)
        count += 1
      default: hasGap = true
      }
      if count > 48 {
        if let lastGap { result = lastGap } else { result.removeLast() }
        break
      }
    }
    return String(result).precomposedStringWithCanonicalMapping
  }
}

/// Gives ids to names, each once: a name whose id is taken gets the next free number behind it.
struct IDMaker {
  private var taken: Set<String> = []
  private var next: [String: Int] = [:]

  /// - Parameter fallback: What the id is made of where the name has no letter or digit, such as `post`.
  mutating func id(for name: String, or fallback: String) -> String {
    let slug = PlainText.slug(name)
    return unique(slug.isEmpty ? fallback : slug)
  }

  /// The id itself, or with a number.
  mutating func unique(_ id: String) -> String {
    if taken.insert(id).inserted { return id }
    var number = next[id] ?? 2
    while !taken.insert("\(id)-\(number)").inserted { number += 1 }
    next[id] = number + 1
    return "\(id)-\(number)"
  }
}
