import RemitInspection
import RemitModel

// Whether who watches is free of whom it watches.
extension Mutation {
  static let independence: [Mutation] = [
    postWatchesItself, holderWatchesItself, subordinateAudits, subordinateDisciplines, performerAudits,
    colleagueAudits, auditorComesFromPost, auditOfficeCaptive, auditorInTheLine,
  ]

  /// What follows where a post takes to auditing.
  private static let newAuditor: [Cause] = [
    Cause("OVS004", because: "the results of the new audit come to nobody who disciplines"),
    Cause("OVS005", because: "the new auditor is itself watched by nobody"),
    Cause("IND005", because: "the new auditor has no way up to a government"),
    Cause("OVS003", because: "the one overseen oversees the overseer in the same way"),
    Cause("IND001", because: "one person holds both posts"),
  ]

  private static let postWatchesItself = Mutation(
    "post-watches-itself", finds: "IND001", "a post supervises itself"
  ) { ground in
    ground.answering.map { post in
      ground.site(.post(post), expecting: ["oversight:mutant"]) {
        $0.addOversight(.supervise, by: .post(post), of: .post(post), key: "mutant")
      }
    }
  }

  private static let holderWatchesItself = Mutation(
    "holder-watches-itself", finds: "IND001", "one person holds the posts at both ends of a link of oversight",
    causes: [
      Cause("IND001", because: "the person holds both ends of other links as well"),
      Cause("TMP004", because: "the person holds one post more, or posts at two levels"),
      Cause("IND003", because: "the person has A or R on what the own body audits"),
      Cause("SOD001", "SOD002", "SOD003", because: "the person now has more duties of a conflict set in hand"),
      Cause("IND004", because: "the auditor's holder has A or R on what it audits"),
    ]
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    return ground.chart.oversight.ids.compactMap { row in
      guard ground.chart.oversight.kind[row].isOversight, case .post(let by) = ground.chart.oversight.by[row],
        case .post(let of) = ground.chart.oversight.of[row], by != of, let person = incumbency.holders(of: by).first
      else { return nil }
      return ground.site(.oversight(row)) { $0.addTenure(of: person, in: of) }
    }
  }

  private static let subordinateAudits = subordinate("subordinate-audits", .audit, "a post audits its superior")
  private static let subordinateDisciplines = subordinate(
    "subordinate-disciplines", .discipline, "a post disciplines its superior")

  private static func subordinate(_ name: String, _ kind: LinkKind, _ title: String) -> Mutation {
    Mutation(name, finds: "IND002", title, causes: newAuditor) { ground in
      ground.postsInForce.compactMap { post in
        guard ground.tellsOfWork, let superior = ground.chart.superiors[post].first,
          !ground.hasLineOutside(post, reachOf: superior)
        else { return nil }
        return ground.site(.post(post), .post(superior), expecting: ["oversight:mutant"]) {
          $0.addOversight(kind, by: .post(post), of: .post(superior), key: "mutant", feeds: [.post(superior)])
        }
      }
    }
  }

  private static let performerAudits = Mutation(
    "performer-audits", finds: "IND003", "who does a duty audits it",
    causes: newAuditor + [
      Cause("IND006", because: "the post's organization shares other duties of the domain, and audits in it")
    ]
  ) { ground in
    ground.activeDuties.flatMap { duty in
      (ground.posts(on: duty, .responsible) + ground.posts(on: duty, .accountable)).map { post in
        ground.site(.duty(duty), .post(post)) {
          $0.addOversight(
            .audit, by: .post(post), of: .duty(duty), key: "mutant", feeds: [.organization(ground.home(post))])
        }
      }
    }
  }

  private static let colleagueAudits = Mutation(
    "colleague-audits", finds: "IND003", "the organization of who does a duty audits it",
    causes: newAuditor + [
      Cause("IND006", because: "the organization shares other duties of the domain, and audits in it")
    ]
  ) { ground in
    ground.activeDuties.flatMap { duty in
      ground.bodies(sharing: duty, [.responsible]).map { body in
        ground.site(.duty(duty), .organization(body)) {
          $0.addOversight(
            .audit, by: .organization(body), of: .duty(duty), key: "mutant", feeds: [.organization(body)])
        }
      }
    }
  }

  private static let auditorComesFromPost = Mutation(
    "auditor-comes-from-post", finds: "IND004", "an auditor's holder left, months ago, the post that it audits",
    causes: [
      Cause("TMP001", "TMP002", because: "where the holder came late to the auditing post, the term is another")
    ]
  ) { ground in
    guard let day = ground.chart.asOf, let left = CalendarDay(year: day.year, month: 1, day: 15), left < day
    else { return [] }
    let incumbency = ground.facts[Incumbency.self]
    return ground.rows(.audit).compactMap { row in
      guard case .post(let target) = ground.chart.oversight.of[row],
        let auditor = ground.auditors(of: row).first(where: { !incumbency.holders(of: $0).isEmpty }),
        let person = incumbency.holders(of: auditor).first,
        !incumbency.holders(of: target).contains(person),
        !ground.duties(of: target, [.accountable, .responsible]).isEmpty
      else { return nil }
      return ground.site(.oversight(row), .post(auditor), expecting: []) { contents in
        contents.addTenure(of: person, in: target, from: left.adding(years: -3), until: left)
      }
    }
  }

