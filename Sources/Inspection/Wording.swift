import RemitModel

// What messages and evidence of several rules have in common.
extension Localized {
  /// Names as a way from the first to the last: a → b → c.
  package static func way(_ names: [Localized], atMost most: Int = 8) -> Localized {
    let shown = names.count <= most ? names : Array(names.prefix(most - 1)) + [Localized("…")] + names.suffix(1)
    return Localized(zh: shown.map(\.zh).joined(separator: " → "), en: shown.map(\.en).joined(separator: " → "))
  }
}

extension Inspection {
  /// The ids of entities as a file lists them: a, b.
  package func keys(_ entities: [Entity]) -> String {
    if let only = entities.first, entities.count == 1 { return chart.key(of: only) }
    var keys = ""
    keys.reserveCapacity(entities.reduce(0) { $0 &+ chart.glance(at: $1) })
    for (place, entity) in entities.enumerated() {
      if place > 0 { keys += ", " }
      keys += chart.key(of: entity)
    }
    return keys
  }

  /// The ids of the first few of them; the last of these is followed by … where there are more.
  package func keys(_ entities: [Entity], atMost most: Int) -> String {
    keys(Array(entities.prefix(most))) + (entities.count > most ? " …" : "")
  }

  /// The letters on a duty as links, in the order written.
  package func letters(on duty: ID<Duty>, _ wanted: [Letter] = Letter.allCases) -> [Tie] {
    // A closure would copy the whole inspection, and this is asked for every duty.
    var links: [Tie] = []
    // The rows of a duty follow one another.
    for slot in chart.letters.slots(of: duty) where wanted.contains(chart.assignments.letter[ID(slot)]) {
      links.append(letter(ID(slot)))
    }
    return links
  }

  /// One letter on a duty as a link. O(1), where looking for the row again would take as long as the duty has letters.
  package func letter(_ row: ID<Assignment>) -> Tie {
    let assignments = chart.assignments
    return Tie(
      from: Entity(assignments.assignee[row]), bond: .letter(assignments.letter[row]),
      to: .duty(assignments.duty[row]), present: true, place: assignments.place[row])
  }
}

extension Double {
  /// With at most one decimal, and none where it is whole.
  package var short: String {
    guard abs(self) < 1e15 else { return String(self) }
    let tenths = (self * 10).rounded()
    return tenths.truncatingRemainder(dividingBy: 10) == 0 ? String(Int(tenths / 10)) : String(tenths / 10)
  }
}
