import RemitInspection
import RemitModel

extension Trace {
  /// The trace of a duty for people.
  public func text(duty: ID<Duty>, _ language: Language, colour: Bool = false) -> String {
    TraceText(trace: self, language: language, ink: Ink(isOn: colour)).duty(duty).joined(separator: "\n") + "\n"
  }

  /// The trace of a post for people: its duties, its chain, who watches it and whom it watches.
  public func text(post: ID<Post>, _ language: Language, colour: Bool = false) -> String {
    TraceText(trace: self, language: language, ink: Ink(isOn: colour)).post(post).joined(separator: "\n") + "\n"
  }

  /// The traces of a domain's duties; nil where no active duty is in it.
  public func text(domain: String, _ language: Language, colour: Bool = false) -> String? {
    let duties = duties(in: domain)
    guard !duties.isEmpty else { return nil }
    let text = TraceText(trace: self, language: language, ink: Ink(isOn: colour))
    return duties.map { text.duty($0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}

/// A trace as lines.
private struct TraceText {
  let trace: Trace
  let language: Language
  let ink: Ink

  private var chart: Chart { trace.chart }

  func duty(_ duty: ID<Duty>) -> [String] {
    var lines = [ink.bold(name(.duty(duty))) + "  " + ink.cyan("duty:" + TerminalText.safe(chart.duties.key[duty]))]
    let domains = chart.duties.domains[duty]
    if !domains.isEmpty {
      lines.append(
        say("  领域  ", "  domain  ") + domains.map { TerminalText.safe($0) }.joined(separator: say("、", ", ")))
    }
    if !chart.duties.basis[duty].isEmpty {
      lines.append(say("  条款  ", "  clause  ") + clauses(chart.duties.basis[duty]))
    }
    let holders = trace.holders(of: duty)
    if holders.isEmpty { lines.append(ink.red(say("  无人负责", "  nobody has it"))) }
    for holder in holders where holder.answers { lines += describe(holder) }
    for letter in [Letter.supports, .consulted, .informed] {
      let others = holders.filter { !$0.answers && $0.letters.first == letter }.map { name(Entity($0.node)) }
      if !others.isEmpty {
        lines.append("  " + ink.bold(letter.rawValue) + "  " + others.joined(separator: say("、", ", ")))
      }
    }
    return lines
  }

  func post(_ post: ID<Post>) -> [String] {
    let kind = chart.kind(of: .post(post))
    var lines = [ink.bold(name(.post(post))) + "  " + ink.cyan("\(kind):" + TerminalText.safe(chart.posts.key[post]))]
    lines += describe(trace.holder(.post(post)), heading: false)
    let adopted = chart.posts.adopts[post]
    if !adopted.isEmpty { lines.append(say("  承担条款  ", "  adopts  ") + clauses(adopted)) }
    let letters = chart.assignmentsOfPost[post].filter { chart.duties.status[chart.assignments.duty[$0]] == .active }
    if !letters.isEmpty { lines.append(say("  职责", "  duties")) }
    for assignment in letters {
      let duty = chart.assignments.duty[assignment]
      let basis = chart.duties.basis[duty].isEmpty ? "" : ink.faint("  " + clauses(chart.duties.basis[duty]))
      let star = chart.assignments.lead[assignment] ? "★" : ""
      lines.append("    \(chart.assignments.letter[assignment].rawValue)\(star)  " + name(.duty(duty)) + basis)
    }
    let watched = trace.watched(by: post)
    if !watched.isEmpty { lines.append(say("  监督他人", "  watches")) }
    for row in watched {
      lines.append("    \(chart.oversight.kind[row].name[language])  " + name(Entity(chart.oversight.of[row])))
    }
    return lines
  }

  private func describe(_ holder: Trace.Holder, heading: Bool = true) -> [String] {
    var lines: [String] = []
    if heading {
      let letters = holder.letters.map(\.rawValue).joined(separator: "/") + (holder.leads ? "★" : "")
      let terms = holder.terms.isEmpty ? "" : " " + holder.terms.map { $0[language] }.joined(separator: say("、", ", "))
      lines.append("  " + ink.bold(letters) + terms + "  " + name(Entity(holder.node)) + seat(holder.node))
    }
    if !holder.persons.isEmpty {
      let names = holder.persons.map { TerminalText.safe(chart.persons.name[$0][language]) }
      lines.append(say("    任职人    ", "    holder       ") + names.joined(separator: say("、", ", ")))
    } else if case .post(let post) = holder.node, chart.posts.status[post] == .vacant {
      lines.append(say("    任职人    空缺", "    holder       vacant"))
    }
    let up = EvidenceText(language: language).lines(holder.chain)
    lines += up.map { say("    责任链    ", "    chain        ") + $0 }
    if !holder.reachesHead, case .post = holder.node {
      lines.append(ink.yellow(say("    责任链未到达本地主要负责人", "    the chain does not reach a head of the jurisdiction")))
    }
    return lines + watchers(holder)
  }

  private func watchers(_ holder: Trace.Holder) -> [String] {
    guard !holder.watchers.isEmpty else { return [ink.yellow(say("    无人监督", "    nobody watches it"))] }
    return holder.watchers.map { watcher in
      let row = watcher.row
      let kind = TerminalText.padded(chart.oversight.kind[row].name[language], to: language == .chinese ? 10 : 13)
      var text = "    " + kind + name(Entity(chart.oversight.by[row]))
      if watcher.throughOrganization, let organization = chart.organization(of: chart.oversight.of[row]) {
        text += say("（对", " (of ") + name(.organization(organization)) + say("）", ")")
      }
      if let instrument = chart.oversight.instrument[row] { text += "  " + TerminalText.safe(instrument[language]) }
      if !chart.oversight.basis[row].isEmpty { text += "  " + clauses(chart.oversight.basis[row]) }
      let feeds = chart.oversight.feeds[row].map { name(Entity($0)) }
      if !feeds.isEmpty { text += say("  结果报送 ", "  feeds ") + feeds.joined(separator: say("、", ", ")) }
      return text
    }
  }

  private func seat(_ node: Node) -> String {
    guard case .post(let post) = node else { return "" }
    return ink.faint("  " + name(.organization(chart.posts.organization[post])))
  }

  private func name(_ entity: Entity) -> String { TerminalText.safe(chart.name(of: entity)[language], limit: 80) }

  private func clauses(_ cited: ArraySlice<Cited>) -> String {
    cited.map { cited in
      if let (regulation, number) = chart.resolve(cited.reference) {
        return number.citation[language]
          + (chart.regulations.count > 1 ? " (\(chart.regulations[regulation].key))" : "")
      }
      return TerminalText.safe(cited.reference.text)
    }.joined(separator: say("、", ", "))
  }

  private func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
}
