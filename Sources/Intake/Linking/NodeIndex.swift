import RemitModel
import RemitSource

/// Looks up what may be a post, an organization or a duty.
///
/// A class, since a struct of so many tables would be copied with every closure over it.
final class NodeIndex: Sendable {
  enum Scope: Int {
    case postsAndOrganizations, everything

    var noun: Localized { self == .everything ? Noun.any : Noun.postOrOrganization }

    func includes(_ node: Node) -> Bool {
      if case .duty = node { return self == .everything }
      return true
    }

    /// The node that a row of a table is; nil where it is none, or not in the scope.
    @inline(__always)
    func node(_ table: KeyRows.Table, _ row: Int32) -> Node? {
      switch table {
      case .posts: .post(ID(raw: row))
      case .organizations: .organization(ID(raw: row))
      case .duties where self == .everything: .duty(ID(raw: row))
      default: nil
      }
    }
  }

  let posts: NameIndex<Post>
  let organizations: NameIndex<Organization>
  let duties: NameIndex<Duty>
  let rows: KeyRows
  let names: NameTable
  /// The only organization is one that no file declares; it yields to a post of the same id.
  private let implicitOrganization: Bool
  /// What names stand for that have a table's word before them.
  private let prefixed: [Name: Node]
  /// No name has a table's word before it.
  var isPlain: Bool { prefixed.isEmpty }

  init(
    posts: NameIndex<Post>, organizations: NameIndex<Organization>, duties: NameIndex<Duty>, rows: KeyRows,
    names: NameTable, implicitOrganization: Bool
  ) {
    self.posts = posts
    self.organizations = organizations
    self.duties = duties
    self.rows = rows
    self.names = names
    self.implicitOrganization = implicitOrganization
    var prefixed: [Name: Node] = [:]
    names.forEach(with: UInt8(ascii: ":")) { name in
      prefixed[name] = Self.prefixed(names[name], posts, organizations, duties, rows, names)
    }
    self.prefixed = prefixed
  }

  /// The row of a table that a name stands for.
  @inline(__always)
  func row<Entity>(_ name: Name, _ index: NameIndex<Entity>) -> ID<Entity>? {
    rows.row(name, index.table).map { ID(raw: $0) }
  }

  /// The row that a reference names, with or without the table's word before it.
  func find<Entity>(_ reference: Name, in index: NameIndex<Entity>) -> ID<Entity>? {
    if let row = row(reference, index) { return row }
    guard names.contains(UInt8(ascii: ":"), in: reference) else { return nil }
    return prefixed(names[reference], in: index)
  }

  /// The row that a text names.
  func find<Entity>(utf8 text: UnsafeBufferPointer<UInt8>, in index: NameIndex<Entity>) -> ID<Entity>? {
    if let name = names.find(text) { return find(name, in: index) }
    return text.contains(UInt8(ascii: ":")) ? prefixed(String(decoding: text, as: UTF8.self), in: index) : nil
  }

  private func prefixed<Entity>(_ text: String, in index: NameIndex<Entity>) -> ID<Entity>? {
    guard text.hasPrefix(index.prefix + ":") else { return nil }
    return names.find(String(text.dropFirst(index.prefix.count + 1))).flatMap { row($0, index) }
  }

  /// The one that a reference names; none and several are problems.
  @inline(__always)
  func resolve(_ reference: Sourced<Name>, _ scope: Scope, log: ProblemLog) -> Node? {
    if let node = find(reference.value, scope) { return node }
    report(Sourced(names[reference.value], at: reference.place), reference.value, scope, log: log)
    return nil
  }

  /// The one that a text names; nil for none and for several.
  @inline(__always)
  func find(utf8 text: UnsafeBufferPointer<UInt8>, _ scope: Scope, by recent: inout RecentNames) -> Node? {
    if let name = recent.find(text) { return find(name, scope) }
    return findPrefixed(text, scope)
  }

  private func findPrefixed(_ text: UnsafeBufferPointer<UInt8>, _ scope: Scope) -> Node? {
    guard text.contains(UInt8(ascii: ":")) else { return nil }
    return prefixed(String(decoding: text, as: UTF8.self)).flatMap { scope.includes($0) ? $0 : nil }
  }

