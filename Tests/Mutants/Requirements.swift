import RemitInspection
import RemitModel

// What a regulation asks of each jurisdiction.
extension Mutation {
  static let requirements: [Mutation] = [
    roleEmptied, bodyMissing, clauseDropped, clauseWeakened, linkRemoved, memberWithoutLine, clauseMoved,
  ]

  private static let roleEmptied = Mutation(
    "role-emptied", finds: "REG001", "no post of a jurisdiction fills a required role",
    causes: [
      Cause("REG005", because: "the posts still hold the clauses of the role that they have lost"),
      Cause("CHN003", because: "the clauses are held by nobody of the role"),
      Cause("CHN001", because: "a chain runs through the role"), Cause("REG004", because: "links name the role"),
      Cause("STR003", "STR007", "CHN004", because: "a jurisdiction without principals has other heads"),
      Cause("ACC002", because: "by their roles the two answered jointly"),
      Cause("DUP002", because: "by their roles the two answered jointly"),
      Cause("ACC010", because: "by their roles the two answered jointly"),
      Cause("REG002", because: "another role must hold the clause as well"),
    ]
  ) { ground in
    ground.facts[Obligations.self].scopes.flatMap { scope in
      let roles = ground.chart.regulations[scope.regulation].roles
      return roles.indices.compactMap { role -> Site? in
        let posts = scope.posts[role]
        guard !roles[role].optional, !roles[role].body, roles[role].levels.contains(scope.level), !posts.isEmpty
        else { return nil }
        return ground.site(.jurisdiction(scope.jurisdiction)) { contents in
          for post in posts { contents.posts.role.set(post, to: nil) }
        }.named("\(ground.key(.jurisdiction(scope.jurisdiction))) role:\(roles[role].key)")
      }
    }
  }

  private static let bodyMissing = Mutation(
    "body-missing", finds: "REG001", "a body that a regulation asks for is nowhere",
    causes: [
      Cause("REG001", because: "each jurisdiction must have the body"), Cause("REG004", because: "links name the body"),
      Cause("CHN001", because: "a chain runs through the body"),
      Cause("OVS004", because: "the commission that disciplines is no commission any more"),
    ]
  ) { ground in
    guard ground.chart.origin == .chart else { return [] }
    return ground.chart.regulations.flatMap { regulation in
      regulation.roles.compactMap { role -> Site? in
        let bodies = ground.facts[Casting.self].organizations(of: role.organization)
        let isAsked = ground.facts[Obligations.self].scopes.contains { role.levels.contains($0.level) }
        guard role.body, !role.optional, isAsked, let first = bodies.first else { return nil }
        return ground.site(.organization(first), expecting: []) { contents in
          for body in bodies { contents.organizations.kind.set(body, to: .other) }
        }.named("role:\(role.key)")
      }
    }
  }

  /// What follows where a clause is no longer held by its role.
  private static let dropped: [Cause] = [
    Cause("CHN003", because: "at this level nobody holds the clause"),
    Cause("REG002", because: "clauses inside it, or that it lies in, were held by the same citation"),
    Cause("REG003", because: "a post holds the clause by weaker letters only"),
    Cause("REG005", because: "posts of other roles have duties that rest on the clause"),
    Cause("REG006", because: "a duty rested on the clause alone"),
    Cause("REG004", because: "a link was taken to follow from the holding of the clause"),
    Cause("LOD004", because: "the clause was all that the post had to do"),
    Cause("DUP002", because: "what duties rest on has changed"),
  ]

  private static let clauseDropped = Mutation(
    "clause-dropped", finds: "REG002", "nobody of a clause's role holds it", causes: dropped
  ) { ground in
    ground.heldDemands.flatMap { item in
      item.losing.map { posts in
        ground.site(.post(posts[0]), expecting: posts.map { ground.key(.post($0)) }) { contents in
          for post in posts { contents.dropClause(item.demand.clause, of: post, ground) }
        }.named("\(ground.key(.post(posts[0]))) \(item.demand.clause)")
      }
    }
  }

  private static let clauseWeakened = Mutation(
    "clause-weakened", finds: "REG003", "a post that a clause makes answer is merely told of the duty",
    causes: dropped + [
      Cause("ACC005", because: "one more is told"), Cause("LOD003", because: "the post now has a letter on every duty"),
    ]
  ) { ground in
    ground.heldDemands.flatMap { item in
      item.losing.compactMap { posts -> Site? in
        let post = posts[0]
        // A duty of others, on which none of the clause's posts has a letter that would do.
        let duty = ground.duties(in: ground.place(post)).first { duty in
          !item.posts.contains { ground.hasLetter($0, on: duty) } && !ground.chart.duties.basis[duty].isEmpty
        }
        guard let duty, item.demand.letter < .informed else { return nil }
        return ground.site(.post(post), .duty(duty)) { contents in
          for other in posts { contents.dropClause(item.demand.clause, of: other, ground) }
          let cited = Cited(
            ClauseReference(text: ground.chart.citationText(item.demand.clause, of: item.regulation)), at: .none)
          contents.duties.basis.set(duty, to: contents.duties.basis[duty] + [cited])
          contents.addLetter(.informed, of: post, on: duty)
        }.named("\(ground.key(.post(post))) \(item.demand.clause)")
      }
    }
  }

