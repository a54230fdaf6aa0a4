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
    "superior-holds-both", finds: "SOD002",
    "a person does one of two duties, and commands everybody who does the other",
    causes: [
      Cause("SOD001", because: "somebody else, who answers for both, has both in hand"),
      Cause("SOD002", because: "another superior does the one and commands the other as well"),
    ]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    return ground.postsInForce.flatMap { post -> [Site] in
      // Somebody must stand above, so that heads do not count, nor who merely answers.
      guard let person = incumbency.holders(of: post).first, !ground.facts[Heads.self].isHead[post.index],
        let mine = ground.duties(of: post, [.responsible]).first
      else { return [] }
      return ground.activeDuties.compactMap { duty in
        let doing = ground.chart.assignees(of: duty, .responsible)
        let isCommanded = doing.allSatisfy { node in
          guard case .post(let other) = node else { return false }
          return ground.chart.superiors[other].contains(post)
            || ground.chart.charges[post].contains(ground.home(other)) && ground.home(post) != ground.home(other)
        }
        guard !doing.isEmpty, isCommanded, !ground.hands(on: duty).contains(person) else { return nil }
        return ground.site(.post(post), .duty(duty), expecting: [ground.key(.person(person)), "conflict:mutant"]) {
          $0.addConflict("mutant", [mine, duty], atMost: 1)
        }
      }
    }
  }

  private static let handsTooFew = Mutation(
    "hands-too-few", finds: "SOD003",
    "two persons between them have all of several duties in hand that exclude each other",
    causes: [Cause("SOD002", because: "one of them commands who does the others")]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    let wanted = ground.threshold("SOD003", "hands", else: 3)
    return ground.postsInForce.flatMap { post -> [Site] in
      let mine = Array(ground.duties(of: post, [.accountable, .responsible]).prefix(wanted - 1))
      guard mine.count == wanted - 1, wanted > 1, let person = incumbency.holders(of: post).first else { return [] }
      // One more duty that somebody else has, so that nobody has them all.
      let other = ground.activeDuties.first { duty in
        let set = mine + [duty]
        return !ground.hands(on: duty).contains(person) && !ground.hands(on: duty).isEmpty
          && !ground.hands(on: duty).contains { person in set.allSatisfy { ground.hands(on: $0).contains(person) } }
      }
      guard let other else { return [] }
      return [
        ground.site(.post(post), .duty(other), expecting: ["conflict:mutant"]) {
          $0.addConflict("mutant", mine + [other], atMost: wanted - 1)
        }
      ]
    }
  }
}

extension Ground {
  /// Who has A or R on a duty, by present holders.
  fileprivate func hands(on duty: ID<Duty>) -> Set<ID<Person>> {
    let posts = posts(on: duty, .accountable) + posts(on: duty, .responsible)
    return Set(posts.flatMap(facts[Incumbency.self].holders))
  }
}
