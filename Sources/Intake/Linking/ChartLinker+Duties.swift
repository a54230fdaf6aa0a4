import RemitModel
import RemitSource

extension ChartLinker {
  /// An assignment whose ends are found.
  private struct Letters {
    var assignee: Node
    var letter: Letter
    var term: Int32
    var lead: Bool
    var place: Place
  }

  func linkDuties() {
    let grouped = groupedAssignments()
    var table = Duty()
    var assignments = Assignment()
    table.reserve(rows: draft.duties.count)
    assignments.reserve(rows: draft.assignments.count)
    for (index, row) in draft.duties.enumerated() {
      let rows = grouped.rows[grouped.starts[index]..<grouped.starts[index + 1]]
      var letters = letters(of: rows, grouped.assignees, &assignments.term)
      markLeads(of: row, &letters)
      append(row, of: draft, to: &table, jurisdiction: jurisdiction(of: row) { strongest(letters) })
      for letter in letters {
        assignments.append(
          duty: ID(index), assignee: letter.assignee, letter: letter.letter, term: letter.term, lead: letter.lead,
          place: letter.place)
      }
    }
    contents.duties = table
    contents.assignments = assignments
  }

  /// Links the duties whose letters are linked already: sorted by duty, and each once.
  func linkDuties(_ assignments: Assignment) {
    let (draft, jurisdictions) = (draft, jurisdictions)
    var table = Duty()
    table.reserve(rows: draft.duties.count)
    table.domains.reserve(
      rows: draft.duties.count, items: draft.duties.reduce(0) { $0 + Int($1.domains.count) })
    table.basis.reserve(rows: draft.duties.count, items: draft.duties.reduce(0) { $0 + Int($1.basis.count) })
    table.key.reserve(names, &table.title, draft.duties.lazy.map(\.title), of: draft.texts)
    let duties = assignments.duty.values
    var next = 0
    for (index, row) in draft.duties.enumerated() {
      let start = next
      while next < duties.count, duties[next].index == index { next += 1 }
      let own = row.jurisdiction.map { resolve($0, in: jurisdictions) ?? ID(0) }
      let jurisdiction = own ?? jurisdiction(of: row) { strongest(start..<next, of: assignments) }
      append(row, of: draft, to: &table, jurisdiction: jurisdiction)
    }
    contents.duties = table
    contents.assignments = assignments
  }

  private func append(
    _ row: DutyDraft, of draft: ChartDraft, to table: inout Duty, jurisdiction: ID<Jurisdiction>
  ) {
    draft.names.append(row.key.value, to: &table.key)
    row.title.append(to: &table.title, from: draft.texts, orKey: row.key.value, of: draft.names)
    table.jurisdiction.append(jurisdiction)
    addDomains(row.domains, of: draft, to: &table.domains)
    addCited(row.basis, of: draft, to: &table.basis)
    table.joint.append(row.joint)
    table.status.append(row.status)
    table.risk.append(row.risk)
    table.place.append(row.place)
  }

  /// The rows of assignments by duty, each with its assignee; rows whose duty nobody knows are left out.
  private func groupedAssignments() -> (rows: [Int32], starts: [Int], assignees: [Node?]) {
    var starts = [Int](repeating: 0, count: draft.duties.count + 1)
    var assignees: [Node?] = []
    assignees.reserveCapacity(draft.assignments.count)
    let found = draft.assignments.map { row in
      let duty = resolve(row.duty, in: duties)
      assignees.append(nodes.resolve(row.assignee, .postsAndOrganizations, log: log))
      if let duty { starts[duty.index + 1] += 1 }
      return duty?.raw ?? -1
    }
    for duty in draft.duties.indices { starts[duty + 1] += starts[duty] }
    var next = starts
    var rows = [Int32](repeating: 0, count: starts[draft.duties.count])
    for (row, duty) in found.enumerated() where duty >= 0 {
      rows[next[Int(duty)]] = Int32(row)
      next[Int(duty)] += 1
    }
    return (rows, starts, assignees)
  }

