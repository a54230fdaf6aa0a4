import ArgumentParser
import Foundation
import RemitKernel

/// A graph that another program made: `edges.u32`, pairs of unsigned 32-bit numbers in the order of bytes of this
/// machine, source before target, and `edges.json` with the number of `nodes`, the `root` of searches and the `sources`
/// of repeated ones.
struct EdgeFolder {
  private struct About: Decodable {
    let nodes: Int
    let root: Int
    let sources: [Int]
  }

  private let about: About
  private let words: [UInt32]

  /// - Throws: where a file is missing, or names a vertex that there is not.
  init(_ folder: URL) throws {
    about = try JSONDecoder().decode(
      About.self, from: Data(contentsOf: folder.appendingPathComponent("edges.json")))
    let data = try Data(contentsOf: folder.appendingPathComponent("edges.u32"))
    words = data.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    let vertices = 0..<max(0, about.nodes)
    guard about.nodes < Int(Int32.max), data.count % 8 == 0, words.allSatisfy({ vertices.contains(Int($0)) }),
      (about.sources + [about.root]).allSatisfy(vertices.contains)
    else { throw ValidationError("\(folder.path) has an edge that ends nowhere, or half an edge") }
  }

  /// The graph without doubles.
  func graph() -> BenchGraph {
    var edges = stride(from: 0, to: words.count, by: 2).map { word in
      BenchGraph.edge(Int32(truncatingIfNeeded: words[word]), Int32(truncatingIfNeeded: words[word + 1]))
    }
    let graph = BenchGraph.simple(&edges, vertexCount: about.nodes)
    return BenchGraph("edges", graph, root: about.root, sources: about.sources)
  }
}
