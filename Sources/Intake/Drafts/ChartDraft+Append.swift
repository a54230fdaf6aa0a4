import RemitModel
import RemitSource

extension ChartDraft {
  /// What stands above a chart's rows.
  private struct Head {
    var key: Sourced<String>?
    var title: Localized?
    var asOf: CalendarDay?
    var against: [Sourced<String>]

    /// Adds what a later file says: its id, title and day count only where there was none; its regulations are added.
    mutating func add(_ later: Head) {
      if key == nil {
        key = later.key
        title = later.title ?? title
        asOf = later.asOf ?? asOf
      }
      title = title ?? later.title
      asOf = asOf ?? later.asOf
      let named = Set(against.map(\.value))
      against += later.against.filter { !named.contains($0.value) }
    }
  }

  private var head: Head {
    get { Head(key: key, title: title, asOf: asOf, against: against) }
    set { (key, title, asOf, against) = (newValue.key, newValue.title, newValue.asOf, newValue.against) }
  }

  /// Nothing but what stands above the rows, and suppressions.
  var isHead: Bool { names.count == 0 && waivers.isEmpty }

  /// Puts what an earlier file says above its rows before what this one says. O(1).
  mutating func takeHead(of earlier: ChartDraft) {
    var whole = earlier.head
    whole.add(head)
    head = whole
  }

  /// Adds the rows of another file, and what it says above them. O(rows of the other).
  ///
  /// - Parameter lines: By document, how many lines stand above the other's first.
  mutating func append(_ other: consuming ChartDraft, below lines: [Int32] = []) {
    let moved = Moved(
      names: names.absorb(other.names), wordings: wordings.absorb(other.wordings), offset: Int32(items.count),
      texts: absorb(texts: other.texts), lines: lines)
    head.add(moved.head(other.head))
    Self.move(&other.items, to: &items, moved.reference)
    Self.move(&other.jurisdictions, to: &jurisdictions, moved.row)
    organizations.take(&other.organizations, moved.row)
    posts.take(&other.posts, moved.row)
    holders.take(&other.holders, moved.row)
    duties.take(&other.duties, moved.row)
    Self.move(&other.assignments, to: &assignments, moved.row)
    Self.move(&other.oversight, to: &oversight, moved.row)
    Self.move(&other.conflicts, to: &conflicts, moved.row)
    Self.move(&other.waivers, to: &waivers, moved.row)
    Self.move(&other.ignores, to: &ignores, moved.row)
  }

  /// Moves rows; their own memory is given back at once, since there are two of all tables only while they are moved.
  private static func move<Row>(_ rows: inout [Row], to table: inout [Row], _ moved: (Row) -> Row) {
    table.reserveCapacity(table.count + rows.count)
    for row in rows { table.append(moved(row)) }
    rows = []
  }

  /// Rows of another draft as they are here, where their names have other numbers and their lists lie elsewhere.
  private struct Moved {
    let names: [Name]
    let wordings: [Name]
    let offset: Int32
    let texts: UInt32
    let lines: [Int32]

    func reference(_ reference: Sourced<Name>) -> Sourced<Name> {
      Sourced(names[reference.value.index], at: place(reference.place))
    }

    @inline(__always)
    private func place(_ place: Place) -> Place {
      let document = Int(place.document)
      return document >= 0 && document < lines.count ? place.below(lines[document]) : place
    }

    private func text(_ text: Sourced<String>) -> Sourced<String> { Sourced(text.value, at: place(text.place)) }

    func head(_ head: Head) -> Head {
      var head = head
      head.key = head.key.map(text)
      head.against = head.against.map(text)
      return head
    }

    private func list(_ list: List) -> List {
      list.isEmpty ? list : List(start: list.start + offset, count: list.count)
    }

    private func phrase(_ phrase: Phrase) -> Phrase {
      guard phrase != .none else { return phrase }
      return Phrase(zh: wordings[Int(phrase.zh)].raw, en: wordings[Int(phrase.en)].raw)
    }

    func row(_ row: JurisdictionDraft) -> JurisdictionDraft {
      var row = row
      row.key = reference(row.key)
      row.name = row.name.moved(by: texts)
      row.parent = row.parent.map(reference)
      row.place = place(row.place)
      return row
    }

    func row(_ row: OrganizationDraft) -> OrganizationDraft {
      var row = row
      row.key = reference(row.key)
      row.name = row.name.moved(by: texts)
      row.kind = row.kind.map(reference)
      row.jurisdiction = row.jurisdiction.map(reference)
      row.parent = row.parent.map(reference)
      row.place = place(row.place)
      return row
    }

    func row(_ row: PostDraft) -> PostDraft {
      var row = row
      row.key = reference(row.key)
      row.name = row.name.moved(by: texts)
      row.organization = row.organization.map(reference)
      row.role = row.role.map(reference)
      row.reportsTo = list(row.reportsTo)
      row.dottedTo = list(row.dottedTo)
      row.inChargeOf = list(row.inChargeOf)
      row.adopts = list(row.adopts)
      row.place = place(row.place)
      return row
    }

    func row(_ row: HolderDraft) -> HolderDraft {
      var row = row
      row.post = reference(row.post)
      row.person = reference(row.person)
      row.name = row.name.moved(by: texts)
      row.place = place(row.place)
      return row
    }

    func row(_ row: DutyDraft) -> DutyDraft {
      var row = row
      row.key = reference(row.key)
      row.title = row.title.moved(by: texts)
      row.jurisdiction = row.jurisdiction.map(reference)
      row.domains = list(row.domains)
      row.basis = list(row.basis)
      row.leads = list(row.leads)
      row.place = place(row.place)
      return row
    }

    func row(_ row: AssignmentDraft) -> AssignmentDraft {
      var row = row
      row.duty = reference(row.duty)
      row.assignee = reference(row.assignee)
      row.term = phrase(row.term)
      return row
    }

    func row(_ row: OversightDraft) -> OversightDraft {
      var row = row
      row.key = row.key.map(reference)
      row.by = reference(row.by)
      row.of = list(row.of)
      row.scope = list(row.scope)
      row.instrument = phrase(row.instrument)
      row.basis = list(row.basis)
      row.feeds = list(row.feeds)
      row.place = place(row.place)
      return row
    }

    func row(_ row: ConflictDraft) -> ConflictDraft {
      var row = row
      row.key = reference(row.key)
      row.duties = list(row.duties)
      row.place = place(row.place)
      return row
    }

    func row(_ row: WaiverDraft) -> WaiverDraft {
      var row = row
      row.regulation = row.regulation.map(text)
      row.clause = text(row.clause)
      row.jurisdiction = row.jurisdiction.map(reference)
      row.place = place(row.place)
      return row
    }

    func row(_ row: IgnoreDraft) -> IgnoreDraft {
      var row = row
      row.place = place(row.place)
      return row
    }
  }
}
