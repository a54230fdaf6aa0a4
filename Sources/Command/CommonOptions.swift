import ArgumentParser
import RemitIntake
import RemitModel

extension Language: ExpressibleByArgument {}
extension LetterAlias: ExpressibleByArgument {}

/// Options that every command on a chart takes.
struct ChartOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Check against this regulation instead of the chart's own list.", valueName: "REG"))
  var against: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Judge terms and expiries by this day (default: the chart's, else today).", valueName: "DATE"))
  var asOf: String?

  @OptionGroup var foreign: ForeignOptions

  @OptionGroup var speech: SpeechOptions

  /// Reads a chart, or tells all its problems, and marks them where that is asked for.
  func read(_ path: String, _ annotation: Annotation? = nil) throws -> Chart {
    try readTogether([path], annotation)
  }

  /// Reads several files as one chart.
  func readTogether(_ paths: [String], _ annotation: Annotation? = nil) throws -> Chart {
    var options = ChartReader.Options()
    options.against = against
    options.asOf = try day()
    options.today = Console.today
    do throws(Problems) {
      try foreign.apply(to: &options)
      let reading = try ChartReader(options: options).reading(paths: paths)
      Notices.tell(reading.notices, speech.language)
      return reading.chart
    } catch {
      if !error.problems.allSatisfy({ $0.location.sheet == nil }) { try annotation?.write(error) }
      throw Failure.input(error, language: speech.language)
    }
  }

  /// The day of `--as-of`.
  ///
  /// - Throws: the exit status 2, after saying that it is no date.
  func day() throws -> CalendarDay? {
    guard let asOf else { return nil }
    guard let day = CalendarDay(asOf) else {
      throw Failure.usage(
        Localized(
          zh: "--as-of 需要 YYYY-MM-DD 形式的日期，不是“\(asOf)”", en: "--as-of takes a date as YYYY-MM-DD, not “\(asOf)”"),
        language: speech.language)
    }
    return day
  }
}

/// Options on files that are not in the chart's own forms.
struct ForeignOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read foreign tables by this map: a YAML file, or uk-organogram. All files are then one chart.",
      valueName: "MAP"))
  var map: String?

  @Option(
    name: .long,
    help: ArgumentHelp("What the letters of a matrix stand for, where the file has no legend.", valueName: "NAME"))
  var letters: LetterAlias?

  /// - Throws: Every problem of the map's file.
  func apply(to options: inout ChartReader.Options) throws(Problems) {
    options.letters = letters
    options.map = try map.map { name throws(Problems) in try TableMap.load(name) }
  }
}

/// The language to speak.
struct SpeechOptions: ParsableArguments {
  @Option(name: .long, help: "Language: zh or en (default: the locale's).")
  var lang: Language?

  var language: Language { lang ?? Console.language }
}

/// A chart's entity as a user names it: an id, or `kind:id` where several tables use one.
struct EntityName {
  let word: String

  enum Kind: String, CaseIterable {
    case post, organization, duty, jurisdiction
  }

  /// Finds the entity among the kinds given, in their order.
  ///
  /// - Throws: the exit status 2, after naming the nearest ids.
  func find(_ kinds: [Kind], in chart: Chart, language: Language) throws -> Entity {
    for kind in kinds {
      for key in keys(of: kind) {
        if let entity = Self.lookUp(kind, key, in: chart) { return entity }
      }
    }
    let known = kinds.flatMap { Self.keys($0, in: chart) }
    throw Failure.usage(
      Localized(zh: "没有编号为“\(word)”的条目", en: "nothing has the id “\(word)”"),
      suggestion: Spelling.suggestion(for: word, among: known), language: language)
  }

  private func keys(of kind: Kind) -> [String] {
    let prefixes = kind == .post ? ["post:", "role:"] : [kind.rawValue + ":"]
    return [word] + prefixes.filter(word.hasPrefix).map { String(word.dropFirst($0.count)) }
  }

  private static func lookUp(_ kind: Kind, _ key: String, in chart: Chart) -> Entity? {
    switch kind {
    case .post: chart.posts.ids.first { chart.posts.key[$0] == key }.map(Entity.post)
    case .organization: chart.organizations.ids.first { chart.organizations.key[$0] == key }.map(Entity.organization)
    case .duty: chart.duties.ids.first { chart.duties.key[$0] == key }.map(Entity.duty)
    case .jurisdiction: chart.jurisdictions.ids.first { chart.jurisdictions.key[$0] == key }.map(Entity.jurisdiction)
    }
  }

  private static func keys(_ kind: Kind, in chart: Chart) -> [String] {
    switch kind {
    case .post: chart.posts.key.values
    case .organization: chart.organizations.key.values
    case .duty: chart.duties.key.values
    case .jurisdiction: chart.jurisdictions.key.values
    }
  }
}
