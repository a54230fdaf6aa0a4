import RemitInspection
import RemitModel

/// A view of a chart that is too large to read: a box with counts for each unit, and one line with counts between two.
struct FoldedView {
  /// The most lines; those that count most are drawn.
  static let most = 90

  let scene: Scene
  let folding: Folding
  private var chart: Chart { scene.chart }
  private var picture: Picture
  /// What ties two units: how often, and by what.
  private var ties: [Pair: [EdgeLook: Int]] = [:]

  private struct Pair: Hashable, Comparable {
    let from: Int
    let to: Int

    static func < (a: Self, b: Self) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  static func picture(_ scene: Scene, _ folding: Folding) -> Picture {
    var view = FoldedView(scene, folding)
    view.draw()
    return view.picture
  }

  private init(_ scene: Scene, _ folding: Folding) {
    self.scene = scene
    self.folding = folding
    picture = scene.picture()
    picture.direction = .down
  }

  private mutating func draw() {
    switch scene.options.view {
    case .chain: addCommand()
    case .oversight: addOversight()
    case .duties, .organization: break
    }
    let letters = scene.options.view == .duties ? countLetters() : []
    for (index, unit) in folding.units.enumerated() {
      picture.nodes.append(
        box(unit, inside: ties[Pair(from: index, to: index)], index < letters.count ? letters[index] : nil))
    }
    if scene.options.view == .duties || scene.options.view == .organization { addParts() }
    addTies()
    picture.loosenCycles()
  }

  private func box(_ unit: Folding.Unit, inside: [EdgeLook: Int]?, _ letters: [Letter: Int]?) -> Picture.Node {
    var lines = Line.wrapped(unit.name, .name)
    let comma = scene.say("、", ", ")
    var tally = unit.tally
    let levels = Level.allCases.compactMap { level in
      unit.places[level].map { scene.say("\(level.name.zh) \($0)", "\($0) × \(level.name.en)") }
    }
    var texts = levels.isEmpty ? [] : [levels.joined(separator: comma)]
    if !levels.isEmpty { tally.places = 0 }
    if scene.options.view != .duties { tally.duties = 0 }
    let parts = tally.parts(scene.language)
    texts.append(parts.prefix(2).joined(separator: comma))
    texts += parts.dropFirst(2)
    if let letters {
      let counts = Letter.allCases.compactMap { letter in letters[letter].map { "\(letter.rawValue) \($0)" } }
      texts += [counts.prefix(3), counts.dropFirst(3)].map { $0.joined(separator: " · ") }
    }
    lines += texts.filter { !$0.isEmpty }.map { Line(text: $0, weight: .detail) }
    if unit.vacancies > 0 {
      lines += Line.wrapped(scene.say("空缺 \(unit.vacancies)", "\(unit.vacancies) vacant"), .tag)
    }
    if scene.options.view == .oversight, let inside, !inside.isEmpty {
      let words = words(inside, limit: 2)
      lines.append(Line(text: scene.say("内部：", "within: ") + (words.first ?? ""), weight: .detail))
      lines += words.dropFirst().map { Line(text: $0, weight: .detail) }
    }
    let text = lines.map(\.text).joined(separator: " · ")
    return Picture.Node(
      id: unit.id, entity: unit.entity, shape: .fold, tone: unit.tone, body: .lines(lines), tooltip: text)
  }

  /// Counts by what they count, the largest first, a line for each; the last also tells how many more there are.
  private func words(_ counts: [EdgeLook: Int], limit: Int) -> [String] {
    let sorted = counts.map { (word: word($0.key), count: $0.value) }.sorted {
      ($1.count, $0.word) < ($0.count, $1.word)
    }
    var shown = sorted.prefix(limit).map { "\($0.word) ×\($0.count)" }
    let more = sorted.dropFirst(limit).reduce(0) { $0 + $1.count }
    if more > 0, let last = shown.popLast() { shown.append(last + " +\(more)") }
    return shown
  }

  private func word(_ look: EdgeLook) -> String {
    if case .oversight = look { return look.name[scene.language] }
    return look.verb[scene.language]
  }

  private mutating func tie(_ from: RemitModel.Node, _ to: RemitModel.Node, _ look: EdgeLook) {
    guard let a = folding.unit(of: from), let b = folding.unit(of: to) else { return }
    ties[Pair(from: a, to: b), default: [:]][look, default: 0] += 1
  }

  private mutating func addCommand() {
    for post in scene.scope.posts {
      for superior in chart.superiors[post] { tie(.post(superior), .post(post), .command) }
      for body in chart.charges[post] { tie(.post(post), .organization(body), .charge) }
    }
  }

  private mutating func addOversight() {
    for row in scene.scope.oversight {
      tie(chart.oversight.by[row], chart.oversight.of[row], .oversight([chart.oversight.kind[row]]))
    }
  }

  private func countLetters() -> [[Letter: Int]] {
    var counts = [[Letter: Int]](repeating: [:], count: folding.units.count)
    for duty in scene.scope.duties where scene.scope.isCore(.duty(duty)) {
      for row in chart.letters[duty] {
        guard let unit = folding.unit(of: chart.assignments.assignee[row]) else { continue }
        counts[unit][chart.assignments.letter[row], default: 0] += 1
      }
    }
    return counts
  }

  private mutating func addParts() {
    for (index, unit) in folding.units.enumerated() {
      guard let parent = unit.parent else { continue }
      ties[Pair(from: parent, to: index), default: [:]][.part, default: 0] += 1
    }
  }

  private mutating func addTies() {
    let between = ties.filter { $0.key.from != $0.key.to }
    let sorted = between.keys.sorted { a, b in
      let (x, y) = (total(between[a]), total(between[b]))
      return x == y ? a < b : x > y
    }
    let drawn = sorted.prefix(Self.most).sorted()
    if sorted.count > drawn.count {
      picture.legend.remarks.append(
        scene.say(
          "另有 \(sorted.count - drawn.count) 对之间的联系较少，未画出。",
          "\(sorted.count - drawn.count) pairs with fewer ties are not drawn."))
    }
    for pair in drawn {
      if let counts = between[pair] { picture.edges.append(edge(pair, counts)) }
    }
  }

  private func total(_ counts: [EdgeLook: Int]?) -> Int { counts?.values.reduce(0, +) ?? 0 }

  private func edge(_ pair: Pair, _ counts: [EdgeLook: Int]) -> Picture.Edge {
    let (from, to) = (folding.units[pair.from], folding.units[pair.to])
    let kinds = LinkKind.allCases.filter { counts[.oversight([$0])] != nil }
    let look: EdgeLook =
      kinds.isEmpty
      ? (counts[.part] != nil ? .part : counts[.command] == nil ? .charge : .command) : .oversight(kinds)
    let words = look == .part ? [] : words(counts, limit: 3)
    // Who stands above whom is told by the places, not by a stray line upwards.
    let isDownward = to.parent == pair.from || (to.parent == nil && from.parent == nil && pair.from < pair.to)
    return Picture.Edge(
      id: "\(look.classes.first ?? "tie")__\(from.id)__\(to.id)", from: from.id, to: to.id, look: look,
      label: words.isEmpty ? nil : words.joined(separator: "\n"),
      tooltip: ([from.name] + words + [to.name]).joined(separator: " "),
      constrains: isDownward)
  }
}
