import RemitModel

/// How many active duties lie on each post, beside what lies on its peers: the posts of its role in jurisdictions of its
/// level, since a province's heads and a county's cannot be measured by one yardstick.
package struct Workload: Fact {
  /// How the counts of one letter are spread over the posts of one class.
  package struct Spread: Sendable {
    /// The number of posts in force.
    package fileprivate(set) var posts = 0
    fileprivate var sum = 0.0
    fileprivate var squares = 0.0

    /// The mean number of duties.
    package var mean: Double { posts == 0 ? 0 : sum / Double(posts) }

    /// Whether `count` is more than `deviations` standard deviations (of the whole class, σ) above the mean. Compared
    /// in multiples of the number of posts, so that no order of summing can tip the scale.
    fileprivate func isExceeded(by count: Double, deviations: Double) -> Bool {
      let number = Double(posts)
      let variance = max(0, number * squares - sum * sum)
      return number * count - sum > deviations * variance.squareRoot()
    }

    /// The same class, had one of its posts another count.
    fileprivate func replacing(_ count: Double, by other: Double) -> Spread {
      var spread = self
      spread.sum += other - count
      spread.squares += other * other - count * count
      return spread
    }
  }

  /// How much a post may have.
  package struct Allowance: Sendable {
    /// The most duties, whatever others have.
    let limit: Int
    /// How many standard deviations above the mean of its peers.
    let deviations: Double
    /// How many peers, the post itself among them, it takes to compare it with them.
    let peers: Int
    /// How many duties it takes to compare it with them.
    let least: Int

    package init(limit: Int, deviations: Double, peers: Int, least: Int) {
      self.limit = limit
      self.deviations = deviations
      self.peers = peers
      self.least = least
    }
  }

  /// A post that has more than it may.
  package struct Overload: Sendable {
    /// All its rows with the letter on active duties.
    package let rows: [ID<Assignment>]
    /// The most that it may have: the limit, or what its peers leave it where that is less.
    package let bound: Int
    /// Its peers, where these set the bound.
    package let peers: Spread?

    /// Just as many rows as break the bound.
    package var proof: ArraySlice<ID<Assignment>> { rows.prefix(bound + 1) }
  }

  private let chart: Chart
  /// By post: its class, or -1 for a post without role or not in force.
  private let classOf: [Int]
  /// By post, the number of active duties that it answers for, and that it does.
  private let accountable: [Int32]
  private let responsible: [Int32]
  /// By class.
  private let spreads: [Letter: [Spread]]

  /// O(posts + letters).
  package init(_ chart: Chart, _ facts: Facts) {
    let levels = Level.allCases.count + 1
    // By role and level, the number of the class; −1 where it has no post.
    var numbers = [Int](repeating: -1, count: chart.roles.key.count * levels)
    var classCount = 0
    classOf = chart.posts.ids.map { post in
      guard chart.isInForce(post), let role = chart.posts.role[post] else { return -1 }
      let level = chart.jurisdictions.level[chart.jurisdiction(of: post)]
      let place = role.index * levels + (level.map { $0.rawValue + 1 } ?? 0)
      if numbers[place] < 0 {
        numbers[place] = classCount
        classCount += 1
      }
      return numbers[place]
    }
    (accountable, responsible) = Self.counts(chart)
    var spreads: [Letter: [Spread]] = [:]
    for (letter, counts) in [(Letter.accountable, accountable), (.responsible, responsible)] {
      var ofLetter = [Spread](repeating: Spread(), count: classCount)
      for post in chart.posts.ids where classOf[post.index] >= 0 {
        let count = Double(counts[post.index])
        ofLetter[classOf[post.index]].posts += 1
        ofLetter[classOf[post.index]].sum += count
        ofLetter[classOf[post.index]].squares += count * count
      }
      spreads[letter] = ofLetter
    }
    self.chart = chart
    self.spreads = spreads
  }

  /// What a post has more than it may of a letter, A or R; nil where it keeps within. O(its letters).
  package func overload(of post: ID<Post>, _ letter: Letter, _ allowance: Allowance) -> Overload? {
    let count = count(of: post, letter)
    let number = classOf[post.index]
    if number >= 0, count >= allowance.least, let spread = spreads[letter]?[number], spread.posts >= allowance.peers,
      let fewest = fewest(count, in: spread, allowance), fewest <= allowance.limit
    {
      return Overload(rows: Self.rows(of: post, letter, in: chart), bound: fewest - 1, peers: spread)
    }
    guard count > allowance.limit else { return nil }
    return Overload(rows: Self.rows(of: post, letter, in: chart), bound: allowance.limit, peers: nil)
  }

  /// How many active duties a post has with a letter, A or R. O(1).
  fileprivate func count(of post: ID<Post>, _ letter: Letter) -> Int {
    Int(letter == .accountable ? accountable[post.index] : responsible[post.index])
  }

  private static func counts(_ chart: Chart) -> (accountable: [Int32], responsible: [Int32]) {
    let letters = chart.assignments.letter.values
    let assignees = chart.assignments.assignee
    let duties = chart.assignments.duty.values
    let statuses = chart.duties.status.values
    var accountable = [Int32](repeating: 0, count: chart.posts.key.count)
    var responsible = accountable
    for row in letters.indices where letters[row] <= .responsible {
      guard case .post(let post) = assignees[ID(row)], statuses[duties[row].index] == .active else { continue }
      if letters[row] == .accountable { accountable[post.index] += 1 } else { responsible[post.index] += 1 }
    }
    return (accountable, responsible)
  }

  /// The fewest duties with which the post would still stand out from its peers; nil where it does not. The more it has,
  /// the more it stands out, so that nothing is missed from there up.
  private func fewest(_ count: Int, in spread: Spread, _ allowance: Allowance) -> Int? {
    func standsOut(_ other: Int) -> Bool {
      spread.replacing(Double(count), by: Double(other))
        .isExceeded(by: Double(other), deviations: allowance.deviations)
    }
    let least = max(1, allowance.least)
    guard count >= least, standsOut(count) else { return nil }
    return (least...count).first(where: standsOut)
  }

  private static func rows(of post: ID<Post>, _ letter: Letter, in chart: Chart) -> [ID<Assignment>] {
    chart.assignmentsOfPost[post].filter {
      chart.assignments.letter[$0] == letter && chart.duties.status[chart.assignments.duty[$0]] == .active
    }
  }
}

