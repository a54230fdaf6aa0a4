import RemitInspection
import RemitKernel
import RemitModel

/// The summary of one chart as JSON has it.
struct SummaryItem: Encodable {
  struct HitItem: Encodable {
    let id: String
    let name: String
    let error: Int
    let warning: Int
    let note: Int

    init(_ hit: Summary.Hit, _ language: Language) {
      id = hit.subject.id
      name = hit.subject.name[language]
      error = hit.count(.error)
      warning = hit.count(.warning)
      note = hit.count(.note)
    }
  }

  struct TallyItem: Encodable {
    var chapter: Int?
    let met: Int
    let waived: Int
    let missing: Int

    init(_ tally: Coverage.Tally, chapter: Int? = nil) {
      self.chapter = chapter
      met = tally.met
      waived = tally.waived
      missing = tally.missing
    }
  }

  struct CoverageItem: Encodable {
    let regulation: String
    let all: TallyItem
    let chapters: [TallyItem]
    let kinds: [String: TallyItem]

    init(_ conformance: Summary.Conformance) {
      regulation = conformance.key
      all = TallyItem(conformance.total)
      chapters = conformance.chapters.map { TallyItem($0.tally, chapter: $0.chapter) }
      kinds = Dictionary(uniqueKeysWithValues: conformance.kinds.map { ($0.kind.rawValue, TallyItem($0.tally)) })
    }
  }

  struct CommandItem: Encodable {
    let posts: Int
    let links: Int
    let connectedness: Double
    let hierarchy: Double?
    let efficiency: Double
    let leastUpperBoundedness: Double?

    enum CodingKeys: String, CodingKey {
      case posts, links, connectedness, hierarchy, efficiency
      case leastUpperBoundedness = "least-upper-boundedness"
    }

    init(_ shape: OutTreeLikeness) {
      posts = shape.vertexCount
      links = shape.linkCount
      connectedness = shape.connectedness.value
      hierarchy = shape.hierarchy?.value
      efficiency = shape.efficiency.value
      leastUpperBoundedness = shape.leastUpperBounds?.value
    }
  }

  let defects: [String: [String: Int]]
  let organizations: [HitItem]
  let posts: [HitItem]
  let coverage: [CoverageItem]
  let command: CommandItem?

  init(_ summary: Summary, _ language: Language) {
    defects = Dictionary(
      uniqueKeysWithValues: Defect.allCases.map { defect in
        let counts = Severity.allCases.map { ($0.rawValue, summary.count(defect, $0)) }
        return (defect.rawValue, Dictionary(uniqueKeysWithValues: counts))
      })
    organizations = summary.organizations.map { HitItem($0, language) }
    posts = summary.posts.map { HitItem($0, language) }
    coverage = summary.conformance.map(CoverageItem.init)
    command = summary.command.map(CommandItem.init)
  }
}
