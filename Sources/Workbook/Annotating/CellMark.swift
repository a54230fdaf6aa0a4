/// Something to be said of a cell of a workbook.
package struct CellMark: Sendable, Hashable {
  /// How grave it is.
  package enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The name of the sheet; case does not count.
  package var sheet: String
  package var place: CellPlace
  package var level: Level
  package var text: String

  package init(sheet: String, place: CellPlace, level: Level, text: String) {
    self.sheet = sheet
    self.place = place
    self.level = level
    self.text = text
  }
}

/// A sheet of texts that is added behind the others.
package struct AddedSheet: Sendable {
  package var name: String
  package var columns: [String]
  /// Each has at most as many texts as there are columns.
  package var rows: [[String]]

  package init(name: String, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// All that is to be said of one cell.
struct MarkedCell {
  var place: CellPlace
  /// The gravest one.
  var level: CellMark.Level
  /// None for cells that only share the look of another one.
  var texts: [String]

  /// How long a comment may be, in UTF-16 units, with room for what the cell says already.
  private static let bound = 30_000

  /// The texts below each other. What is too long ends with how many texts are missing.
  var comment: String {
    var result = ""
    var units = 0
    for (index, text) in texts.enumerated() {
      units += text.utf16.count + 1
      guard units <= Self.bound else { return result + (index == 0 ? "" : "\n") + "… (+\(texts.count - index))" }
      result += index == 0 ? text : "\n" + text
    }
    return result
  }

  /// Joins marks of one cell, in the order of cells; the texts stay in theirs, each once.
  static func joined(_ marks: [(place: CellPlace, mark: CellMark)]) -> [MarkedCell] {
    var cells: [CellPlace: MarkedCell] = [:]
    var seen: [CellPlace: Set<String>] = [:]
    for (place, mark) in marks {
      var cell = cells[place] ?? MarkedCell(place: place, level: mark.level, texts: [])
      cell.level = max(cell.level, mark.level)
      if seen[place, default: []].insert(mark.text).inserted { cell.texts.append(mark.text) }
      cells[place] = cell
    }
    return cells.values.sorted { $0.place < $1.place }
  }
}
