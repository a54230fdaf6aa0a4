import RemitModel
import RemitSource

extension ChartLinker {
  /// An assignment whose ends are found.
  private struct Letters {
    var assignee: Node
    var letter: Letter
    var term: Localized?
    var lead: Bool
    var place: Place
  }

  func linkDuties() {
    var assigned = assignments()
    for (index, row) in draft.duties.enumerated() {
      markLeads(of: row, &assigned[index])
      contents.duties.key.append(row.key.value)
      contents.duties.title.append(row.title ?? Localized(row.key.value))
      contents.duties.jurisdiction.append(jurisdiction(of: row, assigned[index]))
      contents.duties.domains.append(row.domains)
      contents.duties.basis.append(cited(row.basis))
      contents.duties.joint.append(row.joint)
      contents.duties.status.append(row.status)
      contents.duties.risk.append(row.risk)
      contents.duties.place.append(row.place)
      for letter in assigned[index] {
        contents.assignments.append(
          duty: ID(index), assignee: letter.assignee, letter: letter.letter, term: letter.term, lead: letter.lead,
          place: letter.place)
      }
    }
  }

  private func assignments() -> [[Letters]] {
    var result = [[Letters]](repeating: [], count: draft.duties.count)
    var seen = SeenLetters()
    var last: (key: String, duty: ID<Duty>)?
    for row in draft.assignments {
      // The rows of one duty mostly follow one another.
      if last?.key != row.duty.value { last = duties.resolve(row.duty, log: log).map { (row.duty.value, $0) } }
      guard let duty = last?.duty, let assignee = nodes.resolve(row.assignee, .postsAndOrganizations, log: log) else {
        continue
      }
      if let first = seen.first(duty, assignee, row.letter, among: result[duty.index]) {
        reportRepeated(row, first: first)
        continue
      }
      result[duty.index].append(
        Letters(
          assignee: assignee, letter: row.letter, term: row.term, lead: row.lead, place: row.assignee.place))
    }
    return result
  }

  /// Finds a letter that a duty has already: by looking, or in a table where a duty has many.
  private struct SeenLetters {
    private struct Cell: Hashable {
      var duty: ID<Duty>
      var assignee: Node
      var letter: Letter
    }

    private static let few = 24
    private var cells: [Cell: Place] = [:]

    mutating func first(
      _ duty: ID<Duty>, _ assignee: Node, _ letter: Letter, among letters: [Letters]
    ) -> Place? {
      guard letters.count >= Self.few else {
        return letters.first { $0.assignee == assignee && $0.letter == letter }?.place
      }
      // The table takes over at once what was looked through so far, then each letter when the next one is looked up.
      for known in letters.count == Self.few ? letters[...] : letters.suffix(1) {
        cells[Cell(duty: duty, assignee: known.assignee, letter: known.letter)] = known.place
      }
      return cells[Cell(duty: duty, assignee: assignee, letter: letter)]
    }
  }

  private func reportRepeated(_ row: AssignmentDraft, first: Place) {
    let place = log.spelled(first)
    log.report(
      at: row.assignee.place,
      Localized(
        zh:
          "\(quoted(row.assignee.value)) 在职责 \(quoted(row.duty.value)) 上已有字母 \(row.letter.rawValue)；第一次在 \(place)",
        en:
          "\(quoted(row.assignee.value)) already has the letter \(row.letter.rawValue) on duty \(quoted(row.duty.value)); the first is at \(place)"
      ))
  }

  /// Marks the A and R of those who lead, else whatever letter they have.
  private func markLeads(of row: DutyDraft, _ letters: inout [Letters]) {
    for lead in row.leads {
      guard let node = nodes.resolve(lead, .postsAndOrganizations, log: log) else { continue }
      let own = letters.indices.filter { letters[$0].assignee == node }
      let strong = own.filter { letters[$0].letter == .accountable || letters[$0].letter == .responsible }
      for index in strong.isEmpty ? own : strong { letters[index].lead = true }
      guard own.isEmpty else { continue }
      let holders = letters.compactMap { contents.key(of: $0.assignee) }
      log.report(
        at: lead.place,
        Localized(
          zh: "\(quoted(lead.value)) 牵头职责 \(quoted(row.key.value))，却没有任何字母；应先列入 accountable、responsible 等",
          en:
            "\(quoted(lead.value)) leads duty \(quoted(row.key.value)) without a letter on it; expected it under accountable, responsible or another letter"
        ), suggestion: log.suggestion(for: lead.value, among: holders))
    }
  }

  private func jurisdiction(of row: DutyDraft, _ letters: [Letters]) -> ID<Jurisdiction> {
    if let reference = row.jurisdiction { return jurisdictions.resolve(reference, log: log) ?? ID(0) }
    let strongest =
      letters.first { $0.letter == .accountable } ?? letters.first { $0.letter == .responsible } ?? letters.first
    switch strongest?.assignee {
    case .post(let post): return contents.organizations.jurisdiction[contents.posts.organization[post]]
    case .organization(let organization): return contents.organizations.jurisdiction[organization]
    case .duty, nil: return ID(0)
    }
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
