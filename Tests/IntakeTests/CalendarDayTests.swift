import RemitModel
import Testing

/// Days are read as they are written, and counted as the calendar has them.
struct CalendarDayTests {
  @Test func daysFollowOneAnother() throws {
    var last = try #require(CalendarDay(year: 1899, month: 12, day: 31)).ordinal
    for year in 1900...2101 {
      for month in 1...12 {
        for number in 1...31 {
          guard let day = CalendarDay(year: year, month: month, day: number) else { continue }
          #expect(day.ordinal == last + 1, "\(day)")
          last = day.ordinal
        }
      }
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-6-30", "2026-06-30x", "2026/06/30", "+026-06-30", "0000-01-01", "",
  ])
  func whatIsNoDay(text: String) { #expect(CalendarDay(text) == nil) }

  @Test func whatIsADay() { #expect(CalendarDay("2024-02-29") == CalendarDay(year: 2024, month: 2, day: 29)) }
}
