import Dispatch
import RemitSource
import Synchronization

/// Reads a large chart file piece by piece on all cores.
struct YAMLPieceReader {
  let bytes: [UInt8]
  let document: Int

  /// The draft of the chart; nil where the file must be read as a whole, because it is small, holds a regulation or
  /// several documents, or has any problem at all, which only the whole tells well. O(bytes).
  func draft() -> ChartDraft? {
    guard bytes.count >= YAMLPieces.leastSize else { return nil }
    let cores = Processors.available
    // A few pieces for each core even out their different weights.
    guard cores > 1, UTF8Check.firstInvalid(in: bytes) == nil,
      let pieces = YAMLPieces.cut(bytes, into: 4 * cores)
    else { return nil }
    let results = Mutex([(draft: ChartDraft, values: Int)?](repeating: nil, count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
      let result = read(pieces[index])
      results.withLock { $0[index] = result }
    }
    var whole: ChartDraft?
    var values = 0
    for result in results.withLock({ $0 }) {
      guard let result else { return nil }
      values += result.values
      if whole == nil { whole = result.draft } else { whole?.append(result.draft) }
    }
    return values <= YAMLComposer.most ? whole : nil
  }

  private func read(_ piece: YAMLPieces.Piece) -> (draft: ChartDraft, values: Int)? {
    let log = ProblemLog()
    let text = piece.head + bytes[piece.range]
    guard let tree = try? YAMLComposer.tree(of: text, lineOffset: piece.lineOffset), tree.roots.count == 1 else {
      return nil
    }
    let root = YAMLValue(tree, tree.roots[0], document: document)
    if RegulationLoader.isRegulation(root) { return nil }
    guard let draft = YAMLChartReader.read(root, words: WordReader(log: log)), log.isEmpty else { return nil }
    return (draft, tree.nodes.count)
  }
}
