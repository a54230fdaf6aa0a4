import ArgumentParser
import RemitModel
import RemitReports

/// `remit trace`: who answers for something, up the chain; who watches; by which clause.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Show who answers for a duty, up the chain, who watches, and by which clause.")

  @Argument(help: ArgumentHelp("A chart or regulation.", valueName: "CHART"))
  var chart: String

  @OptionGroup var options: ChartOptions

  @Option(name: .long, help: ArgumentHelp("Trace a duty.", valueName: "ID"))
  var duty: String?

  @Option(name: .long, help: ArgumentHelp("Trace a post (in a regulation, a role).", valueName: "ID"))
  var post: String?

  @Option(name: .long, help: ArgumentHelp("Trace all duties of a domain.", valueName: "NAME"))
  var domain: String?

  @Option(name: .long, help: ArgumentHelp("Trace what a clause asks for and who has it.", valueName: "CLAUSE"))
  var clause: String?

  func validate() throws {
    guard [duty, post, domain, clause].compactMap({ $0 }).count == 1 else {
      throw ValidationError("Give one of --duty, --post, --domain and --clause.")
    }
  }

  func run() throws {
    let language = options.speech.language
    let chart = try options.read(self.chart)
    let trace = Trace(chart)
    let colour = Console.wantsColour
    if let duty, case .duty(let id) = try EntityName(word: duty).find([.duty], in: chart, language: language) {
      Console.print(trace.text(duty: id, language, colour: colour))
    } else if let post, case .post(let id) = try EntityName(word: post).find([.post], in: chart, language: language) {
      Console.print(trace.text(post: id, language, colour: colour))
    } else if let domain {
      guard let text = trace.text(domain: domain, language, colour: colour) else {
        let known = Set(chart.duties.domains.values.joined()).sorted()
        throw Failure.usage(
          Localized(zh: "没有领域为“\(domain)”的职责", en: "no active duty is in the domain “\(domain)”"),
          suggestion: Spelling.suggestion(for: domain, among: known)
            ?? Localized(
              zh: "已有领域：" + known.prefix(30).joined(separator: "、"),
              en: "domains: " + known.prefix(30).joined(separator: ", ")),
          language: language)
      }
      Console.print(text)
    } else if let clause {
      try traceClause(clause, trace, language, colour)
    }
  }

  private func traceClause(_ word: String, _ trace: Trace, _ language: Language, _ colour: Bool) throws {
    guard let (regulation, number) = trace.chart.resolve(ClauseReference(text: word)),
      let text = trace.text(clause: number, of: regulation, language, colour: colour)
    else {
      throw Failure.usage(
        Localized(zh: "所对照的法规没有条款“\(word)”", en: "no regulation of the chart has a clause “\(word)”"),
        suggestion: Localized(zh: "写作 7、5.2、7(4) 或 法规编号:7(4)", en: "write 7, 5.2, 7(4) or regulation:7(4)"),
        language: language)
    }
    Console.print(text)
  }
}