/// What a rule asks of `Workload`, with its settings `limit`, `deviations`, `peers` and `least`.
package struct Overloads {
  private let workload: Workload
  private let letter: Letter
  private let limit: Threshold
  private let deviations: Threshold
  private let peers: Threshold
  private let least: Threshold

  package init(_ letter: Letter, _ inspection: Inspection) {
    workload = inspection.facts[Workload.self]
    self.letter = letter
    limit = inspection.threshold("limit")
    deviations = inspection.threshold("deviations")
    peers = inspection.threshold("peers")
    least = inspection.threshold("least")
  }

  /// What a post has more than it may; nil where it keeps within.
  package subscript(_ post: ID<Post>) -> Workload.Overload? {
    // Whoever has nothing has not too much.
    if workload.count(of: post, letter) == 0 { return nil }
    let entity = Entity.post(post)
    let allowance = Workload.Allowance(
      limit: limit.count(at: entity), deviations: deviations[entity], peers: peers.count(at: entity),
      least: least.count(at: entity))
    return workload.overload(of: post, letter, allowance)
  }
}

extension Workload.Overload {
  /// What the number of duties is measured by, as the end of a sentence.
  package var measure: Localized {
    guard let peers else { return Localized(zh: "上限是 \(bound) 项", en: "the limit is \(bound)") }
    return Localized(
      zh: "同类 \(peers.posts) 个岗位平均 \(peers.mean.short) 项，以 \(bound) 项为限",
      en: "the \(peers.posts) posts of its role have \(peers.mean.short) on average, which makes \(bound) the most")
  }
}
