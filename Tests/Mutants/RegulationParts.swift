import RemitModel

/// A regulation thawed: what mutations change of it.
struct RegulationParts {
  private let original: Regulation
  var duties: [Regulation.Duty]
  var clauses: [Regulation.Clause]

  init(_ regulation: Regulation) {
    original = regulation
    duties = regulation.duties
    clauses = regulation.clauses
  }

  var regulation: Regulation {
    Regulation(
      key: original.key, title: original.title, issued: original.issued, levels: original.levels,
      terms: original.terms, roles: original.roles, duties: duties, links: original.links, chains: original.chains,
      joints: original.joints, accountability: original.accountability, clauses: clauses, sources: original.sources,
      place: original.place)
  }
}

extension Regulation.Clause {
  /// The same clause with another number, and without saying what it is about unless told.
  func renumbered(_ number: ClauseNumber, about: String? = nil) -> Regulation.Clause {
    Regulation.Clause(number: number, chapter: chapter, about: about, note: nil, place: place)
  }
}
