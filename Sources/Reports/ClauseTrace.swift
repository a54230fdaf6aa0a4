import RemitInspection
import RemitModel

extension Trace {
  /// What a clause of one of the chart's regulations asks for and, in a chart of a real place, who has taken it on; nil
  /// where the outline has no such clause.
  public func text(
    clause number: ClauseNumber, of regulation: Int, _ language: Language, colour: Bool = false
  ) -> String? {
    guard chart.regulations[regulation].has(number) else { return nil }
    let text = ClauseTrace(
      chart: chart, index: regulation, number: number, language: language, ink: Ink(isOn: colour))
    return text.lines().joined(separator: "\n") + "\n"
  }
}

/// The trace of a clause as lines.
private struct ClauseTrace {
  let chart: Chart
  let index: Int
  let number: ClauseNumber
  let language: Language
  let ink: Ink

  private var regulation: Regulation { chart.regulations[index] }

  func lines() -> [String] {
    var lines = [ink.bold(number.citation[language]) + "  " + ink.cyan("\(regulation.key):\(number)")]
    for clause in regulation.clauses where number.covers(clause.number) {
      if let about = clause.about {
        let note = clause.note.map { "  " + TerminalText.safe($0[language]) } ?? ""
        lines.append(
          "  " + clause.number.citation[language] + say("  主题：", "  is about ") + TerminalText.safe(about) + note)
      }
    }
    lines += roles() + duties() + links() + rest()
    if chart.origin == .chart { lines += held() }
    return lines
  }

  private func cites(_ clauses: [ClauseNumber]) -> Bool { clauses.contains(where: number.covers) }

  private func name(role: Int) -> String { TerminalText.safe(regulation.roles[role].name[language]) }

  private func name(_ end: Regulation.End) -> String {
    switch end {
    case .role(let role): name(role: role)
    case .kind(let kind): TerminalText.safe(kind.name[language])
    }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: say("、", ", ")) }

  private func levels(_ levels: [Level]) -> String {
    ink.faint(say("（", " (") + list(levels.map { $0.name[language] }) + say("）", ")"))
  }

  private func roles() -> [String] {
    regulation.roles.filter { cites($0.clauses) }.map { role in
      say("  职务  ", "  role  ") + TerminalText.safe(role.name[language]) + levels(role.levels)
    }
  }

  private func duties() -> [String] {
    regulation.duties.filter { number.covers($0.clause) }.map { duty in
      let term = duty.term.map { regulation.terms[$0].name[language] } ?? duty.letter.name[language]
      return say("  职责  ", "  duty  ") + "\(duty.letter.rawValue) " + TerminalText.safe(duty.title[language]) + "  "
        + list(duty.roles.map { name(role: $0) }) + " · " + TerminalText.safe(term) + levels(duty.levels)
    }
  }

  private func links() -> [String] {
    regulation.links.filter { cites($0.clauses) }.map { link in
      let feeds = link.feeds.isEmpty ? "" : say("  结果报送 ", "  feeds ") + list(link.feeds.map(name))
      return say("  监督  ", "  link  ") + list(link.by.map(name)) + " ─\(link.kind.name[language])→ "
        + list(link.of.map(name)) + (link.downward ? say("（下一级）", " (one level down)") : "") + feeds
        + levels(link.levels)
    }
  }

  private func rest() -> [String] {
    let chains = regulation.chains.filter { cites($0.clauses) }.map { chain in
      say("  链    ", "  chain ") + TerminalText.safe(chain.name[language]) + say("：", ": ")
        + chain.roles.map { name(role: $0) }.joined(separator: " → ")
    }
    let joints = regulation.joints.filter { cites($0.clauses) }.map { joint in
      say("  同责  ", "  joint ") + list(joint.roles.map { name(role: $0) })
    }
    let effects = regulation.accountability.filter { number.covers($0.clause) }.map { entry in
      let word: String
      switch entry.effect {
      case .pursue: word = say("追责", "pursued")
      case .ease: word = say("从轻", "eased")
      case .aggravate: word = say("从重", "aggravated")
      }
      return say("  追责  ", "  answering ") + word + say("：", ": ") + TerminalText.safe(entry.circumstance[language])
    }
    return chains + joints + effects
  }

  /// Posts that adopt the clause and duties and oversight that rest on it.
  private func held() -> [String] {
    func rests(_ cited: ArraySlice<Cited>) -> Bool {
      cited.contains { cited in
        guard let (regulation, clause) = chart.resolve(cited.reference), regulation == index else { return false }
        return number.covers(clause) || clause.covers(number)
      }
    }
    let adopters = chart.posts.ids.filter { rests(chart.posts.adopts[$0]) }.map { post in
      say("  承担  ", "  adopted by  ") + TerminalText.safe(chart.posts.name[post][language])
    }
    let duties = chart.duties.ids.filter { rests(chart.duties.basis[$0]) }.map { duty in
      let holders = chart.letters[duty].map { assignment in
        chart.assignments.letter[assignment].rawValue + " "
          + TerminalText.safe(chart.name(of: Entity(chart.assignments.assignee[assignment]))[language])
      }
      return say("  落实  ", "  carried out by  ") + TerminalText.safe(chart.duties.title[duty][language]) + "  "
        + list(holders)
    }
    let rows = grouped(chart.oversight.ids.filter { rests(chart.oversight.basis[$0]) }).map { rows in
      say("  实施  ", "  done by  ") + TerminalText.safe(chart.name(of: Entity(chart.oversight.by[rows[0]]))[language])
        + " ─\(chart.oversight.kind[rows[0]].name[language])→ "
        + list(rows.map { TerminalText.safe(chart.name(of: Entity(chart.oversight.of[$0]))[language]) })
    }
    let all = adopters + duties + rows
    return all.isEmpty ? [ink.yellow(say("  本地无人承担", "  nobody here has taken it on"))] : all
  }

  /// Rows with one overseer and kind together, in the order of the first of each.
  private func grouped(_ rows: [ID<Oversight>]) -> [[ID<Oversight>]] {
    struct Pair: Hashable {
      let by: Node
      let kind: LinkKind
    }
    var groups: [[ID<Oversight>]] = []
    var numbers: [Pair: Int] = [:]
    for row in rows {
      let pair = Pair(by: chart.oversight.by[row], kind: chart.oversight.kind[row])
      if let number = numbers[pair] {
        groups[number].append(row)
      } else {
        numbers[pair] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
}
