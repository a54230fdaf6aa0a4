import RemitInspection
import RemitModel

/// A chart that is too large to read, as a few units that stand for all in them: its bodies, or its places down to some
/// depth, or its levels.
struct Folding {
  /// The most units.
  static let most = 60
  /// So few units tell nothing.
  static let few = 4

  enum Kind: Sendable {
    case organizations, jurisdictions, levels
  }

  struct Unit {
    let id: String
    let entity: Entity?
    let name: String
    let tone: Tone
    /// The unit above it, by index.
    var parent: Int?
    var tally = Tally()
    var vacancies = 0
    /// The places in it by level, itself left out.
    var places: [Level: Int] = [:]
  }

  let kind: Kind
  private(set) var units: [Unit]
  /// The unit of each body; -1 where it is not in the scope.
  private(set) var unitOfBody: [Int]
  private var unitOfPlace: [Int]
  private let chart: Chart

  /// The unit that an entity stands in.
  func unit(of entity: Entity) -> Int? {
    let unit: Int
    switch entity {
    case .organization(let id): unit = unitOfBody[id.index]
    case .post(let id): unit = unitOfBody[chart.posts.organization[id].index]
    case .jurisdiction(let id): unit = unitOfPlace[id.index]
    case .duty(let id):
      let held = chart.letters[id].lazy.compactMap { row in
        chart.organization(of: chart.assignments.assignee[row]).map { unitOfBody[$0.index] }
      }.first
      unit = kind == .organizations ? held ?? -1 : unitOfPlace[chart.duties.jurisdiction[id].index]
    default: return nil
    }
    return unit < 0 ? nil : unit
  }

  func unit(of node: RemitModel.Node) -> Int? { unit(of: Entity(node)) }

  /// O(chart).
  init(_ scene: Scene) {
    chart = scene.chart
    let table = chart.organizations
    let bodies = scene.scope.organizations.filter { scene.scope.isCore(.organization($0)) }
    unitOfBody = [Int](repeating: -1, count: table.key.count)
    unitOfPlace = [Int](repeating: -1, count: chart.jurisdictions.key.count)
    units = []
    var isUsed = [Bool](repeating: false, count: unitOfPlace.count)
    for body in bodies { isUsed[table.jurisdiction[body].index] = true }
    let places = chart.jurisdictions.ids.filter { isUsed[$0.index] }
    // Where lines run between any two, only few boxes can be told apart.
    let most = scene.options.view == .oversight && places.count > 3 ? 12 : Self.most
    if bodies.count <= most || places.count < 2 {
      kind = .organizations
      fold(bodies, scene)
    } else {
      let parents = scene.chart.jurisdictions.parent
      let shown = Self.representatives(places, unitOfPlace.count) { parents[$0] }
      kind = shown == nil ? .levels : .jurisdictions
      if let shown { fold(places, into: shown, scene) } else { foldByLevel(places, scene) }
      for body in bodies { unitOfBody[body.index] = unitOfPlace[table.jurisdiction[body].index] }
    }
    count(bodies, places, scene)
  }

  /// For each id its ancestor, or itself, at the greatest depth that leaves few enough; nil where the top ones are too
  /// many.
  private static func representatives<T>(_ ids: [ID<T>], _ count: Int, _ parent: (ID<T>) -> ID<T>?) -> [Int]? {
    var depths = [Int](repeating: -1, count: count)
    for id in ids { depths[id.index] = 0 }
    // The nearest ancestors that are shown too, below one another; a circle ends at a thousand.
    var above = [Int](repeating: -1, count: count)
    for id in ids {
      var next = parent(id)
      var steps = 0
      while let current = next, steps < 1_000, depths[current.index] < 0 {
        (next, steps) = (parent(current), steps + 1)
      }
      if let next, steps < 1_000, next != id { above[id.index] = next.index }
    }
    for id in ids {
      var (depth, next) = (0, above[id.index])
      while next >= 0, depth < 1_000 { (depth, next) = (depth + 1, above[next]) }
      depths[id.index] = depth
    }
    var numbers: [Int: Int] = [:]
    for id in ids { numbers[depths[id.index], default: 0] += 1 }
    var (limit, total) = (-1, 0)
    // A few more boxes than an eye takes in at once are better than next to none.
    while let more = numbers[limit + 1], total + more <= (total < few ? 4 * most : most) {
      (limit, total) = (limit + 1, total + more)
    }
    guard limit >= 0 else { return nil }
    var result = [Int](repeating: -1, count: count)
    for id in ids {
      var current = id.index
      while depths[current] > limit, above[current] >= 0 { current = above[current] }
      result[id.index] = current
    }
    return result
  }

