import RemitModel
import RemitSource

/// Looks up what may be a post, an organization or a duty.
final class NodeIndex {
  enum Scope: Int {
    case postsAndOrganizations, everything

    var noun: Localized { self == .everything ? Noun.any : Noun.postOrOrganization }
  }

  let posts: NameIndex<Post>
  let organizations: NameIndex<Organization>
  let duties: NameIndex<Duty>
  private let names: NameTable
  /// The only organization is one that no file declares; it yields to a post of the same id.
  private let implicitOrganization: Bool
  /// By scope and name what it was found to be, coded as 4 · row + table; −1 where nobody asked yet, −2 where it is no
  /// one thing. Names are used again and again.
  private var known: [[Int32]]

  init(
    posts: NameIndex<Post>, organizations: NameIndex<Organization>, duties: NameIndex<Duty>, names: NameTable,
    implicitOrganization: Bool
  ) {
    self.posts = posts
    self.organizations = organizations
    self.duties = duties
    self.names = names
    self.implicitOrganization = implicitOrganization
    known = Array(repeating: [Int32](repeating: -1, count: names.count), count: 2)
  }

  /// The one that a reference names; none and several are problems.
  func resolve(_ reference: Sourced<Name>, _ scope: Scope, log: ProblemLog) -> Node? {
    let name = reference.value
    let code = known[scope.rawValue][name.index]
    if code >= 0 { return Self.node(code) }
    if code == -1, let node = prefixed(name, scope) ?? bare(name, scope) {
      known[scope.rawValue][name.index] = Self.code(node)
      return node
    }
    known[scope.rawValue][name.index] = -2
    report(Sourced(names[name], at: reference.place), name, scope, log: log)
    return nil
  }

  private static func code(_ node: Node) -> Int32 {
    switch node {
    case .post(let id): id.raw << 2
    case .organization(let id): id.raw << 2 | 1
    case .duty(let id): id.raw << 2 | 2
    }
  }

  private static func node(_ code: Int32) -> Node {
    switch code & 3 {
    case 0: .post(ID(raw: code >> 2))
    case 1: .organization(ID(raw: code >> 2))
    default: .duty(ID(raw: code >> 2))
    }
  }

  /// What one id names in each table; of the duties only where the scope has them.
  private func entry(
    _ name: Name, _ scope: Scope
  ) -> (post: ID<Post>?, organization: ID<Organization>?, duty: ID<Duty>?) {
    let post = posts[name]
    return (
      post, implicitOrganization && post != nil ? nil : organizations[name],
      scope == .everything ? duties[name] : nil
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
      reportNone(reference, scope, isDuty: duties[name] != nil, log: log)
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

  private func prefixed(_ name: Name, _ scope: Scope) -> Node? {
    guard names.contains(UInt8(ascii: ":"), in: name) else { return nil }
    let reference = names[name]
    guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")),
      let key = names.find(String(reference[reference.utf8.index(after: colon)...]))
    else { return nil }
    switch String(reference[..<colon]) {
    case posts.prefix: return posts[key].map { .post($0) }
    case organizations.prefix: return organizations[key].map { .organization($0) }
    case duties.prefix where scope == .everything: return duties[key].map { .duty($0) }
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
  func bare(_ name: Name) -> String {
    let reference = names[name]
    for prefix in [posts.prefix, organizations.prefix, duties.prefix] where reference.hasPrefix(prefix + ":") {
      return String(reference.dropFirst(prefix.count + 1))
    }
    return reference
  }
}
