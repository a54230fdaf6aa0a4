import RemitModel

extension Scene {
  /// The most articles that a caption names.
  static let articles = 16

  /// Says in the caption on which articles of the regulations that rests which is shown: the duties, the clauses that posts
  /// have adopted, and the links of oversight.
  func citeSources(of picture: inout Picture) {
    guard !chart.regulations.isEmpty else { return }
    var cited = [Set<Int>](repeating: [], count: chart.regulations.count)
    func add(_ clauses: some Collection<Cited>) {
      for clause in clauses {
        guard let (regulation, number) = chart.resolve(clause.reference) else { continue }
        cited[regulation].insert(number.article)
      }
    }
    for entity in picture.nodes.compactMap(\.entity) + picture.cardRows.compactMap(\.entity) {
      switch entity {
      case .post(let id): add(chart.posts.adopts[id])
      case .duty(let id): add(chart.duties.basis[id])
      default: break
      }
    }
    for row in picture.edges.flatMap(\.rows) { add(chart.oversight.basis[row]) }
    for (regulation, articles) in zip(chart.regulations, cited) where !articles.isEmpty {
      let shown = articles.sorted().prefix(Self.articles).map { ClauseNumber(article: $0).citation[language] }
      let more = articles.count > shown.count ? say("等 \(articles.count) 条", " and more, \(articles.count) in all") : ""
      let title = chart.regulations.count > 1 ? name(regulation.title, or: regulation.key) + " " : ""
      picture.caption.append(
        say("所示内容的依据：", "What is shown rests on: ") + title + shown.joined(separator: say("、", ", ")) + more)
    }
  }
}
