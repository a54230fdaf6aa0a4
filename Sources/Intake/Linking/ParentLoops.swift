import RemitModel
import RemitSource

/// Finds loops among rows that each have one parent at most.
enum ParentLoops {
  /// Reports every loop once, as a path, at the parent of its first row. O(rows).
  static func report(parents: [Int?], key: (Int) -> String, place: (Int) -> Place?, noun: Localized, log: ProblemLog) {
    var walk = [Int](repeating: -1, count: parents.count)
    for start in parents.indices where walk[start] == -1 {
      var row: Int? = start
      while let current = row, walk[current] == -1 {
        walk[current] = start
        row = parents[current]
      }
      guard let entry = row, walk[entry] == start else { continue }
      var loop = [entry]
      while let next = parents[loop[loop.count - 1]], next != entry { loop.append(next) }
      let first = loop.indices.min { loop[$0] < loop[$1] } ?? 0
      loop = Array(loop[first...] + loop[..<first])
      let path = spelled(loop.map(key))
      log.report(
        at: place(loop[0]) ?? .none,
        Localized(
          zh: "\(noun.zh)的上级成环：\(path)；上级关系应有尽头",
          en: "the parents of \(YAMLFields.article(noun.en)) form a loop: \(path); expected parents to come to an end"))
    }
  }

  /// `a → b → a`; of a long loop only the beginning.
  private static func spelled(_ keys: [String]) -> String {
    let shown = keys.count > 12 ? Array(keys[..<10]) : keys
    let rest = keys.count > shown.count ? ["… (\(keys.count))"] : []
    return (shown.map { quoted($0) } + rest + [quoted(keys[0])]).joined(separator: " → ")
  }
}
