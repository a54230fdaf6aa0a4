extension Double {
  /// The shortest decimal text that reads back as the same number: `0.2`, `3`, `1e+22`; infinity is `inf`.
  package var shortestText: String {
    if self == 0 { return "0" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
