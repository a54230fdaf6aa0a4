import RemitModel
import Testing

@testable import RemitExport

@Suite struct TablesTests {}