  /// The one that a name names; nil for none and for several.
  @inline(__always)
  func find(_ name: Name, _ scope: Scope) -> Node? {
    if prefixed.isEmpty, let found = rows.only(name), let node = scope.node(found.table, found.row) { return node }
    return search(name, scope)
  }

  private func search(_ name: Name, _ scope: Scope) -> Node? {
    if let node = prefixed[name], scope.includes(node) { return node }
    return bare(name, scope)
  }

  /// What one id names in each table; of the duties only where the scope has them.
  private func entry(
    _ name: Name, _ scope: Scope
  ) -> (post: ID<Post>?, organization: ID<Organization>?, duty: ID<Duty>?) {
    let post = row(name, posts)
    return (
      post, implicitOrganization && post != nil ? nil : row(name, organizations),
      scope == .everything ? row(name, duties) : nil
    )
  }

  private func bare(_ name: Name, _ scope: Scope) -> Node? {
    switch entry(name, scope) {
    case (let post?, nil, nil): .post(post)
    case (nil, let organization?, nil): .organization(organization)
    case (nil, nil, let duty?): .duty(duty)
    default: nil
    }
  }

  private func report(_ reference: Sourced<String>, _ name: Name, _ scope: Scope, log: ProblemLog) {
    let entry = entry(name, scope)
    guard entry.post != nil || entry.organization != nil else {
      reportNone(reference, scope, isDuty: row(name, duties) != nil, log: log)
      return
    }
    reportAmbiguous(
      reference,
      [
        entry.post.map { _ in posts.prefix }, entry.organization.map { _ in organizations.prefix },
        entry.duty.map { _ in duties.prefix },
      ].compactMap { $0 }, log: log)
  }

  private func reportAmbiguous(_ reference: Sourced<String>, _ words: [String], log: ProblemLog) {
    let forms = words.map { quoted("\($0):\(reference.value)") }
    log.report(
      at: reference.place,
      Localized(
        zh: "\(quoted(reference.value)) 有歧义；应写成 \(forms.joined(separator: " 或 "))",
        en: "\(quoted(reference.value)) is ambiguous; write \(forms.joined(separator: " or "))"))
  }

  private func prefixed(_ reference: String) -> Node? {
    Self.prefixed(reference, posts, organizations, duties, rows, names)
  }

  /// What stands for a text that has a table's word before it.
  private static func prefixed(
    _ reference: String, _ posts: NameIndex<Post>, _ organizations: NameIndex<Organization>, _ duties: NameIndex<Duty>,
    _ rows: KeyRows, _ names: NameTable
  ) -> Node? {
    guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")),
      let key = names.find(String(reference[reference.utf8.index(after: colon)...]))
    else { return nil }
    switch String(reference[..<colon]) {
    case posts.prefix: return rows.row(key, posts.table).map { .post(ID(raw: $0)) }
    case organizations.prefix: return rows.row(key, organizations.table).map { .organization(ID(raw: $0)) }
    case duties.prefix: return rows.row(key, duties.table).map { .duty(ID(raw: $0)) }
    default: return nil
    }
  }

  private func reportNone(_ reference: Sourced<String>, _ scope: Scope, isDuty: Bool, log: ProblemLog) {
    guard isDuty else {
      let all = posts.keys + organizations.keys + (scope == .everything ? duties.keys : [])
      log.reportDangling(reference, scope.noun, among: all.lazy.map { self.names[$0] })
      return
    }
    log.report(
      at: reference.place,
      Localized(
        zh: "\(quoted(reference.value)) 是职责；这里应为岗位或单位",
        en: "\(quoted(reference.value)) is a duty; expected a post or organization"))
  }

  /// A reference's text without the word before the colon, if that is one of ours.
  func bare(_ name: Name) -> String { bare(names[name]) }

  func bare(_ reference: String) -> String {
    guard reference.utf8.contains(UInt8(ascii: ":")) else { return reference }
    for prefix in [posts.prefix, organizations.prefix, duties.prefix] where reference.hasPrefix(prefix + ":") {
      return String(reference.dropFirst(prefix.count + 1))
    }
    return reference
  }
}
