import RemitInspection
import RemitModel

extension Rule {
  /// OVS008: several inspect or check one target on much the same.
  static let duplicateInspection = Rule(
    code: "OVS008", name: "duplicate-inspection", family: .oversight, defect: .overlap, severity: .warning,
    title: Localized(zh: "重复检查", en: "Inspected twice for the same"),
    explanation: Explanation(
      what: Localized(
        zh: "两个以上不同的单位督察或检查同一对象，范围（scope）按集合比较，Jaccard 相似度不低于下限（默认 0.5）；没有写 scope 的，只与同样没有写的相比。"
          + "互相统筹协调的、同一单位的不算。",
        en: "Bodies other than one another inspect or check one target on overlapping scopes: as sets, their Jaccard "
          + "coefficient is at least the limit (0.5 by default). A link without scope is compared with such links only. "
          + "Links of one body, and bodies of which one coordinates the other, do not count."),
      why: Localized(
        zh: "同一件事被查几遍，基层疲于应付，结论还可能互相矛盾。",
        en: "The same thing is looked at again and again: a burden on those below, and the results may contradict."),
      remedy: Localized(
        zh: "合并为一次联合检查，或分清各自的 scope。", en: "Make one joint visit of them, or divide the scopes."),
      source: Localized(
        zh: "统筹规范督查检查考核、防止多头重复检查的要求。",
        en: "National rules against repeated checks by many bodies.")),
    settings: [
      Setting("similarity", Localized(zh: "范围相似度下限", en: "least similarity of scopes"), standard: 0.5, range: 0.01...1)
    ],
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: bureau, kind: department}, {id: a, kind: inspection-team}, {id: b, kind: department}]
        posts: [{id: head, organization: bureau}]
        oversight:
          - {id: o1, kind: inspect, by: a, of: bureau, scope: [water, soil]}
          - {id: o2, kind: check, by: b, of: bureau, scope: [water]}  # expect: OVS008 organization:bureau
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: bureau, kind: department}, {id: a, kind: inspection-team}, {id: b, kind: department}, {id: c}]
        posts: [{id: head, organization: bureau}, {id: inspector, organization: a}, {id: boss, organization: c}]
        oversight:
          - {id: o1, kind: inspect, by: a, of: bureau, scope: [water, soil]}
          - {id: o2, kind: check, by: inspector, of: bureau, scope: [water, soil]}
          - {id: o3, kind: check, by: b, of: bureau, scope: [air]}
          # They are coordinated.
          - {id: o4, kind: check, by: c, of: bureau, scope: [water, soil]}
          - {kind: coordinate, by: a, of: c}
          - {id: o5, kind: supervise, by: b, of: bureau, scope: [water, soil]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watch = inspection.facts[Watch.self]
    let similarity = inspection.threshold("similarity")
    // How many rows check each node; 0 once it was looked at.
    var counts = [Int32](repeating: 0, count: watch.nodeCount)
    let byKind = inspection.facts[OversightByKind.self]
    let checks = byKind.rows(of: .inspect, .check)
    for row in checks { counts[watch.index(chart.oversight.of[row])] += 1 }
    guard counts.contains(where: { $0 > 1 }) else { return }
    let agreed = Agreed(byKind.rows(of: .coordinate), chart)
    for row in checks {
      let target = chart.oversight.of[row]
      guard counts[watch.index(target)] > 1 else { continue }
      counts[watch.index(target)] = 0
      let rows = watch.over(target).filter { isCheck($0, in: chart) }
      let pairs = overlaps(rows, atLeast: similarity[Entity(target)], chart, agreed)
      if let first = pairs.first { report(target, first, count: pairs.count, &inspection) }
    }
  }
}

private func isCheck(_ row: ID<Oversight>, in chart: Chart) -> Bool {
  chart.oversight.kind[row] == .inspect || chart.oversight.kind[row] == .check
}

/// Which bodies coordinate which.
private struct Agreed {
  private var links = PairSet()

  init(_ rows: ArraySlice<ID<Oversight>>, _ chart: Chart) {
    for row in rows {
      guard let by = chart.organization(of: chart.oversight.by[row]),
        let of = chart.organization(of: chart.oversight.of[row])
      else { continue }
      links.insert(by.index, of.index)
    }
  }

  func covers(_ a: ID<Organization>, _ b: ID<Organization>) -> Bool {
    a == b || links.contains(a.index, b.index) || links.contains(b.index, a.index)
  }
}

/// The pairs of rows over one target that overlap. Few look at one target; where more than a hundred do, only those
/// written next to each other are compared.
private func overlaps(
  _ rows: [ID<Oversight>], atLeast similarity: Double, _ chart: Chart, _ agreed: Agreed
) -> [(ID<Oversight>, ID<Oversight>)] {
  guard rows.count > 1 else { return [] }
  let reach = rows.count > 100 ? 1 : rows.count
  var pairs: [(ID<Oversight>, ID<Oversight>)] = []
  for (index, a) in rows.enumerated() {
    guard let mine = chart.organization(of: chart.oversight.by[a]) else { continue }
    for b in rows[(index + 1)...].prefix(reach) {
      guard let theirs = chart.organization(of: chart.oversight.by[b]), mine != theirs,
        overlap(a, b, chart.oversight.scope) >= similarity, !agreed.covers(mine, theirs)
      else { continue }
      pairs.append((a, b))
    }
  }
  return pairs
}

/// The share of two rows' scopes that both have, each counted once.
private func overlap(_ a: ID<Oversight>, _ b: ID<Oversight>, _ scopes: SharedListColumn<Oversight, String>) -> Double {
  let (own, other) = (scopes.slots(of: a), scopes.slots(of: b))
  if own.count == 1 && other.count == 1 {
    return scopes.allCodes[own.lowerBound] == scopes.allCodes[other.lowerBound] ? 1 : 0
  }
  let (a, b) = (scopes.codes(of: a), scopes.codes(of: b))
  if a.isEmpty && b.isEmpty { return 1 }
  if a.isEmpty || b.isEmpty { return 0 }
  let (x, y) = (Set(a), Set(b))
  let common = x.intersection(y).count
  return Double(common) / Double(x.count + y.count - common)
}

private func report(
  _ target: Node, _ pair: (ID<Oversight>, ID<Oversight>), count: Int, _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let name = chart.name(of: Entity(target))
  let list = inspection.list([pair.0, pair.1].map { Entity(chart.oversight.by[$0]) })
  inspection.report(
    [Entity(target)],
    Localized(
      zh: "\(list.zh)对“\(name.zh)”的检查范围相同或大半重叠" + (count > 1 ? "（这样的共 \(count) 对）" : ""),
      en: "\(list.en) inspect “\(name.en)” for much the same" + (count > 1 ? " (\(count) such pairs)" : "")),
    evidence: [inspection.link(pair.0), inspection.link(pair.1)],
    clauses: inspection.clauses(chart.oversight.basis[pair.0]),
    suggestion: Localized(
      zh: "把 \(chart.oversight.key[pair.1]) 并入 \(chart.oversight.key[pair.0])，或为两者写明不同的 scope",
      en: "join \(chart.oversight.key[pair.1]) to \(chart.oversight.key[pair.0]), or give them different scopes"))
}
