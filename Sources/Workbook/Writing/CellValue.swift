/// What a cell holds.
package enum CellValue: Sendable, Hashable {
  /// A text, whatever it looks like: never a formula, a number or a link.
  case text(String)
  /// A finite number. Fifteen digits of it are kept, as in Excel.
  case number(Double)
  case flag(Bool)
  /// From 1900-03-01 to 9999-12-31.
  case day(WorkbookDay)
  /// A formula of our own, in English with commas, and the text that it gives now. Never made of what people wrote.
  case formula(String, result: String)
  /// Nothing but a style.
  case blank
}

/// A day of the Gregorian calendar, without time or zone.
package struct WorkbookDay: Sendable, Hashable {
  package var year: Int
  /// From 1.
  package var month: Int
  /// From 1.
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether there is such a day, and every spreadsheet has the same number for it.
  var isWritable: Bool {
    guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day), serial > 60 else {
      return false
    }
    // The 31st of June is the 1st of July.
    return DateText.civil(serial - 25_569) == (year, month, day)
  }

  /// The number of the day in the epoch of 1900; right from 1900-03-01 on, which is 61. For years of four digits.
  var serial: Int {
    let shifted = month > 2 ? year : year - 1
    let years = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
    return years + (153 * ((month + 9) % 12) + 2) / 5 + day - 1 - 719_468 + 25_569
  }
}
