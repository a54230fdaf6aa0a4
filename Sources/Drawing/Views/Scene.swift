import RemitInspection
import RemitModel

/// What every view draws with: a chart, a language, names, and how each thing is shown.
final class Scene: Sendable {
  let chart: Chart
  let options: DrawingOptions
  var language: Language { options.language }
  let names: Names
  let incumbency: Incumbency
  /// The post that answers for each organization, where it has one.
  let heads: [ID<Post>?]
  let ties: Ties
  let scope: Scope
  /// Whether the chart says who holds what, so that a post without a holder is vacant.
  private let hasHolders: Bool

  init(_ chart: Chart, _ options: DrawingOptions, _ facts: Facts) {
    self.chart = chart
    self.options = options
    names = facts[Names.self]
    incumbency = facts[Incumbency.self]
    heads = facts[Heads.self].heads
    hasHolders = chart.tenures.post.count > 0
    let depth = Self.depth(options)
    let ties = facts[Ties.self]
    self.ties = ties
    scope = Scope(chart, ties, options, focused: Self.focused(options.focus, chart, ties), depth: depth)
    self.depth = depth
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
      let name = name(of: focus)
      if case .duty = focus, options.view == .chain {
        parts.append(say("“\(name)”的责任线", "the line of responsibility for \"\(name)\""))
      } else if drawsDepartmentLine {
        parts.append(say("“\(name)”的责任链", "the chain of responsibility of \"\(name)\""))
      } else {
        let steps = depth == 1 ? "one step" : "\(depth) steps"
        parts.append(say("以“\(name)”为中心，\(depth) 步以内", "around \"\(name)\", within \(steps)"))
      }
    }
    if let selected { parts.append(selected) }
    if let day = chart.asOf {
      parts.append(
        chart.origin == .regulation ? say("\(day) 印发", "issued \(day)") : say("截至 \(day)", "as of \(day)"))
    }
    return parts.joined(separator: say("；", "; "))
  }

  /// Whether the picture is about the line from a department up to the top, rather than what is near it.
  var drawsDepartmentLine: Bool {
    if case .organization = options.focus { options.view == .chain && options.depth == nil } else { false }
  }

  /// What the picture is limited to, in words; nil for nothing.
  private var selected: String? {
    let selection = options.selection
    let comma = say("、", ", ")
    var parts = selection.jurisdictions.prefix(4).map { name(of: .jurisdiction($0)) }
    parts += selection.organizations.prefix(4).map { name(of: .organization($0)) }
    let levels = selection.levels.map { $0.name[language] }
    if !levels.isEmpty { parts.append(levels.joined(separator: comma)) }
    let domains = selection.domains.prefix(4).map { PlainText.clean($0) }
    if !domains.isEmpty { parts.append(say("领域 ", "domain ") + domains.joined(separator: comma)) }
    let kinds = selection.kinds.map { $0.name[language] }
    if !kinds.isEmpty { parts.append(say("只含", "only ") + kinds.joined(separator: comma)) }
    if options.onlyEvidence {
      let codes = Set(options.findings.map(\.code)).sorted().prefix(6).joined(separator: comma)
      parts.append(say("只画 \(codes) 的证据", "only the evidence of \(codes)"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: say("，", "; "))
  }

  /// How many steps from the focus are shown.
  let depth: Int

  /// One step from a body with all its posts and among duties, else two.
  private static func depth(_ options: DrawingOptions) -> Int {
    if let depth = options.depth { return depth }
    switch (options.focus, options.view) {
    case (.organization, _), (.jurisdiction, _), (_, .duties): return 1
    default: return 2
    }
  }

  /// What the picture turns around: the focus, and what belongs to it. Empty for a picture of everything.
  var focused: [Entity] { Self.focused(options.focus, chart, ties) }

  private static func focused(_ focus: Entity?, _ chart: Chart, _ ties: Ties) -> [Entity] {
    switch focus {
    case .organization(let organization):
      return [.organization(organization)] + chart.members[organization].map { .post($0) }
    case .jurisdiction(let place):
      let posts: [Entity] = chart.bodies[place].flatMap { body in chart.members[body].map { .post($0) } }
      let duties: [Entity] = ties.duties[place.index].map { .duty($0) }
      return [.jurisdiction(place)] + chart.bodies[place].map { .organization($0) } + posts + duties
    case .some(let focus): return [focus]
    case nil: return []
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
