import RemitInspection
import RemitModel

// Who watches whom.
extension Mutation {
  static let oversight: [Mutation] = [
    postUnwatched, newUnwatchedPost, dutyRisesUnwatched, oversightReturned, oversightCircle, watcherUnwatched,
    newWatcher, tooManyVisits, manyVisitors, inspectedTwice, notAudited,
  ]

  /// What follows where links of oversight are gone.
  static let unwatched: [Cause] = [
    Cause("REG004", because: "the regulation asks for a link that is gone"),
    Cause("OVS001", because: "the link reached another post of the organization as well"),
    Cause("OVS002", because: "oversight reached the duty by the link that is gone"),
    Cause("OVS004", because: "who disciplined the one overseen is gone, or hears no more of it"),
    Cause("OVS005", because: "whoever is no longer watched watches others"),
    Cause("OVS010", because: "the audit of the post is gone, and other oversight stays"),
    Cause("ACC010", because: "who answers for a duty coordinated or led those who do it by the link that is gone"),
    Cause("ACC011", because: "who led by the link that is gone knew of the duty"),
    Cause("CHN001", because: "a required chain ran along a link that is gone"),
    Cause("CHN004", because: "the department hung on its head by a link that is gone"),
    Cause("DUP002", because: "two who answer for like duties were tied by a link that is gone"),
    Cause("STR003", because: "a link that is gone tied a post under vertical management to its place"),
    Cause("LOD004", because: "to watch was all that the overseer had to do"),
  ]

  private static let postUnwatched = Mutation(
    "post-unwatched", finds: "OVS001", "no oversight reaches a post that answers for something", causes: unwatched
  ) { ground in
    ground.postsInForce.compactMap { post in
      let rows = ground.watching(post)
      let answers = !ground.duties(of: post, [.accountable]).isEmpty || !ground.chart.posts.adopts[post].isEmpty
      guard answers, !rows.isEmpty, !ground.chart.isApex(post) else { return nil }
      return ground.site(.post(post)) { $0.removeOversight(rows) }
    }
  }

  private static let newUnwatchedPost = Mutation(
    "new-unwatched-post", finds: "OVS001", "a new post answers for a duty, and nobody watches it",
    causes: [
      Cause("TMP001", because: "the new post has no holder"), Cause("ACC005", because: "one more is told"),
      Cause("LOD005", because: "one more reports to the post"), Cause("LOD006", because: "it is the only report"),
      Cause("LOD007", because: "the line of command is longer"), Cause("STR008", because: "one more hangs on a post"),
      Cause("ACC006", because: "the duty is the new post's own, and nobody is asked or told"),
      Cause("LOD003", because: "it has the only duty"),
    ]
  ) { ground in
    ground.chart.organizations.ids.compactMap { organization in
      let place = ground.chart.organizations.jurisdiction[organization]
      guard let model = ground.duties(in: place).first, !ground.chart.oversight.ids.isEmpty,
        let superior = ground.chart.members[organization].first(where: ground.chart.isInForce),
        !ground.chart.organizations.apex[organization],
        !ground.chart.oversight.ids.contains(where: {
          ground.chart.oversight.of[$0] == .organization(organization) && ground.chart.oversight.kind[$0].isOversight
        })
      else { return nil }
      return ground.site(.organization(organization), expecting: [ground.newPost]) { contents in
        let post = contents.addPost("mutant", in: organization, reportingTo: [superior])
        let duty = contents.addDuty("mutant-duty", Localized("mutant-duty"), like: model)
        contents.duties.domains.set(duty, to: ["mutant-domain"])
        contents.addLetter(.accountable, of: post, on: duty)
        contents.addLetter(.responsible, of: post, on: duty)
      }
    }
  }

