import RemitModel
import RemitSource

/// Looks up what may be a post, an organization or a duty.
struct NodeIndex {
  enum Scope {
    case postsAndOrganizations, everything

    var noun: Localized { self == .everything ? Noun.any : Noun.postOrOrganization }
  }

  let posts: KeyIndex<Post>
  let organizations: KeyIndex<Organization>
  let duties: KeyIndex<Duty>
  /// An organization that no file declares yields to a post of the same id.
  let implicitOrganization: Bool

  /// The one that a reference names; none and several are problems.
  func resolve(_ reference: Sourced<String>, _ scope: Scope, log: ProblemLog) -> Node? {
    if let node = prefixed(reference.value, scope) { return node }
    var found: [(word: String, node: Node)] = []
    if let post = posts[reference.value] { found.append((posts.prefix, .post(post))) }
    if let organization = organizations[reference.value], !implicitOrganization || found.isEmpty {
      found.append((organizations.prefix, .organization(organization)))
    }
    let duty = duties[reference.value]
    if let duty, scope == .everything { found.append((duties.prefix, .duty(duty))) }
    if found.count == 1 { return found[0].node }
    if found.isEmpty {
      reportNone(reference, scope, isDuty: duty != nil, log: log)
    } else {
      let forms = found.map { "\($0.word):\(reference.value)" }.map { quoted($0) }
      log.report(
        at: reference.place,
        Localized(
          zh: "\(quoted(reference.value)) 有歧义；应写成 \(forms.joined(separator: " 或 "))",
          en: "\(quoted(reference.value)) is ambiguous; write \(forms.joined(separator: " or "))"))
    }
    return nil
  }

  private func prefixed(_ reference: String, _ scope: Scope) -> Node? {
    guard let colon = reference.firstIndex(of: ":") else { return nil }
    let key = String(reference[reference.index(after: colon)...])
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
