import RemitInspection
import RemitModel

// Who answers for a duty, and who does it.
extension Mutation {
  static let accountability: [Mutation] = [
    accountableRemoved, accountableDemoted, secondAccountable, jointWithoutLead, performerRemoved, leadRemoved,
    supportWithoutLead, bodyAccountable, performerBeyondReach, strangerAccountable, superiorUninformed,
  ]

  private static let bodyLost = Cause(
    "REG002", "REG003", "CHN003", because: "the post held the duty's clause by this letter alone")
  private static let idle = Cause("LOD004", because: "the letter was all that the post had to do")
  private static let unseen = Cause(
    "OVS002", because: "oversight reached the duty, one of high risk, through the post that answered for it")
  private static let disciplinarian = Cause(
    "IND006", because: "the post belongs to a body that audits or disciplines in the domain")
  private static let joined = [
    Cause("ACC006", because: "the duty is no longer one organization's alone, and nobody is asked or told"),
    Cause("LOD003", because: "the post now has a letter on every duty"),
  ]
  private static let untold = Cause(
    "ACC011", because: "the post that lost its letter was the only one above a performer that knew of the duty")

  private static let accountableRemoved = Mutation(
    "accountable-removed", finds: "ACC001", "nobody is left who answers for a duty",
    causes: [
      bodyLost, idle, untold, unseen,
      Cause("ACC008", because: "the lead of the duty was the one who answered for it"),
    ]
  ) { ground in
    ground.activeDuties.map { duty in
      ground.site(.duty(duty)) { $0.removeLetters(on: duty, [.accountable]) }
    }
  }

  private static let accountableDemoted = Mutation(
    "accountable-demoted", finds: "ACC001", "who answers for a duty is merely consulted",
    causes: [
      bodyLost, unseen, Cause("ACC007", because: "the post does the work too, and is now asked about its own work"),
      Cause("ACC005", because: "one more is consulted"),
      Cause("ACC008", because: "the lead of the duty was the one who answered for it"),
    ]
  ) { ground in
    ground.activeDuties.filter { ground.accountable($0) != nil }.map { duty in
      ground.site(.duty(duty)) { contents in
        contents.changeLetters(on: duty) { rows, row in
          guard rows.letter[row] == .accountable else { return }
          rows.letter.set(row, to: .consulted)
          rows.lead.set(row, to: false)
        }
      }
    }
  }

  private static let secondAccountable = Mutation(
    "second-accountable", finds: "ACC002", "another post answers for a duty too",
    causes: joined + [
      disciplinarian, Cause("ACC008", because: "the second post sits in another organization, and none of them leads"),
      Cause("ACC010", because: "the second post cannot direct those who do the work"),
      Cause("LOD001", because: "the second post has one A more than its peers bear"),
      Cause("TMP001", because: "the second post is vacant, which did not matter while it answered for nothing"),
      Cause("OVS001", because: "the second post had nothing to answer for, so nobody watches it"),
      Cause("OVS010", because: "the second post now answers for a duty of high risk, and nobody audits it"),
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      guard !ground.chart.duties.joint[duty], let first = ground.accountable(duty),
        let second = ground.neighbour(of: first, not: duty)
      else { return nil }
      return ground.site(.duty(duty), .post(second)) { $0.addLetter(.accountable, of: second, on: duty) }
    }
  }

  private static let jointWithoutLead = Mutation(
    "joint-without-lead", finds: "ACC002", "two answer jointly for a duty, and neither leads",
    causes: joined + [
      disciplinarian, Cause("ACC008", because: "the organizations that share the duty have no lead any more"),
      Cause("LOD001", because: "the second post has one A more than its peers bear"),
      Cause("OVS001", because: "the second post had nothing to answer for, so nobody watches it"),
      Cause("OVS010", because: "the second post now answers for a duty of high risk, and nobody audits it"),
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      guard let first = ground.accountable(duty), let second = ground.neighbour(of: first, not: duty)
      else { return nil }
      return ground.site(.duty(duty), .post(second)) { contents in
        contents.addLetter(.accountable, of: second, on: duty)
        contents.duties.joint.set(duty, to: true)
        contents.removeLead(of: duty)
      }
    }
  }

  private static let performerRemoved = Mutation(
    "performer-removed", finds: "ACC003", "nobody is left who does a duty",
    causes: [
      bodyLost, idle, Cause("ACC008", because: "the lead of the duty was the one who did it"),
      Cause("OVS002", because: "oversight reached the duty through the one who did it"),
    ]
  ) { ground in
    ground.activeDuties.map { duty in
      ground.site(.duty(duty)) { $0.removeLetters(on: duty, [.responsible]) }
    }
  }

  private static let leadRemoved = Mutation(
    "lead-removed", finds: "ACC008", "several organizations share a duty, and the lead is gone",
    causes: [Cause("ACC002", because: "those who answer jointly have no lead any more")]
  ) { ground in
    ground.activeDuties.filter { duty in
      // One that does the work alone, without support, leads by itself.
      let supports = !ground.chart.assignees(of: duty, .supports).isEmpty
      return ground.hasLead(duty) && ground.bodies(sharing: duty).count > 1
        && (supports || ground.chart.assignees(of: duty, .responsible).count > 1)
    }.map { duty in
      ground.site(.duty(duty)) { $0.removeLead(of: duty) }
    }
  }

