import RemitIntake
import RemitModel
import RemitSource
import Testing

/// Foreign tables that were read by a map, with all that was said about them.
struct ReadMapping {
  let reading: MappedReading
  /// `line:column message`, in English.
  let problems: [String]
  let remarks: [String]

  /// - Parameter files: Texts with separators, by name.
  init(_ files: KeyValuePairs<String, String>, _ map: TableMap) {
    self.init(files.map { ($0.key, Array($0.value.utf8)) }, map)
  }

  init(_ files: [(name: String, bytes: [UInt8])], _ map: TableMap) {
    let log = ProblemLog()
    var remarks = Remarks()
    var inputs: [TableMapper.Input] = []
    for (name, bytes) in files {
      let document = log.add(path: name)
      guard
        let text = DecodedText(bytes, named: map.encoding, document: document, log: log, remarks: &remarks)
      else { continue }
      let grid = DelimitedText(document: document, log: log)
        .grid(text.bytes, separator: map.separator, remarks: &remarks)
      inputs.append(TableMapper.Input(name: name, grid: grid))
    }
    reading = TableMapper(map: map).read(inputs, log: log, remarks: remarks)
    problems = lines(log)
    self.remarks = reading.remarks.list.map { line($0) }
  }

  func table(_ name: String) -> DerivedTable? { reading.tables.first { $0.name == name } }

  func rows(_ name: String) -> [[String]] { table(name)?.rows.map { $0.cells.map(\.text) } ?? [] }

  func column(_ name: String, _ column: String) -> [String] { table(name)?.texts(column) ?? [] }
}

/// The map of a YAML text, and its problems.
func readMap(_ text: String) -> (map: TableMap?, problems: [String]) {
  let log = ProblemLog()
  let map = TableMapReader(log: log).read(Array(text.utf8), document: log.add(path: "map.yaml"))
  return (map, lines(log))
}
