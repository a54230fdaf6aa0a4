import RemitInspection
import RemitModel

// Who is in a post, and when.
extension Mutation {
  static let time: [Mutation] = [
    holderRemoved, markedVacant, termNotBegun, holderDeparted, holderPlaceholder, placeholderByName, collector,
    twoLevels,
  ]

  private static let empty: [Cause] = [
    Cause("TMP001", because: "the post answers for a duty"),
    Cause("ACC011", because: "the holder knew of a duty by another post, and stood above who does it"),
    Cause("LOD004", because: "the post was the second seat of a holder who is busy elsewhere"),
  ]

  private static let holderRemoved = vacancy("holder-removed", "a post that answers for a duty has no holder") {
    contents, post, _ in
    let tenures = contents.tenures
    contents.keepTenures { tenures.post[$0] != post }
  }
  private static let markedVacant = vacancy("marked-vacant", "a post that answers for a duty is marked vacant") {
    contents, post, _ in
    let tenures = contents.tenures
    contents.keepTenures { tenures.post[$0] != post }
    contents.posts.status.set(post, to: .vacant)
  }
  private static let termNotBegun = vacancy(
    "term-not-begun", "the holder of a post that answers for a duty comes later"
  ) {
    contents, post, day in
    contents.changeTenures(of: post) { $0.from.set($1, to: day.adding(years: 1)) }
    contents.changeTenures(of: post) { $0.until.set($1, to: nil) }
  }

  private static func vacancy(
    _ name: String, _ title: String, edit: @escaping @Sendable (inout ChartContents, ID<Post>, CalendarDay) -> Void
  ) -> Mutation {
    Mutation(name, finds: "TMP001", title, causes: empty.only("ACC011")) { ground in
      guard let day = ground.chart.asOf, ground.chart.tenures.ids.count > 1 else { return [] }
      return ground.answering.filter { !ground.chart.tenuresOfPost[$0].isEmpty }.map { post in
        ground.site(.post(post)) { edit(&$0, post, day) }
      }
    }
  }

  private static let holderDeparted = Mutation(
    "holder-departed", finds: "TMP002", "the last holder of a post has left",
    causes: empty
  ) { ground in
    guard let day = ground.chart.asOf else { return [] }
    return ground.postsInForce.filter {
      ground.chart.posts.status[$0] == .active && !ground.chart.tenuresOfPost[$0].isEmpty
    }.map { post in
      ground.site(.post(post)) { contents in
        contents.changeTenures(of: post) { rows, row in
          rows.from.set(row, to: day.adding(years: -5))
          rows.until.set(row, to: day.adding(years: -1))
        }
      }
    }
  }

  private static let holderPlaceholder = placeholder("holder-placeholder", key: "tbd", name: "待定")
  private static let placeholderByName = placeholder("placeholder-by-name", key: "mutant", name: "（空 缺）")

  private static func placeholder(_ name: String, key: String, name word: String) -> Mutation {
    Mutation(name, finds: "TMP003", "the holder of a post only keeps a place", causes: empty) { ground in
      ground.postsInForce.filter { !ground.chart.tenuresOfPost[$0].isEmpty }.map { post in
        ground.site(.post(post)) { contents in
          let nobody = contents.addPerson(key, name: word)
          contents.changeTenures(of: post) { $0.person.set($1, to: nobody) }
        }
      }
    }
  }

  private static let many: [Cause] = [
    Cause("IND001", because: "one of the person's posts watches another"),
    Cause("TMP004", because: "one of the posts commands another of the person's from a higher place"),
  ]

  private static let collector = Mutation(
    "collector", finds: "TMP004", "one person holds more posts than anybody can fill",
    causes: many
  ) { ground in
    let incumbency = ground.facts[Incumbency.self]
    let limit = ground.threshold("TMP004", else: 3)
    return ground.chart.persons.ids.compactMap { person in
      guard let post = incumbency.posts(of: person).first else { return nil }
      let own = incumbency.posts(of: person).filter(ground.isNoSeat)
      let others = ground.posts(in: ground.place(post)).filter {
        ground.isNoSeat($0) && !incumbency.holders(of: $0).contains(person)
      }
      let wanted = limit + 1 - own.count
      guard wanted > 0, others.count >= wanted else { return nil }
      return ground.site(.person(person)) { contents in
        for other in others.prefix(wanted) { contents.addTenure(of: person, in: other) }
      }
    }
  }

  private static let twoLevels = Mutation(
    "two-levels", finds: "TMP004", "one person holds posts at two levels, of which the higher commands the lower",
    causes: many.only("TMP004")
  ) { ground in
    ground.chart.tenures.ids.compactMap { tenure in
      let post = ground.chart.tenures.post[tenure]
      let person = ground.chart.tenures.person[tenure]
      let upper = ground.above(post).first {
        ground.chart.isAbove(ground.place($0), ground.place(post)) && ground.isNoSeat($0)
      }
      // Who only stands in below is there for a while.
      guard Incumbency.isPresent(tenure, in: ground.chart), !ground.chart.tenures.acting[tenure], ground.isNoSeat(post),
        let upper, !ground.facts[Incumbency.self].holders(of: upper).contains(person)
      else { return nil }
      return ground.site(.person(person), .post(post), expecting: [.person(person), .post(post)].map(ground.key)) {
        $0.addTenure(of: person, in: upper)
      }
    }
  }
}

extension Ground {
  /// Whether a post in force is more than a seat in a committee or team, which comes with another post.
  fileprivate func isNoSeat(_ post: ID<Post>) -> Bool {
    chart.isInForce(post) && !["committee", "team"].contains(chart.organizations.kind[home(post)].word)
  }
}

extension ChartContents {
  /// Changes each term of office in a post.
  fileprivate mutating func changeTenures(of post: ID<Post>, _ change: (inout Tenure, ID<Tenure>) -> Void) {
    for row in tenures.ids where tenures.post[row] == post { change(&tenures, row) }
  }
}
