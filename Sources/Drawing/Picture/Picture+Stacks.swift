extension Picture {
  /// The most boxes without any tie that stand side by side.
  static let loose = 5

  /// Boxes that nothing ties, frame by frame in columns about as many as they are high: side by side they would make a
  /// picture as wide as they are many. For pictures that go down. O(nodes + edges).
  var stacks: [[String]] {
    guard direction == .down else { return [] }
    let tied = Set(edges.flatMap { [$0.from, $0.to] })
    var loose: [String?: [String]] = [:]
    var order: [String?] = []
    for node in nodes where !tied.contains(node.id) {
      if case .card(let card) = node.body, card.rows.contains(where: { tied.contains($0.id) }) { continue }
      if loose[node.cluster] == nil { order.append(node.cluster) }
      loose[node.cluster, default: []].append(node.id)
    }
    return order.flatMap { cluster -> [[String]] in
      let ids = loose[cluster] ?? []
      guard ids.count > Self.loose else { return [] }
      let columns = ids.count / Int(Double(ids.count).squareRoot().rounded(.up))
      return (0..<columns).map { column in
        Array(ids[(column * ids.count / columns)..<((column + 1) * ids.count / columns)])
      }
    }
  }
}
