import Foundation

/// An invented chart on disk, and what was worked into it.
struct Nation {
  /// What to make up. The same plan gives the same bytes.
  struct Plan {
    var size = Size.S
    var seed: UInt64 = 1
    /// Without faults.
    var isClean = false
    /// The rows of each table in a random order.
    var isShuffled = false

    var key: String { "invented-\(size.rawValue.lowercased())-\(seed)" }
  }

  let folder: URL
  let byteCount: Int
  /// Rows by table, in the order of `TableFolder.Table`.
  let rows: [(table: String, count: Int)]
  /// How often each fault was worked in, in the order of `Fault`; those that were not are left out.
  let planted: [(fault: Fault, count: Int)]

  /// Writes the chart, place by place, into a folder.
  init(_ plan: Plan, into url: URL) throws {
    let tables = try TableFolder(url, key: plan.key)
    var counts: [Fault: Int] = [:]
    try Sites.forEach(plan.size) { site in
      var place = PlaceDraft(site, seed: plan.seed)
      if !plan.isClean {
        for fault in place.plant(seed: plan.seed) { counts[fault, default: 0] += 1 }
      }
      try tables.add(place)
    }
    try tables.close(shuffledBy: plan.isShuffled ? plan.seed : nil)
    folder = url
    byteCount = try tables.byteCount()
    rows = TableFolder.Table.allCases.map { ($0.rawValue, tables.rows($0)) }
    planted = Fault.allCases.compactMap { fault in counts[fault].map { (fault, $0) } }
  }
}
