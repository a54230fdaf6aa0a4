/// What may be entered in cells, and what people are told about it.
package struct InputRule: Sendable {
  package enum Kind: Sendable {
    /// Anything; for messages alone.
    case any
    /// One of a few texts, which `fitsInPlace`.
    case list([String])
    /// One of the texts of a range, which may be on a hidden sheet.
    case listed(CellRange, on: SheetID)
    /// One of the texts of the range that a formula gives, in English with commas; such a range may grow.
    case computed(String)
    case wholeNumber(ClosedRange<Int>)
    /// A formula about the range's first cell, in English with commas.
    case formula(String)
  }

  /// What happens when something else is entered; by `none`, nothing.
  package enum Severity: Sendable { case stop, warning, information, none }

  /// A heading of up to 32 and a text of up to 255 UTF-16 units.
  package struct Message: Sendable {
    package var title: String
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package var kind: Kind
  package var allowsBlank = true
  /// Shown while the cell is chosen.
  package var prompt: Message?
  /// Shown when something else is entered.
  package var alert: Message?
  package var severity = Severity.stop

  package init(_ kind: Kind) { self.kind = kind }

  /// Whether texts can be listed in the rule itself: 255 UTF-16 units with their commas, none empty, none with a comma,
  /// quotation mark or break, or with a space at an end.
  package static func fitsInPlace(_ texts: [String]) -> Bool {
    let isPlain = texts.allSatisfy { text in
      !text.isEmpty && text.first != " " && text.last != " " && text.first != "="
        && !text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0.value < 0x20 }
    }
    return !texts.isEmpty && isPlain && texts.reduce(texts.count - 1) { $0 + $1.utf16.count } <= 255
  }
}

/// When a cell gets another look.
package enum CellCondition: Sendable {
  /// The cell's text is this one; case does not count.
  case isText(String)
  case isNumber(Double)
  case isOver(Double)
  case isUnder(Double)
  case isBlank
  case isFilled
  /// A formula about the range's first cell, in English with commas.
  case formula(String)
}