  /// The letters of one duty, each once.
  private func letters(
    of rows: ArraySlice<Int32>, _ assignees: [Node?], _ terms: inout SharedColumn<Assignment, Localized?>
  ) -> [Letters] {
    var letters: [Letters] = []
    letters.reserveCapacity(rows.count)
    var seen = SeenLetters()
    for index in rows {
      guard let assignee = assignees[Int(index)] else { continue }
      let row = draft.assignments[Int(index)]
      if let first = seen.first(assignee, row.letter, among: letters) {
        reportRepeated(row, first: first)
      } else {
        letters.append(
          Letters(
            assignee: assignee, letter: row.letter, term: term(row.term, in: &terms), lead: row.lead,
            place: row.assignee.place))
      }
    }
    return letters
  }

  /// Finds a letter that a duty has already: by looking, or in a table where a duty has many.
  private struct SeenLetters {
    private struct Cell: Hashable {
      var assignee: Node
      var letter: Letter
    }

    private static let few = 24
    private var cells: [Cell: Place] = [:]

    mutating func first(_ assignee: Node, _ letter: Letter, among letters: [Letters]) -> Place? {
      guard letters.count >= Self.few else {
        return letters.first { $0.assignee == assignee && $0.letter == letter }?.place
      }
      // The table takes over at once what was looked through so far, then each letter when the next one is looked up.
      for known in letters.count == Self.few ? letters[...] : letters.suffix(1) {
        cells[Cell(assignee: known.assignee, letter: known.letter)] = known.place
      }
      return cells[Cell(assignee: assignee, letter: letter)]
    }
  }

  private func reportRepeated(_ row: AssignmentDraft, first: Place) {
    let place = log.spelled(first)
    let (assignee, duty) = (quoted(names[row.assignee.value]), quoted(names[row.duty.value]))
    log.report(
      at: row.assignee.place,
      Localized(
        zh:
          "\(assignee) 在职责 \(duty) 上已有字母 \(row.letter.rawValue)；第一次在 \(place)",
        en:
          "\(assignee) already has the letter \(row.letter.rawValue) on duty \(duty); the first is at \(place)"
      ))
  }

  /// Marks the A and R of those who lead, else whatever letter they have.
  private func markLeads(of row: DutyDraft, _ letters: inout [Letters]) {
    for lead in draft[row.leads] {
      guard let node = nodes.resolve(lead, .postsAndOrganizations, log: log) else { continue }
      let own = letters.indices.filter { letters[$0].assignee == node }
      let strong = own.filter { letters[$0].letter == .accountable || letters[$0].letter == .responsible }
      for index in strong.isEmpty ? own : strong { letters[index].lead = true }
      guard own.isEmpty else { continue }
      let holders = letters.compactMap { contents.key(of: $0.assignee) }
      let (text, duty) = (names[lead.value], quoted(names[row.key.value]))
      log.report(
        at: lead.place,
        Localized(
          zh: "\(quoted(text)) 牵头职责 \(duty)，却没有任何字母；应先列入 accountable、responsible 等",
          en:
            "\(quoted(text)) leads duty \(duty) without a letter on it; expected it under accountable, responsible or another letter"
        ), suggestion: log.suggestion(for: text, among: holders))
    }
  }

  /// A duty's own jurisdiction, else that of whoever answers for it.
  private func jurisdiction(of row: DutyDraft, _ strongest: () -> Node?) -> ID<Jurisdiction> {
    if let reference = row.jurisdiction { return resolve(reference, in: jurisdictions) ?? ID(0) }
    switch strongest() {
    case .post(let post): return contents.organizations.jurisdiction[contents.posts.organization[post]]
    case .organization(let organization): return contents.organizations.jurisdiction[organization]
    case .duty, nil: return ID(0)
    }
  }

  private func strongest(_ letters: [Letters]) -> Node? {
    (letters.first { $0.letter == .accountable } ?? letters.first { $0.letter == .responsible } ?? letters.first)?
      .assignee
  }

  private func strongest(_ rows: Range<Int>, of table: Assignment) -> Node? {
    let letters = table.letter.values
    let row =
      rows.first { letters[$0] == .accountable } ?? rows.first { letters[$0] == .responsible } ?? rows.first
    return row.map { table.assignee[ID($0)] }
  }
}

extension ChartContents {
  func key(of node: Node) -> String {
    switch node {
    case .post(let id): posts.key[id]
    case .organization(let id): organizations.key[id]
    case .duty(let id): duties.key[id]
    }
  }
}
