import RemitModel

/// How foreign tables are read as tables of a chart: which column is what, and what their special values mean.
///
/// A map is written in YAML (`TableMapReader`), or is one of those that are built in. It speaks of files, or sheets, and
/// for each of them of the tables of the chart's table form that are made of its rows; one row may give a post, its
/// holder and its organization. Headings are compared without case, widths and spaces.
package struct TableMap: Sendable, Hashable {
  /// What is made of the rows of one file.
  package struct File: Sendable, Hashable {
    /// What messages call it, such as `senior`.
    package var name = ""
    /// Words of which the file's or sheet's name has one; empty where it is known by its headings.
    package var words: [String] = []
    /// In the order of the table form.
    package var tables: [Table] = []
    /// Headings of the organizations that a row belongs to, from the widest to the narrowest, each with its
    /// alternatives. They become organizations, each part of the one before; posts are in the narrowest.
    package var organizationPath: [[String]] = []
    /// Headings of the columns in which a post is said to be vacant or abolished.
    package var state: [String] = []
    package var values = Values()
    /// Rows that are left out.
    package var leaveOut: [Condition] = []
    /// Rows that count staff below a post instead of naming posts.
    package var counts: Counts?

    package init() {}
  }

  /// The columns of one table of the table form.
  package struct Table: Sendable, Hashable {
    package var name: String
    package var columns: [Column] = []
    /// Texts that hold for every row.
    package var constants: [Constant] = []
    /// The file may lack the headings that this table cannot do without; then it is not made.
    package var isOptional = false

    package init(_ name: String, columns: [Column] = [], constants: [Constant] = [], isOptional: Bool = false) {
      self.name = name
      self.columns = columns
      self.constants = constants
      self.isOptional = isOptional
    }
  }

  /// A column of the table form, and the headings under which a file may have it: the first that is there holds.
  package struct Column: Sendable, Hashable {
    package var name: String
    package var headings: [String]

    package init(_ name: String, _ headings: [String]) {
      self.name = name
      self.headings = headings
    }
  }

  /// A text for a column of the table form.
  package struct Constant: Sendable, Hashable {
    package var column: String
    package var text: String

    package init(_ column: String, _ text: String) {
      self.column = column
      self.text = text
    }
  }

  /// Texts that stand for something; compared as headings are.
  package struct Values: Sendable, Hashable {
    /// As a superior: there is none, since this is the top.
    package var root: [String] = []
    /// As a holder or in a column of `state`: the post is vacant. As a holder without an id, so are words that plainly
    /// keep a place, such as TBD or 空缺.
    package var vacant: [String] = []
    /// The same: the post was abolished.
    package var abolished: [String] = []
    /// As a holder: there is one, whose name is not told.
    package var undisclosed: [String] = []
    /// As a post's id: no post, but people who hold none.
    package var nobody: [String] = []
    /// Anywhere: nothing.
    package var empty: [String] = []

    package init() {}
  }

  /// A row is meant if a column has one of these texts.
  package struct Condition: Sendable, Hashable {
    package var headings: [String]
    package var texts: [String]

    package init(_ headings: [String], _ texts: [String]) {
      self.headings = headings
      self.texts = texts
    }
  }

  /// The columns of rows that count staff: below which post, and how many full-time equivalents.
  package struct Counts: Sendable, Hashable {
    package var post: [String]
    package var amount: [String]

    package init(post: [String], amount: [String]) {
      self.post = post
      self.amount = amount
    }
  }

  package var id: String
  package var title: Localized?
  /// What the files are in, where they do not tell.
  package var encoding: TextEncoding?
  package var separator: Character?
  package var files: [File] = []

  package init(id: String) { self.id = id }

  /// The maps that are built in.
  package static let builtIn: [TableMap] = [.ukOrganogram]
}

/// The tables of the table form and their columns, as far as maps know them.
enum MappedTable {
  /// A table, its columns, and those of them without which there is no row; of several alternatives one is enough.
  struct Shape: Sendable {
    let name: String
    let columns: [String]
    let needs: [[String]]
  }

  static let all: [Shape] = [
    Shape(name: "jurisdictions", columns: ["id", "name", "level", "parent"], needs: [["id", "name"]]),
    Shape(
      name: "organizations", columns: ["id", "name", "kind", "jurisdiction", "parent", "apex"],
      needs: [["id", "name"]]),
    Shape(
      name: "posts",
      columns: [
        "id", "name", "organization", "role", "reports_to", "dotted_to", "in_charge_of", "apex", "status", "adopts",
        "staff",
      ], needs: [["id", "name"]]),
    Shape(
      name: "holders", columns: ["post", "person", "name", "from", "until", "acting"],
      needs: [["post"], ["person", "name"]]),
    Shape(
      name: "duties", columns: ["id", "title", "jurisdiction", "domain", "basis", "joint", "status", "risk"],
      needs: [["id", "title"]]),
    Shape(
      name: "assignments", columns: ["duty", "post", "letter", "term", "lead"],
      needs: [["duty"], ["post"], ["letter"]]),
    Shape(
      name: "oversight",
      columns: ["id", "kind", "by", "of", "scope", "instrument", "basis", "per_year", "planned", "feeds"],
      needs: [["kind"], ["by"], ["of"]]),
    Shape(name: "conflicts", columns: ["id", "duties", "at_most"], needs: [["id"], ["duties"]]),
    Shape(
      name: "waivers", columns: ["regulation", "clause", "jurisdiction", "reason", "approver", "until"],
      needs: [["clause"]]),
  ]

  static func shape(_ name: String) -> Shape? { all.first { $0.name == name } }

  /// The table whose ids a column holds; nil for a column of other texts.
  static func target(_ table: String, _ column: String) -> String? {
    switch (table, column) {
    case (_, "id"): table
    case (_, "jurisdiction"), ("jurisdictions", "parent"): "jurisdictions"
    case (_, "organization"), ("organizations", "parent"), (_, "in_charge_of"): "organizations"
    case (_, "reports_to"), (_, "dotted_to"), (_, "post"): "posts"
    case (_, "duty"), (_, "duties"): "duties"
    case (_, "person"): "persons"
    default: nil
    }
  }

  /// Whether a cell may hold several values, separated by `;`.
  static func isList(_ column: String) -> Bool {
    [
      "reports_to", "dotted_to", "in_charge_of", "adopts", "domain", "basis", "of", "scope", "feeds", "duties",
    ].contains(column)
  }
}
