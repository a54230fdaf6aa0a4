import RemitModel
import RemitSource

/// Reads a regulation's YAML document into its draft.
struct YAMLRegulationReader {
  let words: WordReader

  /// The key is empty where it is missing, which is a problem.
  func read(_ root: YAMLValue) -> RegulationDraft? {
    guard let fields = open(root, .regulation) else { return nil }
    let key = fields.requiredID("regulation")
    var draft = RegulationDraft(
      key: key ?? Sourced("", at: fields.place), title: fields.name("title"), issued: fields.day("issued"),
      levels: fields.levels("levels") ?? Level.allCases)
    draft.terms = fields.rows("terms", term)
    draft.roles = fields.rows("roles", role)
    draft.duties = fields.rows("duties", duty)
    draft.links = fields.rows("links", link)
    draft.chains = fields.rows("chains", chain)
    draft.joints = fields.rows("joint", joint)
    draft.accountability = fields.rows("accountability", accountability).flatMap { $0 }
    draft.clauses = fields.rows("clauses", clause)
    return draft
  }

  private func open(_ value: YAMLValue, _ form: Form) -> YAMLFields? { YAMLFields(value, form, words: words) }

  private func term(_ value: YAMLValue) -> TermDraft? {
    guard let fields = open(value, .term) else { return nil }
    let key = fields.requiredID("id")
    let name = fields.bilingual()
    let letter = fields.requiredText("letter").flatMap(words.letter)
    guard let key, let letter else { return nil }
    return TermDraft(key: key, name: name ?? Localized(key.value), letter: letter, place: fields.place)
  }

  private func role(_ value: YAMLValue) -> RoleDraft? {
    guard let fields = open(value, .role) else { return nil }
    let key = fields.requiredID("id")
    let organization = fields.requiredID("organization")
    let draft = RoleDraft(
      key: key ?? Sourced("", at: fields.place), name: fields.name("name"),
      organization: organization?.value ?? OrganizationKind.other.word, levels: fields.levels("levels"),
      clauses: fields.clauses("clause"), reportsTo: fields.ids("reports-to"), inChargeOf: fields.ids("in-charge-of"),
      body: fields.flag("body") ?? false, optional: fields.flag("optional") ?? false, place: fields.place)
    return key == nil ? nil : draft
  }

  private func duty(_ value: YAMLValue) -> RegulationDutyDraft? {
    guard let fields = open(value, .regulationDuty) else { return nil }
    let key = fields.requiredID("id")
    let term = fields.id("term")
    let letter = fields.text("letter")
    if let letter, term != nil {
      words.log.report(
        at: letter.place,
        Localized(zh: "term 和 letter 只应写其一", en: "both a term and a letter; expected only one of them"))
    }
    let draft = RegulationDutyDraft(
      key: key ?? Sourced("", at: fields.place), clauses: fields.requiredClauses("clause"),
      roles: fields.requiredIDs("role") ?? [], term: term, letter: letter.flatMap(words.letter),
      domains: fields.tags("domain").map(\.value), title: fields.name("title"), levels: fields.levels("levels"),
      each: fields.flag("each") ?? false, place: fields.place)
    return key == nil || draft.clauses.isEmpty ? nil : draft
  }

  private func link(_ value: YAMLValue) -> LinkDraft? {
    guard let fields = open(value, .link) else { return nil }
    let kind = fields.requiredText("kind").flatMap(words.linkKind)
    return LinkDraft(
      kind: kind ?? .check, by: fields.requiredIDs("by") ?? [], of: fields.requiredIDs("of") ?? [],
      feeds: fields.ids("feeds"), clauses: fields.clauses("clause"), levels: fields.levels("levels"),
      downward: fields.flag("downward") ?? false, instrument: fields.name("instrument"), place: fields.place)
  }

  private func chain(_ value: YAMLValue) -> ChainDraft? {
    guard let fields = open(value, .chain) else { return nil }
    let key = fields.requiredID("id")
    let draft = ChainDraft(
      key: key ?? Sourced("", at: fields.place), name: fields.name("name"), roles: fields.requiredIDs("roles") ?? [],
      clauses: fields.clauses("clause"), levels: fields.levels("levels"), place: fields.place)
    return key == nil ? nil : draft
  }

  private func joint(_ value: YAMLValue) -> JointDraft? {
    guard let fields = open(value, .joint) else { return nil }
    return JointDraft(
      roles: fields.requiredIDs("roles") ?? [], lead: fields.id("lead"), clauses: fields.clauses("clause"))
  }

  /// One row for each of its clauses.
  private func accountability(_ value: YAMLValue) -> [AccountabilityDraft]? {
    guard let fields = open(value, .accountability) else { return nil }
    if fields["circumstance"] == nil { fields.reportMissing("circumstance") }
    let clauses = fields.requiredClauses("clause")
    let effect = fields.requiredText("effect").flatMap(words.effect)
    let circumstance = fields.name("circumstance")
    guard let effect, let circumstance else { return nil }
    return clauses.map { AccountabilityDraft(clause: $0, effect: effect, circumstance: circumstance) }
  }

  private func clause(_ value: YAMLValue) -> ClauseDraft? {
    guard let fields = open(value, .clause) else { return nil }
    let number = fields.requiredText("id").flatMap(words.clause)
    let chapter = fields.text("chapter").flatMap(words.count)
    let about = fields.text("about")?.value
    let note = fields.name("note")
    guard let number else { return nil }
    return ClauseDraft(number: number, chapter: chapter, about: about, note: note, place: fields.place)
  }
}
