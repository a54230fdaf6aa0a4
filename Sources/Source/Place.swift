/// Where a value was written: a document of a `SourceMap`, and a line and column in it.
///
/// A place is eight bytes, so that every row of a large chart can keep one. `SourceMap.location(of:)` turns it into
/// what a person reads.
public struct Place: Sendable, Hashable, Comparable {
  /// Index of the document in its `SourceMap`; `-1` where there is no document, or where it is beyond the 32,767th.
  public let document: Int16
  /// Column counted from 1, in characters of a line or in cells of a row; 0 where it is not known, or beyond the
  /// 65,535th.
  public let column: UInt16
  /// Line (of a text) or row (of a table), counted from 1; 0 where it is not known.
  public let line: Int32

  /// A place that no document holds: a value that the program supplied itself.
  public static let none = Place(document: -1, line: 0, column: 0)

  /// A place by document, line and column; lines out of range are clamped, and what a place has no room for is unknown.
  public init(document: Int, line: Int, column: Int) {
    self.document = Int16(exactly: document) ?? -1
    self.column = UInt16(exactly: column) ?? 0
    self.line = Int32(clamping: line)
  }

  /// The place that is so many lines further down; clamped like all lines.
  @inlinable
  package func below(_ lines: Int32) -> Place {
    let (line, isTooLarge) = line.addingReportingOverflow(lines)
    return Place(document: document, column: column, line: isTooLarge ? .max : line)
  }

  @inlinable
  init(document: Int16, column: UInt16, line: Int32) {
    self.document = document
    self.column = column
    self.line = line
  }

  /// By document, then by position.
  public static func < (a: Place, b: Place) -> Bool {
    (a.document, a.line, a.column) < (b.document, b.line, b.column)
  }
}
