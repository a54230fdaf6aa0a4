import RemitModel
import RemitSource

extension ChartLinker {
  private struct Cell: Hashable {
    var key: String
    var kind: LinkKind
    var by: Node
    var of: Node
    var scope: [String]
  }

  func linkOversight() {
    let written = draft.oversight.compactMap(\.key)
    _ = KeyIndex<Oversight>(written, noun: Noun.oversight, prefix: "oversight", log: log)
    var seen: [Cell: Place] = [:]
    seen.reserveCapacity(draft.oversight.count)
    seen.reserveCapacity(draft.oversight.count)
    for row in draft.oversight {
      let by = nodes.resolve(row.by, .postsAndOrganizations, log: log)
      let targets = row.of.map { ($0, nodes.resolve($0, .everything, log: log)) }
      let feeds = distinct(row.feeds) { nodes.resolve($0, .postsAndOrganizations, log: log) }.map(\.target)
      let basis = cited(row.basis)
      for case (let reference, let of?) in targets {
        guard let by else { continue }
        let place = row.of.count > 1 ? reference.place : row.place
        let cell = Cell(
          key: key(of: row, to: reference.value), kind: row.kind, by: by, of: of,
          scope: row.scope.count > 1 ? row.scope.sorted() : row.scope)
        if let first = seen.updateValue(place, forKey: cell) {
          reportRepeated(cell.key, at: place, first)
        } else {
          append(row, cell, feeds: feeds, basis: basis, place: place)
        }
      }
    }
  }

  /// The written id, followed by the target where there are several; else kind, overseer and target.
  private func key(of row: OversightDraft, to target: String) -> String {
    guard let key = row.key else {
      return "\(row.kind.rawValue):\(nodes.bare(row.by.value)):\(nodes.bare(target))"
    }
    return row.of.count > 1 ? "\(key.value):\(nodes.bare(target))" : key.value
  }

  private func reportRepeated(_ key: String, at place: Place, _ first: Place) {
    let spelled = log.spelled(first)
    log.report(
      at: place,
      Localized(
        zh: "监督关系 \(quoted(key)) 重复；第一次在 \(spelled)；应合并，或各写不同的 id 或 scope",
        en:
          "the oversight link \(quoted(key)) is repeated; the first is at \(spelled); merge them, or give them different ids or scopes"
      ))
  }

  private func append(
    _ row: OversightDraft, _ cell: Cell, feeds: [Node], basis: [Cited], place: Place
  ) {
    contents.oversight.key.append(cell.key)
    contents.oversight.kind.append(cell.kind)
    contents.oversight.by.append(cell.by)
    contents.oversight.of.append(cell.of)
    contents.oversight.scope.append(row.scope)
    contents.oversight.instrument.append(row.instrument)
    contents.oversight.basis.append(basis)
    contents.oversight.perYear.append(row.perYear)
    contents.oversight.planned.append(row.planned)
    contents.oversight.feeds.append(feeds)
    contents.oversight.place.append(place)
  }
}
