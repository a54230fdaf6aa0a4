import Foundation
import Testing

@testable import remit_bench

/// Graphs that other programs made.
struct EdgeFolderTests {
  private func folder(_ words: [UInt32], _ about: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try words.withUnsafeBytes { try Data($0).write(to: folder.appendingPathComponent("edges.u32")) }
    try Data(about.utf8).write(to: folder.appendingPathComponent("edges.json"))
    return folder
  }

  @Test func readsEdgesWithoutDoubles() throws {
    let folder = try folder([2, 1, 0, 1, 2, 1, 1, 3], #"{"nodes": 4, "edges": 4, "root": 2, "sources": [0, 2]}"#)
    defer { try? FileManager.default.removeItem(at: folder) }
    let item = try EdgeFolder(folder).graph()
    #expect(item.graph.edgeCount == 3)
    #expect(item.pairs.sources == [0, 1, 2] && item.pairs.targets == [1, 3, 1])
    #expect(item.root == 2 && item.sources == [0, 2])
    let results = Kernel.all.map { $0.run(item) }
    #expect(!results.contains(nil))
    #expect(results.last == 5)
  }

  @Test(arguments: [
    ([0, 4], #"{"nodes": 4, "root": 0, "sources": []}"#), ([0], #"{"nodes": 4, "root": 0, "sources": []}"#),
    ([0, 1], #"{"nodes": 4, "root": 4, "sources": []}"#), ([0, 1], #"{"nodes": -1, "root": 0, "sources": []}"#),
    ([0, 1], "{}"),
  ])
  func refuses(words: [UInt32], about: String) throws {
    let folder = try folder(words, about)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: (any Error).self) { try EdgeFolder(folder) }
  }
}
