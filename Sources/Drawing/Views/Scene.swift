import RemitInspection
import RemitModel

/// What every view draws with: a chart, a language, names, and how each thing is shown.
struct Scene {
  let chart: Chart
  let options: DrawingOptions
  var language: Language { options.language }
  let names: Names
  let incumbency: Incumbency
  /// Whether the chart says who holds what, so that a post without a holder is vacant.
  private let hasHolders: Bool

  init(_ chart: Chart, _ options: DrawingOptions) {
    self.chart = chart
    self.options = options
    names = Names(chart)
    incumbency = Facts(chart)[Incumbency.self]
    hasHolders = chart.tenures.post.count > 0
  }

  /// An empty picture with title and caption.
  func picture() -> Picture {
    let title = name(chart.title, or: chart.key)
    var caption: [String] = []
    if chart.origin == .chart, !chart.regulations.isEmpty {
      let texts = chart.regulations.map { name($0.title, or: $0.key) + ($0.issued.map { " (\($0))" } ?? "") }
      caption.append(say("对照法规：", "Checked against: ") + texts.joined(separator: say("；", "; ")))
    }
    return Picture(
      id: Names.plain(chart.key) + "_" + options.view.rawValue,
      title: PlainText.clean(title) + say(" — ", " — ") + options.view.title[language],
      subtitle: subtitle, caption: caption)
  }

  private var subtitle: String {
    var parts: [String] = []
    if let focus = options.focus {
      parts.append(say("以“\(name(of: focus))”为中心，\(depth) 步以内", "around “\(name(of: focus))”, within \(depth) steps"))
    }
    if let day = chart.asOf {
      parts.append(
        chart.origin == .regulation ? say("\(day) 印发", "issued \(day)") : say("截至 \(day)", "as of \(day)"))
    }
    return parts.joined(separator: say("；", "; "))
  }

  /// How many steps from the focus are shown: one from a body with all its posts, two from a single thing.
  var depth: Int {
    if let depth = options.depth { return depth }
    switch options.focus {
    case .organization, .jurisdiction: return 1
    default: return 2
    }
  }

  /// One of two texts, by language.
  func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language == .chinese ? zh() : en()
  }

  func name(_ text: Localized, or key: String) -> String {
    let name = PlainText.clean(text[language])
    guard name.isEmpty else { return name }
    let plain = PlainText.clean(key)
    return plain.isEmpty ? "—" : plain
  }

  func name(of entity: Entity) -> String { name(chart.name(of: entity), or: chart.key(of: entity)) }

  /// Who holds a post at the chart's day; nil where nobody does or none is asked for.
  func holders(of post: ID<Post>) -> String? {
    let persons = incumbency.holders(of: post)
    guard !persons.isEmpty else { return nil }
    let texts = persons.map { person in
      let isActing = chart.tenuresOfPost[post].contains {
        chart.tenures.person[$0] == person && chart.tenures.acting[$0] && Incumbency.isPresent($0, in: chart)
      }
      return name(of: .person(person)) + (isActing ? say("（代理）", " (acting)") : "")
    }
    return texts.joined(separator: say("、", ", "))
  }

  func isVacant(_ post: ID<Post>) -> Bool {
    switch chart.posts.status[post] {
    case .vacant: incumbency.holders(of: post).isEmpty
    case .active: chart.origin == .chart && hasHolders && incumbency.holders(of: post).isEmpty
    case .abolished, .draft: false
    }
  }

  /// The word for a post that is not simply there.
  func condition(of post: ID<Post>) -> String? {
    switch chart.posts.status[post] {
    case .abolished: say("已撤销", "abolished")
    case .draft: say("拟设", "draft")
    case .active, .vacant: isVacant(post) ? say("空缺", "vacant") : nil
    }
  }

  /// The word for a duty that is not in force.
  func condition(of duty: ID<Duty>) -> String? {
    switch chart.duties.status[duty] {
    case .abolished: say("已撤销", "abolished")
    case .draft: say("拟设", "draft")
    case .active, .vacant: nil
    }
  }

  func tone(of organization: ID<Organization>) -> Tone { Tone(chart.organizations.kind[organization]) }
}
