import Dispatch
import RemitInspection
import RemitModel
import RemitRules
import Synchronization

/// Applies mutations to a chart at every site, inspects each spoilt chart, and judges what was found by the difference
/// from the clean one.
package struct Study: Sendable {
  /// What came of one mutation on one chart.
  package struct Outcome: Sendable {
    /// A site at which the expected rule was silent.
    package struct Miss: Sendable {
      package let site: String
      package let expected: [String]
      /// What was found instead, code and subjects.
      package let found: [String]
    }

    /// Findings of one rule that the mutation was not meant to bring about.
    package struct Unexpected: Sendable {
      package let code: String
      package let count: Int
      /// Why they are true all the same; nil where nobody knows, which is a fault of the rule or of the mutation.
      package let reason: String?
      /// The first few: the site and the finding's subjects.
      package let examples: [String]
    }

    package let mutation: Mutation
    package let chart: String
    package let sites: Int
    package let found: Int
    package let misses: [Miss]
    package let unexpected: [Unexpected]

    /// Whether every site was found and everything that was found is explained.
    package var isGood: Bool { misses.isEmpty && unexpected.allSatisfy { $0.reason != nil } }
  }

  /// A chart that cannot be studied, since it is not clean to begin with.
  package struct Unclean: Error {
    package let chart: String
    package let findings: [Finding]
  }

  private let ground: Ground
  private let inspector = Inspector(rules: Catalogue.rules)
  /// The fingerprints of what the clean chart has, such as notes and what its `ignore` sets aside.
  private let known: Set<String>
  private let sample: Int?

  /// Inspects the chart as it is.
  ///
  /// - Parameter sample: The most sites of each mutation, chosen by lot that falls the same way each time; nil for all.
  /// - Throws: `Unclean` for a chart with an open error or warning; for a regulation, which names no place that could
  ///   mend it, only errors count.
  package init(_ chart: Chart, sample: Int? = nil) throws(Unclean) {
    let findings = inspector.inspect(chart)
    let least: Severity = chart.origin == .regulation ? .error : .warning
    let open = findings.filter { $0.state == .open && $0.severity >= least }
    guard open.isEmpty else { throw Unclean(chart: chart.key, findings: open) }
    ground = Ground(chart)
    known = Set(findings.map(\.fingerprint))
    self.sample = sample
  }

  /// The outcomes in the order of the mutations, without those that have no site in the chart, or of which the rule does
  /// not speak of such charts.
  package func run(_ all: [Mutation]) -> [Outcome] {
    let mutations = all.filter { Catalogue.rule($0.rule)?.speaks(of: ground.chart.origin) ?? false }
    var work: [(mutation: Int, site: Mutation.Site)] = []
    for (index, mutation) in mutations.enumerated() {
      work += drawn(mutation.sites(in: ground), for: mutation).map { (index, $0) }
    }
    let items = work
    let results = Mutex([Trial?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let trial = trial(of: mutations[items[index].mutation], at: items[index].site)
      results.withLock { $0[index] = trial }
    }
    var trials = [[Trial]](repeating: [], count: mutations.count)
    for (item, trial) in zip(items, results.withLock { $0 }) {
      if let trial { trials[item.mutation].append(trial) }
    }
    return zip(mutations, trials).filter { !$1.isEmpty }.map { outcome(of: $0, $1) }
  }

  private func drawn(_ sites: [Mutation.Site], for mutation: Mutation) -> [Mutation.Site] {
    guard let sample, sites.count > sample else { return sites }
    var lot = Lot(seed: ground.chart.key + mutation.name)
    let drawn = Set(sites.indices.shuffled(using: &lot).prefix(sample))
    return sites.indices.filter(drawn.contains).map { sites[$0] }
  }
}

extension Study {
  /// What came of one site.
  private struct Trial: Sendable {
    let site: Mutation.Site
    let isFound: Bool
    let others: [Finding]
  }

  private func trial(of mutation: Mutation, at site: Mutation.Site) -> Trial {
    let new = inspector.inspect(site.spoilt(ground.chart)).filter {
      $0.state == .open && !known.contains($0.fingerprint)
    }
    let expected = new.firstIndex { finding in
      finding.code == mutation.rule && site.expected.allSatisfy(finding.subjects.map(\.key).contains)
    }
    return Trial(
      site: site, isFound: expected != nil, others: new.indices.filter { $0 != expected }.map { new[$0] })
  }

  private func outcome(of mutation: Mutation, _ trials: [Trial]) -> Outcome {
    let misses = trials.filter { !$0.isFound }.map { trial in
      Outcome.Miss(site: trial.site.name, expected: trial.site.expected, found: trial.others.map(\.told))
    }
    var counts: [String: Int] = [:]
    var examples: [String: [String]] = [:]
    for trial in trials {
      for finding in trial.others {
        counts[finding.code, default: 0] += 1
        if examples[finding.code, default: []].count < 3 {
          examples[finding.code, default: []].append("\(trial.site.name): \(finding.told)")
        }
      }
    }
    return Outcome(
      mutation: mutation, chart: ground.chart.key, sites: trials.count, found: trials.count - misses.count,
      misses: misses,
      unexpected: counts.keys.sorted().map { code in
        Outcome.Unexpected(
          code: code, count: counts[code] ?? 0, reason: mutation.reason(for: code), examples: examples[code] ?? [])
      })
  }
}

extension Rule {
  fileprivate func speaks(of origin: Chart.Origin) -> Bool {
    switch scope {
    case .charts: origin == .chart
    case .regulations: origin == .regulation
    case .both: true
    }
  }
}

extension Finding {
  /// Code, subjects and what tells it from others on these.
  fileprivate var told: String {
    let more = detail.isEmpty ? "" : " [\(detail)]"
    return ([code] + subjects.prefix(4).map(\.key)).joined(separator: " ") + more
  }
}

/// A generator that always draws the same for the same seed (SplitMix64, seeded by FNV-1a).
private struct Lot: RandomNumberGenerator {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  init(seed: String) {
    for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
