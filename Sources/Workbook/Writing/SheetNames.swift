/// Names of sheets by the rules of Excel: 1 to 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end, not
/// `History`, and no two that differ only in case.
package struct SheetNames: Sendable {
  private static let bound = 31

  private var taken: Set<String> = []

  package init(taken: [String] = []) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// A name that is as near to the wanted one as the rules allow; it is taken from now on. O(names of one stem).
  package mutating func claim(_ wanted: String) -> String {
    let clean = Self.clean(wanted)
    var name = clean
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = Self.cut(clean, to: Self.bound - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  /// A sheet's name as formulas quote it.
  package static func quoted(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'" }

  private static func clean(_ wanted: String) -> String {
    let scalars = wanted.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": "_"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value & 0xFFFE == 0xFFFE: "_"
      default: scalar
      }
    }
    var name = String(String.UnicodeScalarView(scalars))
    // An apostrophe that comes to the end by cutting must go too.
    name = cut(String(name.drop { $0 == "'" }), to: bound)
    while name.last == "'" { name.removeLast() }
    if name.allSatisfy(\.isWhitespace) { name = "Sheet" }
    return name.lowercased() == "history" ? name + "_" : name
  }

  /// The beginning of a text in whole characters; in whole scalars where the first character is longer than that.
  private static func cut(_ text: String, to units: Int) -> String {
    var count = 0
    var result = ""
    for character in text {
      count += character.utf16.count
      guard count <= units else { break }
      result.append(character)
    }
    if result.isEmpty, let first = text.unicodeScalars.first { result.unicodeScalars.append(first) }
    return result
  }
}
