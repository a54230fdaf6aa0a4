/// Names of parts in a container (ISO/IEC 29500-2 §6.2), without the slash at their beginning.
enum PartName {
  /// The part that a relationship's target names.
  ///
  /// - Parameter source: the part that has the relationship; empty for the container.
  /// - Returns: nil where the target leads out of the container, or nowhere.
  static func resolve(_ target: String, from source: String) -> String? {
    let path = target.prefix { $0 != "#" && $0 != "?" }.map { $0 == "\\" ? "/" : $0 }
    guard !path.isEmpty else { return nil }
    var segments = path.first == "/" ? [] : source.split(separator: "/").dropLast().map(String.init)
    for segment in path.split(separator: "/") {
      switch segment {
      case ["."]: continue
      case [".", "."]: if segments.popLast() == nil { return nil }
      default: segments.append(String(segment))
      }
    }
    return segments.isEmpty ? nil : segments.joined(separator: "/")
  }

  /// The part that holds a part's relationships (ISO/IEC 29500-2 §6.5.2.3).
  static func relationships(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return part[...slash] + "_rels/" + part[part.index(after: slash)...] + ".rels"
  }

  /// Whether two names are of the same part: the case of ASCII letters does not count.
  static func same(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

  /// A target for a relationship, which is absolute, since every reader must know that form.
  static func target(_ part: String) -> String { "/" + part }
}
