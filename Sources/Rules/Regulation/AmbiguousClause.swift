import RemitInspection
import RemitModel

extension Rule {
  /// REG008: an outline in which a number occurs twice, is left out, or stands out of order.
  static let ambiguousClause = Rule(
    code: "REG008", name: "ambiguous-clause", family: .regulation, defect: .ambiguity, severity: .error,
    scope: .regulations,
    title: Localized(zh: "条款编号重复或跳号", en: "Clause number repeated or skipped"),
    explanation: Explanation(
      what: Localized(
        zh: "法规的条、款、项编号没有从一开始连续排列：有的重复，有的缺少，有的次序颠倒。",
        en:
          "The articles, or the paragraphs or items of one, do not run from one upwards: a number occurs twice, is missing, or "
          + "stands out of order."),
      why: Localized(
        zh: "引用“第六条”时分不清指的是哪一条，多半是误植或误读。",
        en: "Nobody can tell which “art. 6” a citation means; mostly it is a misprint or a misreading."),
      remedy: Localized(
        zh: "对照权威文本核对编号；确认原文如此的，在 ignore 中说明。",
        en: "Compare with an authoritative text; if it really reads so, say why in an ignore."),
      source: Localized(
        zh: "立法技术规范：条文连续编号，不重复。", en: "Rules of legislative drafting: articles are numbered on, each once.")),
    faulty: [
      Example(
        """
        regulation: misprint
        levels: [county]
        clauses:
          - {id: "1", about: purpose}
          - {id: "2", about: scope}
          - {id: "2(1)", about: scope}
          - {id: "4", about: principles}  # expect: REG008 clause:4
          - {id: "2", about: duties}  # expect: REG008 clause:2
          - {id: "2(1)", about: duties}
          - {id: "5", about: duties}
          - {id: "5.1", about: duties}
          - {id: "5.1", about: duties}  # expect: REG008 clause:5.1
          - {id: "6", about: duties}
          - {id: "6(1)", about: duties}
          - {id: "6(3)", about: duties}  # expect: REG008 clause:6(3)
          - {id: "7", about: duties}
          - {id: "7(2)", about: duties}
          - {id: "7(1)", about: duties}  # expect: REG008 clause:7(1)
        """)
    ],
    clean: [
      Example(
        """
        regulation: sound
        levels: [county]
        clauses:
          - {id: "1", chapter: 1, about: purpose}
          - {id: "2", chapter: 1, about: scope}
          - {id: "2.1", about: scope}
          - {id: "2.1(1)", about: scope}
          - {id: "2.1(2)", about: scope}
          - {id: "2.2", about: scope}
          - {id: "2.2(1)", about: scope}
          - {id: "3", chapter: 2, about: duties}
          - {id: "3(1)", about: duties}
          - {id: "3(2)", about: duties}
        """)
    ]
  ) { inspection in
    for index in inspection.chart.regulations.indices {
      let clauses = inspection.chart.regulations[index].clauses
      let articles = clauses.indices.filter { clauses[$0].number.paragraph == nil && clauses[$0].number.item == nil }
      var faults = OutlineFault.all(in: articles, clauses)
      let repeated = Set(faults.filter { $0.way == .repeats }.map { clauses[$0.clause].number.article })
      // Below an article that occurs twice everything does, for the same cause.
      for part in parts(of: clauses) where !repeated.contains(clauses[part[0]].number.article) {
        faults += OutlineFault.all(in: part, clauses)
      }
      for fault in faults { report(fault, clauses, regulation: index, in: &inspection) }
    }
  }
}

/// A clause whose number does not follow from those before it.
private struct OutlineFault {
  enum Way: String {
    case repeats = "repeat"
    case skips = "skip"
    case turns = "order"
  }

  /// Its position in the outline.
  let clause: Int
  let way: Way
  /// Where else the number occurs, or where the higher one stands.
  var others: [Int] = []
  /// The number that should have come first.
  var wanted = 0

  /// The faults in a run of clauses that should count from one: each repeated number once, at its second occurrence.
  static func all(in run: [Int], _ clauses: [Regulation.Clause]) -> [OutlineFault] {
    var occurrences: [Int: [Int]] = [:]
    for clause in run { occurrences[clauses[clause].number.last, default: []].append(clause) }
    var faults: [OutlineFault] = []
    var highest = 0
    // Where the highest number so far stands.
    var last = 0
    for clause in run {
      let number = clauses[clause].number.last
      let same = occurrences[number] ?? []
      if same.first != clause {
        if same[1] == clause {
          faults.append(OutlineFault(clause: clause, way: .repeats, others: same.filter { $0 != clause }))
        }
      } else if number < highest {
        faults.append(OutlineFault(clause: clause, way: .turns, others: [last]))
      } else if let wanted = (highest + 1..<max(number, highest + 1)).first(where: { occurrences[$0] == nil }) {
        faults.append(OutlineFault(clause: clause, way: .skips, wanted: wanted))
      }
      if number > highest {
        highest = number
        last = clause
      }
    }
    return faults
  }
}

extension ClauseNumber {
  /// The number that tells it from its siblings.
  fileprivate var last: Int { item ?? paragraph ?? article }
}

/// The paragraphs of each article, and the items of each article or paragraph, in the order of their first.
private func parts(of clauses: [Regulation.Clause]) -> [[Int]] {
  struct Parent: Hashable {
    let article: Int
    let paragraph: Int?
    let hasItems: Bool
  }
  var parts: [[Int]] = []
  var known: [Parent: Int] = [:]
  for (index, clause) in clauses.enumerated() where clause.number.paragraph != nil || clause.number.item != nil {
    let number = clause.number
    let parent = Parent(
      article: number.article, paragraph: number.item == nil ? nil : number.paragraph, hasItems: number.item != nil)
    if let part = known[parent] {
      parts[part].append(index)
    } else {
      known[parent] = parts.count
      parts.append([index])
    }
  }
  return parts
}

private func report(
  _ fault: OutlineFault, _ clauses: [Regulation.Clause], regulation: Int, in inspection: inout Inspection
) {
  let entity = Entity.clause(regulation: regulation, index: fault.clause)
  let number = clauses[fault.clause].number
  let all = (fault.others + [fault.clause]).sorted().map { Entity.clause(regulation: regulation, index: $0) }
  let message: Localized
  switch fault.way {
  case .repeats:
    message = Localized(
      zh: "\(number.citation.zh)出现了 \(all.count) 次", en: "\(number.citation.en) occurs \(all.count) times")
  case .skips:
    message = Localized(
      zh: "\(number.citation.zh)之前缺少编号 \(fault.wanted)",
      en: "number \(fault.wanted) is missing before \(number.citation.en)")
  case .turns:
    message = Localized(
      zh: "\(number.citation.zh)排在更大的编号之后", en: "\(number.citation.en) stands after a higher number")
  }
  inspection.report(
    [entity], message, alone: Array(all.prefix(2)), clauses: [inspection.clause(number, of: regulation)],
    suggestion: Localized(
      zh: "对照权威文本核对该处编号", en: "compare the numbers here with an authoritative text"),
    detail: fault.way.rawValue,
    places: (fault.way == .turns ? all.reversed() : all).map { inspection.subject($0) }.compactMap(\.location))
}
