/// How the cells of tables were read. Every cell of a table is in one of the counts.
package struct MatrixTally: Sendable, Hashable {
  /// Headings, captions and legends.
  package var headings = 0
  /// Titles of rows, and what is said of them: ids, domains, bases; also where it is empty.
  package var labels = 0
  /// Cells with letters, all of which were read.
  package var letters = 0
  /// Cells that say: no letter.
  package var empty = 0
  /// Cells of which a problem or remark says that they are not read.
  package var reported = 0
  /// Cells of tables that are no matrix, each with a remark for the table.
  package var unread = 0

  package init() {}

  /// All cells.
  package var cells: Int { headings + labels + letters + empty + reported + unread }

  package static func += (a: inout Self, b: Self) {
    a.headings += b.headings
    a.labels += b.labels
    a.letters += b.letters
    a.empty += b.empty
    a.reported += b.reported
    a.unread += b.unread
  }
}
