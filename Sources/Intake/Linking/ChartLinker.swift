import RemitModel
import RemitSource

/// Makes a chart of its rows: looks up every id, fills in what follows from the rest, and reports what cannot be.
///
/// A class, since its many closures would copy a struct of so many tables for every row.
final class ChartLinker {
  var draft: ChartDraft
  let regulations: [Regulation]
  /// Every regulation that the chart names could be read; without that, roles and kinds cannot be judged.
  let complete: Bool
  let log: ProblemLog
  var contents = ChartContents()
  let nodes: NodeIndex
  let jurisdictions: NameIndex<Jurisdiction>
  let key: String
  let title: Localized
  let names: NameTable
  private var references = Shared<ClauseReference>()
  private var domainCodes = Shared<Int32>()
  private var scopeCodes = Shared<Int32>()
  private var termCodes: [ChartDraft.Phrase: Int32] = [:]
  private var instrumentCodes: [ChartDraft.Phrase: Int32] = [:]

  var organizations: NameIndex<Organization> { nodes.organizations }
  var posts: NameIndex<Post> { nodes.posts }
  var duties: NameIndex<Duty> { nodes.duties }

  private init(_ read: ChartDraft, _ key: Sourced<String>, regulations: [Regulation], complete: Bool, log: ProblemLog) {
    var draft = read
    let own = draft.intern(key)
    self.key = key.value
    self.regulations = regulations
    self.complete = complete
    self.log = log
    title = draft.title ?? Localized(key.value)
    let names = draft.names
    self.names = names
    jurisdictions = NameIndex(
      draft.jurisdictions.isEmpty ? [own] : draft.jurisdictions.map(\.key), noun: Noun.jurisdiction,
      prefix: "jurisdiction", names: names, log: log)
    nodes = NodeIndex(
      posts: NameIndex(draft.posts.lazy.map(\.key), noun: Noun.post, prefix: "post", names: names, log: log),
      organizations: NameIndex(
        draft.organizations.isEmpty ? [own] : draft.organizations.map(\.key), noun: Noun.organization,
        prefix: "organization", names: names, log: log),
      duties: NameIndex(draft.duties.lazy.map(\.key), noun: Noun.duty, prefix: "duty", names: names, log: log),
      names: names, implicitOrganization: draft.organizations.isEmpty)
    self.draft = draft
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

  /// A reference with its text.
  func spelled(_ reference: Sourced<Name>) -> Sourced<String> {
    Sourced(names[reference.value], at: reference.place)
  }

  /// The row that a reference names; a name that nobody has is a problem.
  func resolve<Entity>(_ reference: Sourced<Name>, in index: NameIndex<Entity>) -> ID<Entity>? {
    if let row = index.find(reference.value, names: names) { return row }
    log.reportDangling(spelled(reference), index.noun, among: index.keys.lazy.map { self.names[$0] })
    return nil
  }

  /// Goes through what references name, each with its place. One that is named twice is a problem.
  func forEachDistinct<Target: Hashable>(
    _ list: ChartDraft.List, _ resolve: (Sourced<Name>) -> Target?, _ body: (Target, Place) -> Void
  ) {
    if list.count == 1 {
      let reference = draft.items[Int(list.start)]
      if let target = resolve(reference) { body(target, reference.place) }
      return
    }
    var seen: Set<Target> = []
    for reference in draft[list] {
      guard let target = resolve(reference) else { continue }
      if seen.insert(target).inserted {
        body(target, reference.place)
      } else {
        let text = names[reference.value]
        log.report(
          at: reference.place,
          Localized(zh: "\(quoted(text)) 在一个列表里写了两次", en: "\(quoted(text)) is named twice in one list"))
      }
    }
  }

  func forEachDistinct<Entity>(
    _ list: ChartDraft.List, in index: NameIndex<Entity>, _ body: (ID<Entity>, Place) -> Void
  ) {
    forEachDistinct(list, { resolve($0, in: index) }, body)
  }

  /// The numbers of domains in their column.
  func domains(_ list: ChartDraft.List) -> [Int32] {
    draft[list].map { item in
      domainCodes.value(item.value, among: names.count) { contents.duties.domains.code(of: names[item.value]) }
    }
  }

  /// The numbers of a scope's domains in their column.
  func scope(_ list: ChartDraft.List) -> [Int32] {
    draft[list].map { item in
      scopeCodes.value(item.value, among: names.count) { contents.oversight.scope.code(of: names[item.value]) }
    }
  }

  /// The number of a term in its column.
  func term(_ phrase: ChartDraft.Phrase) -> Int32 {
    if let code = termCodes[phrase] { return code }
    let code = contents.assignments.term.code(of: draft.localized(phrase))
    termCodes[phrase] = code
    return code
  }

  /// The number of an instrument in its column.
  func instrument(_ phrase: ChartDraft.Phrase) -> Int32 {
    if let code = instrumentCodes[phrase] { return code }
    let code = contents.oversight.instrument.code(of: draft.localized(phrase))
    instrumentCodes[phrase] = code
    return code
  }

  /// Clauses as cited. Where one is of a regulation that the chart is checked against, its number must be readable.
  func cited(_ list: ChartDraft.List) -> [Cited] {
    draft[list].map { item in
      let reference = references.value(item.value, among: names.count) { ClauseReference(text: names[item.value]) }
      return cited(reference, at: item.place)
    }
  }

  func cited(_ text: Sourced<String>) -> Cited { cited(ClauseReference(text: text.value), at: text.place) }

  private func cited(_ reference: ClauseReference, at place: Place) -> Cited {
    let ours = reference.regulation.map { name in regulations.contains { $0.key == name } } ?? true
    if reference.number == nil, ours, !regulations.isEmpty {
      let forms = WordReader.clauseForms
      log.report(
        at: place,
        Localized(
          zh: "\(quoted(reference.text)) 不是条款号；应为 \(forms.zh)",
          en: "\(quoted(reference.text)) is no clause number; expected \(forms.en)"))
    }
    return Cited(reference, at: place)
  }
}

