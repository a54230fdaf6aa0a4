import RemitModel

/// How a chart's entities are named where one may be a post, an organization or a duty: by the id, with the table's word
/// before it where the id alone would not be understood.
struct References: Sendable {
  private let chart: Chart
  /// In how many of the tables an id is used.
  private let amongBodies: [String: Int]
  private let amongAll: [String: Int]
  /// The only organization is not written, and a post has its id.
  private let organizationYields: Bool

  private static let words = ["post", "organization", "duty"]

  /// - Parameter hasOrganizations: The organizations are written; one that is not yields to a post of its id.
  init(_ chart: Chart, hasOrganizations: Bool) {
    self.chart = chart
    var uses: [String: Int] = [:]
    for key in chart.posts.key.values { uses[key, default: 0] += 1 }
    organizationYields = !hasOrganizations && chart.organizations.key.values.contains { uses[$0] != nil }
    if !organizationYields { for key in chart.organizations.key.values { uses[key, default: 0] += 1 } }
    amongBodies = uses
    for key in chart.duties.key.values { uses[key, default: 0] += 1 }
    amongAll = uses
  }

  /// A post or organization where no duty may stand.
  func body(_ node: Node) -> String { text(node, amongBodies) }

  /// A post, organization or duty where any may stand.
  func any(_ node: Node) -> String { text(node, amongAll) }

  private func text(_ node: Node, _ uses: [String: Int]) -> String {
    let key = chart.key(of: Entity(node))
    if uses[key] == 1, isUnderstood(key, as: node) { return key }
    switch node {
    case .post: return "post:" + key
    case .organization: return "organization:" + key
    case .duty: return "duty:" + key
    }
  }

  /// Whether an id is not taken for a word and another id, nor its organization yields.
  private func isUnderstood(_ key: String, as node: Node) -> Bool {
    if case .organization = node, organizationYields { return false }
    return !Self.words.contains { key.hasPrefix($0 + ":") && amongAll[String(key.dropFirst($0.count + 1))] != nil }
  }

  /// A reference without the word before the colon, as readers take it into the id of a link.
  static func bare(_ reference: String) -> String {
    for word in words where reference.hasPrefix(word + ":") { return String(reference.dropFirst(word.count + 1)) }
    return reference
  }
}
