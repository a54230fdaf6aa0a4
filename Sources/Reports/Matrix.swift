import RemitInspection
import RemitModel

/// A responsibility matrix: active duties against the posts that have a letter on them.
public struct Matrix: Sendable {
  /// Which entities are the rows.
  public enum Axis: String, Sendable, CaseIterable {
    case duty, post
  }

  /// What one post has to do with one duty: its letters in order of strength, and whether it leads.
  struct Cell: Sendable {
    var letters: [Letter] = []
    var leads = false

    /// `A/R`, with a star for the lead.
    var text: String { letters.sorted().map(\.rawValue).joined(separator: "/") + (leads ? "★" : "") }
  }

  let chart: Chart
  let axis: Axis
  /// In file order.
  let duties: [ID<Duty>]
  /// Posts and organizations with a letter on one of the duties, in file order.
  let assignees: [Node]
  /// By duty, then by assignee, those with a letter.
  private let cells: [[Int: Cell]]

  /// O(letters).
  public init(_ chart: Chart, by axis: Axis) {
    self.chart = chart
    self.axis = axis
    let duties = chart.duties.ids.filter { chart.duties.status[$0] == .active }
    let assignees = Set(duties.flatMap { chart.letters[$0].map { chart.assignments.assignee[$0] } }).sorted()
    let columns = Dictionary(uniqueKeysWithValues: zip(assignees, assignees.indices))
    cells = duties.map { duty in
      var row: [Int: Cell] = [:]
      for assignment in chart.letters[duty] {
        guard let column = columns[chart.assignments.assignee[assignment]] else { continue }
        var cell = row[column] ?? Cell()
        if !cell.letters.contains(chart.assignments.letter[assignment]) {
          cell.letters.append(chart.assignments.letter[assignment])
        }
        cell.leads = cell.leads || chart.assignments.lead[assignment]
        row[column] = cell
      }
      return row
    }
    self.duties = duties
    self.assignees = assignees
  }

  var rowCount: Int { axis == .duty ? duties.count : assignees.count }
  var columnCount: Int { axis == .duty ? assignees.count : duties.count }

  func row(_ index: Int) -> Entity { axis == .duty ? .duty(duties[index]) : Entity(assignees[index]) }
  func column(_ index: Int) -> Entity { axis == .duty ? Entity(assignees[index]) : .duty(duties[index]) }

  func cell(_ row: Int, _ column: Int) -> Cell {
    axis == .duty ? cell(duty: row, assignee: column) : cell(duty: column, assignee: row)
  }

  /// By indices of `duties` and `assignees`.
  func cell(duty: Int, assignee: Int) -> Cell { cells[duty][assignee] ?? Cell() }

  /// The indices of those with a letter on a duty, in order.
  func assignees(on duty: Int) -> [Int] { cells[duty].keys.sorted() }

  /// The clauses that a duty rests on, as they are cited; nothing for a post.
  func basis(_ entity: Entity, _ language: Language) -> String {
    guard case .duty(let duty) = entity else { return "" }
    return chart.duties.basis[duty].map { $0.reference.number?.citation[language] ?? $0.reference.text }
      .joined(separator: language == .chinese ? "、" : ", ")
  }

  /// What a row is filed under: a duty's first domain, a post's organization.
  func group(_ entity: Entity, _ language: Language) -> String {
    switch entity {
    case .duty(let duty): chart.duties.domains[duty].first ?? ""
    case .post(let post): chart.organizations.name[chart.posts.organization[post]][language]
    default: ""
    }
  }
}
