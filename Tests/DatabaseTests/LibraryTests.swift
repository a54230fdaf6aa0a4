import RemitSource
import Testing

@testable import RemitDatabase

@Suite struct LibraryTests {
  @Test func libraryIsThere() { #expect(DatabaseLibrary.version.hasPrefix("SQLite 3.")) }
}
