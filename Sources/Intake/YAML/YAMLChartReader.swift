import RemitModel
import RemitSource

/// Reads a chart's YAML document into its draft.
struct YAMLChartReader {
  private let words: WordReader
  private var draft = ChartDraft()

  private init(words: WordReader) { self.words = words }

  /// Nil where the document is no chart at all.
  static func read(_ root: YAMLValue, words: WordReader) -> ChartDraft? {
    var reader = YAMLChartReader(words: words)
    return reader.read(root) ? reader.draft : nil
  }

  private mutating func read(_ root: YAMLValue) -> Bool {
    guard let fields = open(root, .chart) else { return false }
    draft.key = fields["chart"].map { fields.id("chart") ?? Sourced("", at: $0.place) }
    draft.title = fields.name("title")
    draft.against = fields.texts("against").compactMap(words.id)
    draft.asOf = fields.day("as-of")
    fields.eachRow("jurisdictions") { takeJurisdiction($0) }
    fields.eachRow("organizations") { takeOrganization($0) }
    fields.eachRow("posts") { takePost($0) }
    fields.eachRow("duties") { takeDuty($0) }
    fields.eachRow("oversight") { takeOversight($0) }
    fields.eachRow("conflicts") { takeConflict($0) }
    fields.eachRow("waivers") { takeWaiver($0) }
    draft.ignores = fields.rows("ignore", ignore)
    return true
  }

  private func open(_ value: YAMLValue, _ form: Form) -> YAMLFields? { YAMLFields(value, form, words: words) }

  private mutating func id(_ fields: YAMLFields, _ key: String) -> Sourced<Name>? {
    fields.id(key).map { draft.intern($0) }
  }

  private mutating func ids(_ fields: YAMLFields, _ key: String) -> ChartDraft.List { draft.list(fields.ids(key)) }

  private mutating func takeJurisdiction(_ value: YAMLValue) {
    guard let fields = open(value, .jurisdiction) else { return }
    let key = fields.requiredID("id")
    let name = draft.text(fields.name("name"))
    let level = fields.text("level").flatMap(words.level)
    let parent = id(fields, "parent")
    guard let key else { return }
    draft.jurisdictions.append(
      JurisdictionDraft(
        key: draft.intern(key), name: name, level: level, hasLevel: fields["level"] != nil, parent: parent,
        place: fields.place))
  }

  private mutating func takeOrganization(_ value: YAMLValue) {
    guard let fields = open(value, .organization) else { return }
    let key = fields.requiredID("id")
    let row = OrganizationDraft(
      key: draft.intern(key ?? Sourced("", at: fields.place)), name: draft.text(fields.name("name")),
      kind: id(fields, "kind"),
      jurisdiction: id(fields, "jurisdiction"), parent: id(fields, "parent"), apex: fields.flag("apex") ?? false,
      place: fields.place)
    if key != nil { draft.organizations.append(row) }
  }

  private mutating func takePost(_ value: YAMLValue) {
    guard let fields = open(value, .post) else { return }
    let key = fields.requiredID("id")
    let row = PostDraft(
      key: draft.intern(key ?? Sourced("", at: fields.place)), name: draft.text(fields.name("name")),
      organization: id(fields, "organization"), role: id(fields, "role"), reportsTo: ids(fields, "reports-to"),
      dottedTo: ids(fields, "dotted-to"), inChargeOf: ids(fields, "in-charge-of"), apex: fields.flag("apex") ?? false,
      status: status(ofPost: fields), staff: fields.text("staff").flatMap(words.amount), adopts: ids(fields, "adopts"),
      place: fields.place)
    let known = draft.holders.count
    fields.eachRow("holders") { takeHolder($0, of: row.key) }
    if key != nil { draft.posts.append(row) } else { draft.holders.keepFirst(known) }
  }

  private func status(ofPost fields: YAMLFields) -> Status {
    let text = fields.text("status")
    let status = text.flatMap(words.status)
    guard fields.flag("vacant") == true else { return status ?? .active }
    if let text, let status, status != .vacant {
      words.log.report(
        at: text.place,
        Localized(
          zh: "status 是 \(text.value)，而 vacant 是 true；只应写其一",
          en: "the status is \(text.value) while vacant is true; expected only one of them"))
    }
    return .vacant
  }

  private mutating func takeHolder(_ value: YAMLValue, of post: Sourced<Name>) {
    guard let fields = open(value, .holder) else { return }
    let person = fields.requiredID("person")
    let from = fields.day("from")
    let until = fields.day("until")
    words.checkTerm(from: from, until: until, at: fields["until"]?.place ?? fields.place)
    let name = draft.text(fields.name("name"))
    let acting = fields.flag("acting") ?? false
    guard let person else { return }
    draft.holders.append(
      HolderDraft(
        post: post, person: draft.intern(person), name: name, from: from, until: until, acting: acting,
        place: fields.place))
  }

