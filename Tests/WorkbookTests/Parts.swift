import CWorkbook
import Testing

@testable import RemitWorkbook

/// What is in a container.
enum Parts {
  static func bytes(of path: String) throws -> [String: [UInt8]] {
    let archive = try ZipArchive(path: path, limits: WorkbookLimits())
    var result: [String: [UInt8]] = [:]
    for index in 0..<UInt64(archive.limits.entries) {
      let name = archive.name(index)
      if name.isEmpty { break }
      result[name] = try archive.contents(of: name)
    }
    return result
  }

  static func texts(of path: String) throws -> [String: String] {
    try bytes(of: path).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Sees that all parts are well formed, that every relationship leads to a part, and every part has a media type.
  static func checkAll(of path: String) throws {
    let archive = try ZipArchive(path: path, limits: WorkbookLimits())
    let types = try ContentTypes(in: archive)
    for name in try bytes(of: path).keys.sorted() {
      try archive.parse(name, XMLHandler(part: name, limits: archive.limits))
      if name != ContentTypes.part { #expect(types[name] != nil, "\(name)") }
      guard !name.hasSuffix(".rels") else { continue }
      for link in try Relationships(of: name, in: archive).all {
        let target = try #require(link.target)
        #expect(try archive.index(of: target) != nil, "\(name): \(target)")
      }
    }
  }
}

extension Fixture {
  /// From parts by name.
  init(parts: [String: String]) {
    self.init(sheets: [])
    self.parts = parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  }
}
