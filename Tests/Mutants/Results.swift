import RemitInspection
import RemitModel

// What audits and inspections rest on, and whom their results come to.
extension Mutation {
  static let results: [Mutation] = [
    disciplineRemoved, resultsMislaid, resultsUnused, inspectionUnfounded, inspectionUnplanned,
  ]

  private static let disciplineRemoved = Mutation(
    "discipline-removed", finds: "OVS004", "nobody disciplines anybody of a jurisdiction any more", causes: unwatched
  ) { ground in
    ground.chart.jurisdictions.ids.compactMap { place in
      let rows = ground.rows(.discipline).filter {
        ground.chart.jurisdiction(of: ground.chart.oversight.of[$0]) == place
      }
      let isAudited = ground.rows(.audit, .inspect).contains {
        ground.chart.jurisdiction(of: ground.chart.oversight.of[$0]) == place
      }
      guard !rows.isEmpty, isAudited else { return nil }
      return ground.site(.jurisdiction(place)) { $0.removeOversight(Set(rows)) }
    }
  }

  private static let resultsMislaid = Mutation(
    "results-mislaid", finds: "OVS004", "what an audit or inspection finds comes to nobody who disciplines",
    causes: [Cause("REG004", because: "the regulation says who must get the results")]
  ) { ground in
    ground.rows(.audit, .inspect).filter { row in
      // Whoever disciplines the one overseen may hear of it by the overseer's own line.
      let own = ground.facts[ReportingLines.self].hearing(of: ground.chart.oversight.by[row], handingOn: false)
      let disciplining = ground.disciplining(ground.chart.oversight.of[row])
      return !disciplining.isEmpty && !disciplining.contains(where: own.contains)
    }.map { row in
      let place = ground.chart.jurisdiction(of: ground.chart.oversight.of[row])
      let ends = [ground.chart.oversight.by[row], ground.chart.oversight.of[row]]
      return ground.site(.oversight(row), expecting: ends.map { ground.key(Entity($0)) }) { contents in
        let archive = contents.addOrganization("mutant", in: place)
        contents.oversight.feeds.set(row, to: [.organization(archive)])
      }
    }
  }

  private static let resultsUnused = Mutation(
    "results-unused", finds: "OVS006", "the results of an audit, inspection or assessment go to nobody",
    causes: [Cause("OVS004", because: "so they never come to a body that disciplines")]
  ) { ground in
    ground.rows(.audit, .inspect, .assess).map { row in
      ground.site(.oversight(row)) { $0.oversight.feeds.set(row, to: []) }
    }
  }

  private static let inspectionUnfounded = Mutation(
    "inspection-unfounded", finds: "OVS009", "an inspection or check rests on no clause"
  ) { ground in
    ground.rows(.inspect, .check).map { row in
      ground.site(.oversight(row)) { $0.oversight.basis.set(row, to: []) }
    }
  }

  private static let inspectionUnplanned = Mutation(
    "inspection-unplanned", finds: "OVS009", "an inspection or check is not in the year's plan"
  ) { ground in
    ground.rows(.inspect, .check).map { row in
      ground.site(.oversight(row)) { $0.oversight.planned.set(row, to: false) }
    }
  }
}

extension Ground {
  /// Who disciplines a post or its organization.
  func disciplining(_ node: Node) -> [Node] {
    guard case .post(let post) = node else { return [] }
    return watching(post).sorted().filter { chart.oversight.kind[$0] == .discipline }.map { chart.oversight.by[$0] }
  }
}
