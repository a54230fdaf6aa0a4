import RemitModel

@testable import RemitExport

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// A chart that readers accept, of random rows with texts that are hard to write.
struct RandomChart {
  private var random: SplitMix
  private var contents = ChartContents()
  private var used: Set<String> = []
  private let traits: Traits
  private let texts: [String]

  /// What a chart may have in it.
  struct Traits: OptionSet {
    let rawValue: Int
    /// Assignments with terms, and leads of one letter only.
    static let terms = Traits(rawValue: 1)
    /// Texts that tables do not keep: empty ones, blanks around words, and control characters in them.
    static let blanks = Traits(rawValue: 2)
  }

  static let texts = [
    "责任", "plain", "two words", "", "a, b", "[x]", "{y}", "it's", "\"q\"", "'q'", "#no", "x #y", "x: y", "x:y", "- x",
    "? x", "-", "~", "null", "Yes", "no", "true", "12", "1.50", "0x1F", "1e3", "2026-06-30", ".5", "=cmd()", "+1", "@x",
    "-1", "'=x", "''@", "a;b", "a；b", "；", "a\\", "a\\b", "\\;", ";", "\\", "line\nbreak", "cr\rlf\r\n", "\ttab",
    " lead", "trail ",
    "\u{202E}abc", "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "<script>alert(1)</script>", "a\0b", "\u{85}", "\u{2028}x", "\u{FEFF}bom", "\u{FFFE}",
    "\u{7F}",
    "e\u{301}", "\u{E9}", "\u{3000}", "%TAG", "&anchor", "*alias", "!tag", "|", ">", "`", "---", "...", "<<", "：全角，",
    String(repeating: "长", count: 300),
  ]

  static func make(seed: UInt64, _ traits: Traits) -> Chart {
    var chart = RandomChart(random: SplitMix(state: seed), traits)
    chart.fill()
    return Chart(chart.contents)
  }

  private init(random: SplitMix, _ traits: Traits) {
    self.random = random
    self.traits = traits
    texts = traits.contains(.blanks) ? Self.texts : Self.texts.filter { !$0.isEmpty && !$0.allSatisfy(\.isWhitespace) }
  }

  // MARK: Values

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func text() -> String { texts.randomElement(using: &random) ?? "" }

  private mutating func pair() -> Localized { chance(50) ? Localized(filled()) : Localized(zh: text(), en: text()) }

  private mutating func filled() -> String {
    let text = text()
    return text.isEmpty ? "x" : text
  }

  private mutating func pairOrNone() -> Localized? { chance(60) ? pair() : nil }

  private mutating func day() -> CalendarDay? {
    chance(60) ? CalendarDay(year: number(1...2100), month: number(1...12), day: number(1...28)) : nil
  }

  /// A text without control characters, which no id may hold.
  private mutating func word() -> String {
    let scalars = filled().unicodeScalars.filter { $0.properties.generalCategory != .control }
    let word = String(String.UnicodeScalarView(scalars))
    return word.isEmpty || !traits.contains(.blanks) && !word.isWord ? "x" : word
  }

  /// A new id of a table; other tables may have it too.
  private mutating func key(_ table: String) -> String {
    while true {
      let base = chance(40) ? ["a", "b", "c", "post:a", "duty:b", "organization:c"].randomElement(using: &random) : nil
      let key = (base ?? word()) + (chance(30) ? "-\(number(0...99))" : "")
      if used.insert(table + "/" + key).inserted { return key }
    }
  }

  private mutating func name(_ key: String) -> Localized { chance(20) ? Localized(key) : pair() }

  private mutating func some<Entity>(_ ids: IDs<Entity>, _ most: Int) -> [ID<Entity>] {
    Array(ids.shuffled(using: &random).prefix(number(0...most)))
  }

  private mutating func tags() -> [String] {
    let known = texts.filter { !$0.isEmpty && (traits.contains(.blanks) || $0.isWord) }
    return Array(Set(known).sorted().shuffled(using: &random).prefix(number(0...3)))
  }

  private mutating func clauses() -> [Cited] {
    let all = ["5.2", "7(4)", "law:7", "other law:第三条", ":5", "r:", "a:b:7(1)", "9", word()]
    return all.shuffled(using: &random).prefix(number(0...3)).map { Cited(ClauseReference(text: $0), at: .none) }
  }

