import RemitModel

extension Picture {
  /// One or two sentences on what is shown, for who cannot see it.
  func summary(_ language: Language) -> String {
    var counts: [(Int, Localized)] = []
    func count(_ number: Int, _ zh: String, _ one: String, _ many: String) {
      if number > 0 { counts.append((number, Localized(zh: zh, en: number == 1 ? one : many))) }
    }
    let entities = nodes.compactMap(\.entity) + cardRows.compactMap(\.entity)
    var (posts, organizations, duties) = (0, 0, 0)
    for entity in entities {
      switch entity {
      case .post: posts += 1
      case .organization: organizations += 1
      case .duty: duties += 1
      default: break
      }
    }
    organizations += clusters.reduce(0) { if case .organization? = $1.entity { $0 + 1 } else { $0 } }
    count(organizations, "个单位", "organization", "organizations")
    count(posts, "个岗位", "post", "posts")
    count(duties, "项职责", "duty", "duties")
    count(nodes.reduce(0) { $0 + ($1.isVacant ? 1 : 0) }, "个空缺", "vacancy", "vacancies")
    count(edges.count, "条连线", "tie", "ties")
    count(legend.rules.reduce(0) { $0 + $1.count }, "个所标问题", "finding marked", "findings marked")
    let isChinese = language == .chinese
    let shown = counts.map { isChinese ? "\($0.0) \($0.1.zh)" : "\($0.0) \($0.1.en)" }
    var sentences = subtitle.isEmpty ? [] : [subtitle]
    if !shown.isEmpty { sentences.append(shown.joined(separator: isChinese ? "、" : ", ")) }
    sentences += legend.remarks + caption
    return sentences.joined(separator: isChinese ? "。" : ". ")
  }
}
