/// What a sheet holds beside texts: what people do not see, and what could not be read.
package struct SheetReport: Sendable {
  /// A cell and what is to be said of it.
  package struct Note<Reason: Sendable & Hashable>: Sendable, Hashable {
    package var place: CellPlace
    package var reason: Reason
  }

  /// The first things of a kind, and how many there are.
  package struct Notes<Item: Sendable>: Sendable {
    /// How many are kept.
    package static var bound: Int { 1_000 }

    package private(set) var first: [Item] = []
    package private(set) var count = 0

    mutating func add(_ item: Item) {
      if first.count < Self.bound { first.append(item) }
      count += 1
    }
  }

  /// Why a cell was handed on empty though something is written in it, with the beginning of that.
  package enum Refusal: Sendable, Hashable {
    case notANumber(String)
    case notABoolean(String)
    case notADate(String)
    case unknownType(String)
  }

  /// Hidden rows from 1, in order; those among them too that are 0 high.
  package internal(set) var hiddenRows: [ClosedRange<Int>] = []
  /// Hidden columns from 1, as the sheet lists them.
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Whether every row that the sheet does not list is hidden.
  package internal(set) var hidesOtherRows = false
  /// Merged ranges, as the sheet lists them. Only the first cell of one has a text.
  package internal(set) var merges: [CellRange] = []
  /// Cells whose value is an error, with its text, such as `#REF!`. The text is handed on too.
  package internal(set) var errors = Notes<Note<String>>()
  /// Cells with a formula that nobody has computed, which are handed on empty.
  package internal(set) var uncomputed = Notes<CellPlace>()
  /// Cells that are handed on empty since what is written in them cannot be.
  package internal(set) var refusals = Notes<Note<Refusal>>()
  /// How many rows were handed on.
  package internal(set) var rowCount = 0
  /// False where reading was stopped; then nothing is known of what comes after.
  package internal(set) var isComplete = false
}
