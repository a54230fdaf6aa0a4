import Foundation

/// What was measured, as a table and as JSON.
struct BenchReport: Encodable {
  let chart: String
  let seed: UInt64
  let clean: Bool
  let shuffled: Bool
  let bytes: Int
  let rows: [String: Int]
  let planted: [String: Int]
  let processors: Int
  let peakBytes: Int?
  let timings: [Timing]
  private let order: [(table: String, count: Int)]
  private let faults: [(fault: Fault, count: Int)]

  private enum CodingKeys: String, CodingKey {
    case chart, seed, clean, shuffled, bytes, rows, planted, processors, peakBytes, timings
  }

  init(_ plan: Nation.Plan, _ nation: Nation, _ measurement: Measurement) {
    chart = plan.size.rawValue
    seed = plan.seed
    clean = plan.isClean
    shuffled = plan.isShuffled
    bytes = nation.byteCount
    rows = Dictionary(uniqueKeysWithValues: nation.rows.map { ($0.table, $0.count) })
    planted = Dictionary(uniqueKeysWithValues: nation.planted.map { ($0.fault.code, $0.count) })
    processors = ProcessInfo.processInfo.activeProcessorCount
    peakBytes = measurement.peakBytes
    timings = measurement.timings
    order = nation.rows
    faults = nation.planted
  }

  /// One object, keys sorted.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(10)
    return data
  }

  /// The chart, what was worked into it, and a row for each thing that was timed.
  var text: String {
    var lines = [
      "chart \(chart), seed \(seed)\(clean ? ", clean" : "")\(shuffled ? ", shuffled" : ""): \(bytes) bytes, "
        + order.map { "\($0.count) \($0.table)" }.joined(separator: ", ")
    ]
    if !faults.isEmpty {
      lines.append("planted: " + faults.map { "\($0.fault.code) × \($0.count)" }.joined(separator: ", "))
    }
    lines.append("\(processors) processors; times in milliseconds")
    let width = max(20, timings.map(\.name.count).max() ?? 0)
    var group = ""
    for timing in timings {
      if timing.group != group {
        group = timing.group
        lines.append("")
        lines.append(Self.row(group, ["median", "min", "max", "runs", "result"], "", width))
      }
      let figures = [timing.median, timing.minimum, timing.maximum].map { $0.map(Self.milliseconds) ?? "–" }
      let counts = [String(timing.milliseconds.count), timing.result.map(String.init) ?? "–"]
      lines.append(Self.row(timing.name, figures + counts, timing.note, width))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ name: String, _ cells: [String], _ note: String, _ width: Int) -> String {
    let widths = [10, 10, 10, 5, 12]
    let right = zip(cells, widths).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }
    let left = name + String(repeating: " ", count: max(0, width - name.count))
    return ([left] + right + (note.isEmpty ? [] : [" " + note])).joined(separator: " ")
  }

  /// Three decimals below a second, where they can be told apart.
  private static func milliseconds(_ value: Double) -> String {
    String(format: value < 1_000 ? "%.3f" : "%.0f", value)
  }
}
