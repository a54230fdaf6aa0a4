extension Picture {
  /// A link that leads back to an overseer further left does not say which of the two stands first.
  mutating func loosenCycles() {
    var after: [String: [String]] = [:]
    for index in edges.indices where edges[index].constrains {
      let edge = edges[index]
      if reaches(edge.from, from: edge.to, after) {
        edges[index].constrains = false
      } else {
        after[edge.from, default: []].append(edge.to)
      }
    }
  }

  private func reaches(_ goal: String, from start: String, _ after: [String: [String]]) -> Bool {
    var seen: Set<String> = [start]
    var stack = [start]
    while let node = stack.popLast() {
      if node == goal { return true }
      for next in after[node] ?? [] where seen.insert(next).inserted { stack.append(next) }
    }
    return false
  }
}
