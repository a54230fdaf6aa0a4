import RemitModel

extension YAMLWriter {
  mutating func addDuties() {
    let (chart, implied, references) = (chart, implied, references)
    let table = chart.duties
    add("duties", table.ids, compact: false) { id, row in
      row.add("id", text: table.key[id])
      row.add("title", name: table.title[id], of: table.key[id])
      if implied.jurisdiction(of: id) != table.jurisdiction[id] {
        row.add("jurisdiction", text: chart.jurisdictions.key[table.jurisdiction[id]])
      }
      row.add("domain", texts: table.domains[id])
      row.add("basis", clauses: table.basis[id])
      let leads = Leads(chart, id)
      for letter in Letter.allCases {
        let assignments = chart.letters[id].filter { chart.assignments.letter[$0] == letter }
        row.add(letter.key, oneOrMore: assignments.map { Self.assignee($0, chart, references, leads) })
      }
      row.add("lead", oneOrMore: leads.listed.map { .text(references.body($0)) })
      row.add("joint", flag: table.joint[id])
      row.add("status", table.status[id] == .active ? nil : .word(table.status[id].rawValue))
      row.add("risk", table.risk[id].map { .word($0.rawValue) })
    }
  }

  /// An id, or a mapping where there is more to say of it.
  private static func assignee(
    _ id: ID<Assignment>, _ chart: Chart, _ references: References, _ leads: Leads
  ) -> YAMLNode {
    let node = chart.assignments.assignee[id]
    let isMarked = chart.assignments.lead[id] && !leads.contains(node)
    guard isMarked || chart.assignments.term[id] != nil else { return .text(references.body(node)) }
    var row = YAMLPairs()
    row.add("post", text: references.body(node))
    row.add("term", pair: chart.assignments.term[id])
    row.add("lead", flag: isMarked)
    return .mapping(row)
  }
}

/// Who leads a duty, as far as its key `lead` can tell: it marks the A and R of those it names, else whatever letters
/// they have.
private struct Leads {
  /// In the order of their letters.
  private(set) var listed: [Node] = []
  private var known: Set<Node> = []

  /// O(letters).
  init(_ chart: Chart, _ duty: ID<Duty>) {
    let letters = chart.letters[duty]
    let table = chart.assignments
    guard letters.contains(where: { table.lead[$0] }) else { return }
    let own = Dictionary(grouping: letters) { table.assignee[$0] }
    for letter in letters where table.lead[letter] {
      let node = table.assignee[letter]
      guard let letters = own[node], known.insert(node).inserted else { continue }
      let strong = letters.filter { table.letter[$0] == .accountable || table.letter[$0] == .responsible }
      let unmarked = letters.filter { !table.lead[$0] }
      let canTell =
        strong.isEmpty
        ? unmarked.isEmpty
        : strong.count + unmarked.count == letters.count
          && strong.allSatisfy { table.lead[$0] }
      if canTell { listed.append(node) } else { known.remove(node) }
    }
  }

  func contains(_ node: Node) -> Bool { known.contains(node) }
}
