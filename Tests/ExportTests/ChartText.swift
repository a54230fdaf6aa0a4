import RemitModel

/// Everything that a chart holds as lines, places left out: every column of every table and every link.
///
/// Ids are written as keys, and strings by their bytes, so that two charts of the same lines are the same.
struct ChartText {
  let chart: Chart
  private(set) var lines: [String] = []

  static func lines(_ chart: Chart) -> [String] {
    var text = ChartText(chart: chart)
    text.addHead()
    text.addPlaces()
    text.addPosts()
    text.addDuties()
    text.addOversight()
    text.addRest()
    return text.lines
  }

  private init(chart: Chart) { self.chart = chart }

  /// Bytes that print otherwise than they are, spelled out.
  private static func spelled(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += scalar.escaped(asASCII: false) }
    return "“" + result + "”"
  }

  private mutating func add(_ noun: String, _ parts: Any?...) {
    lines.append(noun + " " + parts.map(Self.text).joined(separator: " | "))
  }

  private static func text(_ part: Any?) -> String {
    switch part {
    case nil: "–"
    case let text as String: spelled(text)
    case let text as Localized: spelled(text.zh) + "/" + spelled(text.en)
    case let list as [String]: "[" + list.map(spelled).joined(separator: ", ") + "]"
    case let list as [Cited]: "[" + list.map { spelled($0.reference.text) }.joined(separator: ", ") + "]"
    case let value?: "\(value)"
    }
  }

  private func key(_ node: Node) -> String { chart.kind(of: Entity(node)) + " " + chart.key(of: Entity(node)) }

  private mutating func addHead() {
    add("chart", chart.key, chart.title, "\(chart.origin)", chart.asOf)
    for regulation in chart.regulations { add("against", regulation.key) }
  }

  private mutating func addPlaces() {
    let places = chart.jurisdictions
    for id in places.ids {
      add("jurisdiction", places.key[id], places.name[id], places.level[id], places.parent[id].map { places.key[$0] })
    }
    let bodies = chart.organizations
    for id in bodies.ids {
      add(
        "organization", bodies.key[id], bodies.name[id], bodies.kind[id].word, places.key[bodies.jurisdiction[id]],
        bodies.parent[id].map { bodies.key[$0] }, bodies.apex[id])
    }
    for id in chart.roles.ids { add("role", chart.roles.key[id], chart.roles.name[id]) }
  }

  private mutating func addPosts() {
    let posts = chart.posts
    for id in posts.ids {
      add(
        "post", posts.key[id], posts.name[id], chart.organizations.key[posts.organization[id]],
        posts.role[id].map { chart.roles.key[$0] }, posts.apex[id], posts.status[id], posts.staff[id],
        Array(posts.adopts[id]),
        chart.superiors[id].map { posts.key[$0] }, chart.dotted[id].map { posts.key[$0] },
        chart.charges[id].map { chart.organizations.key[$0] })
    }
    for id in chart.persons.ids { add("person", chart.persons.key[id], chart.persons.name[id]) }
    let tenures = chart.tenures
    for id in tenures.ids {
      add(
        "tenure", posts.key[tenures.post[id]], chart.persons.key[tenures.person[id]], tenures.from[id],
        tenures.until[id], tenures.acting[id])
    }
  }

  private mutating func addDuties() {
    let duties = chart.duties
    for id in duties.ids {
      add(
        "duty", duties.key[id], duties.title[id], chart.jurisdictions.key[duties.jurisdiction[id]],
        Array(duties.domains[id]),
        Array(duties.basis[id]), duties.joint[id], duties.status[id], duties.risk[id])
    }
    let letters = chart.assignments
    for id in letters.ids {
      add(
        "letter", duties.key[letters.duty[id]], key(letters.assignee[id]), letters.letter[id].rawValue,
        letters.term[id], letters.lead[id])
    }
  }

  private mutating func addOversight() {
    let links = chart.oversight
    for id in links.ids {
      add(
        "oversight", links.key[id], links.kind[id].rawValue, key(links.by[id]), key(links.of[id]),
        Array(links.scope[id]),
        links.instrument[id], Array(links.basis[id]), links.perYear[id], links.planned[id], links.feeds[id].map(key))
    }
  }

  private mutating func addRest() {
    for id in chart.conflicts.ids {
      add(
        "conflict", chart.conflicts.key[id], chart.conflicts.duties[id].map { chart.duties.key[$0] },
        chart.conflicts.atMost[id])
    }
    let waivers = chart.waivers
    for id in waivers.ids {
      add(
        "waiver", waivers.regulation[id], waivers.clause[id].reference.text,
        waivers.jurisdiction[id].map { chart.jurisdictions.key[$0] }, waivers.reason[id], waivers.approver[id],
        waivers.until[id])
    }
    let ignores = chart.suppressions
    for id in ignores.ids {
      add("ignore", ignores.rule[id], ignores.subject[id], ignores.reason[id], ignores.until[id])
    }
  }
}
