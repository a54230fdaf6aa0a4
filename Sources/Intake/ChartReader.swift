import RemitModel
import RemitSource

/// Reads charts and regulations from files. Everything that is wrong with them is reported at once.
///
/// What is read has bounds (64 MiB for a file, some millions of values, 64 levels of nesting), so that no input can
/// exhaust memory or stack; the time is near linear in the input's length.
public struct ChartReader: Sendable {
  /// How to read.
  public struct Options: Sendable {
    /// The regulations to check against, by id or path, instead of those that the chart names; empty for these.
    public var against: [String] = []
    /// The day to judge by, instead of the chart's own `as-of`.
    public var asOf: CalendarDay?
    /// The day to judge by where neither `asOf` nor the chart says one; nil leaves such a chart without a day.
    public var today: CalendarDay?
    /// Further folders which may hold regulations, or folders named `regulations` or `Graphs/regulations`.
    public var searchRoots: [String] = []

    /// Reads foreign tables by this map. All files are then tables of one chart.
    package var map: TableMap?
    /// What letters of a matrix stand for, where the file does not say.
    package var letters: LetterAlias?

    /// Nothing but what the chart itself says.
    public init() {}
  }

  /// A chart, and what its reader saw.
  public struct Reading: Sendable {
    /// The chart.
    public let chart: Chart
    /// What was read otherwise than it looks, or not at all, though the whole can be used: look-alike letters, hidden
    /// rows, another encoding than UTF-8. Sorted by place.
    public let notices: [Problem]
  }

  /// How to read.
  public var options: Options

  /// A reader that follows the options.
  public init(options: Options = .init()) {
    self.options = options
  }

  /// Reads a chart file, a regulation file (as its chart of roles), or the `chart.yaml` of a folder; `-` is standard
  /// input.
  ///
  /// - Throws: Every problem of the file, and of the regulations that it names.
  public func read(path: String) throws(Problems) -> Chart {
    try read(paths: [path])
  }

  /// Reads one chart that is split over several files. Ids are unique over all of them; the first file with a `chart`
  /// gives id, title and day, and the regulations that any of them names are added up.
  ///
  /// - Throws: Every problem of every file.
  public func read(paths: [String]) throws(Problems) -> Chart { try reading(paths: paths).chart }

  /// The same, with what a user should know of how the files were read.
  ///
  /// - Throws: Every problem of every file.
  public func reading(paths: [String]) throws(Problems) -> Reading {
    var session = ReadingSession(options: options, isOnly: paths.count == 1)
    for path in paths { session.add(path: path) }
    return Reading(chart: try session.chart(), notices: session.notices)
  }

  /// Reads a chart from a text; the path is only named in places, and tells where to look for regulations.
  ///
  /// The text may hold several YAML documents: regulations, which the chart can then name in `against`, and at last the
  /// chart. One regulation alone is read as its chart of roles.
  ///
  /// - Throws: Every problem of the text.
  public func read(text: String, path: String) throws(Problems) -> Chart {
    var session = ReadingSession(options: options)
    session.add(bytes: Array(text.utf8), path: path)
    return try session.chart()
  }
}
