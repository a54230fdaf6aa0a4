import RemitInspection
import RemitModel

// How much lies on a post.
extension Mutation {
  static let load: [Mutation] = [
    manyAccountable, manyResponsible, everyDuty, newIdlePost, wideSpan, lonelyLine, deepLine,
  ]

  private static let manyAccountable = pile(
    "many-accountable", finds: "LOD001", .accountable, "a post answers for more duties than it can oversee",
    causes: [
      Cause("LOD002", because: "who does one of the duties does its copies too"),
      Cause("LOD001", because: "who answers for the duty jointly answers for its copies too"),
    ])
  private static let manyResponsible = pile(
    "many-responsible", finds: "LOD002", .responsible, "a post does more duties than it can do",
    causes: [
      Cause("LOD001", because: "who answers for one of the duties answers for its copies too"),
      Cause("LOD002", because: "who does the duty as well does its copies too"),
    ])

  /// Copies one of a post's duties, letters and all, until it has more than it may.
  private static func pile(
    _ name: String, finds code: String, _ letter: Letter, _ title: String, causes: [Cause]
  ) -> Mutation {
    Mutation(
      name, finds: code, title,
      causes: causes + [
        Cause("LOD003", because: "somebody now has a letter on every duty"),
        Cause("DUP001", because: "the copies are nearly the same"),
      ]
    ) { ground in
      let limit = ground.threshold(code, else: 20)
      return ground.postsInForce.compactMap { post in
        let own = ground.duties(of: post, [letter])
        guard let model = own.first else { return nil }
        return ground.site(.post(post)) { contents in
          for number in 0...(max(0, limit - own.count)) { contents.copy(model, as: "mutant-\(number)") }
        }
      }
    }
  }

  private static let everyDuty = Mutation(
    "every-duty", finds: "LOD003", "a post has a letter on every duty of its jurisdiction",
    causes: [Cause("ACC005", because: "one more is told")]
  ) { ground in
    let least = ground.threshold("LOD003", "duties", else: 8)
    // To be told of everything is the office of a head.
    return ground.postsInForce.filter { !ground.facts[Heads.self].isHead[$0.index] }.compactMap { post in
      let duties = ground.duties(in: ground.place(post))
      guard duties.count >= least else { return nil }
      return ground.site(.post(post)) { contents in
        for duty in duties where !ground.hasLetter(post, on: duty) { contents.addLetter(.informed, of: post, on: duty) }
      }
    }
  }

  private static let newIdlePost = Mutation(
    "new-idle-post", finds: "LOD004", "a new post has nothing to do",
    causes: [
      Cause("LOD005", because: "one more reports to the post"), Cause("LOD006", because: "it is the only report"),
      Cause("LOD007", because: "the line of command is one longer"),
      Cause("STR008", because: "one more hangs on a post"),
    ]
  ) { ground in
    ground.postsInForce.filter { ground.tellsOfWork && !ground.chart.isApex($0) }.map { superior in
      ground.site(.post(superior), expecting: [ground.newPost]) {
        _ = $0.addPost("mutant", in: ground.home(superior), reportingTo: [superior])
      }
    }
  }

  private static let wideSpan = Mutation(
    "wide-span", finds: "LOD005", "more posts report to one than it can lead",
    causes: [
      Cause("LOD007", because: "the line of command is one longer"), Cause("STR008", because: "many hang on a post"),
      Cause("ACC005", because: "the new posts are told of duties"),
    ]
  ) { ground in
    let limit = ground.threshold("LOD005", else: 12)
    return ground.postsInForce.compactMap { post in
      let duties = ground.duties(in: ground.place(post))
      let wanted = limit + 1 - Set(ground.chart.reports[post].filter(ground.chart.isInForce)).count
      guard wanted > 0, !duties.isEmpty else { return nil }
      return ground.site(.post(post)) {
        $0.addPosts(wanted, named: "mutant", in: ground.home(post), reportingTo: post, informedOf: duties)
      }
    }
  }

  private static let lonelyLine = line(
    "lonely-line", finds: "LOD006", "a line of posts, each with one report",
    length: { $0.threshold("LOD006", else: 2) + 2 },
    causes: [Cause("LOD007", because: "the line of command is longer")])
  private static let deepLine = line(
    "deep-line", finds: "LOD007", "a line of command is too long",
    length: { $0.threshold("LOD007", else: 8) + 1 },
    causes: [Cause("LOD006", because: "each post of the line has one report")])

  /// Hangs a line of posts under one that nobody reports to.
  private static func line(
    _ name: String, finds code: String, _ title: String, length: @escaping @Sendable (Ground) -> Int, causes: [Cause]
  ) -> Mutation {
    Mutation(
      name, finds: code, title,
      causes: causes + [
        Cause("STR008", because: "those further down the line hang on those further up"),
        Cause("ACC005", because: "the new posts are told of duties"),
      ]
    ) { ground in
      let length = length(ground)
      return ground.postsInForce.compactMap { post in
        let duties = ground.duties(in: ground.place(post))
        guard ground.chart.reports[post].isEmpty, !duties.isEmpty else { return nil }
        return ground.site(.post(post), expecting: []) { contents in
          var last = post
          for number in 0..<length {
            last = contents.addPost("mutant-\(number)", in: ground.home(post), reportingTo: [last])
            contents.addLetter(.informed, of: last, on: duties[number % duties.count])
          }
        }
      }
    }
  }
}

extension ChartContents {
  /// The same duty once more, with its letters and another title.
  mutating func copy(_ model: ID<Duty>, as key: String) {
    let rows = assignments.ids.filter { assignments.duty[$0] == model }
    let copy = addDuty(key, Localized(key), like: model)
    duties.joint.set(copy, to: duties.joint[model])
    for row in rows {
      assignments.append(
        duty: copy, assignee: assignments.assignee[row], letter: assignments.letter[row], term: assignments.term[row],
        lead: assignments.lead[row], place: .none)
    }
  }
}