  private mutating func node(_ withDuties: Bool) -> Node? {
    switch number(0...(withDuties ? 2 : 1)) {
    case 0: contents.posts.ids.randomElement(using: &random).map { .post($0) }
    case 1: contents.organizations.ids.randomElement(using: &random).map { .organization($0) }
    default: contents.duties.ids.randomElement(using: &random).map { .duty($0) }
    }
  }

  // MARK: Tables

  private mutating func fill() {
    contents.key = key("chart")
    contents.title = name(contents.key)
    contents.asOf = day()
    addPlaces()
    for _ in 0..<number(0...6) { addPost() }
    addHolders()
    for _ in 0..<number(0...6) { addDuty() }
    for _ in 0..<number(0...10) { addOversight() }
    addRest()
  }

  private mutating func addPlaces() {
    let count = number(0...3)
    let hasLevels = chance(70)
    if count == 0 { contents.addJurisdiction(key: contents.key, name: contents.title, level: nil, place: .none) }
    for index in 0..<count {
      let key = key("jurisdiction")
      contents.addJurisdiction(
        key: key, name: name(key), level: hasLevels ? Level.allCases[index] : nil, place: .none)
      if index > 0, chance(50) { contents.jurisdictions.parent.set(ID(index), to: ID(number(0...(index - 1)))) }
    }
    let bodies = number(0...5)
    if bodies == 0 { addOrganization(contents.key, contents.title, .other, place: 0) }
    for index in 0..<bodies {
      let key = key("organization")
      let kind = OrganizationKind.known.randomElement(using: &random) ?? "other"
      addOrganization(
        key, name(key), OrganizationKind(word: kind), place: number(0...(contents.jurisdictions.key.count - 1)))
      if index > 0, chance(60) { contents.organizations.parent.set(ID(index), to: ID(number(0...(index - 1)))) }
      if chance(20) { contents.organizations.apex.set(ID(index), to: true) }
    }
  }

  private mutating func addOrganization(_ key: String, _ name: Localized, _ kind: OrganizationKind, place: Int) {
    contents.organizations.key.append(key)
    contents.organizations.name.append(name)
    contents.organizations.kind.append(kind)
    contents.organizations.jurisdiction.append(ID(place))
    contents.organizations.parent.append(nil)
    contents.organizations.apex.append(false)
    contents.organizations.place.append(.none)
  }

  private mutating func addPost() {
    let id = ID<Post>(contents.posts.key.count)
    let key = key("post")
    contents.posts.key.append(key)
    contents.posts.name.append(name(key))
    contents.posts.organization.append(ID(number(0...(contents.organizations.key.count - 1))))
    contents.posts.role.append(chance(40) ? role() : nil)
    contents.posts.apex.append(chance(20))
    if chance(15) {
      contents.posts.staff.set(ID(contents.posts.apex.count - 1), to: [0, 0.5, 12, 2238.94][number(0...3)])
    }
    contents.posts.status.append(chance(60) ? .active : Status.allCases.randomElement(using: &random) ?? .draft)
    contents.posts.adopts.append(clauses())
    contents.posts.place.append(.none)
    for other in some(contents.posts.ids, 3) { contents.superiors.append(id, other, at: .none) }
    for other in some(contents.posts.ids, 2) { contents.dotted.append(id, other, at: .none) }
    for other in some(contents.organizations.ids, 2) { contents.charges.append(id, other, at: .none) }
  }

  /// A role of the chart, or a new one.
  private mutating func role() -> ID<Role> {
    if chance(50), let known = contents.roles.ids.randomElement(using: &random) { return known }
    let key = key("role")
    contents.roles.key.append(key)
    contents.roles.name.append(Localized(key))
    return ID(contents.roles.key.count - 1)
  }

  private mutating func addHolders() {
    for post in contents.posts.ids {
      for _ in 0..<number(0...2) {
        var person = contents.persons.ids.randomElement(using: &random)
        if person == nil || chance(60) {
          let key = key("person")
          person = ID(contents.persons.key.count)
          contents.persons.key.append(key)
          contents.persons.name.append(name(key))
          contents.persons.place.append(.none)
        }
        let days = [day(), day()].compactMap { $0 }.sorted()
        contents.tenures.post.append(post)
        contents.tenures.person.append(person ?? ID(0))
        contents.tenures.from.append(days.first)
        contents.tenures.until.append(days.count > 1 ? days[1] : nil)
        contents.tenures.acting.append(chance(20))
        contents.tenures.place.append(.none)
      }
    }
  }