  private mutating func fold(_ bodies: [ID<Organization>], _ scene: Scene) {
    let table = chart.organizations
    let shown =
      Self.representatives(bodies, table.key.count) { table.parent[$0] }
      ?? (0..<table.key.count).map { bodies.isEmpty ? -1 : min($0, bodies[0].index) }
    for body in bodies where shown[body.index] == body.index {
      unitOfBody[body.index] = units.count
      units.append(
        Unit(
          id: scene.names[body], entity: .organization(body), name: scene.name(of: .organization(body)),
          tone: scene.tone(of: body)))
    }
    for body in bodies where shown[body.index] != body.index {
      unitOfBody[body.index] = shown[body.index] < 0 ? -1 : unitOfBody[shown[body.index]]
    }
    for body in bodies where shown[body.index] == body.index {
      guard let parent = table.parent[body], unitOfBody[parent.index] >= 0 else { continue }
      units[unitOfBody[body.index]].parent = unitOfBody[parent.index]
    }
  }

  private mutating func fold(_ places: [ID<Jurisdiction>], into shown: [Int], _ scene: Scene) {
    for place in places where shown[place.index] == place.index {
      unitOfPlace[place.index] = units.count
      units.append(
        Unit(
          id: scene.names[place], entity: .jurisdiction(place), name: scene.name(of: .jurisdiction(place)),
          tone: .neutral))
    }
    for place in places where shown[place.index] != place.index {
      unitOfPlace[place.index] = unitOfPlace[shown[place.index]]
    }
    for place in places where shown[place.index] == place.index {
      var next = chart.jurisdictions.parent[place]
      var steps = 0
      while let current = next, unitOfPlace[current.index] < 0, steps < 1_000 {
        (next, steps) = (chart.jurisdictions.parent[current], steps + 1)
      }
      guard let next, unitOfPlace[next.index] >= 0, next != place else { continue }
      units[unitOfPlace[place.index]].parent = unitOfPlace[next.index]
    }
  }

  private mutating func foldByLevel(_ places: [ID<Jurisdiction>], _ scene: Scene) {
    let levels = places.map { chart.jurisdictions.level[$0] }
    var number: [Level?: Int] = [:]
    for level in Level.allCases.map(Optional.some) + [nil] where levels.contains(level) {
      number[level] = units.count
      let name = level.map { $0.name[scene.language] } ?? scene.say("未分级", "no level")
      units.append(
        Unit(
          id: "level_" + (level?.word ?? "none"), entity: nil, name: name, tone: .neutral,
          parent: units.isEmpty ? nil : units.count - 1))
    }
    for (place, level) in zip(places, levels) { unitOfPlace[place.index] = number[level] ?? -1 }
  }

  private mutating func count(_ bodies: [ID<Organization>], _ places: [ID<Jurisdiction>], _ scene: Scene) {
    for body in bodies where unitOfBody[body.index] >= 0 {
      let unit = unitOfBody[body.index]
      units[unit].tally.organizations += 1
      for post in chart.members[body] where scene.scope.isCore(.post(post)) {
        units[unit].tally.posts += 1
        if scene.isVacant(post) { units[unit].vacancies += 1 }
      }
    }
    if kind != .organizations {
      for place in places where unitOfPlace[place.index] >= 0 {
        let unit = unitOfPlace[place.index]
        if units[unit].entity == .jurisdiction(place) { continue }
        units[unit].tally.places += 1
        if let level = chart.jurisdictions.level[place] { units[unit].places[level, default: 0] += 1 }
      }
    }
    for duty in scene.scope.duties where scene.scope.isCore(.duty(duty)) {
      if let unit = unit(of: Entity.duty(duty)) { units[unit].tally.duties += 1 }
    }
  }
}
