import RemitModel
import RemitSource

/// Reads a chart's YAML document into its draft.
struct YAMLChartReader {
  let words: WordReader

  func read(_ root: YAMLValue) -> ChartDraft? {
    guard let fields = open(root, .chart) else { return nil }
    var draft = ChartDraft()
    draft.key = fields["chart"].map { fields.id("chart") ?? Sourced("", at: $0.place) }
    draft.title = fields.name("title")
    draft.against = fields.texts("against").compactMap(words.id)
    draft.asOf = fields.day("as-of")
    draft.jurisdictions = fields.rows("jurisdictions", jurisdiction)
    draft.organizations = fields.rows("organizations", organization)
    draft.posts = fields.rows("posts") { post($0, &draft.holders) }
    draft.duties = fields.rows("duties") { duty($0, &draft.assignments) }
    draft.oversight = fields.rows("oversight", oversight)
    draft.conflicts = fields.rows("conflicts", conflict)
    draft.waivers = fields.rows("waivers", waiver)
    draft.ignores = fields.rows("ignore", ignore)
    return draft
  }

  private func open(_ value: YAMLValue, _ form: Form) -> YAMLFields? { YAMLFields(value, form, words: words) }

  private func jurisdiction(_ value: YAMLValue) -> JurisdictionDraft? {
    guard let fields = open(value, .jurisdiction) else { return nil }
    let key = fields.requiredID("id")
    let name = fields.name("name")
    let level = fields.text("level").flatMap(words.level)
    let parent = fields.id("parent")
    guard let key else { return nil }
    return JurisdictionDraft(
      key: key, name: name, level: level, hasLevel: fields["level"] != nil, parent: parent, place: fields.place)
  }

  private func organization(_ value: YAMLValue) -> OrganizationDraft? {
    guard let fields = open(value, .organization) else { return nil }
    let key = fields.requiredID("id")
    let draft = OrganizationDraft(
      key: key ?? Sourced("", at: fields.place), name: fields.name("name"), kind: fields.id("kind"),
      jurisdiction: fields.id("jurisdiction"), parent: fields.id("parent"), apex: fields.flag("apex") ?? false,
      place: fields.place)
    return key == nil ? nil : draft
  }

  private func post(_ value: YAMLValue, _ holders: inout [HolderDraft]) -> PostDraft? {
    guard let fields = open(value, .post) else { return nil }
    let key = fields.requiredID("id")
    let draft = PostDraft(
      key: key ?? Sourced("", at: fields.place), name: fields.name("name"), organization: fields.id("organization"),
      role: fields.id("role"), reportsTo: fields.ids("reports-to"), dottedTo: fields.ids("dotted-to"),
      inChargeOf: fields.ids("in-charge-of"), apex: fields.flag("apex") ?? false, status: status(ofPost: fields),
      adopts: fields.ids("adopts"), place: fields.place)
    let held = fields.rows("holders") { holder($0, of: draft.key) }
    guard key != nil else { return nil }
    holders += held
    return draft
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

  private func holder(_ value: YAMLValue, of post: Sourced<String>) -> HolderDraft? {
    guard let fields = open(value, .holder) else { return nil }
    let person = fields.requiredID("person")
    let from = fields.day("from")
    let until = fields.day("until")
    if let from, let until, until < from, let place = fields["until"]?.place {
      words.log.report(
        at: place,
        Localized(
          zh: "任期到 \(until) 结束，早于开始的 \(from)；until 不应早于 from",
          en: "the term ends on \(until), before it begins on \(from); expected until to be no earlier than from"))
    }
    let name = fields.name("name")
    let acting = fields.flag("acting") ?? false
    guard let person else { return nil }
    return HolderDraft(
      post: post, person: person, name: name, from: from, until: until, acting: acting, place: fields.place)
  }

  private func duty(_ value: YAMLValue, _ assignments: inout [AssignmentDraft]) -> DutyDraft? {
    guard let fields = open(value, .duty) else { return nil }
    let key = fields.requiredID("id")
    let draft = DutyDraft(
      key: key ?? Sourced("", at: fields.place), title: fields.name("title"), jurisdiction: fields.id("jurisdiction"),
      domains: fields.tags("domain"), basis: fields.ids("basis"), joint: fields.flag("joint") ?? false,
      status: status(ofDuty: fields), risk: fields.text("risk").flatMap(words.risk), leads: fields.ids("lead"),
      place: fields.place)
    for letter in Letter.allCases {
      for assignee in fields.ids(letter.key) where key != nil {
        assignments.append(
          AssignmentDraft(duty: draft.key, assignee: assignee, letter: letter, term: nil, lead: false))
      }
    }
    return key == nil ? nil : draft
  }

  private func status(ofDuty fields: YAMLFields) -> Status {
    guard let text = fields.text("status"), let status = words.status(text) else { return .active }
    if status == .vacant {
      words.wrong(
        text,
        Localized(zh: "active、abolished 或 draft：职责不能空缺", en: "active, abolished or draft: a duty cannot be vacant"))
    }
    return status
  }

  private func oversight(_ value: YAMLValue) -> OversightDraft? {
    guard let fields = open(value, .oversight) else { return nil }
    let kind = fields.requiredText("kind").flatMap(words.linkKind)
    let by = fields.requiredID("by")
    let of = fields.requiredIDs("of")
    let draft = OversightDraft(
      key: fields.id("id"), kind: kind ?? .check, by: by ?? Sourced("", at: fields.place), of: of ?? [],
      scope: fields.tags("scope"), instrument: fields.name("instrument"), basis: fields.ids("basis"),
      perYear: fields.text("per-year").flatMap(words.amount), planned: fields.flag("planned"),
      feeds: fields.ids("feeds"), place: fields.place)
    return kind == nil || by == nil || of == nil ? nil : draft
  }

  private func conflict(_ value: YAMLValue) -> ConflictDraft? {
    guard let fields = open(value, .conflict) else { return nil }
    let key = fields.requiredID("id")
    let duties = fields.requiredIDs("duties")
    let atMost = fields.text("at-most").map { words.count($0) ?? 1 } ?? 1
    guard let key, let duties else { return nil }
    return ConflictDraft(key: key, duties: duties, atMost: atMost, place: fields.place)
  }

  private func waiver(_ value: YAMLValue) -> WaiverDraft? {
    guard let fields = open(value, .waiver) else { return nil }
    let clause = fields.requiredID("clause")
    let draft = WaiverDraft(
      regulation: fields.id("regulation"), clause: clause ?? Sourced("", at: fields.place),
      jurisdiction: fields.id("jurisdiction"), reason: fields.name("reason"), approver: fields.name("approver"),
      until: fields.day("until"), place: fields.place)
    return clause == nil ? nil : draft
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
