import Dispatch
import Synchronization

/// A long text whose blocks are written on all cores and handed on in order, each as soon as its turn comes, so that few of
/// them are in memory at once.
enum OrderedBlocks {
  private struct State {
    /// Blocks that are done before their turn.
    var waiting: [Int: [UInt8]] = [:]
    var next = 0
    /// The sink has a block.
    var isBusy = false
    var isStopped = false

    /// The block whose turn it is, if nobody has one and it is done.
    mutating func take() -> [UInt8]? {
      guard !isBusy, !isStopped, let block = waiting.removeValue(forKey: next) else { return nil }
      isBusy = true
      next += 1
      return block
    }
  }

  /// Writes the blocks and hands them on.
  ///
  /// - Parameters:
  ///   - bytes: of a block; called on several threads.
  ///   - sink: Takes a block, one after the other, on any thread; false to get no more.
  /// - Returns: False where the sink has stopped.
  static func run(count: Int, _ bytes: @Sendable (Int) -> [UInt8], _ sink: @Sendable ([UInt8]) -> Bool) -> Bool {
    let state = Mutex(State())
    DispatchQueue.concurrentPerform(iterations: count) { block in
      if state.withLock({ $0.isStopped }) { return }
      let bytes = bytes(block)
      state.withLock { $0.waiting[block] = bytes }
      // Whoever ends a block hands on what has become due; a block that is done meanwhile is found in the next round.
      while let due = state.withLock({ $0.take() }) {
        let goesOn = sink(due)
        state.withLock {
          $0.isBusy = false
          if !goesOn { $0.isStopped = true }
        }
      }
    }
    return state.withLock { !$0.isStopped }
  }
}
