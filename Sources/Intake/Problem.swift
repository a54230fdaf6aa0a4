import RemitModel
import RemitSource

/// One thing in the input that cannot be: a link to nothing, a word that nobody knows, a text that is no YAML.
public struct Problem: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Where the offending value was written.
  public let location: Location
  /// The fault and what was expected. Quoted input is shortened, and its invisible characters are spelled out.
  public let message: Localized
  /// What was probably meant, where something near it is known.
  public let suggestion: Localized?

  package init(location: Location, message: Localized, suggestion: Localized? = nil) {
    self.location = location
    self.message = message
    self.suggestion = suggestion
  }

  /// The problem on one line, in English.
  public var description: String {
    "\(location): \(message.en)" + (suggestion.map { "; \($0.en)" } ?? "")
  }

  /// The order of files, then of lines and columns in them, then of messages.
  public static func < (a: Problem, b: Problem) -> Bool {
    if a.location != b.location { return a.location < b.location }
    return (a.message.en, a.message.zh, a.suggestion?.en ?? "", a.suggestion?.zh ?? "")
      < (b.message.en, b.message.zh, b.suggestion?.en ?? "", b.suggestion?.zh ?? "")
  }
}

/// Everything that is wrong with an input, found in one go.
public struct Problems: Error, Sendable, CustomStringConvertible {
  /// How many problems are kept at most.
  public static let limit = 1000

  /// Sorted and never empty. Of more than `limit`, the first ones are kept and the last says how many more there are.
  public let problems: [Problem]

  /// Sorts, drops what is said twice, and cuts to the limit. O(n log n).
  ///
  /// - Parameter uncounted: How many more there were, which nobody kept.
  package init(_ found: [Problem], uncounted: Int = 0) {
    var kept: [Problem] = []
    for problem in found.sorted() where kept.last != problem { kept.append(problem) }
    let all = kept.count + uncounted
    if uncounted > 0 || all > Self.limit, let last = kept.prefix(Self.limit - 1).last {
      kept = Array(kept.prefix(Self.limit - 1))
      let rest = all - kept.count
      kept.append(
        Problem(
          location: last.location,
          message: Localized(zh: "还有 \(rest) 个问题没有列出", en: "\(rest) more problems are not listed")))
    }
    problems = kept
  }

  /// One problem on each line, in English.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
