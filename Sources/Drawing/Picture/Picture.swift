import RemitInspection
import RemitModel

/// What a view says, before anybody thinks of Graphviz: items with readable ids, how they are tied, and in which role
/// each is shown.
///
/// An *item* is a node, or a row of a node's card; both are ends of edges and can be marked. Everything is in the order of
/// the chart, so that one chart gives one picture.
struct Picture: Sendable {
  /// Which way the ranks follow one another.
  enum Direction: Sendable {
    case down, right
  }

  /// A frame around nodes.
  struct Cluster: Sendable {
    let id: String
    var parent: String?
    var entity: Entity?
    var title: String
    var tone: Tone
    var mark: Mark?
  }

  /// One box.
  struct Node: Sendable {
    let id: String
    var entity: Entity?
    var cluster: String?
    var shape: Shape
    var tone: Tone = .neutral
    var body: Body
    /// A post that nobody holds.
    var isVacant = false
    /// Lies on the line that the picture is about.
    var isEmphasized = false
    var mark: Mark?
    /// Everything there is to say, on one line.
    var tooltip: String
  }

  /// What stands in a box.
  enum Body: Sendable {
    case lines([Line])
    case card(Card)
  }

  /// A box of rows under a heading.
  struct Card: Sendable {
    var heading: [Line]
    var rows: [Row]
    /// Rows that were left out.
    var hiddenRows = 0
    /// Whether its rows are tied one by one, rather than as a whole.
    var hasTiedRows = false
    /// Whether its rows tell all letters in words, so that those without a line need no cell.
    var tellsLetters = false
    /// Whether the letters of its rows stand before the text.
    var lettersLead = true
  }

  /// A row of a card.
  struct Row: Sendable {
    let id: String
    var entity: Entity?
    var lines: [Line]
    /// What stands behind the last line, in small print.
    var aside: String?
    /// How far it is set in, in steps.
    var indent = 0
    /// Letters that edges end at, each in a cell of its own.
    var letters: [Letter] = []
    var isVacant = false
    var isEmphasized = false
    var mark: Mark?
    var tooltip: String
  }

  /// A tie between two items.
  struct Edge: Sendable {
    let id: String
    var from: String
    var to: String
    var look: EdgeLook
    var label: String?
    var tooltip: String
    /// Whether what it says goes from `to` to `from`, which stand in the other order.
    var isTurned = false
    /// Whether it says which end stands first.
    var constrains = true
    /// How many ranks it spans at least.
    var span = 1
    var isEmphasized = false
    var mark: Mark?
    /// Whether the codes of its mark are written on it.
    var isTagged = false
    /// The chart's row of oversight that it shows, if one alone.
    var rows: [ID<Oversight>] = []
  }

  /// A node's followers, drawn beneath one another beside a stem instead of beside one another.
  struct Hang: Sendable {
    let parent: String
    /// The edges' indices, from parent to follower, by columns from top to bottom.
    var columns: [[Int]]
  }

  var id: String
  var title: String
  var subtitle: String
  var caption: [String] = []
  var direction = Direction.down
  var clusters: [Cluster] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  var hangs: [Hang] = []
  /// Boxes that stand on one rank.
  var ranks: [[String]] = []
  /// Boxes that stand beneath one another though nothing ties them, column by column.
  var columns: [[String]] = []
  var legend = Legend()
  /// Items that stand for what has none of its own.
  var standIns: [Entity: String] = [:]
  /// Where a frame, box or row leads when clicked, by its id.
  var addresses: [String: String] = [:]
  /// What the chart says of what is shown, by the id of a frame, box, row or tie.
  var facts: [String: Attributes] = [:]
}

/// One line of text in a box, and how much it weighs.
struct Line: Sendable, Hashable {
  enum Weight: Sendable {
    /// What the box is called.
    case name
    /// What else is to say.
    case detail
    /// A word that qualifies, such as vacant.
    case tag
  }

  let text: String
  let weight: Weight

  /// Wraps a text.
  static func wrapped(_ text: String, _ weight: Weight, width: Int = Wrapping.width, limit: Int = 8) -> [Line] {
    Wrapping.lines(PlainText.clean(text), width: width, limit: limit).map { Line(text: $0, weight: weight) }
  }
}

/// Findings on an item: the worst severity, and the rules' codes.
struct Mark: Sendable, Hashable {
  var severity: Severity
  var codes: [String]
  /// How many findings.
  var count = 1

  mutating func add(_ severity: Severity, _ code: String) {
    self.severity = max(self.severity, severity)
    count += 1
    if !codes.contains(code) { codes.append(code) }
  }

  /// ▲ ACC001 LOD001 +3 ×9: the severity by its shape, at most four codes, and the findings where they are more.
  var tag: String {
    let shown = codes.sorted().prefix(4).joined(separator: " ")
    return severity.sign + " " + shown + (codes.count > 4 ? " +\(codes.count - 4)" : "")
      + (count > codes.count ? " ×\(count)" : "")
  }
}

extension Severity {
  /// A shape for each severity, so that it can be told without colour.
  var sign: String {
    switch self {
    case .error: "▲"
    case .warning: "△"
    case .note: "○"
    }
  }
}
