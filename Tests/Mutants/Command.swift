import RemitInspection
import RemitModel

// Who reports to whom.
extension Mutation {
  static let command: [Mutation] = [
    superiorReportsDown, selfReport, headPassedOver, superiorRemoved, superiorAbolished, abolishedSuperiorAdded,
    secondSuperior, superiorFromAfar, newDetachedPost, gatekeeper,
  ]

  /// What follows for those who lose their way up, or whose way up changes.
  private static let cut: [Cause] = [
    Cause("ACC010", because: "who answers for a duty commanded those who do it by the line that is gone"),
    Cause("ACC011", because: "those who know of a duty stood above its performer by the line that is gone"),
    Cause("CHN001", because: "a required chain ran along the line that is gone"),
    Cause("CHN004", because: "the department hung on its head by the line that is gone"),
    Cause("REG004", because: "the regulation asks for that line, or for a link that it stood for"),
    Cause("LOD004", because: "to be reported to was all that the superior had to do"),
    Cause("LOD006", because: "the superior is left with one report"),
    Cause("OVS004", because: "results came to who disciplines along the line that is gone"),
    Cause("DUP002", because: "two who answer for like duties were tied by the line that is gone"),
    Cause("IND005", because: "the auditor's way up to the government was the line that is gone"),
    Cause("STR002", because: "nobody of the organization stands above the others any more"),
    Cause("STR008", because: "there is now one way only to those below"),
    Cause("STR010", because: "one of the two in charge of a department reported to the other"),
  ]

  private static let superiorReportsDown = Mutation(
    "superior-reports-down", finds: "STR001", "a superior reports to one who reports to it",
    causes: [
      Cause("TMP004", because: "of a person's posts at two levels one now commands the other"),
      Cause("STR005", because: "the superior already reports to another post of that organization"),
      Cause("STR006", because: "the one below sits at a level to which the superior does not report"),
      Cause("STR002", because: "in the circle nobody stands above the others"),
      Cause("STR010", because: "the one below may now command, which leaves two in charge"),
      Cause("LOD006", because: "the superior is now a report of its report"),
      Cause("LOD007", because: "the line of command has no end"),
      Cause("STR008", because: "the way down runs through the circle"),
      Cause("IND002", because: "whoever it audits now stands above it"),
    ]
  ) { ground in
    ground.postsInForce.flatMap { post in
      ground.chart.superiors[post].map { superior in
        ground.site(.post(post), .post(superior), expecting: [.post(post), .post(superior)].map(ground.key)) {
          $0.addSuperior(post, of: superior)
        }
      }
    }
  }

  private static let selfReport = Mutation(
    "self-report", finds: "STR001", "a post reports to itself",
    causes: [
      Cause("STR005", because: "it reports to two posts of its own organization"),
      Cause("STR002", because: "of the head itself it can no longer be told whom it stands under"),
      Cause("LOD006", because: "it is its own only report"), Cause("LOD007", because: "the line of command has no end"),
    ]
  ) { ground in
    ground.postsInForce.map { post in ground.site(.post(post)) { $0.addSuperior(post, of: post) } }
  }

  private static let headPassedOver = Mutation(
    "head-passed-over", finds: "STR002",
    "the posts of an organization report past its head to somebody outside, and nobody is in charge of it",
    causes: cut + [
      Cause("LOD005", because: "all report to the one outside"),
      Cause("STR009", because: "nobody is in charge of the department any more"),
      Cause("LOD007", because: "the way by the one outside is longer"),
      Cause("IND002", because: "whom the organization audits now stands above it"),
      Cause("OVS001", "OVS002", "OVS005", because: "to lead and coordinate the organization was oversight too"),
    ]
  ) { ground in
    ground.chart.organizations.ids.compactMap { organization in
      let posts = ground.chart.members[organization].filter(ground.chart.isInForce)
      let place = ground.chart.organizations.jurisdiction[organization]
      guard posts.count > 1, let head = ground.facts[Leaders.self].leader(of: organization),
        !ground.chart.organizations.apex[organization], ground.chart.bodies[place].count > 1,
        !ground.isPartOfLed(organization)
      else { return nil }
      // Somebody who stands neither below the organization nor directly above its head: they have no common superior.
      let outside = ground.posts(in: place).first { other in
        ground.home(other) != organization && !ground.chart.superiors[head].contains(other)
          && !posts.contains { ground.isAbove($0, other) }
      }
      guard let outside else { return nil }
      return ground.site(.organization(organization), .post(outside)) { contents in
        for post in posts where post != head {
          contents.removeSuperiors(of: post)
          contents.addSuperior(outside, of: post)
        }
        contents.removeCharges(of: organization)
        contents.keepOversight {
          ![LinkKind.lead, .coordinate].contains(ground.chart.oversight.kind[$0])
            || ground.chart.oversight.of[$0] != .organization(organization)
        }
      }
    }
  }

