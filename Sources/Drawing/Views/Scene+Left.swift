import RemitModel

extension Scene {
  /// Says how much of the chart a part leaves out, so that nothing is dropped in silence.
  func tellWhatIsLeftOut(of picture: inout Picture) {
    guard options.focus != nil || options.onlyEvidence || !options.selection.isEverything else { return }
    let items = Set(picture.nodes.map(\.id))
    let told = picture.standIns.filter { items.contains($0.value) }.keys
    let shown = Set((picture.nodes.map(\.entity) + picture.cardRows.map(\.entity)).compactMap { $0 }).union(told)
    guard !picture.nodes.contains(where: { $0.shape == .fold }) else { return }
    let tally = Tally(shown.map { $0 })
    var left = Tally()
    if options.view != .oversight { left.posts = chart.posts.key.count - tally.posts }
    if options.view == .duties {
      left.posts = ties.assignedPosts - tally.posts
      left.duties = chart.duties.key.count - tally.duties
    }
    if options.view == .oversight { left = leftOfOversight(shown) }
    left.posts = max(0, left.posts)
    left.duties = max(0, left.duties)
    guard !left.isEmpty else { return }
    let text = left.parts(language).joined(separator: say("、", ", "))
    picture.legend.remarks.append(say("未画出范围之外的 \(text)。", "Left out, beyond what was asked for: \(text)."))
  }

  /// Who oversees or is overseen and is not shown.
  private func leftOfOversight(_ shown: Set<Entity>) -> Tally {
    let seen = Tally(shown.lazy.filter(isOverseen))
    var left = ties.overseen
    left.posts -= seen.posts
    left.organizations -= seen.organizations
    left.duties -= seen.duties
    left.others = 0
    return left
  }

  private func isOverseen(_ entity: Entity) -> Bool {
    let node: RemitModel.Node
    switch entity {
    case .post(let id): node = .post(id)
    case .organization(let id): node = .organization(id)
    case .duty(let id): node = .duty(id)
    default: return false
    }
    return !ties.oversight[ties.space.index(node)].isEmpty
  }
}
