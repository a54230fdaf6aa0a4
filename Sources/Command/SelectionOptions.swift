import ArgumentParser
import RemitDrawing
import RemitIntake
import RemitModel

/// Options that choose a part of a chart.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Draw only this jurisdiction and all below it; may be repeated.", valueName: "ID"))
  var jurisdiction: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Draw only this organization and all that is part of it; may be repeated.", valueName: "ID"))
  var organization: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Draw only duties of this domain, and whom they concern; may be repeated.", valueName: "NAME"))
  var domain: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Draw only these levels: nation, province, prefecture, county, township.", valueName: "LEVEL,…"))
  var level: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Draw only oversight of these kinds, such as audit,inspect.", valueName: "KIND,…"))
  var kind: [String] = []

  /// What the options choose.
  ///
  /// - Throws: the exit status 2, after naming what the chart does not have.
  func selection(in chart: Chart, _ language: Language) throws -> Selection {
    var selection = Selection()
    for word in jurisdiction {
      let found = try EntityName(word: word).find([.jurisdiction], in: chart, language: language)
      if case .jurisdiction(let id) = found { selection.jurisdictions.append(id) }
    }
    for word in organization {
      let found = try EntityName(word: word).find([.organization], in: chart, language: language)
      if case .organization(let id) = found { selection.organizations.append(id) }
    }
    let domains = Set(chart.duties.ids.flatMap { chart.duties.domains[$0] }).union(
      chart.oversight.ids.flatMap { chart.oversight.scope[$0] })
    for word in domain {
      // A domain's name may hold commas itself.
      for name in domains.contains(word) ? [word] : Self.words([word]) {
        guard domains.contains(name) else {
          throw Failure.usage(
            Localized(zh: "没有名为“\(name)”的领域", en: "there is no domain “\(name)”"),
            suggestion: Spelling.suggestion(for: name, among: domains.sorted()), language: language)
        }
        selection.domains.append(name)
      }
    }
    selection.levels = try Self.known(level, Level.allCases, \.word, "--level", language)
    selection.kinds = try Self.known(kind, LinkKind.allCases, \.rawValue, "--kind", language)
    return selection
  }

  private static func words(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",") }.map { String($0.trimmingPrefix(" ")) }
  }

  /// The values that words name, in their own order, each once.
  private static func known<Value>(
    _ lists: [String], _ all: [Value], _ word: (Value) -> String, _ option: String, _ language: Language
  ) throws -> [Value] {
    let wanted = words(lists)
    let known = all.map(word)
    if let other = wanted.first(where: { !known.contains($0) }) {
      throw Failure.usage(
        Localized(
          zh: "\(option) 不认识“\(other)”；可用：\(known.joined(separator: "、"))",
          en: "\(option) does not know “\(other)”; it takes \(known.joined(separator: ", "))"),
        suggestion: Spelling.suggestion(for: other, among: known), language: language)
    }
    return all.filter { wanted.contains(word($0)) }
  }
}