  private static let supportWithoutLead = Mutation(
    "support-without-lead", finds: "ACC008", "another organization supports a duty that has no lead",
    causes: joined
  ) { ground in
    ground.activeDuties.compactMap { duty in
      let bodies = ground.bodies(sharing: duty)
      guard !ground.hasLead(duty), !ground.posts(on: duty, .responsible).isEmpty else { return nil }
      let helper = ground.posts(in: ground.chart.duties.jurisdiction[duty])
        .first { !ground.hasLetter($0, on: duty) && !bodies.contains(ground.home($0)) }
      guard let helper else { return nil }
      return ground.site(.duty(duty), .post(helper)) { $0.addLetter(.supports, of: helper, on: duty) }
    }
  }

  private static let bodyAccountable = Mutation(
    "body-accountable", finds: "ACC009", "an organization answers for a duty, and none of its posts",
    causes: [
      bodyLost, idle, untold, unseen,
      Cause("ACC010", because: "the organization as a whole directs nobody outside it"),
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      guard let post = ground.accountable(duty) else { return nil }
      let body = ground.home(post)
      return ground.site(.duty(duty), .organization(body)) { contents in
        contents.changeLetters(on: duty) { rows, row in
          if rows.letter[row] == .accountable { rows.assignee.set(row, to: .organization(body)) }
        }
      }
    }
  }

  private static let performerBeyondReach = Mutation(
    "performer-beyond-reach", finds: "ACC010", "a post does a duty whom nobody that answers for it can direct",
    causes: joined + [
      Cause("ACC008", because: "the new performer sits in another organization, and none of them leads"),
      Cause("ACC011", because: "nobody above the new performer knows of the duty"),
      Cause("ACC004", because: "one more does the duty"), Cause("LOD002", because: "the post has one R more"),
      Cause("DUP003", because: "one more organization works in the domain"), disciplinarian,
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      let answering = ground.posts(on: duty, .accountable)
      let stranger = ground.posts(in: ground.chart.duties.jurisdiction[duty]).first { post in
        !ground.hasLetter(post, on: duty) && !answering.contains { ground.directs($0, post) }
      }
      // Whoever commands the whole jurisdiction can direct everybody in it.
      guard let stranger, !answering.isEmpty else { return nil }
      return ground.site(.duty(duty), .post(stranger)) { $0.addLetter(.responsible, of: stranger, on: duty) }
    }
  }

  private static let strangerAccountable = Mutation(
    "stranger-accountable", finds: "ACC010", "a post answers for a duty that cannot direct who does it",
    causes: joined + [
      bodyLost, untold, idle, unseen, disciplinarian,
      Cause("ACC008", because: "the lead of the duty was the one who answered for it"),
      Cause("ACC007", because: "the post has another letter on the duty"),
      Cause("DUP002", because: "another duty of the domain and clause is answered for elsewhere, with no tie between"),
      Cause("DUP003", because: "one more organization works in the domain"),
      Cause("LOD001", because: "the post has one A more than its peers bear"),
      Cause("OVS001", because: "the post had nothing to answer for, so nobody watches it"),
      Cause("OVS010", because: "the post now answers for a duty of high risk, and nobody audits it"),
      Cause("REG005", because: "the duty's clause is now held by a post of another role"),
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      let doing = ground.posts(on: duty, .responsible)
      guard let old = ground.accountable(duty), !doing.contains(old) else { return nil }
      let stranger = ground.posts(in: ground.chart.duties.jurisdiction[duty]).first { post in
        !ground.hasLetter(post, on: duty) && doing.contains { $0 != post && !ground.directs(post, $0) }
      }
      guard let stranger else { return nil }
      return ground.site(.duty(duty), .post(stranger)) { contents in
        contents.changeLetters(on: duty) { rows, row in
          if rows.letter[row] == .accountable { rows.assignee.set(row, to: .post(stranger)) }
        }
      }
    }
  }

  private static let superiorUninformed = Mutation(
    "superior-uninformed", finds: "ACC011", "nobody above a performer knows of a duty that others answer for",
    causes: [
      idle, bodyLost, Cause("ACC006", because: "the superior was the only one who was told"),
      Cause("ACC008", because: "the lead of the duty stood above the performer"),
    ]
  ) { ground in
    ground.activeDuties.flatMap { duty -> [Site] in
      let answering = ground.posts(on: duty, .accountable)
      return ground.posts(on: duty, .responsible).compactMap { post in
        let line = ground.line(above: post)
        guard !answering.isEmpty, !line.isEmpty, !answering.contains(post), !answering.contains(where: line.contains),
          // Who knows the duty by another post of the same person is not unaware.
          !ground.chart.letters[duty].contains(where: { row in
            guard case .post(let other) = ground.chart.assignments.assignee[row], !line.contains(other)
            else { return false }
            return line.contains { ground.sharesHolder($0, other) }
          }), !ground.posts(on: duty, .responsible).contains(where: line.contains)
        else { return nil }
        return ground.site(.duty(duty), .post(post)) { contents in
          for superior in line { contents.removeLetters(on: duty, of: .post(superior)) }
        }
      }
    }
  }
}

extension Ground {
  /// Everybody above a post by command, in charge of its organization or above that, each once.
  func line(above post: ID<Post>) -> [ID<Post>] {
    var line: [ID<Post>] = []
    var pending = [post]
    while let next = pending.popLast() {
      for superior in Array(chart.superiors[next]) + Array(chart.chargedBy[home(next)])
      where superior != post && !line.contains(superior) {
        line.append(superior)
        pending.append(superior)
      }
    }
    return line
  }

  /// Whether one person holds both posts at the chart's day.
  func sharesHolder(_ a: ID<Post>, _ b: ID<Post>) -> Bool {
    let incumbency = facts[Incumbency.self]
    return incumbency.holders(of: a).contains(where: incumbency.holders(of: b).contains)
  }
}
