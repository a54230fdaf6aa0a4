import RemitInspection
import RemitModel

// Duties that say or cover the same.
extension Mutation {
  static let duplication: [Mutation] = [
    dutyCopied, dutyReworded, dutyPunctuated, dutyOverlapping, domainFragmented,
  ]

  private static let twice: [Cause] = [
    Cause("ACC006", because: "the copy is no longer one organization's alone, and nobody is asked or told"),
    Cause("ACC011", because: "nobody above the performer of the copy knows of it"),
    Cause("ACC010", because: "who answers for the copy cannot direct those who do it"),
    Cause("DUP002", because: "the copy has the same domain and clause, and nothing ties who answers for it"),
    Cause("DUP003", because: "one more organization works in the domain"),
    Cause("LOD001", "LOD002", because: "the copy is one duty more"),
    Cause("LOD003", because: "somebody now has a letter on every duty"),
    Cause("OVS001", because: "who answers for the copy had nothing to answer for, so nobody watches it"),
    Cause("REG005", because: "the copy's clause is now held by a post of another role"),
    Cause("TMP001", because: "who answers for the copy is vacant"),
    Cause("IND006", because: "who answers for the copy belongs to a body that audits or disciplines in the domain"),
    Cause("ACC007", because: "who answers for the copy has another letter on it"),
    Cause("ACC008", because: "the copy's lead was the one who answered for the duty"),
  ]

  private static let dutyCopied = doubled("duty-copied", "a duty is entered twice, for two who answer for it") { $0 }
  private static let dutyReworded = doubled(
    "duty-reworded", "a duty with a long title is entered twice, with a letter more", least: 24
  ) {
    Localized(zh: $0.zh + "等", en: $0.en + "s")
  }
  private static let dutyPunctuated = doubled("duty-punctuated", "a duty is entered twice, written otherwise") {
    Localized(zh: "《" + $0.zh + "》。", en: $0.en.uppercased() + "!")
  }

  /// Copies a duty under another title. With a letter more, a text of n letters keeps n of n + 5 trigrams, so that short
  /// titles are no longer nearly the same.
  private static func doubled(
    _ name: String, _ title: String, least: Int = 0, reworded: @escaping @Sendable (Localized) -> Localized
  ) -> Mutation {
    Mutation(name, finds: "DUP001", title, causes: twice) { ground in
      ground.activeDuties.compactMap { duty in
        let letters = ground.chart.duties.title[duty].en.filter(\.isLetter).count
        guard letters >= least, let post = ground.accountable(duty), let other = ground.neighbour(of: post, not: duty)
        else { return nil }
        return ground.site(
          .duty(duty), .post(other), expecting: [ground.key(.duty(duty)), "duty:mutant"]
        ) { contents in
          contents.copy(duty, as: "mutant")
          let copy = ID<Duty>(contents.duties.key.count - 1)
          contents.duties.title.set(copy, to: reworded(contents.duties.title[duty]))
          contents.changeLetters(on: copy) { rows, row in
            if rows.letter[row] == .accountable { rows.assignee.set(row, to: .post(other)) }
          }
        }
      }
    }
  }

  private static let dutyOverlapping = Mutation(
    "duty-overlapping", finds: "DUP002",
    "a new duty of a domain and clause is answered for elsewhere, with no tie between",
    causes: twice + [
      Cause("DUP002", because: "it overlaps other duties of the domain and clause as well"),
      Cause("OVS010", because: "who answers for it is not audited"),
    ]
  ) { ground in
    ground.activeDuties.compactMap { duty in
      guard let post = ground.accountable(duty), ground.isDistinctive(duty),
        let other = ground.untied(from: post, on: duty)
      else { return nil }
      return ground.site(
        .duty(duty), .post(other), expecting: [ground.key(.duty(duty)), "duty:mutant"]
      ) { contents in
        let copy = contents.addDuty("mutant", Localized("mutant"), like: duty)
        contents.addLetter(.accountable, of: other, on: copy)
        contents.addLetter(.responsible, of: other, on: copy)
      }
    }
  }

