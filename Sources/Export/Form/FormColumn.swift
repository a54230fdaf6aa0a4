import RemitModel

/// A column of a sheet to fill in.
struct FormColumn: Sendable {
  /// What is entered in its cells.
  enum Entry: Sendable, Hashable {
    case text
    case day
    /// A number that may have a fraction.
    case number
    /// One of the words of a list.
    case word(FormList)
    /// The id of a row of a table.
    case one(String)
    /// Ids of rows of a table, with semicolons between them.
    case several(String)
    /// A post or an organization, or several of them.
    case body, bodies
  }

  /// How the cells that are filled in beforehand look.
  enum Look: Sendable {
    case plain
    /// A name that people must look at.
    case named
  }

  /// The column's name in tables.
  let name: String
  /// The heading on the sheet, as readers know it.
  let heading: Localized
  let entry: Entry
  /// In Excel's unit.
  let width: Double
  /// What to enter, shown while a cell is chosen.
  let hint: Localized
  let isRequired: Bool
  let look: Look

  init(
    _ name: String, _ heading: Localized, _ entry: Entry = .text, width: Double, required: Bool = false,
    look: Look = .plain, _ hint: Localized
  ) {
    self.name = name
    self.heading = heading
    self.entry = entry
    self.width = width
    self.hint = hint
    isRequired = required
    self.look = look
  }

  /// The heading in a language; required columns are marked.
  func title(_ language: Language) -> String {
    heading[language] + (isRequired ? (language == .chinese ? "＊" : "*") : "")
  }
}

/// The lists of words that cells are chosen from.
enum FormList: String, Sendable, Hashable, CaseIterable {
  case levels, kinds, roles, statuses, dutyStatuses, letters, linkKinds, risks, flags, regulations
}

/// A sheet to fill in: a table of the chart, its columns, and room for more rows.
struct FormTable: Sendable {
  /// The table's name.
  let name: String
  /// The sheet's, as readers know it.
  let sheet: Localized
  /// How many more rows can be filled in with the same lists.
  let room: Int
  let columns: [FormColumn]

  /// The number of a column, from 1.
  func number(of column: String) -> Int? { columns.firstIndex { $0.name == column }.map { $0 + 1 } }

  static func named(_ name: String) -> FormTable? { all.first { $0.name == name } }
}
