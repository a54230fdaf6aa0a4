import RemitModel

/// Writes a chart as a folder: a CSV file for each table, and a `chart.yaml` with the rest.
struct FolderWriter: ChartWriter {
  func files(_ chart: Chart) throws(ExportError) -> [ChartFile] {
    let tables = try ChartTables.faithful(chart).filter { ChartTables.names.contains($0.name) }
    return [ChartFile(name: "chart.yaml", bytes: Array(YAMLWriter.text(chart, isRest: true).utf8))]
      + tables.map { ChartFile(name: $0.name + ".csv", bytes: CSVTable.bytes($0)) }
  }
}
