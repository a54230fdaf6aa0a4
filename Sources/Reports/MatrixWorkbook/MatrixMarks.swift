import RemitInspection
import RemitModel

/// What of a matrix each finding concerns.
///
/// Letters that prove a finding are marked where they are few: those are the cells to change. Else its subjects are.
struct MatrixMarks {
  /// What can be marked, by indices of the matrix.
  enum Target: Hashable {
    case cell(duty: Int, assignee: Int)
    case duty(Int)
    case assignee(Int)
    case organization(ID<Organization>)
    case jurisdiction(ID<Jurisdiction>)
  }

  /// More letters than these are no few cells to look at, but a row or a column.
  private static let mostCells = 4

  /// By finding; nothing where no part of the matrix is meant.
  let targets: [[Target]]

  init(_ matrix: Matrix, _ findings: [Finding]) {
    let duties = Dictionary(uniqueKeysWithValues: zip(matrix.duties, matrix.duties.indices))
    let assignees = Dictionary(uniqueKeysWithValues: zip(matrix.assignees, matrix.assignees.indices))
    let search = Search(chart: matrix.chart, duties: duties, assignees: assignees)
    targets = findings.map { finding in
      let cells = Self.unique(finding.ties.compactMap(search.cell))
      if !cells.isEmpty, cells.count <= Self.mostCells { return cells }
      return Self.unique(finding.entities.flatMap { search.targets($0) })
    }
  }

  private static func unique(_ targets: [Target]) -> [Target] {
    var seen: Set<Target> = []
    return targets.filter { seen.insert($0).inserted }
  }

  private struct Search {
    let chart: Chart
    let duties: [ID<Duty>: Int]
    let assignees: [Node: Int]

    /// The cell of a letter that is there.
    func cell(_ link: Tie) -> Target? {
      guard case .letter = link.bond, link.present, case .duty(let duty) = link.to, let row = duties[duty],
        let column = assignee(link.from)
      else { return nil }
      return .cell(duty: row, assignee: column)
    }

    private func assignee(_ entity: Entity) -> Int? {
      switch entity {
      case .post(let post): assignees[.post(post)]
      case .organization(let organization): assignees[.organization(organization)]
      default: nil
      }
    }

    /// What shows an entity; of what a matrix does not have, what it is about.
    func targets(_ entity: Entity) -> [Target] {
      switch entity {
      case .duty(let id): duties[id].map { [.duty($0)] } ?? []
      case .post: assignee(entity).map { [.assignee($0)] } ?? []
      case .organization(let id): assignee(entity).map { [.assignee($0)] } ?? [.organization(id)]
      case .jurisdiction(let id): [.jurisdiction(id)]
      case .person(let id):
        chart.tenures.ids.filter { chart.tenures.person[$0] == id }
          .flatMap { targets(.post(chart.tenures.post[$0])) }
      case .oversight(let id): targets(Entity(chart.oversight.of[id]))
      case .conflict(let id): chart.conflicts.duties[id].flatMap { targets(.duty($0)) }
      case .waiver, .suppression, .clause, .role: []
      }
    }
  }
}
