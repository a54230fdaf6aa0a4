import RemitModel

/// The links of oversight as they are written: one entry each, or one for several targets.
///
/// Readers make an id for each link: `kind:by:of` where none is written, and the written id followed by the target where
/// one entry has several.
struct OversightEntries: Sendable {
  struct Entry: Sendable {
    /// Written only where it is not what readers make of the rest.
    var id: String?
    /// Links that differ in their targets only; one at least.
    var links: Range<Int>
  }

  let entries: [Entry]

  /// Links that follow one another and differ in their targets only become one entry.
  static func grouped(_ chart: Chart, _ references: References) -> OversightEntries {
    OversightEntries(chart, references) { _, _ in true }
  }

  /// Each link is an entry of its own, unless two would have one id.
  static func single(_ chart: Chart, _ references: References) -> OversightEntries {
    var uses: [String: Int] = [:]
    for key in chart.oversight.key.values { uses[key, default: 0] += 1 }
    return OversightEntries(chart, references) { link, isNamed in
      isNamed && uses[chart.oversight.key[link], default: 0] > 1
    }
  }

  /// O(links).
  private init(_ chart: Chart, _ references: References, mayGroup: (_ link: ID<Oversight>, _ isNamed: Bool) -> Bool) {
    let table = chart.oversight
    var entries: [Entry] = []
    var unnamed: Set<Link> = []
    var start = 0
    while start < table.key.count {
      let link = ID<Oversight>(start)
      let implied =
        "\(table.kind[link].rawValue):\(References.bare(references.body(table.by[link]))):"
        + Self.target(link, chart, references)
      // Of two links that are alike but for a written id, the second must keep it.
      let isNamed = !table.key[link].isSame(as: implied) || !unnamed.insert(Link(link, table)).inserted
      let base = Self.base(link, chart, references)
      var end = start + 1
      while let base, mayGroup(link, isNamed), end < table.key.count, Self.isAlike(link, ID(end), table),
        Self.base(ID(end), chart, references) == base, mayGroup(ID(end), isNamed),
        isNamed || unnamed.insert(Link(ID(end), table)).inserted
      {
        end += 1
      }
      let written = end - start > 1 ? base : table.key[link]
      entries.append(Entry(id: isNamed ? written : nil, links: start..<end))
      start = end
    }
    self.entries = entries
  }

  /// What readers tell links without an id by.
  private struct Link: Hashable {
    var kind: LinkKind
    var by: Node
    var of: Node
    var scope: [String]

    init(_ link: ID<Oversight>, _ table: Oversight) {
      kind = table.kind[link]
      by = table.by[link]
      of = table.of[link]
      scope = table.scope[link].sorted()
    }
  }

  private static func target(_ link: ID<Oversight>, _ chart: Chart, _ references: References) -> String {
    References.bare(references.any(chart.oversight.of[link]))
  }

  /// A link's id without its target at the end; nil where it does not end so.
  private static func base(_ link: ID<Oversight>, _ chart: Chart, _ references: References) -> String? {
    let end = ":" + target(link, chart, references)
    let key = chart.oversight.key[link]
    guard key.utf8.count > end.utf8.count, key.utf8.suffix(end.utf8.count).elementsEqual(end.utf8) else { return nil }
    return String(decoding: key.utf8.dropLast(end.utf8.count), as: UTF8.self)
  }

  private static func isAlike(_ a: ID<Oversight>, _ b: ID<Oversight>, _ table: Oversight) -> Bool {
    table.kind[a] == table.kind[b] && table.by[a] == table.by[b] && table.of[a] != table.of[b]
      && table.scope[a] == table.scope[b] && table.instrument[a] == table.instrument[b]
      && table.basis[a].map(\.reference.text) == table.basis[b].map(\.reference.text)
      && table.perYear[a] == table.perYear[b] && table.planned[a] == table.planned[b]
      && table.feeds[a] == table.feeds[b]
  }
}