  private static let superiorRemoved = Mutation(
    "superior-removed", finds: "STR003", "a post reports to nobody of its jurisdiction any more",
    causes: cut + [
      Cause("STR007", because: "with the post, those below it are cut off from the heads"),
      Cause("STR009", because: "a branch that reports to nobody above is a department like others"),
    ]
  ) { ground in
    ground.postsInForce.compactMap { post in
      let superiors = ground.localSuperiors(post)
      let heads = ground.posts(in: ground.place(post)).filter {
        ground.localSuperiors($0).isEmpty && !ground.chart.isApex($0)
      }
      // Where nobody else heads the place, the post is its only head. Who reports upward besides is managed from there.
      guard !superiors.isEmpty, !ground.chart.isApex(post), !heads.isEmpty, !ground.chart.reportsUpward(post)
      else { return nil }
      return ground.site(.post(post), expecting: [ground.key(.jurisdiction(ground.place(post)))]) {
        $0.removeSuperiors(of: post, where: superiors.contains)
      }
    }
  }

  private static let superiorAbolished = Mutation(
    "superior-abolished", finds: "STR004", "a post is abolished to which others still report",
    causes: cut + [
      Cause("STR003", because: "a head that is gone leaves others who report to nobody in force"),
      Cause("STR007", because: "the post was the head of those below it"),
      Cause("STR009", because: "the post was in charge of the department"),
      Cause("STR004", because: "each post that reported to it has lost its superior"),
      Cause("REG001", because: "the post was the only one in its role"),
      Cause(
        "REG002", "REG003", "REG005", "CHN003", because: "the post held clauses, which nobody of its role holds now"),
      Cause("TMP001", because: "the post answers for duties, and a post that is gone has no holder"),
      Cause("OVS001", "OVS002", "OVS005", because: "what watches the post watches a post that is gone"),
      Cause("SOD003", because: "fewer hands are left"),
      Cause("ACC001", "ACC003", "ACC008", because: "the post answered for a duty, did or led it"),
      Cause("ACC006", because: "the post was the one who was told"),
      Cause("OVS010", because: "the audit was the post's"),
      Cause("IND002", because: "the post's line led out of the reach of the one overseen"),
    ]
  ) { ground in
    ground.postsInForce.flatMap { post in
      ground.chart.reports[post].filter { $0 != post && ground.chart.isInForce($0) }.prefix(1).map { report in
        ground.site(.post(report), .post(post)) { $0.posts.status.set(post, to: .abolished) }
      }
    }
  }

  private static let abolishedSuperiorAdded = Mutation(
    "abolished-superior-added", finds: "STR004", "a post still reports to an abolished one beside its superior"
  ) { ground in
    ground.postsInForce.compactMap { post in
      guard let superior = ground.chart.superiors[post].first else { return nil }
      return ground.site(.post(post)) { contents in
        let gone = contents.addPost("mutant", in: ground.home(superior), status: .abolished)
        contents.addSuperior(gone, of: post)
      }
    }
  }

  private static let secondSuperior = Mutation(
    "second-superior", finds: "STR005", "a post reports to two posts of one organization",
    causes: [
      Cause("STR010", because: "of two in charge of a department, it is no longer told which commands the other"),
      Cause("TMP004", because: "of a person's posts at two levels one now commands the other"),
      Cause("LOD005", because: "one more reports to the second"), Cause("LOD006", because: "it is the only report"),
      Cause("LOD007", because: "the way by the second is longer"),
      Cause("STR008", because: "one more hangs on the second"),
      Cause("STR002", because: "of the organization's posts none stands above all others any more"),
      Cause("IND002", because: "whom it audits now stands above it"),
    ]
  ) { ground in
    ground.postsInForce.compactMap { post in
      guard let superior = ground.chart.superiors[post].first else { return nil }
      let second = ground.chart.members[ground.home(superior)].first {
        ground.chart.isInForce($0) && $0 != post && !ground.chart.superiors[post].contains($0)
          && !ground.isAbove(post, $0)
      }
      guard let second else { return nil }
      return ground.site(.post(post), .post(second)) { $0.addSuperior(second, of: post) }
    }
  }

