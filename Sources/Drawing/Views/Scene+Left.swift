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
      left.posts =
        Set(chart.assignments.assignee.values.compactMap { if case .post(let id) = $0 { id } else { nil } })
        .count - tally.posts
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
    var left = Scope.Members(chart)
    for row in chart.oversight.ids {
      left[chart.oversight.by[row]] = true
      left[chart.oversight.of[row]] = true
    }
    var tally = Tally()
    tally.posts = chart.posts.ids.count { left.posts[$0.index] && !shown.contains(.post($0)) }
    tally.organizations = chart.organizations.ids.count {
      left.organizations[$0.index] && !shown.contains(.organization($0))
    }
    tally.duties = chart.duties.ids.count { left.duties[$0.index] && !shown.contains(.duty($0)) }
    return tally
  }
}
