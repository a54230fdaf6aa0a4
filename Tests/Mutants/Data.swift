import RemitInspection
import RemitModel
import RemitRules

// The chart's own data.
extension Mutation {
  static let data: [Mutation] = [
    idInCapitals, idInFullWidth, idWithLookAlike, idWithLeadingZero, postNameTwice, organizationNameTwice, ignoreUnused,
    ignoreOfSubject, ignoreExpired, ignoreOfUnknownRule,
  ]

  private static let idInCapitals = Mutation(
    "id-in-capitals", finds: "DAT001", "two posts have ids that differ in case only"
  ) { ground in
    zip(ground.chart.posts.ids, ground.chart.posts.ids.dropFirst()).map { post, next in
      let other = ground.chart.posts.key[post].uppercased()
      return ground.site(.post(post), .post(next), expecting: [ground.key(.post(post)), "post:\(other)"]) {
        $0.posts.key.set(next, to: other)
      }
    }
  }

  private static let idInFullWidth = Mutation(
    "id-in-full-width", finds: "DAT001", "two organizations have ids that differ in width only"
  ) { ground in
    zip(ground.chart.organizations.ids, ground.chart.organizations.ids.dropFirst()).map { body, next in
      let wide = ground.chart.organizations.key[body].unicodeScalars.map { scalar in
        (0x21...0x7E).contains(scalar.value) ? UnicodeScalar(scalar.value + 0xFEE0) ?? scalar : scalar
      }
      let other = String(String.UnicodeScalarView(wide))
      return ground.site(
        .organization(body), .organization(next),
        expecting: [ground.key(.organization(body)), "organization:\(other)"]
      ) {
        $0.organizations.key.set(next, to: other)
      }
    }
  }

  private static let idWithLookAlike = Mutation(
    "id-with-look-alike", finds: "DAT001", "two duties have ids that differ in letters that look alike"
  ) { ground in
    zip(ground.chart.duties.ids, ground.chart.duties.ids.dropFirst()).compactMap { duty, next in
      let key = ground.chart.duties.key[duty]
      let other = String(key.map { $0 == "o" ? "0" : $0 == "l" ? "1" : $0 })
      guard other != key else { return nil }
      return ground.site(.duty(duty), .duty(next), expecting: [ground.key(.duty(duty)), "duty:\(other)"]) {
        $0.duties.key.set(next, to: other)
      }
    }
  }

  private static let idWithLeadingZero = Mutation(
    "id-with-leading-zero", finds: "DAT001", "two persons have ids that differ in leading zeros only"
  ) { ground in
    zip(ground.chart.persons.ids, ground.chart.persons.ids.dropFirst()).map { person, next in
      ground.site(.person(person), .person(next), expecting: ["person:mutant-7", "person:mutant-07"]) {
        $0.persons.key.set(person, to: "mutant-7")
        $0.persons.key.set(next, to: "mutant-07")
      }
    }
  }

  private static let postNameTwice = Mutation(
    "post-name-twice", finds: "DAT002",
    "two posts of one organization have one name, and no holder or charge of their own",
    causes: [
      Cause("TMP001", because: "the posts answer for duties"),
      Cause("STR009", "CHN001", "CHN004", because: "the posts were in charge of departments"),
      Cause("ACC010", "ACC011", "REG004", because: "the posts directed others by their charges"),
      Cause("STR002", "STR003", "STR008", "LOD004", "IND002", because: "nobody is in charge any more"),
    ]
  ) { ground in
    ground.chart.organizations.ids.flatMap { body -> [Site] in
      let posts = ground.chart.members[body].filter(ground.chart.isInForce)
      return zip(posts, posts.dropFirst()).map { post, next in
        ground.site(.post(post), .post(next), expecting: [.post(post), .post(next)].map(ground.key)) {
          contents in
          contents.posts.name.set(next, to: contents.posts.name[post])
          let tenures = contents.tenures
          contents.keepTenures { tenures.post[$0] != post && tenures.post[$0] != next }
          contents.charges.keep { from, _ in from != post && from != next }
        }
      }
    }
  }

  private static let organizationNameTwice = Mutation(
    "organization-name-twice", finds: "DAT002", "two organizations of one jurisdiction have one name"
  ) { ground in
    ground.chart.jurisdictions.ids.flatMap { place -> [Site] in
      let bodies = ground.chart.bodies[place]
      return bodies.compactMap { body in
        // The parent tells others apart.
        let next = bodies.first {
          $0 > body && ground.chart.organizations.parent[$0] == ground.chart.organizations.parent[body]
        }
        guard let next else { return nil }
        return ground.site(
          .organization(body), .organization(next),
          expecting: [.organization(body), .organization(next)].map(ground.key)
        ) {
          $0.organizations.name.set(next, to: $0.organizations.name[body])
        }
      }
    }
  }

  private static let ignoreUnused = ignore(
    "ignore-unused", "a suppression matches no finding", by: { $0.code }, years: 1)

  private static let ignoreOfSubject = Mutation(
    "ignore-of-subject", finds: "DAT003", "a suppression names a post of which nothing is found"
  ) { ground in
    ground.chart.origin == .regulation
      ? []
      : ground.postsInForce.map { post in
        let subject = ground.chart.posts.key[post]
        return ground.site(.post(post), expecting: ["ignore:LOD005:\(subject)"]) {
          $0.addSuppression(of: "LOD005", subject: subject)
        }
      }
  }

  private static let ignoreExpired = ignore("ignore-expired", "a suppression has expired", by: { $0.name }, years: -1)

  private static let ignoreOfUnknownRule = Mutation(
    "ignore-of-unknown-rule", finds: "DAT003", "a suppression names no rule"
  ) { ground in
    guard ground.chart.origin == .chart else { return [] }
    return ["XYZ999", "no-such-rule"].map { word in
      ground.site(.jurisdiction(ID(0)), expecting: ["ignore:\(word)"]) { $0.addSuppression(of: word) }
        .named("ignore:\(word)")
    }
  }

  /// Adds a suppression of each rule whose findings one can match, which ends some years from the chart's day.
  private static func ignore(
    _ name: String, _ title: String, by word: @escaping @Sendable (Rule) -> String, years: Int
  ) -> Mutation {
    Mutation(name, finds: "DAT003", title) { ground in
      guard ground.chart.origin == .chart, let day = ground.chart.asOf else { return [] }
      return Catalogue.rules.filter { !$0.afterOthers }.map(word).map { word in
        ground.site(.jurisdiction(ID(0)), expecting: ["ignore:\(word)"]) {
          $0.addSuppression(of: word, until: day.adding(years: years))
        }.named("ignore:\(word)")
      }
    }
  }
}
