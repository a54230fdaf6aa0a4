import RemitInspection
import RemitModel

// The lines along which responsibility must run.
extension Mutation {
  static let chains: [Mutation] = [
    chainCut, headWithoutRole, newHeadlessDepartment, superiorLed, superiorAssists, levelEmptied, departmentStrays,
    newStrayDepartment,
  ]

  /// What follows where a post or department is cut off from those above it.
  private static let astray: [Cause] = [
    Cause("STR002", because: "nobody stands above the organization's posts"),
    Cause("STR003", because: "the post reports to nobody of its jurisdiction"),
    Cause("STR007", because: "the post hangs on no head"),
    Cause("STR009", because: "nobody is in charge of the department any more"),
    Cause("CHN001", because: "a required chain ran along the lines that are gone"),
    Cause("CHN004", because: "the department hung on its head by the lines that are gone"),
    Cause("ACC010", because: "who answers for a duty directed those who do it by the lines that are gone"),
    Cause("ACC011", because: "those who knew of a duty stood above its performer by the lines that are gone"),
    Cause("REG004", because: "the regulation asks for a line or link that is gone"),
    Cause("LOD004", because: "to lead, to be in charge or to watch was all that a post had to do"),
    Cause("LOD006", because: "the superior is left with one report"),
    Cause("OVS001", "OVS002", "OVS005", "OVS010", because: "the links that are gone were oversight too"),
    Cause("OVS004", because: "results came to who disciplines along the lines that are gone"),
    Cause("DUP002", because: "two who answer for like duties were tied by the lines that are gone"),
    Cause("IND002", because: "the auditor's line outward is gone"),
    Cause("STR008", because: "there is now one way only to those below"),
  ]

  private static let chainCut = Mutation(
    "chain-cut", finds: "CHN001", "no line comes down to a post of a required chain", causes: astray
  ) { ground in
    ground.chainSteps.map { post, _ in
      let organization = ground.home(post)
      return ground.site(.post(post)) { contents in
        contents.removeSuperiors(of: post)
        contents.dotted.keep { from, _ in from != post }
        // Who is in charge of its organization, or leads it, is above the post as well.
        contents.removeCharges(of: organization)
        contents.keepOversight {
          ground.chart.oversight.kind[$0] != .lead
            || ![.post(post), .organization(organization)].contains(ground.chart.oversight.of[$0])
        }
      }
    }
  }

  private static let headWithoutRole = Mutation(
    "head-without-role", finds: "CHN001", "the head of a department no longer fills the role that a chain ends in",
    causes: [
      Cause("REG005", because: "the post still holds the clauses of the role that it has lost"),
      Cause("REG002", "CHN003", because: "the clauses are held by nobody of the role"),
      Cause("REG003", because: "the others of the role have no more than weaker letters"),
    ]
  ) { ground in
    ground.chainSteps.compactMap { post, isLast in
      let place = ground.place(post)
      let role = ground.chart.posts.role[post]
      let others = ground.posts(in: place).filter { ground.chart.posts.role[$0] == role && $0 != post }
      guard isLast, ground.isDepartment(ground.home(post)), !others.isEmpty,
        !others.contains(where: { ground.home($0) == ground.home(post) })
      else { return nil }
      return ground.site(.organization(ground.home(post)), .post(post)) { $0.posts.role.set(post, to: nil) }
    }
  }

  private static let newHeadlessDepartment = Mutation(
    "new-headless-department", finds: "CHN001",
    "a new department, led like another, has no post in the chain's last role",
    causes: [
      Cause("LOD005", "STR008", because: "one more reports to the post"), Cause("ACC005", because: "one more is told"),
      Cause("REG004", because: "the environment department one level up must lead the new one too"),
    ]
  ) { ground in
    ground.chainSteps.compactMap { post, isLast in
      let model = ground.home(post)
      guard isLast, ground.isDepartment(model), let leader = ground.chart.chargedBy[model].first,
        let duty = ground.duties(in: ground.place(post)).first
      else { return nil }
      return ground.site(.organization(model), expecting: ["organization:mutant"]) { contents in
        let department = contents.addOrganization(
          "mutant", kind: contents.organizations.kind[model], in: ground.place(post),
          parent: contents.organizations.parent[model])
        contents.charges.append(leader, department, at: .none)
        let head = contents.addPost("mutant-head", in: department, reportingTo: [leader])
        contents.addLetter(.informed, of: head, on: duty)
      }
    }
  }

  private static let superiorLed = Mutation(
    "superior-led", finds: "CHN002", "a post leads who is in charge of its organization",
    causes: [
      Cause("OVS003", because: "each leads the other"), Cause("IND001", because: "one person holds both posts"),
    ]
  ) { ground in
    ground.charged.map { post, organization, leader in
      ground.site(
        .post(post), .post(leader),
        expecting: [.post(leader), .organization(organization), .post(post)].map(ground.key)
      ) {
        $0.addOversight(.lead, by: .post(post), of: .post(leader), key: "mutant")
      }
    }
  }

  private static let superiorAssists = Mutation(
    "superior-assists", finds: "CHN002", "who is in charge of an organization assists one of its posts"
  ) { ground in
    ground.charged.map { post, organization, leader in
      ground.site(
        .post(post), .post(leader),
        expecting: [.post(leader), .organization(organization), .post(post)].map(ground.key)
      ) {
        $0.addOversight(.assist, by: .post(leader), of: .post(post), key: "mutant")
      }
    }
  }

