import RemitInspection
import RemitModel

// How many have a letter on a duty, and whether the letters agree.
extension Mutation {
  static let letters: [Mutation] = [
    crowdOfPerformers, crowdOfAdvisers, crowdOfListeners, nobodyTold, performerInformed, accountableConsulted,
    supporterConsulted,
  ]

  private static let crowdOfPerformers = Mutation(
    "crowd-of-performers", finds: "ACC004", "more posts do a duty than can share it",
    causes: [
      Cause("ACC011", because: "nobody above one of the new performers knows of the duty"),
      Cause("LOD002", because: "one of the new performers has one R more than its peers bear"),
      Cause("DUP003", because: "more organizations work in the domain"),
      Cause("IND006", because: "one of the new performers belongs to a body that audits or disciplines in the domain"),
      Cause("LOD003", because: "one of the new performers now has a letter on every duty"),
    ]
  ) { ground in
    let limit = ground.threshold("ACC004", else: 3)
    return ground.activeDuties.compactMap { duty in
      guard let post = ground.accountable(duty), let first = ground.posts(on: duty, .responsible).first
      else { return nil }
      let wanted = limit + 1 - ground.posts(on: duty, .responsible).count
      // Those whom the one that answers can direct.
      let able = ground.posts(in: ground.chart.duties.jurisdiction[duty])
        .filter { ground.isAbove(post, $0) && !ground.hasLetter($0, on: duty) }
      guard wanted > 0, able.count >= wanted else { return nil }
      return ground.site(.duty(duty)) { contents in
        for helper in able.prefix(wanted) { contents.addLetter(.responsible, of: helper, on: duty) }
        guard !ground.hasLead(duty) else { return }
        contents.changeLetters(on: duty) { rows, row in
          if rows.letter[row] == .responsible && rows.assignee[row] == .post(first) { rows.lead.set(row, to: true) }
        }
      }
    }
  }

  private static let crowdOfAdvisers = crowd(
    "crowd-of-advisers", .consulted, limit: 5, "more posts are asked than can be heard")
  private static let crowdOfListeners = crowd(
    "crowd-of-listeners", .informed, limit: 10, "more posts are told than need know")

  private static func crowd(_ name: String, _ letter: Letter, limit: Double, _ title: String) -> Mutation {
    Mutation(
      name, finds: "ACC005", title,
      causes: [Cause("LOD003", because: "one of them now has a letter on every duty")]
    ) { ground in
      let limit = ground.threshold("ACC005", letter.key, else: limit)
      return ground.activeDuties.compactMap { duty in
        // Who is told elsewhere does not count.
        let told = ground.posts(on: duty, letter).filter { ground.place($0) == ground.chart.duties.jurisdiction[duty] }
        let wanted = limit + 1 - told.count
        let able = ground.posts(in: ground.chart.duties.jurisdiction[duty]).filter { !ground.hasLetter($0, on: duty) }
        guard wanted > 0, able.count >= wanted else { return nil }
        return ground.site(.duty(duty)) { contents in
          for post in able.prefix(wanted) { contents.addLetter(letter, of: post, on: duty) }
        }
      }
    }
  }

  private static let nobodyTold = Mutation(
    "nobody-told", finds: "ACC006", "organizations share a duty, and nobody is asked or told",
    causes: [
      Cause("LOD004", because: "to be asked or told was all that the post had to do"),
      Cause("ACC011", because: "the only superior of a performer that knew of the duty was asked or told"),
      Cause("REG002", "REG003", "CHN003", because: "the post held the duty's clause by this letter alone"),
    ]
  ) { ground in
    ground.activeDuties.filter { duty in
      let told = ground.chart.assignees(of: duty, .consulted) + ground.chart.assignees(of: duty, .informed)
      return !told.isEmpty && ground.bodies(sharing: duty).count > 1
    }.map { duty in
      ground.site(.duty(duty)) { $0.removeLetters(on: duty, [.consulted, .informed]) }
    }
  }

  private static let performerInformed = second(
    "performer-informed", .responsible, .informed, "who does a duty is also told of it")
  private static let accountableConsulted = second(
    "accountable-consulted", .accountable, .consulted, "who answers for a duty is also asked about it")
  private static let supporterConsulted = second(
    "supporter-consulted", .supports, .consulted, "who supports a duty is also asked about it")

  private static func second(_ name: String, _ has: Letter, _ gets: Letter, _ title: String) -> Mutation {
    Mutation(
      name, finds: "ACC007", title, causes: [Cause("ACC005", because: "one more is asked or told")]
    ) { ground in
      ground.activeDuties.flatMap { duty in
        ground.posts(on: duty, has).map { post in
          ground.site(.duty(duty), .post(post), expecting: [.duty(duty), .post(post)].map(ground.key)) {
            $0.addLetter(gets, of: post, on: duty)
          }
        }
      }
    }
  }
}
