import Dispatch
import Synchronization

/// Long texts made of many items, written on all cores.
enum ParallelText {
  /// How many items one core writes at a time.
  private static let blockSize = 256

  /// The bytes that are written for the items `0..<count`, in order, in blocks. O(length).
  ///
  /// - Parameter bytes: of some items; called on several threads.
  static func blocks(count: Int, _ bytes: @Sendable (Range<Int>) -> [UInt8]) -> [[UInt8]] {
    let blockCount = (count + blockSize - 1) / blockSize
    let blocks = Mutex([[UInt8]](repeating: [], count: blockCount))
    DispatchQueue.concurrentPerform(iterations: blockCount) { block in
      let bytes = bytes(block * blockSize..<min(count, (block + 1) * blockSize))
      blocks.withLock { $0[block] = bytes }
    }
    return blocks.withLock { $0 }
  }

  /// The same, handed on block by block as it is written.
  ///
  /// - Parameter sink: Takes a block, one after the other, on any thread; false to get no more.
  /// - Returns: False where the sink has stopped.
  static func forEachBlock(
    count: Int, _ bytes: @Sendable (Range<Int>) -> [UInt8], _ sink: @escaping @Sendable ([UInt8]) -> Bool
  ) -> Bool {
    OrderedBlocks.run(
      count: (count + blockSize - 1) / blockSize, { bytes($0 * blockSize..<min(count, ($0 + 1) * blockSize)) }, sink)
  }

  /// What is made of each item, in order. O(items).
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ make: @Sendable (Item) -> Result
  ) -> [Result] {
    let blockCount = (items.count + blockSize - 1) / blockSize
    let blocks = Mutex([[Result]](repeating: [], count: blockCount))
    DispatchQueue.concurrentPerform(iterations: blockCount) { block in
      let made = items[block * blockSize..<min(items.count, (block + 1) * blockSize)].map(make)
      blocks.withLock { $0[block] = made }
    }
    return blocks.withLock { Array($0.joined()) }
  }

  /// One text of all blocks, copied block by block rather than byte by byte.
  static func joined(_ blocks: [[UInt8]]) -> String {
    String(unsafeUninitializedCapacity: blocks.reduce(0) { $0 + $1.count }) { buffer in
      var end = 0
      for block in blocks {
        _ = buffer[end...].update(fromContentsOf: block)
        end += block.count
      }
      return end
    }
  }
}
