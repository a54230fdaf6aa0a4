import RemitModel

extension Inspection {
  /// The names of entities in one phrase: the first few, and how many more there are.
  package func list(_ entities: [Entity], atMost most: Int = 3) -> Localized {
    let shown = entities.prefix(most)
    let rest = entities.count - shown.count
    let room = shown.reduce(0) { $0 &+ chart.glance(at: $1) }
    var (zh, en) = ("", "")
    zh.reserveCapacity(room)
    en.reserveCapacity(room)
    for entity in shown {
      let name = chart.name(of: entity)
      if !zh.isEmpty {
        zh += "、"
        en += ", "
      }
      zh += "“"
      zh += name.zh
      zh += "”"
      en += "“"
      en += name.en
      en += "”"
    }
    guard rest > 0 else { return Localized(zh: zh, en: en) }
    return Localized(zh: "\(zh)等 \(entities.count) 个", en: "\(en) and \(rest) more")
  }

  /// Clause numbers as they are cited, in one phrase.
  package func citations(_ numbers: [ClauseNumber]) -> Localized {
    Localized(
      zh: numbers.map(\.citation.zh).joined(separator: "、"), en: numbers.map(\.citation.en).joined(separator: ", "))
  }

  /// Clauses of one of the chart's regulations.
  package func clauses(_ numbers: [ClauseNumber], of regulation: Int) -> [CitedClause] {
    numbers.map { clause($0, of: regulation) }
  }
}

extension Chart {
  /// A clause as this chart's files would cite it: bare for the first regulation, else with the regulation's id.
  package func citationText(_ number: ClauseNumber, of regulation: Int) -> String {
    regulation == 0 ? number.description : "\(regulations[regulation].key):\(number)"
  }
}

extension Chart {
  /// What rows of oversight that were written as one link have in common.
  private struct Link: Hashable {
    let stem: Substring
    let by: Node
    let basis: Set<ClauseReference>
    let feeds: Set<Node>
    let planned: Bool?
  }

  /// Rows of oversight put together as they were written, in the order of their first: a link with several targets is
  /// several rows. Where they stand in the file does not count, so what was written apart and alike is one link too.
  package func asWritten(_ rows: [ID<Oversight>]) -> [[ID<Oversight>]] {
    var links: [[ID<Oversight>]] = []
    var known: [Link: Int] = [:]
    for row in rows {
      guard let stem = stem(of: row) else {
        links.append([row])
        continue
      }
      let link = Link(
        stem: stem, by: oversight.by[row], basis: Set(oversight.basis[row].map(\.reference)),
        feeds: Set(oversight.feeds[row]), planned: oversight.planned[row])
      if let index = known[link] {
        links[index].append(row)
      } else {
        known[link] = links.count
        links.append([row])
      }
    }
    return links
  }

  /// The part of a row's id before its target, which rows that were written as one share; nil for an id of its own.
  private func stem(of row: ID<Oversight>) -> Substring? {
    let target = ":" + key(of: Entity(oversight.of[row]))
    let key = oversight.key[row]
    return key.hasSuffix(target) ? key.dropLast(target.count) : nil
  }
}
