import RemitModel
import RemitSource

/// Collects the problems of one chart or one regulation, with the documents that their places refer to.
///
/// It goes along with every step of reading, so that one fault does not hide the next.
package final class ProblemLog {
  package private(set) var sources = SourceMap()
  private var found: [Problem] = []
  private var noticed: [Problem] = []
  private var uncounted = 0
  private var suggestionsLeft = 20

  private static let kept = 20_000

  package init() {}

  /// A log of its own for one of several that read the same documents.
  init(sources: SourceMap) { self.sources = sources }

  var isEmpty: Bool { found.isEmpty }

  /// Adds a document and returns its index for places.
  package func add(path: String, sheet: String? = nil, columns: [String] = []) -> Int {
    sources.add(SourceMap.Document(path: path, sheet: sheet, columns: columns))
  }

  /// Keeps a problem. Its texts are not even made once there are thousands.
  package func report(
    at place: Place, _ message: @autoclosure () -> Localized, suggestion: @autoclosure () -> Localized? = nil
  ) {
    guard found.count < Self.kept else {
      uncounted += 1
      return
    }
    let location =
      sources.location(of: place) ?? Location(path: sources.documents.first?.path ?? "", line: 0, column: 0)
    report(Problem(location: location, message: message(), suggestion: suggestion()))
  }

  func report(_ problem: Problem) {
    if found.count < Self.kept { found.append(problem) } else { uncounted += 1 }
  }

  /// Keeps what a user should know of how the input was read, though it can be used.
  package func note(at place: Place, _ message: @autoclosure () -> Localized) {
    guard noticed.count < Self.kept else { return }
    let location =
      sources.location(of: place) ?? Location(path: sources.documents.first?.path ?? "", line: 0, column: 0)
    noticed.append(Problem(location: location, message: message()))
  }

  /// Takes over the documents of a log that began with those of this one.
  func take(sources: SourceMap) { self.sources = sources }

  func note(_ notice: Problem) {
    if noticed.count < Self.kept { noticed.append(notice) }
  }

  /// What was noted, sorted, each once. O(n log n).
  var notices: [Problem] {
    var kept: [Problem] = []
    for notice in noticed.sorted() where kept.last != notice { kept.append(notice) }
    return kept
  }

  /// Keeps remarks as what a user should know.
  func note(_ remarks: Remarks) {
    for remark in remarks.list { note(at: remark.place, remark.message) }
    guard remarks.uncounted > 0 else { return }
    let rest = remarks.uncounted
    note(at: remarks.list.last?.place ?? .none, Localized(zh: "还有 \(rest) 条没有列出", en: "\(rest) more are not listed"))
  }

  /// How far a log has come.
  struct Checkpoint {
    fileprivate let found: Int
    fileprivate let noticed: Int
    fileprivate let uncounted: Int
    fileprivate let suggestionsLeft: Int
  }

  var checkpoint: Checkpoint {
    Checkpoint(found: found.count, noticed: noticed.count, uncounted: uncounted, suggestionsLeft: suggestionsLeft)
  }

  /// Forgets what was reported since, because it will be read anew. Documents stay.
  func rewind(to checkpoint: Checkpoint) {
    found.removeSubrange(checkpoint.found...)
    noticed.removeSubrange(checkpoint.noticed...)
    uncounted = checkpoint.uncounted
    suggestionsLeft = checkpoint.suggestionsLeft
  }

  /// Takes over the problems and notices of another log.
  func absorb(_ other: ProblemLog) {
    noticed += other.noticed
    other.found.forEach(report)
    uncounted += other.uncounted
  }

  /// Throws what was found, if anything.
  package func finish() throws(Problems) {
    guard found.isEmpty else { throw Problems(found, uncounted: uncounted) }
  }

  /// `did you mean …` for a misspelt word. Only a score of them is worked out for each file, since each one costs a walk
  /// over the candidates.
  package func suggestion(for text: String, among candidates: some Sequence<String>) -> Localized? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    guard let nearest = Nearest.word(to: text, among: candidates) else { return nil }
    return Localized(zh: "是不是 \(quoted(nearest))？", en: "did you mean \(quoted(nearest))?")
  }

  /// A place spelled out for a message.
  package func spelled(_ place: Place) -> String { sources.location(of: place)?.description ?? "?" }
}