  private mutating func takeDuty(_ value: YAMLValue) {
    guard let fields = open(value, .duty) else { return }
    let key = fields.requiredID("id")
    let row = DutyDraft(
      key: draft.intern(key ?? Sourced("", at: fields.place)), title: draft.text(fields.name("title")),
      jurisdiction: id(fields, "jurisdiction"), domains: draft.list(fields.tags("domain")),
      basis: ids(fields, "basis"), joint: fields.flag("joint") ?? false, status: status(ofDuty: fields),
      risk: fields.text("risk").flatMap(words.risk), leads: ids(fields, "lead"), place: fields.place)
    for letter in Letter.allCases {
      for assignee in assignees(fields, letter.key) where key != nil {
        draft.assignments.append(
          AssignmentDraft(
            duty: row.key, assignee: draft.intern(assignee.id), letter: letter, term: draft.phrase(assignee.term),
            lead: assignee.lead))
      }
    }
    if key != nil { draft.duties.append(row) }
  }

  /// Who stands under a letter: ids, or mappings that say more.
  private func assignees(_ fields: YAMLFields, _ key: String) -> [(id: Sourced<String>, term: Localized?, lead: Bool)] {
    guard let value = fields[key] else { return [] }
    let values = value.kind == .list ? value.elements : [value]
    guard values.contains(where: { $0.kind == .mapping }) else { return fields.ids(key).map { ($0, nil, false) } }
    var found: [(id: Sourced<String>, term: Localized?, lead: Bool)] = []
    for value in values {
      if value.kind == .mapping {
        guard let fields = open(value, .assignment), let id = fields.requiredID("post") else { continue }
        found.append((id, fields.name("term"), fields.flag("lead") ?? false))
      } else if let id = fields.text(value).flatMap(words.id) {
        found.append((id, nil, false))
      }
    }
    let distinct = Set(fields.distinct(found.map(\.id), key).map(\.place))
    return found.filter { distinct.contains($0.id.place) }
  }

  private func status(ofDuty fields: YAMLFields) -> Status {
    guard let text = fields.text("status"), let status = words.status(text) else { return .active }
    words.checkDutyStatus(status, text)
    return status
  }

  private mutating func takeOversight(_ value: YAMLValue) {
    guard let fields = open(value, .oversight) else { return }
    let kind = fields.requiredText("kind").flatMap(words.linkKind)
    let by = fields.requiredID("by")
    let of = fields.requiredIDs("of")
    let row = OversightDraft(
      key: id(fields, "id"), kind: kind ?? .check, by: draft.intern(by ?? Sourced("", at: fields.place)),
      of: draft.list(of ?? []), scope: draft.list(fields.tags("scope")),
      instrument: draft.phrase(fields.name("instrument")),
      basis: ids(fields, "basis"), perYear: fields.text("per-year").flatMap(words.amount),
      planned: fields.flag("planned"), feeds: ids(fields, "feeds"), place: fields.place)
    if kind != nil, by != nil, of != nil { draft.oversight.append(row) }
  }

  private mutating func takeConflict(_ value: YAMLValue) {
    guard let fields = open(value, .conflict) else { return }
    let key = fields.requiredID("id")
    let duties = fields.requiredIDs("duties")
    let atMost = fields.text("at-most").map { words.count($0) ?? 1 } ?? 1
    guard let key, let duties else { return }
    draft.conflicts.append(
      ConflictDraft(key: draft.intern(key), duties: draft.list(duties), atMost: atMost, place: fields.place))
  }

  private mutating func takeWaiver(_ value: YAMLValue) {
    guard let fields = open(value, .waiver) else { return }
    let clause = fields.requiredID("clause")
    let row = WaiverDraft(
      regulation: fields.id("regulation"), clause: clause ?? Sourced("", at: fields.place),
      jurisdiction: id(fields, "jurisdiction"), reason: fields.name("reason"), approver: fields.name("approver"),
      until: fields.day("until"), place: fields.place)
    if clause != nil { draft.waivers.append(row) }
  }

  private func ignore(_ value: YAMLValue) -> IgnoreDraft? {
    guard let fields = open(value, .ignore) else { return nil }
    let rule = fields.requiredID("rule")
    let draft = IgnoreDraft(
      rule: rule?.value ?? "", subject: fields.id("subject")?.value, reason: fields.name("reason"),
      until: fields.day("until"), place: fields.place)
    return rule == nil ? nil : draft
  }
}