  private static let auditOfficeCaptive = Mutation(
    "audit-office-captive", finds: "IND005", "an audit office answers to a company, and to nobody above it",
    causes: [Cause("STR003", "STR007", because: "the office and its new master hang on no head")] + unwatched + [
      Cause("LOD006", because: "the office is the master's only report"),
      Cause("REG002", "REG005", because: "the office is no longer the jurisdiction's"),
      Cause("STR002", because: "nobody stands above the office's posts"),
    ]
  ) { ground in
    var seen: Set<ID<Organization>> = []
    return ground.rows(.audit).compactMap { row -> Site? in
      guard let body = ground.chart.organization(of: ground.chart.oversight.by[row]), seen.insert(body).inserted,
        !ground.chart.organizations.apex[body], !ground.isLeadership(body), !ground.chart.members[body].isEmpty,
        !ground.chart.members[body].contains(where: ground.chart.isApex),
        ground.chart.organizations.ids.contains(where: {
          ground.isLeadership($0) || ground.chart.organizations.apex[$0]
        })
      else { return nil }
      let by = Entity(ground.chart.oversight.by[row])
      let posts = Array(ground.chart.members[body])
      return ground.site(by) { contents in
        let company = contents.addOrganization(
          "mutant", kind: OrganizationKind(word: "enterprise"), in: ground.chart.organizations.jurisdiction[body])
        let master = contents.addPost("mutant-master", in: company)
        contents.removeCharges(of: body)
        contents.organizations.parent.set(body, to: nil)
        contents.dotted.keep { from, _ in !posts.contains(from) }
        contents.keepOversight {
          ![LinkKind.lead, .coordinate].contains(ground.chart.oversight.kind[$0])
            || ground.chart.organization(of: ground.chart.oversight.of[$0]) != body
        }
        for post in posts {
          contents.removeSuperiors(of: post) { ground.home($0) != body }
          if !ground.chart.superiors[post].contains(where: { ground.home($0) == body }) {
            contents.addSuperior(master, of: post)
          }
        }
      }
    }
  }

  private static let auditorInTheLine = Mutation(
    "auditor-in-the-line", finds: "IND006", "a body that audits or disciplines shares a duty of the domain",
    causes: [
      Cause("ACC008", because: "the auditor is one more organization, and none of them leads"),
      Cause("ACC010", because: "who answers for the duty cannot direct the auditor"),
      Cause("ACC011", because: "nobody above the auditor knows of the duty"),
      Cause("ACC004", because: "one more does the duty"), Cause("DUP003", because: "one more works in the domain"),
      Cause("ACC007", because: "the auditor's post has another letter on the duty"),
      Cause("LOD002", because: "the auditor's post has one R more than its peers bear"),
      Cause("LOD003", because: "the auditor's post now has a letter on every duty"),
      Cause("SOD003", because: "one who was free of the set no longer is"),
      Cause("IND004", because: "what the auditor does now, it audits"),
    ]
  ) { ground in
    var seen: Set<ID<Organization>> = []
    return ground.rows(.audit, .discipline).flatMap { row -> [Site] in
      guard let body = ground.chart.organization(of: ground.chart.oversight.by[row]), seen.insert(body).inserted,
        let post = ground.auditors(of: row).first
      else { return [] }
      let place = ground.chart.jurisdiction(of: ground.chart.oversight.of[row])
      return ground.duties(in: place).compactMap { duty in
        guard let domain = ground.chart.duties.domains[duty].first, ground.chart.oversight.of[row] != .duty(duty),
          !ground.hasLetter(post, on: duty), ground.bodies(sharing: duty, [.accountable, .responsible]) != [body]
        else { return nil }
        let scope = ground.chart.oversight.scope[row]
        return ground.site(.organization(body), .duty(duty)) { contents in
          if !scope.contains(domain) { contents.oversight.scope.set(row, to: scope + [domain]) }
          contents.addLetter(.responsible, of: post, on: duty)
        }
      }
    }
  }
}

extension Ground {
  /// The post that oversees by a row, or the posts of the body.
  func auditors(of row: ID<Oversight>) -> [ID<Post>] {
    switch chart.oversight.by[row] {
    case .post(let post): [post]
    case .organization(let body): chart.members[body].filter(chart.isInForce)
    case .duty: []
    }
  }

  /// Whether a post answers to anybody, directly or by its organization, who does not stand below a superior.
  func hasLineOutside(_ post: ID<Post>, reachOf superior: ID<Post>) -> Bool {
    let body = home(post)
    func isOutside(_ other: ID<Post>) -> Bool {
      other != superior && home(other) != body && !isAbove(superior, other)
    }
    if chart.isApex(post) { return true }
    let lines = Array(chart.superiors[post]) + Array(chart.dotted[post]) + Array(chart.chargedBy[body])
    if lines.contains(where: isOutside) { return true }
    guard let parent = chart.organizations.parent[body], parent != home(superior) else { return false }
    return chart.members[parent].isEmpty || chart.members[parent].contains(where: isOutside)
  }
}
