import RemitInspection
import RemitModel

/// Readable ids for DOT and SVG: `post_magistrate`. Each is used once, and does not depend on the view.
struct Names: Fact {
  let jurisdictions: [String]
  let organizations: [String]
  let posts: [String]
  let duties: [String]

  init(_ chart: Chart, _ facts: Facts) {
    var taken = Set<String>()
    let post = chart.origin == .regulation ? "role" : "post"
    jurisdictions = chart.jurisdictions.key.values.map { Self.unique("jurisdiction", $0, &taken) }
    organizations = chart.organizations.key.values.map { Self.unique("organization", $0, &taken) }
    posts = chart.posts.key.values.map { Self.unique(post, $0, &taken) }
    duties = chart.duties.key.values.map { Self.unique("duty", $0, &taken) }
  }

  /// A name that nothing else has, made of a kind and a text.
  private static func unique(_ kind: String, _ text: String, _ taken: inout Set<String>) -> String {
    let base = kind + "_" + plain(text)
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }

  subscript(_ post: ID<Post>) -> String { posts[post.index] }
  subscript(_ organization: ID<Organization>) -> String { organizations[organization.index] }
  subscript(_ duty: ID<Duty>) -> String { duties[duty.index] }
  subscript(_ jurisdiction: ID<Jurisdiction>) -> String { jurisdictions[jurisdiction.index] }

  subscript(_ node: RemitModel.Node) -> String {
    switch node {
    case .post(let id): self[id]
    case .organization(let id): self[id]
    case .duty(let id): self[id]
    }
  }

  /// Letters a to z, digits and Chinese characters; `_` for the rest. At most 60 of them.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) {
      switch scalar.value {
      case 48...57, 65...90, 97...122, 0x4E00...0x9FFF: result.append(scalar)
      default: result.append("_")
      }
    }
    return result.isEmpty ? "_" : String(result)
  }
}
