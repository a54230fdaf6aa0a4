import Foundation

/// How time and memory of the whole job grow from a county to a nation with its townships, as a table in Markdown.
struct Growth {
  /// One size of chart.
  struct Row {
    let size: Size
    let places: Int
    let posts: Int
    /// Rows of all tables.
    let rows: Int
    let bytes: Int
    let findings: Int
    /// Medians, in milliseconds: rows in the order of their places, and in a random order.
    let ordered: Double
    let shuffled: Double
    let peakBytes: Int
  }

  let rows: [Row]

  /// Makes up a chart of each size in a folder and does the whole job on it, in processes of their own.
  init(seed: UInt64, runs: Int, in folder: URL) throws {
    rows = try Size.allCases.map { size in
      let ordered = try Self.measure(Nation.Plan(size: size, seed: seed), runs, folder)
      let shuffled = try Self.measure(Nation.Plan(size: size, seed: seed, isShuffled: true), runs, folder)
      func count(_ table: TableFolder.Table) -> Int {
        ordered.nation.rows.first { $0.table == table.rawValue }?.count ?? 0
      }
      return Row(
        size: size, places: count(.jurisdictions), posts: count(.posts),
        rows: ordered.nation.rows.reduce(0) { $0 + $1.count }, bytes: ordered.nation.byteCount,
        findings: ordered.timing.result ?? 0, ordered: ordered.timing.median ?? 0,
        shuffled: shuffled.timing.median ?? 0, peakBytes: max(ordered.peak, shuffled.peak))
    }
  }

  private static func measure(
    _ plan: Nation.Plan, _ runs: Int, _ folder: URL
  ) throws -> (nation: Nation, timing: Timing, peak: Int) {
    let place = folder.appendingPathComponent(plan.key + (plan.isShuffled ? "-shuffled" : ""))
    defer { try? FileManager.default.removeItem(at: place) }
    let nation = try Nation(plan, into: place)
    var measurement = Measurement(nation, stages: [.whole], runs: runs)
    try measurement.run()
    guard let timing = measurement.timings.first, let peak = measurement.peakBytes else {
      throw CocoaError(.featureUnsupported)
    }
    return (nation, timing, peak)
  }

  /// The table, and what follows from its last two rows.
  var markdown: String {
    var lines = [
      "| size | places | posts | rows | MB | findings | time | µs a row | shuffled | peak |",
      "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for row in rows {
      let cells = [
        row.size.rawValue, Self.grouped(row.places), Self.grouped(row.posts), Self.grouped(row.rows),
        String(format: "%.1f", Double(row.bytes) / 1e6), Self.grouped(row.findings), Self.time(row.ordered),
        String(format: "%.2f", row.ordered * 1e3 / Double(max(1, row.rows))), Self.time(row.shuffled),
        "\(Self.grouped(Measurement.mebibytes(row.peakBytes))) MiB",
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return (lines + ["", slope]).joined(separator: "\n") + "\n"
  }

  /// How much more each further row takes, between the two largest sizes.
  private var slope: String {
    guard let large = rows.last, let small = rows.dropLast().last, large.rows > small.rows else { return "" }
    let more = Double(large.rows - small.rows)
    let bytes = Double(large.peakBytes - small.peakBytes) / more
    let time = (large.ordered - small.ordered) / more
    let exponent = log(large.ordered / small.ordered) / log(Double(large.rows) / Double(small.rows))
    let room = Double(24 << 30) - Double(large.peakBytes)
    let holds = Double(large.rows) + room / max(1, bytes)
    return String(
      format: "From %@ to %@ each further row takes %.2f µs and %.0f bytes; time grows as rows to the power %.2f. "
        + "By that slope 24 GiB hold %.0f million rows, %.0f times %@.",
      small.size.rawValue, large.size.rawValue, time * 1e3, bytes, exponent, holds / 1e6, holds / Double(large.rows),
      large.size.rawValue)
  }

  private static func time(_ milliseconds: Double) -> String {
    milliseconds < 1_000 ? String(format: "%.0f ms", milliseconds) : String(format: "%.2f s", milliseconds / 1e3)
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
