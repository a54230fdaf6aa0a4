import RemitModel
import RemitSource

/// Reads a text with separators, as other programs export tables, into a grid.
///
/// The separator is the one of `,` `;` tab `|` that cuts the first rows most evenly, unless a first line `sep=;`, as
/// Excel writes it, or the caller names it. Blank rows are skipped. A quote that should not be there stays in the text
/// and is a remark, or a problem where a cell over several lines holds it. An unclosed quote is a problem at the row
/// where it opens, and ends the table. No apostrophe is taken off a cell: other programs do not put any there.
package struct DelimitedText {
  /// The separators that are tried, in the order of preference.
  package static let separators: [Character] = [",", ";", "\t", "|"]

  private let document: Int
  private let log: ProblemLog

  package init(document: Int, log: ProblemLog) {
    self.document = document
    self.log = log
  }

  /// The rows of a text in UTF-8. What is wrong with them is reported, with row and cell. O(bytes).
  ///
  /// - Parameter separator: A character of ASCII; nil where the text is to tell.
  package func grid(_ text: [UInt8], separator: Character? = nil, remarks: inout Remarks) -> Grid {
    var grid = Grid(document: document, origin: .delimited)
    text.withUnsafeBufferPointer { bytes in
      let declared = Self.declared(bytes)
      let chosen = separator?.asciiValue ?? declared?.separator ?? Self.separator(of: bytes)
      var cells = DelimitedCells(
        bytes, separator: chosen, start: declared?.end ?? 0, line: declared == nil ? 1 : 2)
      while !cells.isAtEnd, row(&cells, &grid, &remarks) {}
    }
    return grid
  }

  /// Reads a row; false where the rest is not to be read.
  private func row(_ cells: inout DelimitedCells, _ grid: inout Grid, _ remarks: inout Remarks) -> Bool {
    let line = cells.line
    var row: [Grid.Cell] = []
    while true {
      let place = Place(document: document, line: line, column: row.count + 1)
      let end = cells.next()
      row.append(Grid.Cell(String(decoding: cells.text, as: UTF8.self), at: place))
      let goesOn = cells.fault.map { report($0, at: place, &remarks) } ?? true
      if row.count == Grid.mostColumns, end == .separator {
        log.report(
          at: place,
          Localized(
            zh: "一行超过 \(Grid.mostColumns) 格", en: "a row of more than \(Grid.mostColumns) cells"))
        return false
      }
      guard goesOn, end == .separator else {
        grid.append(row, number: line)
        if grid.isFull { reportFull(at: place) }
        return goesOn && !grid.isFull
      }
    }
  }

  /// Reports a fault; false where the rest is not to be read.
  private func report(_ fault: DelimitedCells.Fault, at place: Place, _ remarks: inout Remarks) -> Bool {
    switch fault {
    case .strayQuote:
      remarks.add(
        at: place,
        Localized(
          zh: "格内有多余的引号，照原样读；引号应写两次", en: "a stray quote in a cell, read as it stands; expected it to be doubled"))
      return true
    case .strayQuoteOverLines:
      log.report(
        at: place,
        Localized(
          zh: "从这里起跨几行的格内有多余的引号；应把它写两次，或补上漏掉的引号",
          en:
            "a stray quote in a cell that runs over several lines from here; expected it to be doubled, or closed before"
        ))
      return true
    case .unclosed:
      log.report(
        at: place, Localized(zh: "这一格的引号没有闭合；文件到此为止没有读完", en: "a quote opens here and is never closed"))
      return false
    case .tooLong:
      log.report(
        at: place,
        Localized(
          zh: "这一格超过 1 MiB，或引号没有闭合", en: "a cell of more than 1 MiB, or a quote that is never closed"))
      return false
    }
  }

  private func reportFull(at place: Place) {
    log.report(
      at: place,
      Localized(
        zh: "超过 \(Grid.mostCells) 格；应拆成几个文件",
        en: "more than \(Grid.mostCells) cells; expected a smaller file, or several"))
  }
}

extension DelimitedText {
  /// The separator of Excel's first line, and where the next line begins.
  private static func declared(_ bytes: UnsafeBufferPointer<UInt8>) -> (separator: UInt8, end: Int)? {
    guard bytes.count >= 5, bytes.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }) else {
      return nil
    }
    let separator = bytes[4]
    guard separator < 0x80, separator != 10, separator != 13, separator != UInt8(ascii: "\"") else { return nil }
    var end = 5
    guard end == bytes.count || bytes[end] == 13 || bytes[end] == 10 else { return nil }
    if end < bytes.count, bytes[end] == 13 { end += 1 }
    if end < bytes.count, bytes[end] == 10 { end += 1 }
    return (separator, end)
  }

  /// The separator that gives the most rows one and the same number of cells, over the first hundred rows; of equally
  /// good ones the one with more cells, then the first of the list. A text of one column gives a comma.
  static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    let isWhole = sample.count == bytes.count
    var best = (separator: UInt8(ascii: ","), share: 0, width: 1)
    for separator in separators.compactMap(\.asciiValue) {
      let widths = widths(of: sample, separator, isWhole: isWhole)
      let counts = Dictionary(widths.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
      guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      let share = most.value * 1000 / widths.count
      if (share, most.key) > (best.share, best.width) { best = (separator, share, most.key) }
    }
    return best.separator
  }

  /// The widths of the rows that are not blank; the last of a part is not known.
  private static func widths(of bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, isWhole: Bool) -> [Int] {
    var cells = DelimitedCells(bytes, separator: separator)
    var widths: [Int] = []
    while !cells.isAtEnd, widths.count < 100 {
      var width = 1
      var isBlank = true
      var end = cells.next()
      while true {
        isBlank = isBlank && cells.text.allSatisfy { $0 <= 0x20 }
        guard end == .separator else { break }
        width += 1
        end = cells.next()
      }
      if cells.isAtEnd, !isWhole, !widths.isEmpty { break }
      if !isBlank { widths.append(width) }
    }
    return widths
  }
}
