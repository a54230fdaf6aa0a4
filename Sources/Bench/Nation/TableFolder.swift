import Foundation

/// The tables of a chart, written row by row as CSV files into a folder.
final class TableFolder {
  enum Table: String, CaseIterable {
    case jurisdictions, organizations, posts, holders, duties, assignments, oversight

    var columns: String {
      switch self {
      case .jurisdictions: "id,name,level,parent"
      case .organizations: "id,name,kind,jurisdiction,parent"
      case .posts: "id,name,organization,role,reports_to,in_charge_of,apex,status"
      case .holders: "post,person,name,from,until"
      case .duties: "id,title,jurisdiction,domain,risk"
      case .assignments: "duty,post,letter,lead"
      case .oversight: "id,kind,by,of,instrument,basis,per_year,planned,feeds"
      }
    }
  }

  private final class File {
    let handle: FileHandle
    var buffer: [UInt8] = []
    var rows = 0

    init(_ url: URL, _ columns: String) throws {
      try Data().write(to: url)
      handle = try FileHandle(forWritingTo: url)
      buffer = Array((columns + "\n").utf8)
    }

    func add(_ row: String) throws {
      buffer.append(contentsOf: row.utf8)
      buffer.append(10)
      rows += 1
      if buffer.count > 1 << 18 { try flush() }
    }

    func flush() throws {
      try handle.write(contentsOf: Data(buffer))
      buffer.removeAll(keepingCapacity: true)
    }
  }

  let url: URL
  private let files: [Table: File]
  private var oversightCount = 0

  init(_ url: URL, key: String) throws {
    self.url = url
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    var files: [Table: File] = [:]
    for table in Table.allCases {
      files[table] = try File(url.appendingPathComponent(table.rawValue + ".csv"), table.columns)
    }
    self.files = files
    let text = "chart: \(key)\ntitle: {zh: 虚构的责任图, en: An invented chart}\nas-of: 2026-06-30\n"
    try Data(text.utf8).write(to: url.appendingPathComponent("chart.yaml"))
  }

  /// The number of rows of a table, its heading left out.
  func rows(_ table: Table) -> Int { files[table]?.rows ?? 0 }

  private func add(_ table: Table, _ row: String) throws { try files[table]?.add(row) }

  func add(_ place: PlaceDraft) throws {
    try add(.jurisdictions, "\(place.key),\(place.name),\(place.level),\(place.upper)")
    for body in place.organizations {
      try add(.organizations, "\(body.key),\(body.name),\(body.kind),\(place.key),\(body.parent)")
    }
    for post in place.posts {
      let (superiors, charges) = (post.superiors.joined(separator: ";"), post.charges.joined(separator: ";"))
      let isApex = place.upper.isEmpty && post.key == place.id("secretary")
      try add(
        .posts,
        "\(post.key),\(post.name),\(post.organization),\(post.role),\(superiors),\(charges),"
          + "\(isApex ? "true" : ""),\(post.holder == nil ? "vacant" : "")")
      guard let holder = post.holder else { continue }
      try add(.holders, "\(post.key),\(holder.person),\(holder.name),2023-01-01,\(holder.until)")
    }
    for duty in place.duties {
      try add(.duties, "\(duty.key),\(duty.title),\(place.key),\(duty.domain),\(duty.risk)")
      for letter in duty.letters {
        try add(.assignments, "\(duty.key),\(letter.post),\(letter.letter),\(letter.leads ? "true" : "")")
      }
    }
    for (index, row) in place.oversight.enumerated() {
      let planned = row.perYear.isEmpty ? "" : "true"
      let basis = row.perYear.isEmpty ? "" : "3"
      try add(
        .oversight,
        "\(place.key)-o\(index + 1),\(row.kind),\(row.by),\(row.of),年度安排,\(basis),\(row.perYear),\(planned),\(row.feeds)"
      )
    }
  }

  /// Writes out what is left; with a seed, deals the rows of each table anew.
  func close(shuffledBy seed: UInt64?) throws {
    for table in Table.allCases {
      guard let file = files[table] else { continue }
      try file.flush()
      try file.handle.close()
      if let seed { try shuffle(table, seed: seed) }
    }
  }

  /// No cell has a line break, so lines are rows.
  private func shuffle(_ table: Table, seed: UInt64) throws {
    let path = url.appendingPathComponent(table.rawValue + ".csv")
    let bytes = [UInt8](try Data(contentsOf: path))
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      lines.append(start..<(index + 1))
      start = index + 1
    }
    var random = SplitMix64(seed: seed, part: table.rawValue.utf8.count)
    lines[1...].shuffle(using: &random)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for line in lines { result.append(contentsOf: bytes[line]) }
    try Data(result).write(to: path)
  }

  /// The bytes of all tables.
  func byteCount() throws -> Int {
    try Table.allCases.map {
      try Data(contentsOf: url.appendingPathComponent($0.rawValue + ".csv"), options: .alwaysMapped).count
    }.reduce(0, +)
  }
}
