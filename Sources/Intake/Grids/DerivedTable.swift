import RemitSource

/// A table of the chart's table form (jurisdictions, organizations, posts, holders, duties, assignments, …) that was
/// made from the cells of something else: a responsibility matrix, or a table with other columns.
///
/// It holds texts as the table form does: several values of a cell are separated by `;`, a missing column is an empty
/// one. Each cell knows where its text came from, so that problems of the chart point at the foreign file.
package struct DerivedTable: Sendable, Hashable {
  /// A text, and where it was written. A text that was made, such as an id, has the place of what it was made of.
  package struct Cell: Sendable, Hashable {
    package var text: String
    package var place: Place

    package init(_ text: String, at place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// One row.
  package struct Row: Sendable, Hashable {
    /// As many as the table has columns.
    package var cells: [Cell]
    /// Where the row as a whole came from.
    package var place: Place

    package init(_ cells: [Cell], at place: Place) {
      self.cells = cells
      self.place = place
    }
  }

  /// The table's name in the table form, such as `posts`.
  package var name: String
  /// The columns' names in the table form, such as `reports_to`.
  package var columns: [String]
  /// In the order in which they were found.
  package var rows: [Row]

  package init(_ name: String, columns: [String], rows: [Row] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The texts of a column; nil where the table does not have it. O(rows).
  package func texts(_ column: String) -> [String]? {
    columns.firstIndex(of: column).map { index in rows.map { $0.cells[index].text } }
  }
}
