/// How a responsibility matrix lies in a block: which rows are headings, which columns hold letters, which one the titles
/// of rows, and what rows and columns are.
struct MatrixLayout: Sendable {
  /// What the rows or the columns are.
  enum Axis: Sendable {
    case duties, posts, organizations
  }

  /// Rows over the one with names, the outermost first, which put columns into groups.
  var groupRows: [Int] = []
  var nameRow = 0
  var letterColumns: [Int] = []
  var titleColumn = 0
  /// What other columns hold, by their headings.
  var kinds: [Int: HeadingKind] = [:]
  var rows: Axis = .duties
  var columns: Axis = .posts
  /// The headings do not tell rows from columns; where the letters are does, or nothing.
  var isAxisGuessed = false
  /// The title column was chosen for its texts, not its heading.
  var isTitleGuessed = false
  /// It has marks only, and no letters.
  var hasOnlyTicks = false

  /// The columns are letters, and the cells hold names.
  var hasNames = false

  var bodyStart: Int { nameRow + 1 }
}
