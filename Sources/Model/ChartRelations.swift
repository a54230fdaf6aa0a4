/// The links of a chart, grouped, and its assignments sorted by duty. Nothing of it depends on oversight.
package struct ChartRelations: Sendable {
  let assignments: Assignment
  let superiors: Relation<Post, Post>
  let reports: Relation<Post, Post>
  let dotted: Relation<Post, Post>
  let charges: Relation<Post, Organization>
  let chargedBy: Relation<Organization, Post>
  let members: Relation<Organization, Post>
  let bodies: Relation<Jurisdiction, Organization>
  let letters: Relation<Duty, Assignment>
  let assignmentsOfPost: Relation<Post, Assignment>
  let tenuresOfPost: Relation<Post, Tenure>

  /// Groups what was collected. O(everything).
  package init(_ contents: ChartContents) {
    let (posts, organizations) = (contents.posts, contents.organizations)
    let postCount = posts.key.count
    let organizationCount = organizations.key.count
    superiors = Relation(rows: postCount, links: contents.superiors)
    reports = superiors.inverse(rows: postCount)
    dotted = Relation(rows: postCount, links: contents.dotted)
    charges = Relation(rows: postCount, links: contents.charges)
    chargedBy = charges.inverse(rows: organizationCount)
    members = Relation(rows: organizationCount, groups: posts.organization) { $0 }
    bodies = Relation(rows: contents.jurisdictions.key.count, groups: organizations.jurisdiction) { $0 }
    let assignments = contents.assignments.sorted(duties: contents.duties.key.count)
    letters = Relation(rows: contents.duties.key.count, groups: assignments.duty) { $0 }
    let assignees = assignments.assignee
    assignmentsOfPost = Relation(rows: postCount, of: assignees.ids) { row in
      if case .post(let post) = assignees[row] { post } else { nil }
    }
    tenuresOfPost = Relation(rows: postCount, groups: contents.tenures.post) { $0 }
    self.assignments = assignments
  }
}