  private static let domainFragmented = Mutation(
    "domain-fragmented", finds: "DUP003", "more organizations work in one domain than can be told apart",
    causes: [
      Cause("IND006", because: "one of them audits or disciplines in the domain"),
      Cause("LOD001", "LOD002", because: "each of them has one duty more"),
      Cause("LOD003", because: "somebody now has a letter on every duty"),
      Cause("ACC006", because: "nobody is asked or told of the new duties"),
      Cause("OVS001", because: "the head had nothing to answer for, so nobody watches it"),
    ]
  ) { ground in
    let limit = ground.threshold("DUP003", else: 8)
    var seen: Set<String> = []
    return ground.activeDuties.flatMap { duty -> [Site] in
      let place = ground.chart.duties.jurisdiction[duty]
      guard let head = ground.facts[Heads.self].of(place).first else { return [] }
      // A post of each organization below the head; what leads the place does not count.
      var posts: [ID<Post>] = []
      for post in ground.posts(in: place) where ground.isAbove(head, post) && !ground.isLeadership(ground.home(post)) {
        if !posts.contains(where: { ground.home($0) == ground.home(post) }) { posts.append(post) }
      }
      guard posts.count > limit else { return [] }
      let helpers = Array(posts.prefix(limit + 1))
      return ground.chart.duties.domains[duty].compactMap { domain -> Site? in
        guard seen.insert("\(place.raw) \(domain)").inserted else { return nil }
        return ground.site(.duty(duty), expecting: [ground.key(.jurisdiction(place))]) { contents in
          for (number, post) in helpers.enumerated() {
            let copy = contents.addDuty("mutant-\(number)", Localized("mutant \(number)"), like: duty)
            contents.duties.domains.set(copy, to: [domain])
            contents.duties.basis.set(copy, to: [Cited(ClauseReference(text: "mutant:\(number + 1)"), at: .none)])
            contents.addLetter(.accountable, of: head, on: copy)
            contents.addLetter(.responsible, of: post, on: copy)
          }
        }.named("domain:\(domain) \(ground.key(.jurisdiction(place)))")
      }
    }
  }
}

extension Ground {
  /// Whether a duty rests on a clause that is not one for each post of a role, and has a domain.
  fileprivate func isDistinctive(_ duty: ID<Duty>) -> Bool {
    !chart.duties.joint[duty] && !chart.duties.domains[duty].isEmpty && !grounds(of: duty).isEmpty
  }

  /// The clauses by which two duties may overlap, as text.
  private func grounds(of duty: ID<Duty>) -> Set<String> {
    Set(
      chart.duties.basis[duty].compactMap { cited in
        guard let (regulation, clause) = chart.resolve(cited.reference) else { return cited.reference.text }
        let isCommon = chart.regulations[regulation].duties.contains { $0.each && $0.clause == clause }
        return isCommon ? nil : "\(regulation):\(clause)"
      })
  }

  /// A post of another organization of the jurisdiction that nothing ties to the first.
  fileprivate func untied(from post: ID<Post>, on duty: ID<Duty>) -> ID<Post>? {
    let links = rows(.lead, .coordinate)
    let mine: [Node] = [.post(post), .organization(home(post))]
    return posts(in: place(post)).first { other in
      let theirs: [Node] = [.post(other), .organization(home(other))]
      return home(other) != home(post) && !isAbove(post, other) && !isAbove(other, post)
        && !hasLetter(other, on: duty) && !areJoint([post, other])
        && !links.contains { row in
          let by = chart.oversight.by[row]
          let of = chart.oversight.of[row]
          return mine.contains(by) && theirs.contains(of) || theirs.contains(by) && mine.contains(of)
        }
    }
  }
}