  private static let levelEmptied = Mutation(
    "level-emptied", finds: "CHN003", "a clause that is held at several levels is held by nobody at one of them",
    causes: [
      Cause("REG002", because: "the role of the clause does not hold it"),
      Cause("CHN003", because: "clauses inside it, or that it lies in, were held by the same citation"),
      Cause("REG003", because: "the role holds it by weaker letters only"),
      Cause("REG004", because: "a link was taken to follow from the holding of the clause"),
      Cause("REG006", because: "a duty rested on the clause alone"),
      Cause("LOD004", because: "the clause was all that the post had to do"),
      Cause("DUP002", because: "what duties rest on has changed"),
    ]
  ) { ground in
    ground.sharedClauses.flatMap { clause, levels in
      levels.map { level in
        let places = ground.bound(at: level)
        return ground.site(
          .jurisdiction(places[0]), expecting: places.map { ground.key(.jurisdiction($0)) }
        ) { contents in
          for place in places { contents.dropClause(clause, in: place, ground) }
        }.named("\(clause)@\(level.word)")
      }
    }
  }

  private static let departmentStrays = Mutation(
    "department-strays", finds: "CHN004", "nothing joins a department to a head any more", causes: astray
  ) { ground in
    ground.chart.organizations.ids.filter { organization in
      let isPart = ground.chart.organizations.parent[organization].map(ground.isDepartment) ?? false
      let place = ground.chart.organizations.jurisdiction[organization]
      return ground.isDepartment(organization) && !isPart && ground.areHeadsDeclared(in: place)
        && !ground.chart.organizations.apex[organization]
        && !ground.chart.members[organization].contains(where: ground.chart.isApex)
    }.map { organization in
      ground.site(.organization(organization)) { contents in
        contents.removeCharges(of: organization)
        contents.removeSuperiorsElsewhere(of: organization, ground)
        contents.keepOversight {
          ![LinkKind.lead, .coordinate].contains(ground.chart.oversight.kind[$0])
            || ground.chart.organization(of: ground.chart.oversight.of[$0]) != organization
        }
      }
    }
  }

  private static let newStrayDepartment = Mutation(
    "new-stray-department", finds: "CHN004", "a new department hangs on nobody",
    causes: astray + [Cause("ACC005", because: "one more is told")]
  ) { ground in
    ground.chart.jurisdictions.ids.compactMap { place in
      guard ground.areHeadsDeclared(in: place), let duty = ground.duties(in: place).first else { return nil }
      return ground.site(.jurisdiction(place), expecting: ["organization:mutant"]) { contents in
        let department = contents.addOrganization("mutant", kind: OrganizationKind(word: "department"), in: place)
        let post = contents.addPost("mutant-head", in: department)
        contents.addLetter(.informed, of: post, on: duty)
      }
    }
  }
}

extension ChartContents {
  /// Cuts the solid and dotted lines that lead out of an organization.
  fileprivate mutating func removeSuperiorsElsewhere(of organization: ID<Organization>, _ ground: Ground) {
    superiors.keep { ground.home($0) != organization || ground.home($1) == organization }
    dotted.keep { from, _ in ground.home(from) != organization }
  }
}

extension Mutation.Site {
  /// The same site under another name.
  func named(_ name: String) -> Mutation.Site { Mutation.Site(name: name, expected: expected, spoil: spoil) }
}

extension Ground {
  /// The posts that stand in a required chain below its first role, and whether theirs is the last one.
  fileprivate var chainSteps: [(ID<Post>, Bool)] {
    var steps: [(ID<Post>, Bool)] = []
    for scope in facts[Obligations.self].scopes {
      let regulation = chart.regulations[scope.regulation]
      for chain in regulation.chains where chain.levels.contains(scope.level) {
        let roles = chain.roles.filter { regulation.roles[$0].levels.contains(scope.level) }
        for role in roles.dropFirst() where !regulation.roles[role].body {
          for post in scope.posts[role] where !steps.contains(where: { $0.0 == post }) {
            steps.append((post, role == roles.last))
          }
        }
      }
    }
    return steps
  }

  /// For each organization that another organization's post is in charge of: its first post, itself and that post.
  fileprivate var charged: [(ID<Post>, ID<Organization>, ID<Post>)] {
    chart.organizations.ids.compactMap { organization in
      guard tellsOfWork, let leader = chart.chargedBy[organization].first(where: { home($0) != organization }),
        let post = chart.members[organization].first(where: chart.isInForce)
      else { return nil }
      return (post, organization, leader)
    }
  }

  /// The jurisdictions of a level that a regulation binds.
  fileprivate func bound(at level: Level) -> [ID<Jurisdiction>] {
    facts[Obligations.self].scopes.filter { $0.level == level }.map(\.jurisdiction)
  }

  /// The clauses that lay a duty on offices at several levels which the chart shows.
  fileprivate var sharedClauses: [(ClauseNumber, [Level])] {
    guard let regulation = chart.regulations.first, chart.origin == .chart else { return [] }
    let shown = Level.allCases.filter { !bound(at: $0).isEmpty }
    var clauses: [ClauseNumber] = []
    for duty in regulation.duties where !clauses.contains(duty.clause) { clauses.append(duty.clause) }
    return clauses.compactMap { clause in
      let duties = regulation.duties.filter { $0.clause == clause }
      let levels = shown.filter { level in
        duties.contains { duty in
          duty.levels.contains(level) && duty.roles.contains { regulation.roles[$0].levels.contains(level) }
        }
      }
      return levels.count > 1 ? (clause, levels) : nil
    }
  }
}
