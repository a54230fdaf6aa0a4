import Testing

@testable import RemitWorkbook

@Suite struct LibraryTests {
  @Test func librariesAreThere() { #expect(WorkbookLibraries.versions.count == 3) }
}
