import RemitModel
import RemitSource

/// The rows of a chart with the ids of all its tables, before anything that refers to them is looked up.
struct ChartIDs: Sendable {
  var draft: ChartDraft
  let regulations: [Regulation]
  /// Every regulation that the chart names could be read; without that, roles and kinds cannot be judged.
  let complete: Bool
  let nodes: NodeIndex
  let jurisdictions: NameIndex<Jurisdiction>
  let key: Sourced<String>
  let title: Localized

  /// Repeated ids are problems. O(rows).
  init(_ read: consuming ChartDraft, _ key: Sourced<String>, regulations: [Regulation], complete: Bool, log: ProblemLog)
  {
    var draft = consume read
    let own = draft.intern(key)
    self.key = key
    self.regulations = regulations
    self.complete = complete
    title = draft.title ?? Localized(key.value)
    let names = draft.names
    var rows = KeyRows(names: names.count)
    jurisdictions = NameIndex(
      draft.jurisdictions.isEmpty ? [own] : draft.jurisdictions.map(\.key), .jurisdictions, noun: Noun.jurisdiction,
      prefix: "jurisdiction", rows: &rows, names: names, log: log)
    let posts = NameIndex<Post>(
      draft.posts.lazy.map(\.key), .posts, noun: Noun.post, prefix: "post", rows: &rows, names: names, log: log)
    let organizations = NameIndex<Organization>(
      draft.organizations.isEmpty ? [own] : draft.organizations.map(\.key), .organizations, noun: Noun.organization,
      prefix: "organization", rows: &rows, names: names, log: log)
    let duties = NameIndex<Duty>(
      draft.duties.lazy.map(\.key), .duties, noun: Noun.duty, prefix: "duty", rows: &rows, names: names, log: log)
    nodes = NodeIndex(
      posts: posts, organizations: organizations, duties: duties, rows: rows, names: names,
      implicitOrganization: draft.organizations.isEmpty)
    self.draft = draft
  }
}
