import RemitModel

extension Scene {
  /// The most boxes or rows that a view shows before it folds.
  private var most: Int {
    switch options.view {
    case .chain: 300
    case .oversight: 240
    case .duties: 400
    case .organization: 500
    }
  }

  /// The most lines of oversight that an eye can follow.
  static let lines = 140

  /// The most that is ever drawn: Graphviz's time grows faster than the square of it.
  static let limit = 6_000

  /// How many boxes or rows the view would show.
  private var size: Int {
    switch options.view {
    case .chain, .organization: scope.posts.count { scope.isCore(.post($0)) }
    case .duties: scope.duties.count { scope.isCore(.duty($0)) }
    case .oversight:
      Set(
        scope.oversight.flatMap { [chart.oversight.by[$0], chart.oversight.of[$0]] }.filter { scope.isCore(Entity($0)) }
      )
      .count
    }
  }

  /// The units to draw instead of a chart that is too large to read; nil where it is not, or is to be drawn all the same.
  ///
  /// - Parameter hidden: how many posts are told in other boxes.
  func folding(without hidden: Int, _ notes: inout [Localized]) throws(DrawingError) -> Folding? {
    guard options.focus == nil, !options.onlyEvidence else { return nil }
    let size = size
    guard size - hidden > most else { return nil }
    if options.isUnfolded {
      if size > Self.limit { throw .tooLarge(size, most: Self.limit) }
      return nil
    }
    return folded(Localized(zh: "\(size) 项", en: "\(size) items"), &notes)
  }

  /// The units of a picture that has too many lines to follow; nil where it has not, or shows what was asked for.
  func folding(of picture: Picture, _ notes: inout [Localized]) -> Folding? {
    let lines = picture.edges.count
    guard options.view == .oversight, lines > Self.lines, options.focus == nil, !options.onlyEvidence,
      !options.isUnfolded
    else { return nil }
    return folded(Localized(zh: "\(lines) 条线", en: "\(lines) lines"), &notes)
  }

  private func folded(_ size: Localized, _ notes: inout [Localized]) -> Folding {
    let folding = Folding(self)
    let units = folding.units.count
    let (zh, en) =
      switch folding.kind {
      case .organizations: ("单位", "organization")
      case .jurisdictions: ("行政区", "jurisdiction")
      case .levels: ("层级", "level")
      }
    notes.append(
      Localized(
        zh: "图中有 \(size.zh)，多得看不清，已按\(zh)折叠为 \(units) 个框；--unfold 全部画出，或用 --focus、--jurisdiction、"
          + "--organization、--level 只画一部分。",
        en: "The picture would show \(size.en), too many to read: folded by \(en) into \(units) boxes. "
          + "--unfold draws all; --focus, --jurisdiction, --organization or --level draws a part."))
    return folding
  }
}
