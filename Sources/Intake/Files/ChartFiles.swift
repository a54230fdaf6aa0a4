/// Which files a chart can be read from.
package enum ChartFiles {
  /// Whether a file with this name could hold a chart, or a part of one: YAML, texts with separators, Markdown, workbooks
  /// and databases. What programs put beside a file while it is open is none.
  package static func areNamed(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return false }
    if case .yaml = ContainerKind(name: name) {
      let name = name.lowercased()
      return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }
    return true
  }
}
