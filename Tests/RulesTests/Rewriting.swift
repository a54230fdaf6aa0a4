import Foundation
import RemitIntake
import RemitModel
import Yams

/// The same file written otherwise: keys in another order, lists shuffled, rows dealt out between two files.
struct Rewriting: Sendable, CustomStringConvertible {
  let description: String
  let seed: UInt64
  var mixesKeys = false
  var mixesLists = false
  var deals = false

  static let all = [
    Rewriting(description: "keys reordered", seed: 11, mixesKeys: true),
    Rewriting(description: "lists shuffled", seed: 12, mixesLists: true),
    Rewriting(description: "split in two files", seed: 13, deals: true),
    Rewriting(description: "rewritten in every way", seed: 14, mixesKeys: true, mixesLists: true, deals: true),
  ]

  /// Lists whose order says something: who goes first of several, the way of a chain, the outline of a text, which
  /// regulation a bare clause means.
  private static let ordered: Set<String> = ["against", "clauses", "roles of chains", "role"]

  /// The chart that the rewritten text makes, which may lean on the regulations that the repository holds.
  func chart(of text: String) throws -> Chart {
    let folder = FileManager.default.temporaryDirectory.appending(path: "remit-rewriting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (index, part) in try texts(of: text).enumerated() {
      let file = folder.appending(path: "part-\(index).yaml")
      try Data(part.utf8).write(to: file)
      paths.append(file.path(percentEncoded: false))
    }
    var options = ChartReader.Options()
    options.searchRoots = [Shipped.root.appending(path: "Graphs").path(percentEncoded: false)]
    do {
      return try ChartReader(options: options).read(paths: paths)
    } catch {
      throw Unreadable(description: "\(self): \(error.problems.map(\.description).joined(separator: "; "))")
    }
  }

  /// One text, or two for a chart that is split.
  func texts(of text: String) throws -> [String] {
    var random = SplitMix(state: seed)
    var documents = try Array(compose_all(yaml: text)).map { mixed($0, under: "", &random) }
    guard deals, let last = documents.last?.mapping, last.contains(where: { $0.key.string == "chart" }) else {
      return [try Self.written(documents)]
    }
    let (first, second) = dealt(last, &random)
    documents[documents.count - 1] = .mapping(first)
    return [try Self.written(documents), try Self.written([.mapping(second)])]
  }

  private static func written(_ documents: [Yams.Node]) throws -> String {
    try documents.map { try serialize(node: $0, width: -1, allowUnicode: true) }.joined(separator: "---\n")
  }

  private func mixed(_ node: Yams.Node, under key: String, _ random: inout SplitMix) -> Yams.Node {
    switch node {
    case .mapping(let mapping):
      var pairs: [(Yams.Node, Yams.Node)] = []
      for (name, value) in mapping {
        let path = name.string == "roles" && !key.isEmpty ? "roles of chains" : name.string ?? ""
        pairs.append((name, mixed(value, under: path, &random)))
      }
      if mixesKeys { pairs.shuffle(using: &random) }
      return .mapping(Yams.Node.Mapping(pairs, mapping.tag, mapping.style))
    case .sequence(let sequence):
      var values: [Yams.Node] = []
      for value in sequence { values.append(mixed(value, under: key, &random)) }
      if mixesLists, !Self.ordered.contains(key) { values.shuffle(using: &random) }
      return .sequence(Yams.Node.Sequence(values, sequence.tag, sequence.style))
    default: return node
    }
  }

  /// The rows of each table go to one file or the other; what is said of the chart as a whole stays in the first.
  private func dealt(_ chart: Yams.Node.Mapping, _ random: inout SplitMix) -> (Yams.Node.Mapping, Yams.Node.Mapping) {
    var first: [(Yams.Node, Yams.Node)] = []
    var second: [(Yams.Node, Yams.Node)] = []
    for (name, value) in chart {
      guard let rows = value.sequence, name.string != "against" else {
        first.append((name, value))
        continue
      }
      var hands: [[Yams.Node]] = [[], []]
      for row in rows { hands[Int.random(in: 0...1, using: &random)].append(row) }
      if !hands[0].isEmpty { first.append((name, .sequence(Yams.Node.Sequence(hands[0], rows.tag, rows.style)))) }
      if !hands[1].isEmpty { second.append((name, .sequence(Yams.Node.Sequence(hands[1], rows.tag, rows.style)))) }
    }
    // A file of a chart is a mapping, even if no row is left for it.
    if second.isEmpty { second.append(contentsOf: first.filter { $0.0.string == "chart" }) }
    return (Yams.Node.Mapping(first, chart.tag, chart.style), Yams.Node.Mapping(second, chart.tag, chart.style))
  }
}
