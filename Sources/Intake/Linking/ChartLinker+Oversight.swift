import RemitModel
import RemitSource

extension ChartLinker {
  /// What tells an oversight link from others.
  private struct Cell: Hashable {
    /// As written; −1 for none.
    var key: Int32
    var kind: LinkKind
    var by: Node
    var of: Node
    /// −1 for none, a name for one, and a number for each set of several.
    var scope: Int32
  }

  /// Numbers sets of scopes, whatever their order.
  private struct Scopes {
    private var several: [[Int32]: Int32] = [:]

    mutating func number(_ scope: ArraySlice<Sourced<Name>>) -> Int32 {
      guard scope.count > 1 else { return scope.first?.value.raw ?? -1 }
      let set = scope.map(\.value.raw).sorted()
      let number = several[set] ?? -2 - Int32(several.count)
      several[set] = number
      return number
    }
  }

  func linkOversight() {
    var rows = KeyRows(names: names.count)
    let keys = NameIndex<Oversight>(
      draft.oversight.compactMap(\.key), .other, noun: Noun.oversight, prefix: "oversight", rows: &rows, names: names,
      log: log, mayRepeat: true)
    var scopes = Scopes()
    var seen: [Cell: Place] = [:]
    var table = Oversight()
    table.reserve(rows: draft.oversight.count)
    for row in draft.oversight {
      let by = nodes.resolve(row.by, .postsAndOrganizations, log: log)
      // A link with an id and a target of its own is like no other.
      let isUnique = row.of.count == 1 && row.key.map { keys.isUnique($0.value) } ?? false
      let scope = isUnique ? -1 : scopes.number(draft[row.scope])
      for reference in draft[row.of] {
        guard let of = nodes.resolve(reference, .everything, log: log), let by else { continue }
        let place = row.of.count > 1 ? reference.place : row.place
        if !isUnique {
          let cell = Cell(key: row.key?.value.raw ?? -1, kind: row.kind, by: by, of: of, scope: scope)
          if let first = seen.updateValue(place, forKey: cell) {
            reportRepeated(key(of: row, to: reference.value), at: place, first)
            continue
          }
        }
        if row.of.count == 1, let key = row.key {
          names.withUTF8(of: key.value) { table.key.append(utf8: $0) }
        } else {
          table.key.append(key(of: row, to: reference.value))
        }
        append(row, to: &table, by: by, of: of, place: place)
      }
    }
    contents.oversight = table
  }

  /// The written id, followed by the target where there are several; else kind, overseer and target.
  private func key(of row: OversightDraft, to target: Name) -> String {
    guard let key = row.key else {
      return "\(row.kind.rawValue):\(nodes.bare(row.by.value)):\(nodes.bare(target))"
    }
    return row.of.count > 1 ? "\(names[key.value]):\(nodes.bare(target))" : names[key.value]
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

  private func append(_ row: OversightDraft, to table: inout Oversight, by: Node, of: Node, place: Place) {
    table.kind.append(row.kind)
    table.by.append(by)
    table.of.append(of)
    addScope(row.scope, to: &table.scope)
    table.instrument.append(code: instrument(row.instrument, in: &table.instrument))
    addCited(row.basis, of: draft, to: &table.basis)
    table.perYear.append(row.perYear)
    table.planned.append(row.planned)
    if !row.feeds.isEmpty {
      forEachDistinct(row.feeds, { nodes.resolve($0, .postsAndOrganizations, log: log) }) { node, _ in
        table.feeds.add(node)
      }
    }
    table.feeds.endRow()
    table.place.append(place)
  }
}