  private static let dutyRisesUnwatched = Mutation(
    "duty-rises-unwatched", finds: "OVS002", "a duty becomes one of high risk, and oversight looks elsewhere",
    causes: [
      Cause("OVS010", because: "who answers for a duty of high risk is not audited"),
      Cause("OVS002", because: "other duties of high risk in the same hands are no longer looked at either"),
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      var rows: Set<ID<Oversight>> = []
      for node in ground.chart.assignees(of: duty, .accountable) + ground.chart.assignees(of: duty, .responsible) {
        guard case .post(let post) = node else { return nil }
        rows.formUnion(ground.watching(post))
      }
      guard !ground.chart.oversight.ids.contains(where: { ground.chart.oversight.of[$0] == .duty(duty) })
      else { return nil }
      let narrowed = rows
      return ground.site(.duty(duty)) { contents in
        contents.duties.risk.set(duty, to: .high)
        // Each row looks somewhere else, lest two inspections look at one thing.
        for row in narrowed { contents.oversight.scope.set(row, to: ["elsewhere-\(row.raw)"]) }
      }
    }
  }

  /// What follows where somebody oversees a superior, or a body that has no further oversight.
  private static let upward: [Cause] = [
    Cause("IND002", because: "the new overseer stands below whom it audits or disciplines"),
    Cause("OVS005", because: "the new overseer is itself watched by nobody"),
    Cause("OVS004", because: "the results of the new audit come to nobody who disciplines"),
    Cause("OVS006", because: "the new link names nobody who gets its results"),
    Cause("OVS008", because: "another looks into the same"),
    Cause("OVS009", because: "the new inspection has no basis or is not in the plan"),
    Cause("IND005", because: "the new auditor has no way up to a government"),
    Cause("IND001", because: "one person holds the posts at both ends"),
    Cause("IND006", because: "the new auditor has a hand in the domain"),
    Cause("CHN002", because: "who leads is now led by whom it leads"),
    Cause("IND004", because: "the new auditor's holder had A or R on what it audits not long ago"),
  ]

  private static let oversightReturned = Mutation(
    "oversight-returned", finds: "OVS003", "two oversee each other in one way", causes: upward
  ) { ground in
    ground.chart.oversight.ids.compactMap { row in
      let by = ground.chart.oversight.by[row]
      let of = ground.chart.oversight.of[row]
      let kind = ground.chart.oversight.kind[row]
      if case .duty = of { return nil }
      guard kind.isOversight, by != of else { return nil }
      return ground.site(.oversight(row), expecting: [Entity(by), Entity(of)].map(ground.key)) {
        $0.addOversight(kind, by: of, of: by, key: "mutant", like: row)
      }
    }
  }

  private static let oversightCircle = Mutation(
    "oversight-circle", finds: "OVS003", "three oversee one another in one way, in a circle", causes: upward
  ) { ground in
    ground.chart.oversight.ids.compactMap { row in
      let by = ground.chart.oversight.by[row]
      let of = ground.chart.oversight.of[row]
      let kind = ground.chart.oversight.kind[row]
      guard kind.isOversight, by != of, case .post(let post) = of else { return nil }
      let place = ground.place(post)
      return ground.site(.oversight(row), expecting: [Entity(by), Entity(of)].map(ground.key)) { contents in
        let third = contents.addOrganization("mutant", in: place)
        contents.addOversight(kind, by: .post(post), of: .organization(third), key: "mutant-1", like: row)
        contents.addOversight(kind, by: .organization(third), of: by, key: "mutant-2", like: row)
      }
    }
  }

