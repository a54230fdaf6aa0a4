import RemitInspection
import RemitModel

// Who is in charge of which department.
extension Mutation {
  static let charges: [Mutation] = [chargeRemoved, newUnchargedDepartment, secondInCharge]

  private static let chargeRemoved = Mutation(
    "charge-removed", finds: "STR009", "nobody of the leadership is in charge of a department any more",
    causes: [
      Cause("CHN001", because: "a required chain ran through that charge"),
      Cause("STR009", because: "what is part of the department was led with it"),
      Cause("CHN004", because: "the department hung on its head by that charge"),
      Cause("ACC010", because: "who answers for a duty directed those who do it by that charge"),
      Cause("ACC011", because: "whoever knew of the duty was in charge of its performer's organization"),
      Cause("REG004", because: "the charge stood for a link that the regulation asks for"),
      Cause("LOD004", because: "the charge was all that the post had to do"),
      Cause("STR002", because: "nobody else stands above the organization's posts"),
      Cause("STR003", because: "the branch was tied to its place by that charge alone"),
      Cause("IND002", because: "whoever is in charge was the auditor's line outward"),
      Cause("STR008", because: "there is now one way only to the department's posts"),
    ]
  ) { ground in
    ground.chart.organizations.ids.filter { organization in
      guard ground.isDepartment(organization), !ground.isBranch(organization) else { return false }
      let leaders = ground.chart.chargedBy[organization].filter { ground.isLeadership(ground.home($0)) }
      // A part of a department is led with it.
      let isPart = ground.chart.organizations.parent[organization].map(ground.isDepartment) ?? false
      return !leaders.isEmpty && !isPart && ground.hasLeadership(ground.chart.organizations.jurisdiction[organization])
    }.map { organization in
      ground.site(.organization(organization)) { $0.removeCharges(of: organization) }
    }
  }

  private static let newUnchargedDepartment = Mutation(
    "new-uncharged-department", finds: "STR009", "a new department reports to the head, and nobody is in charge of it",
    causes: [
      Cause("LOD005", because: "one more reports to the head"), Cause("ACC005", because: "one more is told"),
      Cause("LOD006", because: "it is the head's only report"),
    ]
  ) { ground in
    ground.chart.organizations.ids.compactMap { leadership in
      let place = ground.chart.organizations.jurisdiction[leadership]
      guard ground.isLeadership(leadership), let head = ground.facts[Leaders.self].leader(of: leadership),
        let duty = ground.duties(in: place).first
      else { return nil }
      return ground.site(.organization(leadership), expecting: ["organization:mutant"]) { contents in
        let department = contents.addOrganization(
          "mutant", kind: OrganizationKind(word: "department"), in: place, parent: leadership)
        let post = contents.addPost("mutant-head", in: department, reportingTo: [head])
        contents.addLetter(.informed, of: post, on: duty)
      }
    }
  }

  private static let secondInCharge = Mutation(
    "second-in-charge", finds: "STR010", "two posts are in charge of one department, and neither reports to the other",
    causes: [Cause("CHN002", because: "who was handed work by the department is now in charge of it")]
  ) { ground in
    ground.chart.organizations.ids.compactMap { organization in
      let place = ground.chart.organizations.jurisdiction[organization]
      let first = ground.chart.chargedBy[organization].first {
        ground.place($0) == place && ground.home($0) != organization
      }
      guard ground.isDepartment(organization), let first else { return nil }
      let second = ground.chart.members[ground.home(first)].first {
        ground.chart.isInForce($0) && $0 != first && !ground.isAbove($0, first) && !ground.isAbove(first, $0)
      }
      guard let second else { return nil }
      return ground.site(.organization(organization), .post(second)) {
        $0.charges.append(second, organization, at: .none)
      }
    }
  }
}

extension Ground {
  func hasLeadership(_ jurisdiction: ID<Jurisdiction>) -> Bool {
    chart.bodies[jurisdiction].contains(where: isLeadership)
  }

  /// Whether a department is run from the place above: its posts report to a department there, and to nobody here.
  func isBranch(_ organization: ID<Organization>) -> Bool {
    let home = chart.organizations.jurisdiction[organization]
    return chart.members[organization].contains { post in
      let outside = chart.superiors[post].filter { self.home($0) != organization }
      return outside.contains { isDepartment(self.home($0)) && place($0) != home }
        && !outside.contains { place($0) == home }
    }
  }
}