  private static let clauseMoved = Mutation(
    "clause-moved", finds: "REG005", "a clause is held by a post of another role than its own", causes: dropped
  ) { ground in
    ground.heldDemands.compactMap { item in
      let own = item.posts
      let other = ground.posts(in: item.jurisdiction).first { post in
        !own.contains(post)
          && ground.facts[Holdings.self].of(post, on: item.demand.clause, in: item.regulation).isEmpty
      }
      guard let other else { return nil }
      return ground.site(.post(other)) { contents in
        for post in own { contents.dropClause(item.demand.clause, of: post, ground) }
        contents.posts.adopts.set(
          other,
          to: contents.posts.adopts[other] + [
            Cited(
              ClauseReference(text: ground.chart.citationText(item.demand.clause, of: item.regulation)), at: .none)
          ])
      }.named("\(ground.key(.post(other))) \(item.demand.clause)")
    }
  }

  private static let linkRemoved = Mutation(
    "link-removed", finds: "REG004", "a link of oversight that a regulation asks for is gone", causes: unwatched
  ) { ground in
    var seen: Set<String> = []
    return ground.chart.oversight.ids.compactMap { row -> Site? in
      let kind = ground.chart.oversight.kind[row]
      guard case .post(let target) = ground.chart.oversight.of[row], ground.isAsked(kind, of: target),
        seen.insert("\(kind) \(target.raw)").inserted
      else { return nil }
      let rows = ground.watching(target).filter { ground.chart.oversight.kind[$0] == kind }
      return ground.site(.post(target)) { $0.removeOversight(rows) }.named(
        "\(kind.rawValue) of \(ground.key(.post(target)))")
    }
  }

  private static let memberWithoutLine = Mutation(
    "member-without-line", finds: "REG004", "a post has no line up to the role that its own must report to",
    causes: [
      Cause("STR003", because: "the post reports to nobody of its jurisdiction"),
      Cause("CHN004", because: "the department hung on its head through the post"),
      Cause("REG004", because: "other links that the regulation asks for followed from that line"),
    ] + unwatched + [
      Cause("STR007", because: "the post hangs on no head"), Cause("STR009", because: "nobody is in charge any more"),
      Cause("LOD006", because: "the superior is left with one report"),
      Cause("STR002", because: "nobody of the organization stands above the others any more"),
      Cause("STR008", because: "there is now one way only to those below"),
    ]
  ) { ground in
    ground.facts[Obligations.self].scopes.flatMap { scope in
      let regulation = ground.chart.regulations[scope.regulation]
      return regulation.roles.indices.flatMap { index -> [Site] in
        let role = regulation.roles[index]
        let isInChain = regulation.chains.contains { $0.roles.contains(index) }
        guard !isInChain, !role.body, !role.reportsTo.isEmpty, role.levels.contains(scope.level) else { return [] }
        return scope.posts[index].map { post in
          ground.site(.post(post)) { $0.removeSuperiors(of: post) }
        }
      }
    }
  }
}

extension Ground {
  /// A clause that posts of its roles hold.
  struct HeldDemand {
    let regulation: Int
    let jurisdiction: ID<Jurisdiction>
    let demand: Demands.Demand
    let posts: [ID<Post>]

    /// Who must let go of the clause for it to be lost: each post alone where each must hold it, else all together.
    var losing: [[ID<Post>]] { demand.each ? posts.map { [$0] } : [posts] }
  }

  /// Everything that the regulations' clauses ask of posts, and that they hold.
  var heldDemands: [HeldDemand] {
    let scopes = facts[Obligations.self].scopes
    return facts[Demands.self].cases.compactMap { item in
      guard case .held = item.state else { return nil }
      let scope = scopes[item.scope]
      return HeldDemand(
        regulation: scope.regulation, jurisdiction: scope.jurisdiction, demand: item.demand,
        posts: item.demand.roles.flatMap { scope.posts[$0] })
    }
  }

  /// Whether a regulation asks for such links in a jurisdiction at all.
  func isAsked(_ kind: LinkKind, at place: ID<Jurisdiction>) -> Bool {
    facts[Obligations.self].scopes.contains { scope in
      scope.jurisdiction == place
        && chart.regulations[scope.regulation].links.contains { $0.kind == kind && $0.levels.contains(scope.level) }
    }
  }

  /// Whether a regulation asks that such a link reach posts of this one's role, and nothing but a link will do.
  func isAsked(_ kind: LinkKind, of post: ID<Post>) -> Bool {
    guard kind.isOversight, !kind.followsFromCommand else { return false }
    return facts[Obligations.self].scopes.contains { scope in
      let regulation = chart.regulations[scope.regulation]
      return regulation.links.contains { link in
        link.kind == kind && link.levels.contains(scope.level)
          && link.of.contains { end in
            guard case .role(let role) = end else { return false }
            return regulation.roles[role].levels.contains(scope.level) && scope.posts[role].contains(post)
          }
      }
    }
  }
}

extension ChartContents {
  /// Takes a clause from a post: what it adopts, and what the duties rest on that it has a letter on.
  mutating func dropClause(_ clause: ClauseNumber, of post: ID<Post>, _ ground: Ground) {
    posts.adopts.set(post, to: posts.adopts[post].filter { !ground.isWithin($0, clause) })
    for row in ground.chart.assignmentsOfPost[post] {
      let duty = ground.chart.assignments.duty[row]
      duties.basis.set(duty, to: duties.basis[duty].filter { !ground.isWithin($0, clause) })
    }
  }

  /// Takes a clause from all posts of a jurisdiction.
  mutating func dropClause(_ clause: ClauseNumber, in jurisdiction: ID<Jurisdiction>, _ ground: Ground) {
    for post in ground.posts(in: jurisdiction) { dropClause(clause, of: post, ground) }
  }
}

extension Ground {
  /// Whether a citation means a clause of the first regulation, one that it lies in, or one that lies in it.
  fileprivate func isWithin(_ cited: Cited, _ clause: ClauseNumber) -> Bool {
    guard let (regulation, number) = chart.resolve(cited.reference), regulation == 0 else { return false }
    return number.covers(clause) || clause.covers(number)
  }
}