  private static let superiorFromAfar = Mutation(
    "superior-from-afar", finds: "STR006",
    "a post reports to one of a jurisdiction that is neither its own nor its parent",
    causes: [
      Cause("STR003", because: "a new post in a place without others is one more that reports to nobody of it"),
      Cause("LOD005", "LOD006", because: "one more reports to the post"),
      Cause("LOD007", because: "the way by the post is longer"), Cause("STR008", because: "one more hangs on the post"),
    ]
  ) { ground in
    ground.postsInForce.compactMap { post in
      let home = ground.place(post)
      let far = ground.chart.organizations.ids.first { organization in
        let place = ground.chart.organizations.jurisdiction[organization]
        return place != home && place != ground.chart.jurisdictions.parent[home]
          // What is run from there reports to the body that it is part of.
          && !ground.isPart(ground.home(post), of: organization)
          && (ground.chart.organizations.apex[organization]
            || ground.chart.members[organization].contains { ground.chart.isInForce($0) && !ground.isAbove(post, $0) })
      }
      guard let far else { return nil }
      let known = ground.chart.members[far].first { ground.chart.isInForce($0) && !ground.isAbove(post, $0) }
      return ground.site(.post(post), .organization(far)) { contents in
        let superior = known ?? contents.addPost("mutant", in: far)
        contents.addSuperior(superior, of: post)
      }
    }
  }

  private static let newDetachedPost = Mutation(
    "new-detached-post", finds: "STR007", "a new post hangs on no head of its jurisdiction",
    causes: [
      Cause("STR003", because: "it is one more that reports to nobody"),
      Cause("STR002", because: "it is one more of its organization under nobody"),
      Cause("ACC010", because: "with two posts under nobody, it is no longer told who directs the organization"),
      Cause("ACC005", because: "one more is told"),
    ]
  ) { ground in
    ground.chart.organizations.ids.compactMap { organization in
      let place = ground.chart.organizations.jurisdiction[organization]
      let duties = ground.duties(in: place)
      guard ground.areHeadsDeclared(in: place), let duty = duties.first, !ground.chart.organizations.apex[organization]
      else { return nil }
      return ground.site(.organization(organization), expecting: [ground.newPost]) { contents in
        let post = contents.addPost("mutant", in: organization)
        contents.addLetter(.informed, of: post, on: duty)
      }
    }
  }

  private static let gatekeeper = Mutation(
    "gatekeeper", finds: "STR008", "every way down to many posts of another organization runs through one post",
    causes: [
      Cause("LOD005", because: "they report to one post"), Cause("LOD007", because: "the line of command is longer"),
      Cause("ACC005", because: "the new posts are told of duties"),
      Cause("STR002", because: "none of the new posts stands above the others"),
    ]
  ) { ground in
    let limit = ground.threshold("STR008", else: 5)
    return ground.postsInForce.compactMap { post in
      let place = ground.place(post)
      let duties = ground.duties(in: place)
      // A post of one department, between the heads and another department that somebody else leads.
      guard ground.isDepartment(ground.home(post)),
        ground.facts[Heads.self].of(place).contains(where: { ground.isAbove($0, post) }),
        !ground.facts[Heads.self].isHead[post.index], !duties.isEmpty
      else { return nil }
      let other = ground.chart.bodies[place].first { body in
        let charged = ground.chart.chargedBy[body].filter(ground.chart.isInForce)
        return ground.isDepartment(body) && body != ground.home(post) && !charged.isEmpty
          && !ground.isPart(body, of: ground.home(post))
          && !charged.contains { $0 == post || ground.isAbove(post, $0) }
      }
      guard let other else { return nil }
      return ground.site(.post(post), .organization(other)) {
        $0.addPosts(limit + 1, named: "mutant", in: other, reportingTo: post, informedOf: duties)
      }
    }
  }
}

extension Ground {
  /// Whether an organization lies under another.
  func isPart(_ organization: ID<Organization>, of whole: ID<Organization>) -> Bool {
    var next = chart.organizations.parent[organization]
    while let current = next {
      if current == whole { return true }
      next = chart.organizations.parent[current]
    }
    return false
  }

  /// Whether somebody is in charge of an organization that this one is part of.
  fileprivate func isPartOfLed(_ organization: ID<Organization>) -> Bool {
    chart.organizations.ids.contains { isPart(organization, of: $0) && !chart.chargedBy[$0].isEmpty }
  }
}
