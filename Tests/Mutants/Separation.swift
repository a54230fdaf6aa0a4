import RemitInspection
import RemitModel

// Duties that exclude one another. The charts have no conflict sets, so that each mutation brings its own.
extension Mutation {
  static let separation: [Mutation] = [oneHandHoldsBoth, secondPostJoinsBoth, superiorHoldsBoth, handsTooFew]

  private static let hands: [Cause] = [
    Cause("SOD002", because: "who holds both holds them by command and charge too"),
    Cause("SOD003", because: "there is no other pair of hands for the second duty"),
  ]

  private static let oneHandHoldsBoth = Mutation(
    "one-hand-holds-both", finds: "SOD001", "two duties of one person exclude each other",
    causes: hands + [Cause("SOD001", because: "somebody else, such as a superior, has both duties in hand as well")]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    return ground.postsInForce.compactMap { post in
      let duties = ground.duties(of: post, [.accountable, .responsible])
      guard duties.count > 1, let person = incumbency.holders(of: post).first else { return nil }
      return ground.site(.post(post), expecting: [ground.key(.person(person)), "conflict:mutant"]) {
        $0.addConflict("mutant", Array(duties.prefix(2)), atMost: 1)
      }
    }
  }

  private static let secondPostJoinsBoth = Mutation(
    "second-post-joins-both", finds: "SOD001", "by a second post a person gets a duty that excludes one of the first",
    causes: hands + [
      Cause("SOD001", because: "others hold both duties as well"),
      Cause("TMP004", because: "the person holds one post more, or posts at two levels"),
      Cause("IND001", because: "the one post watches the other"),
      Cause("IND003", because: "the person has A or R on what the own body audits"),
      Cause("IND004", because: "the person audits what the second post does"),
    ]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    let busy = ground.postsInForce.filter { !ground.duties(of: $0, [.accountable, .responsible]).isEmpty }
    return zip(busy, busy.dropFirst()).compactMap { post, other in
      let mine = ground.duties(of: post, [.accountable, .responsible])[0]
      guard let person = incumbency.holders(of: post).first,
        let theirs = ground.duties(of: other, [.accountable, .responsible]).first(where: { $0 != mine })
      else { return nil }
      return ground.site(.post(other), expecting: [ground.key(.person(person)), "conflict:mutant"]) { contents in
        contents.addConflict("mutant", [mine, theirs], atMost: 1)
        contents.addTenure(of: person, in: other)
      }
    }
  }

  private static let superiorHoldsBoth = Mutation(
    "superior-holds-both", finds: "SOD002", "a person has one of two duties, and commands who has the other",
    causes: [
      Cause("SOD002", because: "those further up command both"),
      Cause("SOD003", because: "without who commands both, hands are too few"),
    ]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    return ground.postsInForce.compactMap { post in
      let mine = ground.duties(of: post, [.accountable, .responsible])
      guard let duty = mine.first, let person = incumbency.holders(of: post).first else { return nil }
      for report in ground.chart.reports[post] {
        let theirs = ground.duties(of: report, [.accountable, .responsible]).first { !mine.contains($0) }
        if let theirs, !ground.hasLetter(report, on: duty), !ground.sharesHolder(post, report) {
          return ground.site(.post(post), expecting: [ground.key(.person(person)), "conflict:mutant"]) {
            $0.addConflict("mutant", [duty, theirs], atMost: 1)
          }
        }
      }
      return nil
    }
  }

  private static let handsTooFew = Mutation(
    "hands-too-few", finds: "SOD003", "the same person alone can do both of two duties that exclude each other",
    causes: [
      Cause("SOD001", because: "the person holds both"), Cause("SOD002", because: "the person holds both"),
      Cause("IND001", because: "one of the person's posts watches another"),
      Cause("TMP004", because: "the person holds one post more, or posts at two levels"),
      Cause("IND003", because: "the person has A or R on what the own body audits"),
      Cause("IND004", because: "the person audits what the post does"),
    ]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    return ground.postsInForce.compactMap { post in
      let duties = ground.duties(of: post, [.accountable, .responsible])
      guard duties.count > 1, let person = incumbency.holders(of: post).first else { return nil }
      let pair = Array(duties.prefix(2))
      return ground.site(.post(post), expecting: ["conflict:mutant"]) { contents in
        for duty in pair { contents.removeOtherHands(on: duty, than: post) }
        let others = contents.tenures
        contents.keepTenures { others.post[$0] != post || others.person[$0] == person }
        contents.addConflict("mutant", pair, atMost: 1)
      }
    }
  }
}

extension ChartContents {
  /// Lets one post both answer for a duty and do it, and nobody else.
  fileprivate mutating func removeOtherHands(on duty: ID<Duty>, than post: ID<Post>) {
    let lead = assignments.ids.contains { assignments.duty[$0] == duty && assignments.lead[$0] }
    removeLetters(on: duty, [.accountable, .responsible])
    removeLetters(on: duty, of: .post(post))
    addLetter(.accountable, of: post, on: duty, lead: lead)
    addLetter(.responsible, of: post, on: duty)
  }
}
