/// Names of ranges by the rules of Excel.
package enum DefinedName {
  /// Whether Excel takes a name: letters, digits, `_` and `.`, a letter or `_` first, at most 255 UTF-16 units, and
  /// nothing that could be a cell.
  package static func isValid(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_", name.utf16.count <= 255 else { return false }
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) else { return false }
    return !isReference(name.lowercased())
  }

  /// Whether a name in lower case is like `a1`, `r1c1`, `r` or `c`.
  private static func isReference(_ name: String) -> Bool {
    name.wholeMatch(of: /[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*|r[0-9]*c[0-9]*/) != nil
  }
}
