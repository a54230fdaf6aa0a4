import RemitModel
import RemitSource

/// Collects the organizations, posts, duties and letters of all matrices of a file, and gives them ids.
///
/// A post is the same in every matrix where its name and its groups are; a duty is one row or column of one matrix,
/// unless an id says otherwise. Ids are made of names, and no two things of a file have the same.
struct MatrixParts {
  /// A text and where it was written.
  typealias Text = DerivedTable.Cell

  private struct Duty {
    var id: Text
    var title: Text
    var domains: [Text] = []
    var basis: [Text] = []
    /// Of the matrix that it was first found in.
    var matrix: Int
  }

  private struct Assignment: Hashable {
    var duty: Int
    var assignee: String
    var letter: Letter
  }

  private var ids = IDMaker()
  private var organizations = DerivedTable("organizations", columns: ["id", "name", "parent"])
  private var posts = DerivedTable("posts", columns: ["id", "name", "organization"])
  private var assignments = DerivedTable("assignments", columns: ["duty", "post", "letter", "term", "lead"])
  private var duties: [Duty] = []
  private var organizationIDs: [String: String] = [:]
  private var postIDs: [String: String] = [:]
  private var dutiesByTitle: [String: [Int]] = [:]
  private var dutiesByID: [String: Int] = [:]
  private var rowOf: [Assignment: Int] = [:]

  /// The organization of a path of groups, the outermost first, with those that it lies in; nil for no groups.
  mutating func organization(_ path: [Text], id: Text? = nil) -> String? {
    var key = ""
    var parent: String?
    for (depth, name) in path.enumerated() {
      key += "\u{1F}" + PlainText.folded(name.text)
      if let known = organizationIDs[key] {
        parent = known
        continue
      }
      let own = depth == path.count - 1 ? id : nil
      let made = own.map { ids.unique($0.text) } ?? ids.id(for: name.text, or: "organization")
      organizationIDs[key] = made
      organizations.rows.append(
        .init(
          [Text(made, at: own?.place ?? name.place), name, Text(parent ?? "", at: name.place)], at: name.place))
      parent = made
    }
    return parent
  }

  /// The post of a name in an organization of a path.
  mutating func post(_ name: Text, in path: [Text], id: Text? = nil) -> String {
    let key =
      path.map { PlainText.folded($0.text) }.joined(separator: "\u{1F}") + "\u{1E}" + PlainText.folded(name.text)
    if let known = postIDs[key] { return known }
    let organization = organization(path) ?? ""
    let made = id.map { ids.unique($0.text) } ?? ids.id(for: name.text, or: "post")
    postIDs[key] = made
    posts.rows.append(
      .init(
        [Text(made, at: id?.place ?? name.place), name, Text(organization, at: path.last?.place ?? name.place)],
        at: name.place))
    return made
  }

  /// A duty of a matrix. With an id that another matrix has for a duty of the same title, or where `mayBeKnown` and one
  /// duty of an earlier matrix has this title, that one.
  mutating func duty(_ title: Text, id: Text?, matrix: Int, mayBeKnown: Bool) -> Int {
    let folded = PlainText.folded(title.text)
    if let id, let known = dutiesByID[id.text], PlainText.folded(duties[known].title.text) == folded { return known }
    let same = dutiesByTitle[folded] ?? []
    if mayBeKnown, id == nil, same.count == 1, duties[same[0]].matrix < matrix { return same[0] }
    let made = id.map { ids.unique($0.text) } ?? ids.id(for: title.text, or: "duty")
    duties.append(Duty(id: Text(made, at: id?.place ?? title.place), title: title, matrix: matrix))
    dutiesByTitle[folded, default: []].append(duties.count - 1)
    if let id { dutiesByID[id.text] = duties.count - 1 }
    return duties.count - 1
  }

  /// Adds domains and bases of a duty, each once.
  mutating func describe(_ duty: Int, domains: [Text], basis: [Text]) {
    for text in domains where !duties[duty].domains.contains(where: { $0.text == text.text }) {
      duties[duty].domains.append(text)
    }
    for text in basis where !duties[duty].basis.contains(where: { $0.text == text.text }) {
      duties[duty].basis.append(text)
    }
  }

  /// Adds a letter; one that is there already only adds its lead and term.
  mutating func assign(_ duty: Int, to assignee: Text, _ mark: LetterCell.Mark, at place: Place) {
    let key = Assignment(duty: duty, assignee: assignee.text, letter: mark.letter)
    if let row = rowOf[key] {
      if mark.lead { assignments.rows[row].cells[4].text = "true" }
      return
    }
    rowOf[key] = assignments.rows.count
    assignments.rows.append(
      .init(
        [
          Text(duties[duty].id.text, at: duties[duty].id.place), Text(assignee.text, at: place),
          Text(mark.letter.rawValue, at: place), Text(mark.term ?? "", at: place),
          Text(mark.lead ? "true" : "", at: place),
        ], at: place))
  }

  /// The tables of the chart that have rows.
  func tables() -> [DerivedTable] {
    var table = DerivedTable("duties", columns: ["id", "title", "domain", "basis"])
    for duty in duties {
      table.rows.append(
        .init(
          [duty.id, duty.title, Self.joined(duty.domains, duty), Self.joined(duty.basis, duty)],
          at: duty.title.place))
    }
    return [organizations, posts, table, assignments].filter { !$0.rows.isEmpty }
  }

  private static func joined(_ texts: [Text], _ duty: Duty) -> Text {
    Text(texts.map(\.text).joined(separator: ";"), at: texts.first?.place ?? duty.title.place)
  }
}