  private static let watcherUnwatched = Mutation(
    "watcher-unwatched", finds: "OVS005", "nobody watches a body that watches others", causes: unwatched
  ) { ground in
    var seen: Set<Node> = []
    return ground.chart.oversight.ids.compactMap { row -> Site? in
      let by = ground.chart.oversight.by[row]
      let kind = ground.chart.oversight.kind[row]
      guard kind.isOversight, !kind.followsFromCommand, seen.insert(by).inserted,
        let body = ground.chart.organization(of: by),
        !ground.chart.organizations.apex[body]
      else { return nil }
      var rows: Set<ID<Oversight>> = []
      switch by {
      case .post(let post):
        if ground.chart.isApex(post) { return nil }
        rows = ground.watching(post)
      default:
        for other in ground.chart.oversight.ids where ground.chart.oversight.kind[other].isOversight {
          if ground.chart.organization(of: ground.chart.oversight.of[other]) == body { rows.insert(other) }
        }
      }
      // Who watches its own watcher alone would be no watcher any more.
      let gone = rows
      guard !gone.isEmpty,
        ground.chart.oversight.ids.contains(where: {
          ground.chart.oversight.by[$0] == by && !gone.contains($0) && ground.chart.oversight.kind[$0].isOversight
            && !ground.chart.oversight.kind[$0].followsFromCommand
        })
      else { return nil }
      return ground.site(Entity(by)) { $0.removeOversight(gone) }
    }
  }

  private static let newWatcher = Mutation(
    "new-watcher", finds: "OVS005", "a new body watches a post, and nobody watches the body"
  ) { ground in
    ground.answering.map { post in
      ground.site(.post(post), expecting: ["organization:mutant"]) { contents in
        let body = contents.addOrganization("mutant", in: ground.place(post))
        contents.addOversight(.supervise, by: .organization(body), of: .post(post), key: "mutant-link")
      }
    }
  }

  private static let tooManyVisits = Mutation(
    "too-many-visits", finds: "OVS007", "one overseer visits far too often"
  ) { ground in
    let limit = Double(ground.threshold("OVS007", "visits", else: 6))
    return ground.rows(.audit, .inspect, .check, .assess, .supervise).map { row in
      ground.site(.oversight(row), expecting: [ground.key(Entity(ground.chart.oversight.of[row]))]) {
        $0.oversight.perYear.set(row, to: limit + 1)
      }
    }
  }

  private static let manyVisitors = Mutation(
    "many-visitors", finds: "OVS007", "many overseers visit one post, none of them too often",
    causes: [Cause("OVS008", because: "some of them look into the same")]
  ) { ground in
    let limit = ground.threshold("OVS007", "visits", else: 6)
    return ground.answering.map { post in
      ground.site(.post(post)) { contents in
        for number in 0...limit {
          let body = contents.addOrganization("mutant-\(number)", in: ground.place(post), apex: true)
          contents.addOversight(.supervise, by: .organization(body), of: .post(post), key: "mutant-link-\(number)")
          contents.oversight.perYear.set(ID(contents.oversight.key.count - 1), to: 1)
        }
      }
    }
  }

  private static let inspectedTwice = Mutation(
    "inspected-twice", finds: "OVS008", "another body inspects or checks the same",
    causes: [Cause("OVS004", because: "what the second body finds comes to nobody who disciplines")]
  ) { ground in
    ground.rows(.inspect, .check).map { row in
      let place = ground.chart.jurisdiction(of: ground.chart.oversight.by[row])
      return ground.site(.oversight(row), expecting: []) { contents in
        let body = contents.addOrganization("mutant", in: place, apex: true)
        contents.addOversight(
          contents.oversight.kind[row], by: .organization(body), of: contents.oversight.of[row], key: "mutant-link",
          like: row)
      }
    }
  }

  private static let notAudited = Mutation(
    "not-audited", finds: "OVS010", "nobody audits a post any more that answers for a duty of high risk",
    causes: unwatched
  ) { ground in
    ground.answering.compactMap { post in
      let rows = ground.watching(post)
      let audits = rows.filter { ground.chart.oversight.kind[$0] == .audit }
      // What the regulation asks for this very role is a link that is missing, and told as such.
      guard !audits.isEmpty, audits.count < rows.count, !ground.isAsked(.audit, of: post),
        ground.isAsked(.audit, at: ground.place(post)),
        let duty = ground.duties(of: post, [.accountable]).first,
        !ground.chart.isApex(post)
      else { return nil }
      return ground.site(.post(post)) { contents in
        contents.duties.risk.set(duty, to: .high)
        contents.removeOversight(audits)
      }
    }
  }
}