  private mutating func addDuty() {
    let id = ID<Duty>(contents.duties.key.count)
    let key = key("duty")
    contents.duties.key.append(key)
    contents.duties.title.append(name(key))
    contents.duties.jurisdiction.append(ID(number(0...(contents.jurisdictions.key.count - 1))))
    contents.duties.domains.append(tags())
    contents.duties.basis.append(clauses())
    contents.duties.joint.append(chance(20))
    contents.duties.status.append([.active, .active, .abolished, .draft].randomElement(using: &random) ?? .active)
    contents.duties.risk.append(chance(50) ? Risk.allCases.randomElement(using: &random) : nil)
    contents.duties.place.append(.none)
    for letter in Letter.allCases {
      let nodes = (0..<number(0...3)).compactMap { _ in node(false) }
      for node in Set(nodes).sorted() {
        contents.assignments.append(
          duty: id, assignee: node, letter: letter, term: traits.contains(.terms) && chance(20) ? pair() : nil,
          lead: traits.contains(.terms) && chance(30), place: .none)
      }
    }
    if !traits.contains(.terms) { markLeads(id) }
  }

  /// Leads as the key `lead` can tell them.
  private mutating func markLeads(_ duty: ID<Duty>) {
    let table = contents.assignments
    let own = table.ids.filter { table.duty[$0] == duty }
    guard chance(50), let lead = own.randomElement(using: &random) else { return }
    let letters = own.filter { table.assignee[$0] == table.assignee[lead] }
    let strong = letters.filter { table.letter[$0] < .supports }
    for letter in strong.isEmpty ? letters : strong { contents.assignments.lead.set(letter, to: true) }
  }

  private mutating func addOversight() {
    guard let by = node(false) else { return }
    let kind = LinkKind.allCases.randomElement(using: &random) ?? .audit
    let targets = Set((0..<number(1...3)).compactMap { _ in node(true) }).sorted()
    let (scope, instrument, basis) = (tags(), pairOrNone(), clauses())
    let perYear: Double? = [nil, 0, 0.2, 1, 12, 1e21, 0.1 + 0.2].randomElement(using: &random) ?? nil
    let planned: Bool? = [nil, true, false].randomElement(using: &random) ?? nil
    let feeds = Array(Set((0..<number(0...2)).compactMap { _ in node(false) })).sorted()
    let written = chance(40) ? key("oversight") : nil
    let references = References(
      Chart(contents), hasOrganizations: Implied(Chart(contents)).hasOrganizations)
    func bare(_ node: Node, _ text: (Node) -> String) -> String { References.bare(text(node)) }
    for of in targets {
      let target = bare(of, references.any)
      let implied = "\(kind.rawValue):\(bare(by, references.body)):\(target)"
      let key = written.map { targets.count > 1 ? "\($0):\(target)" : $0 } ?? implied
      // Readers refuse what is the same to the id and the scope.
      let cell = "\(written ?? "")/\(kind)/\(by)/\(of)/\(scope.sorted())"
      guard used.insert(cell).inserted else { continue }
      contents.oversight.key.append(key)
      contents.oversight.kind.append(kind)
      contents.oversight.by.append(by)
      contents.oversight.of.append(of)
      contents.oversight.scope.append(scope)
      contents.oversight.instrument.append(instrument)
      contents.oversight.basis.append(basis)
      contents.oversight.perYear.append(perYear)
      contents.oversight.planned.append(planned)
      contents.oversight.feeds.append(feeds)
      contents.oversight.place.append(.none)
    }
  }

  private mutating func addRest() {
    for _ in 0..<number(0...2) where !contents.duties.key.values.isEmpty {
      let duties = some(contents.duties.ids, 3)
      contents.conflicts.key.append(key("conflict"))
      contents.conflicts.duties.append(duties.isEmpty ? [ID(0)] : duties)
      contents.conflicts.atMost.append(number(0...3))
      contents.conflicts.place.append(.none)
    }
    for clause in clauses() {
      contents.waivers.regulation.append(clause.reference.regulation)
      contents.waivers.clause.append(clause)
      contents.waivers.jurisdiction.append(contents.jurisdictions.ids.randomElement(using: &random))
      contents.waivers.reason.append(pairOrNone())
      contents.waivers.approver.append(pairOrNone())
      contents.waivers.until.append(day())
      contents.waivers.place.append(.none)
    }
    for _ in 0..<number(0...3) {
      contents.suppressions.rule.append(word())
      contents.suppressions.subject.append(chance(50) ? word() : nil)
      contents.suppressions.reason.append(pairOrNone())
      contents.suppressions.until.append(day())
      contents.suppressions.place.append(.none)
    }
  }
}
