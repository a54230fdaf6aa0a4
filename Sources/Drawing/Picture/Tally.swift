import RemitModel

/// How many things of each kind there are.
struct Tally: Sendable, Hashable {
  var posts = 0
  var organizations = 0
  var duties = 0
  var places = 0
  /// What is none of these.
  var others = 0

  init() {}

  init(_ entities: some Sequence<Entity?>) {
    for entity in entities {
      switch entity {
      case .post: posts += 1
      case .organization: organizations += 1
      case .duty: duties += 1
      case .jurisdiction: places += 1
      default: others += 1
      }
    }
  }

  var isEmpty: Bool { posts + organizations + duties + places + others == 0 }

  /// Each count with its noun, the largest things first; empty counts are left out.
  func parts(_ language: Language) -> [String] {
    func part(_ count: Int, _ zh: String, _ one: String, _ many: String) -> String? {
      guard count > 0 else { return nil }
      return language == .chinese ? "\(count) \(zh)" : "\(count) \(count == 1 ? one : many)"
    }
    return [
      part(places, "个行政区", "place", "places"),
      part(organizations, "个单位", "organization", "organizations"),
      part(posts, "个岗位", "post", "posts"),
      part(duties, "项职责", "duty", "duties"),
      part(others, "个", "more", "more"),
    ].compactMap { $0 }
  }

  /// A line for each count, as it stands on a stub.
  func lines(_ language: Language) -> [String] { parts(language).map { "+" + $0 } }
}
