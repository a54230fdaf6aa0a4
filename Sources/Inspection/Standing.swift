import RemitModel

// Where posts and places stand to each other.
extension Chart {
  /// Whether the first jurisdiction stands above the second: one of its parents, or of a higher level where the second
  /// has no parent.
  package func isAbove(_ upper: ID<Jurisdiction>, _ lower: ID<Jurisdiction>) -> Bool {
    var next = jurisdictions.parent[lower]
    guard next != nil else {
      guard let a = jurisdictions.level[upper], let b = jurisdictions.level[lower] else { return false }
      return a < b
    }
    while let place = next {
      if place == upper { return true }
      next = jurisdictions.parent[place]
    }
    return false
  }

  /// Whether a post is in force, filled or not.
  @inlinable public func isInForce(_ post: ID<Post>) -> Bool {
    posts.status[post] == .active || posts.status[post] == .vacant
  }

  /// Whether an assignee is in force: every body, and a post that is neither abolished nor a draft.
  package func isInForce(_ node: Node) -> Bool {
    if case .post(let post) = node { isInForce(post) } else { true }
  }

  /// The rows of a duty's letters whose assignees are in force, in the order written.
  package func rowsInForce(on duty: ID<Duty>, _ wanted: (Letter) -> Bool) -> [ID<Assignment>] {
    // The rows of a duty follow one another.
    var rows: [ID<Assignment>] = []
    for slot in letters.slots(of: duty) {
      let row = ID<Assignment>(slot)
      if wanted(assignments.letter[row]), isInForce(assignments.assignee[row]) { rows.append(row) }
    }
    return rows
  }

  /// Whether a post reports by the solid line to somebody of a jurisdiction above its own, as branches under vertical
  /// management (垂直管理) do.
  package func reportsUpward(_ post: ID<Post>) -> Bool {
    let home = jurisdiction(of: post)
    return superiors.slots(of: post).contains { slot in
      let place = jurisdiction(of: superiors.values[slot])
      return place != home && isAbove(place, home)
    }
  }
}
