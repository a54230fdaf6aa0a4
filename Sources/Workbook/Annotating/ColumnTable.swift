/// A number for each column of a sheet.
struct ColumnTable {
  private var values: [Int32]
  /// How many columns may still be set; ranges that cover each other again and again are no honest sheet's.
  private var budget = 8 * WorkbookLimits.columns

  init(_ value: Int) { values = [Int32](repeating: Int32(clamping: value), count: WorkbookLimits.columns + 1) }

  /// The number of a column from 1; of the last one for those beyond.
  subscript(column: Int) -> Int { Int(values[min(max(0, column), WorkbookLimits.columns)]) }

  /// Sets a range of columns.
  mutating func set(_ first: Int, through last: Int, to value: Int) {
    let last = min(last, WorkbookLimits.columns)
    guard first > 0, first <= last, last - first < budget else { return }
    budget -= last - first + 1
    for column in first...last { values[column] = Int32(clamping: value) }
  }
}
