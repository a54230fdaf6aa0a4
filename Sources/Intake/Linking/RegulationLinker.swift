import RemitModel
import RemitSource

/// Makes a regulation of its rows: looks up roles, terms, kinds and clauses, and reports what cannot be.
struct RegulationLinker {
  private let draft: RegulationDraft
  private let log: ProblemLog
  private let roles: KeyIndex<Regulation.Role>
  private let terms: KeyIndex<Regulation.Term>
  private let kinds: Set<String>
  private let outline: Set<ClauseNumber>

  /// Nil where there are problems, which are in the log. Near linear in the rows.
  static func link(_ draft: RegulationDraft, log: ProblemLog) -> Regulation? {
    let regulation = RegulationLinker(draft, log: log).regulation()
    return log.isEmpty ? regulation : nil
  }

  private init(_ draft: RegulationDraft, log: ProblemLog) {
    self.draft = draft
    self.log = log
    roles = KeyIndex(draft.roles.map(\.key), noun: Noun.role, prefix: "role", log: log)
    terms = KeyIndex(draft.terms.map(\.key), noun: Noun.term, prefix: "term", log: log)
    kinds = Set(OrganizationKind.known + draft.roles.map(\.organization))
    outline = Set(draft.clauses.map(\.number))
    _ = KeyIndex<Regulation.Duty>(draft.duties.map(\.key), noun: Noun.duty, prefix: "duty", log: log)
    _ = KeyIndex<Regulation.Chain>(draft.chains.map(\.key), noun: Noun.chain, prefix: "chain", log: log)
  }

  private func regulation() -> Regulation {
    Regulation(
      key: draft.key.value, title: draft.title ?? Localized(draft.key.value), issued: draft.issued,
      levels: draft.levels,
      terms: draft.terms.map { Regulation.Term(key: $0.key.value, name: $0.name, letter: $0.letter, place: $0.place) },
      roles: draft.roles.map(role), duties: draft.duties.map(duty), links: draft.links.map(link),
      chains: draft.chains.map(chain), joints: draft.joints.map(joint),
      accountability: draft.accountability.map {
        Regulation.Accountability(
          clause: numbers([$0.clause]).first ?? $0.clause.value, effect: $0.effect, circumstance: $0.circumstance)
      },
      clauses: draft.clauses.map {
        Regulation.Clause(number: $0.number, chapter: $0.chapter, about: $0.about, note: $0.note, place: $0.place)
      }, sources: log.sources, place: draft.key.place)
  }

  private func role(_ row: RoleDraft) -> Regulation.Role {
    Regulation.Role(
      key: row.key.value, name: row.name ?? Localized(row.key.value),
      organization: OrganizationKind(word: row.organization), levels: row.levels ?? draft.levels,
      clauses: numbers(row.clauses), reportsTo: indices(row.reportsTo), inChargeOf: row.inChargeOf.compactMap(kind),
      body: row.body, optional: row.optional, place: row.place)
  }

  private func duty(_ row: RegulationDutyDraft) -> Regulation.Duty {
    let holders = indices(row.roles)
    let term = row.term.flatMap { terms.resolve($0, log: log)?.index }
    let levels = holders.first.map { draft.roles[$0].levels ?? draft.levels } ?? draft.levels
    let clauses = numbers(row.clauses)
    return Regulation.Duty(
      key: row.key.value, clause: clauses.first ?? row.clauses[0].value, roles: holders, term: term,
      letter: row.letter ?? term.map { draft.terms[$0].letter } ?? .accountable, domains: row.domains,
      title: row.title ?? Localized(row.key.value), levels: row.levels ?? levels, each: row.each, place: row.place)
  }

  private func link(_ row: LinkDraft) -> Regulation.Link {
    Regulation.Link(
      kind: row.kind, by: row.by.compactMap(end), of: row.of.compactMap(end), feeds: row.feeds.compactMap(end),
      clauses: numbers(row.clauses), levels: row.levels ?? draft.levels, downward: row.downward,
      instrument: row.instrument, place: row.place)
  }

  private func chain(_ row: ChainDraft) -> Regulation.Chain {
    Regulation.Chain(
      key: row.key.value, name: row.name ?? Localized(row.key.value), roles: indices(row.roles),
      clauses: numbers(row.clauses), levels: row.levels ?? draft.levels, place: row.place)
  }

  private func joint(_ row: JointDraft) -> Regulation.Joint {
    let together = indices(row.roles)
    let lead = row.lead.flatMap { roles.resolve($0, log: log)?.index }
    if let lead, let reference = row.lead, !together.contains(lead) {
      log.report(
        at: reference.place,
        Localized(
          zh: "牵头的 \(quoted(reference.value)) 不在 roles 之中；应为其中之一",
          en:
            "the lead \(quoted(reference.value)) is not among the roles; expected one of \(listed(row.roles.map(\.value)))"
        ))
    }
    return Regulation.Joint(roles: together, lead: lead, clauses: numbers(row.clauses))
  }

  private func indices(_ references: [Sourced<String>]) -> [Int] {
    references.compactMap { roles.resolve($0, log: log)?.index }
  }

  /// A role, else an organization kind that is known or that a role sits in.
  private func end(_ reference: Sourced<String>) -> Regulation.End? {
    if let role = roles[reference.value] { return .role(role.index) }
    if kinds.contains(reference.value) { return .kind(OrganizationKind(word: reference.value)) }
    log.reportDangling(reference, Noun.roleOrKind, among: roles.keys + kinds.sorted())
    return nil
  }

  private func kind(_ reference: Sourced<String>) -> OrganizationKind? {
    if kinds.contains(reference.value) { return OrganizationKind(word: reference.value) }
    log.report(
      at: reference.place,
      Localized(
        zh: "没有 \(quoted(reference.value)) 这种单位类型；应为通用类型，或某个职务类别所在的类型",
        en:
          "unknown kind of organization \(quoted(reference.value)); expected a common kind, or one that a role sits in"),
      suggestion: log.suggestion(for: reference.value, among: kinds.sorted()))
    return nil
  }

  /// The clauses cited, which must be in the outline where the regulation has one.
  private func numbers(_ clauses: [Sourced<ClauseNumber>]) -> [ClauseNumber] {
    for clause in clauses where !outline.isEmpty && !outline.contains(clause.value) {
      let nearest = nearest(to: clause.value)
      log.report(
        at: clause.place,
        Localized(
          zh: "大纲 clauses 里没有条款 \(clause.value)", en: "the clause \(clause.value) is not in the outline under clauses"),
        suggestion: nearest.map { Localized(zh: "是不是 \"\($0)\"？", en: "did you mean \"\($0)\"?") })
    }
    return clauses.map(\.value)
  }

  /// Of the same article the one with the nearest numbers, else the nearest article.
  private func nearest(to number: ClauseNumber) -> ClauseNumber? {
    func distance(_ other: ClauseNumber) -> (Int, Int, Int) {
      (
        abs(other.article - number.article), abs((other.item ?? 0) - (number.item ?? 0)),
        abs((other.paragraph ?? 0) - (number.paragraph ?? 0))
      )
    }
    return draft.clauses.prefix(2000).map(\.number).min { distance($0) < distance($1) }
  }
}
