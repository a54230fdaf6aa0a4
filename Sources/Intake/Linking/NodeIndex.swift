import RemitModel
import RemitSource

/// Looks up what may be a post, an organization or a duty.
final class NodeIndex {
  enum Scope {
    case postsAndOrganizations, everything

    var noun: Localized { self == .everything ? Noun.any : Noun.postOrOrganization }
  }

  /// What one id names in the three tables.
  private struct Entry {
    var post: ID<Post>?
    var organization: ID<Organization>?
    var duty: ID<Duty>?
  }

  let posts: KeyIndex<Post>
  let organizations: KeyIndex<Organization>
  let duties: KeyIndex<Duty>
  /// Most lookups do not know the table, and one table of all ids answers them at once.
  private var entries: [String: Entry] = [:]

  /// - Parameter implicitOrganization: The only organization is one that no file declares; it yields to a post of the
  ///   same id.
  init(
    posts: KeyIndex<Post>, organizations: KeyIndex<Organization>, duties: KeyIndex<Duty>, implicitOrganization: Bool
  ) {
    self.posts = posts
    self.organizations = organizations
    self.duties = duties
    entries.reserveCapacity(posts.keys.count + organizations.keys.count + duties.keys.count)
    for (key, id) in posts.entries { entries[key] = Entry(post: id) }
    for (key, id) in organizations.entries where !(implicitOrganization && entries[key] != nil) {
      entries[key, default: Entry()].organization = id
    }
    for (key, id) in duties.entries { entries[key, default: Entry()].duty = id }
  }

  /// The one that a reference names; none and several are problems.
  func resolve(_ reference: Sourced<String>, _ scope: Scope, log: ProblemLog) -> Node? {
    if let node = prefixed(reference.value, scope) { return node }
    let entry = entries[reference.value]
    let duty = scope == .everything ? entry?.duty : nil
    switch (entry?.post, entry?.organization, duty) {
    case (let post?, nil, nil): return .post(post)
    case (nil, let organization?, nil): return .organization(organization)
    case (nil, nil, let duty?): return .duty(duty)
    default: break
    }
    guard let entry, entry.post != nil || entry.organization != nil else {
      reportNone(reference, scope, isDuty: entry?.duty != nil, log: log)
      return nil
    }
    reportAmbiguous(
      reference,
      [
        entry.post.map { _ in posts.prefix }, entry.organization.map { _ in organizations.prefix },
        duty.map { _ in duties.prefix },
      ].compactMap { $0 }, log: log)
    return nil
  }

  private func reportAmbiguous(_ reference: Sourced<String>, _ words: [String], log: ProblemLog) {
    let forms = words.map { quoted("\($0):\(reference.value)") }
    log.report(
      at: reference.place,
      Localized(
        zh: "\(quoted(reference.value)) 有歧义；应写成 \(forms.joined(separator: " 或 "))",
        en: "\(quoted(reference.value)) is ambiguous; write \(forms.joined(separator: " or "))"))
  }

  private func prefixed(_ reference: String, _ scope: Scope) -> Node? {
    guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(reference[reference.utf8.index(after: colon)...])
    switch String(reference[..<colon]) {
    case posts.prefix: return posts[key].map { .post($0) }
    case organizations.prefix: return organizations[key].map { .organization($0) }
    case duties.prefix where scope == .everything: return duties[key].map { .duty($0) }
    default: return nil
    }
  }

  private func reportNone(_ reference: Sourced<String>, _ scope: Scope, isDuty: Bool, log: ProblemLog) {
    guard isDuty else {
      let all = [posts.keys, organizations.keys, scope == .everything ? duties.keys : []].joined()
      log.reportDangling(reference, scope.noun, among: all)
      return
    }
    log.report(
      at: reference.place,
      Localized(
        zh: "\(quoted(reference.value)) 是职责；这里应为岗位或单位",
        en: "\(quoted(reference.value)) is a duty; expected a post or organization"))
  }

  /// A reference without the word before the colon, if that is one of ours.
  func bare(_ reference: String) -> String {
    for prefix in [posts.prefix, organizations.prefix, duties.prefix] where reference.hasPrefix(prefix + ":") {
      return String(reference.dropFirst(prefix.count + 1))
    }
    return reference
  }
}
