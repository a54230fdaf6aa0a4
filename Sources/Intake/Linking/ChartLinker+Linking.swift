import Dispatch
import RemitModel
import RemitSource
import Synchronization

extension ChartLinker {
  /// The frozen chart, or every problem there is, those already in the log included. Near linear in the rows.
  ///
  /// - Parameter missingKey: Where to say that the chart has no id.
  static func link(
    _ draft: consuming ChartDraft, regulations: [Regulation], complete: Bool, asOf: CalendarDay?, missingKey: Place,
    log: ProblemLog
  ) throws(Problems) -> Chart {
    if draft.key == nil {
      log.report(
        at: missingKey,
        Localized(zh: "缺少必需的键 \"chart\"（责任图的 id）", en: "the required key \"chart\" (the chart's id) is missing"))
    }
    let key = draft.key ?? Sourced("chart", at: missingKey)
    var contents = contents(
      of: ChartIDs(consume draft, key, regulations: regulations, complete: complete, log: log), log: log)
    try log.finish()
    contents.asOf = asOf
    return Chart(contents)
  }

  /// A chart with fewer rows than this is linked on one core.
  private static let least = 20_000

  /// What the rows say. Large charts are linked on two cores; where anything is wrong then, it is done once more on one,
  /// so that what is said does not depend on that.
  private static func contents(of ids: ChartIDs, log: ProblemLog) -> ChartContents {
    if ids.draft.assignments.count + ids.draft.oversight.count >= least, log.isEmpty,
      let contents = sideBySide(ids, log)
    {
      return contents
    }
    let linker = ChartLinker(ids, log: log)
    linker.linkPostsAndDuties()
    linker.linkOversight()
    linker.linkRest()
    return linker.contents
  }

  private static func sideBySide(_ ids: ChartIDs, _ log: ProblemLog) -> ChartContents? {
    let sources = log.sources
    let results = Mutex([(contents: ChartContents, problems: Int, notices: [Problem])?](repeating: nil, count: 2))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let linker = ChartLinker(ids, log: ProblemLog(sources: sources))
      if half == 0 { linker.linkOversight() } else { linker.linkPostsAndDuties() }
      let contents = linker.contents
      let notices = linker.log.notices
      let problems = linker.log.isEmpty ? 0 : 1
      results.withLock { $0[half] = (contents, problems, notices) }
    }
    let halves = results.withLock { $0 }
    guard let oversight = halves[0], let rest = halves[1], oversight.problems + rest.problems == 0 else { return nil }
    let linker = ChartLinker(ids, log: log)
    linker.contents = rest.contents
    linker.contents.oversight = oversight.contents.oversight
    linker.linkRest()
    for notice in oversight.notices + rest.notices { log.note(notice) }
    return linker.contents
  }

  private func linkPostsAndDuties() {
    linkPlacesAndPosts()
    linkDuties()
  }

  /// What stands before the duties. Rows are not kept beside the columns that are made of them.
  func linkPlacesAndPosts() {
    linkJurisdictions(ids.key.place)
    linkOrganizations(ids.key.place)
    ids.draft.organizations = []
    linkPosts()
    ids.draft.posts = []
    linkHolders()
    ids.draft.holders = []
  }

  /// What is small, and what stands above the rows.
  func linkRest() {
    linkConflicts()
    linkWaivers()
    contents.key = ids.key.value
    contents.title = ids.title
    contents.sources = log.sources
    contents.regulations = regulations
  }
}
