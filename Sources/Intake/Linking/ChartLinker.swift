import RemitModel
import RemitSource

/// Makes a chart of its rows: looks up every id, fills in what follows from the rest, and reports what cannot be.
///
/// A class, since its many closures would copy a struct of so many tables for every row.
final class ChartLinker {
  let draft: ChartDraft
  let regulations: [Regulation]
  /// Every regulation that the chart names could be read; without that, roles and kinds cannot be judged.
  let complete: Bool
  let log: ProblemLog
  var contents = ChartContents()
  let nodes: NodeIndex
  let jurisdictions: KeyIndex<Jurisdiction>
  let key: String
  let title: Localized

  var organizations: KeyIndex<Organization> { nodes.organizations }
  var posts: KeyIndex<Post> { nodes.posts }
  var duties: KeyIndex<Duty> { nodes.duties }

  private init(_ draft: ChartDraft, _ key: Sourced<String>, regulations: [Regulation], complete: Bool, log: ProblemLog)
  {
    self.draft = draft
    self.key = key.value
    self.regulations = regulations
    self.complete = complete
    self.log = log
    title = draft.title ?? Localized(key.value)
    jurisdictions = KeyIndex(
      draft.jurisdictions.isEmpty ? [key] : draft.jurisdictions.map(\.key), noun: Noun.jurisdiction,
      prefix: "jurisdiction", log: log)
    nodes = NodeIndex(
      posts: KeyIndex(draft.posts.lazy.map(\.key), noun: Noun.post, prefix: "post", log: log),
      organizations: KeyIndex(
        draft.organizations.isEmpty ? [key] : draft.organizations.map(\.key), noun: Noun.organization,
        prefix: "organization", log: log),
      duties: KeyIndex(draft.duties.lazy.map(\.key), noun: Noun.duty, prefix: "duty", log: log),
      implicitOrganization: draft.organizations.isEmpty)
  }

  /// The frozen chart, or every problem there is, those already in the log included. Near linear in the rows.
  ///
  /// - Parameter missingKey: Where to say that the chart has no id.
  static func link(
    _ draft: ChartDraft, regulations: [Regulation], complete: Bool, asOf: CalendarDay?, missingKey: Place,
    log: ProblemLog
  ) throws(Problems) -> Chart {
    if draft.key == nil {
      log.report(
        at: missingKey,
        Localized(zh: "缺少必需的键 \"chart\"（责任图的 id）", en: "the required key \"chart\" (the chart's id) is missing"))
    }
    let key = draft.key ?? Sourced("chart", at: missingKey)
    let linker = ChartLinker(draft, key, regulations: regulations, complete: complete, log: log)
    linker.contents.key = key.value
    linker.contents.title = linker.title
    linker.contents.asOf = asOf
    linker.contents.sources = log.sources
    linker.contents.regulations = regulations
    linker.linkJurisdictions(key.place)
    linker.linkOrganizations(key.place)
    linker.linkPosts()
    linker.linkHolders()
    linker.linkDuties()
    linker.linkOversight()
    linker.linkConflicts()
    linker.linkWaivers()
    try log.finish()
    return Chart(linker.contents)
  }

  /// What references name, each with its place. One that is named twice is a problem.
  func distinct<Target: Hashable>(
    _ references: [Sourced<String>], _ resolve: (Sourced<String>) -> Target?
  ) -> [(target: Target, place: Place)] {
    if references.count < 2 { return references.compactMap { one in resolve(one).map { ($0, one.place) } } }
    var seen: Set<Target> = []
    var result: [(target: Target, place: Place)] = []
    for reference in references {
      guard let target = resolve(reference) else { continue }
      if seen.insert(target).inserted {
        result.append((target, reference.place))
      } else {
        log.report(
          at: reference.place,
          Localized(
            zh: "\(quoted(reference.value)) 在一个列表里写了两次", en: "\(quoted(reference.value)) is named twice in one list"))
      }
    }
    return result
  }

  func distinct<Entity>(
    _ references: [Sourced<String>], in index: KeyIndex<Entity>
  ) -> [(target: ID<Entity>, place: Place)] {
    distinct(references) { index.resolve($0, log: log) }
  }

  /// Clauses as cited. Where one is of a regulation that the chart is checked against, its number must be readable.
  func cited(_ texts: [Sourced<String>]) -> [Cited] { texts.map { cited($0) } }

  func cited(_ text: Sourced<String>) -> Cited {
    let reference = ClauseReference(text: text.value)
    let ours = reference.regulation.map { name in regulations.contains { $0.key == name } } ?? true
    if reference.number == nil, ours, !regulations.isEmpty {
      let forms = WordReader.clauseForms
      log.report(
        at: text.place,
        Localized(
          zh: "\(quoted(text.value)) 不是条款号；应为 \(forms.zh)",
          en: "\(quoted(text.value)) is no clause number; expected \(forms.en)"))
    }
    return Cited(reference, at: text.place)
  }
}
