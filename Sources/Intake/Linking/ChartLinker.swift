import RemitModel
import RemitSource

/// Makes a chart of its rows: looks up every id, fills in what follows from the rest, and reports what cannot be.
///
/// A class, since its many closures would copy a struct of so many tables for every row.
final class ChartLinker {
  var ids: ChartIDs
  let log: ProblemLog
  var contents = ChartContents()
  /// What is cited, and whether it need not be looked at again.
  private var references = Shared<(clause: ClauseReference, isNumbered: Bool)>()
  private var domainCodes = Shared<Int32>()
  private var scopeCodes = Shared<Int32>()
  private var termCodes = PhraseCodes()
  private var instrumentCodes = PhraseCodes()

  var draft: ChartDraft { _read { yield ids.draft } }
  var nodes: NodeIndex { _read { yield ids.nodes } }
  var names: NameTable { _read { yield ids.draft.names } }
  var regulations: [Regulation] { ids.regulations }
  var complete: Bool { ids.complete }
  var jurisdictions: NameIndex<Jurisdiction> { _read { yield ids.jurisdictions } }
  var organizations: NameIndex<Organization> { _read { yield ids.nodes.organizations } }
  var posts: NameIndex<Post> { _read { yield ids.nodes.posts } }
  var duties: NameIndex<Duty> { _read { yield ids.nodes.duties } }

  init(_ ids: ChartIDs, log: ProblemLog) {
    self.ids = ids
    self.log = log
  }

  /// A reference with its text.
  func spelled(_ reference: Sourced<Name>) -> Sourced<String> {
    Sourced(names[reference.value], at: reference.place)
  }

  /// The row that a reference names; a name that nobody has is a problem.
  @inline(__always)
  func resolve<Entity>(_ reference: Sourced<Name>, in index: NameIndex<Entity>) -> ID<Entity>? {
    if let row = nodes.row(reference.value, index) { return row }
    return resolvePrefixed(reference, in: index)
  }

  private func resolvePrefixed<Entity>(_ reference: Sourced<Name>, in index: NameIndex<Entity>) -> ID<Entity>? {
    if let row = nodes.find(reference.value, in: index) { return row }
    log.reportDangling(spelled(reference), index.noun, among: index.keys.lazy.map { self.names[$0] })
    return nil
  }

  /// Goes through what references name, each with its place. One that is named twice is a problem.
  func forEachDistinct<Target: Hashable>(
    _ list: ChartDraft.List, _ resolve: (Sourced<Name>) -> Target?, _ body: (Target, Place) -> Void
  ) {
    if list.isEmpty { return }
    if list.count == 1 {
      let reference = draft.items[Int(list.start)]
      if let target = resolve(reference) { body(target, reference.place) }
      return
    }
    var seen = SeenTargets<Target>(count: Int(list.count))
    for index in list.indices {
      let reference = draft.items[index]
      guard let target = resolve(reference) else { continue }
      if seen.insert(target) {
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

  /// Adds a row of domains to a column.
  func addDomains(
    _ list: ChartDraft.List, of draft: ChartDraft, to column: inout SharedListColumn<Duty, String>
  ) {
    for item in list.indices {
      let domain = draft.items[item].value
      let code = domainCodes.value(domain) { column.code(of: draft.names[domain]) }
      column.add(code: code)
    }
    column.endRow()
  }

  /// Adds a row of domains to a column of scopes.
  func addScope(_ list: ChartDraft.List, to column: inout SharedListColumn<Oversight, String>) {
    for item in draft[list] {
      let code = scopeCodes.value(item.value) { column.code(of: names[item.value]) }
      column.add(code: code)
    }
    column.endRow()
  }

  /// The number of a term in its column.
  func term(_ phrase: ChartDraft.Phrase, in column: inout SharedColumn<Assignment, Localized?>) -> Int32 {
    termCodes.code(phrase) { column.code(of: draft.localized(phrase)) }
  }

  /// The number of an instrument in its column.
  func instrument(_ phrase: ChartDraft.Phrase, in column: inout SharedColumn<Oversight, Localized?>) -> Int32 {
    instrumentCodes.code(phrase) { column.code(of: draft.localized(phrase)) }
  }

  /// Adds a row of clauses to a column. Where one is of a regulation that the chart is checked against, its number must be readable.
  func addCited<Entity>(
    _ list: ChartDraft.List, of draft: ChartDraft, to column: inout ListColumn<Entity, Cited>
  ) {
    for index in list.indices {
      let item = draft.items[index]
      let known = references.value(item.value) {
        let clause = ClauseReference(text: draft.names[item.value])
        return (clause, clause.number != nil)
      }
      if !known.isNumbered { regulations.check(known.clause, at: item.place, log: log) }
      column.add(Cited(known.clause, at: item.place))
    }
    column.endRow()
  }

  func cited(_ text: Sourced<String>) -> Cited {
    let reference = ClauseReference(text: text.value)
    regulations.check(reference, at: text.place, log: log)
    return Cited(reference, at: text.place)
  }
}

/// What a list has named so far. Nearly all lists are so short that looking at each is quicker than a table.
private struct SeenTargets<Target: Hashable> {
  private var few: [Target] = []
  private var many: Set<Target> = []
  private let isLong: Bool

  init(count: Int) {
    isLong = count > 16
    if !isLong { few.reserveCapacity(count) }
  }

  /// Adds one; false where it was there.
  mutating func insert(_ target: Target) -> Bool {
    if isLong { return many.insert(target).inserted }
    if few.contains(target) { return false }
    few.append(target)
    return true
  }
}
