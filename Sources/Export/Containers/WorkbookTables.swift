import RemitModel
import RemitWorkbook

/// Writes a chart as a workbook.
struct WorkbookTables: ChartWriter {
  func files(_ chart: Chart) throws(ExportError) -> [ChartFile] {
    throw ExportError(message: Localized(zh: "还不能写工作簿", en: "workbooks cannot be written yet"))
  }
}
