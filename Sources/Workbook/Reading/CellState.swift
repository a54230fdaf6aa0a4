import CExpat

/// What is known of a cell between its tags.
struct CellState {
  /// ISO/IEC 29500-1 §18.18.11, ST_CellType.
  enum ValueType {
    case number, boolean, error, shared, text, date, other

    init(_ text: UnsafePointer<XML_Char>) {
      if XMLName.equal(text, "s") {
        self = .shared
      } else if XMLName.equal(text, "n") {
        self = .number
      } else if XMLName.equal(text, "str") || XMLName.equal(text, "inlineStr") {
        self = .text
      } else if XMLName.equal(text, "b") {
        self = .boolean
      } else if XMLName.equal(text, "e") {
        self = .error
      } else {
        self = XMLName.equal(text, "d") ? .date : .other
      }
    }
  }

  /// From 1.
  var column: Int
  var type = ValueType.number
  var format = NumberFormat.number
  var hasFormula = false
  var hasValue = false
  var hasItem = false

  init(column: Int) { self.column = column }

  /// Appends the text of a number, boolean or ISO date; false, with nothing appended, where it is none.
  func append(
    _ value: UnsafeBufferPointer<UInt8>, countsFrom1904: Bool, to row: inout [UInt8]
  ) -> Bool {
    switch type {
    case .boolean:
      if value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) {
        row += "true".utf8
      } else if value.elementsEqual("0".utf8) || value.elementsEqual("false".utf8) {
        row += "false".utf8
      } else {
        return false
      }
      return true
    case .date: return DateText.append(iso: value, to: &row)
    default:
      if format != .number, let number = NumberText.value(value),
        DateText.append(number, format, countsFrom1904: countsFrom1904, to: &row)
      {
        return true
      }
      return NumberText.append(value, to: &row)
    }
  }

  /// Why such a value is refused.
  func refusal(_ excerpt: String) -> SheetReport.Refusal {
    switch type {
    case .boolean: .notABoolean(excerpt)
    case .date: .notADate(excerpt)
    default: .notANumber(excerpt)
    }
  }

  /// The number of a shared string; nil where it is none.
  static func index(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
    let digits = trimmed(value)
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var result = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      result = result * 10 + Int(byte - 48)
    }
    return result
  }

  /// A value without the white space around it.
  static func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var range = value.indices
    while let last = range.last, TextGathering.isSpace(value[last]) { range.removeLast() }
    while let first = range.first, TextGathering.isSpace(value[first]) { range.removeFirst() }
    return UnsafeBufferPointer(rebasing: value[range])
  }
}
