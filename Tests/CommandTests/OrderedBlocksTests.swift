import Synchronization
import Testing

@testable import RemitReports

/// Blocks that are written on all cores come out in order, and none after the one that was too many.
struct OrderedBlocksTests {
  @Test func blocksComeInOrder() {
    for count in [0, 1, 2, 3, 17, 200] {
      let seen = Mutex<[UInt8]>([])
      let isWhole = OrderedBlocks.run(
        count: count,
        { block in
          // Some take longer than those after them.
          [UInt8](repeating: UInt8(block), count: block % 5 == 0 ? 60_000 : 3)
        },
        { block in
          seen.withLock { $0.append(block[0]) }
          return true
        })
      #expect(isWhole && seen.withLock { $0 } == (0..<count).map { UInt8($0) })
    }
  }

  @Test func nothingComesAfterAStop() {
    let seen = Mutex<[Int]>([])
    let isWhole = OrderedBlocks.run(
      count: 500, { [UInt8($0 % 256), UInt8($0 / 256)] },
      { block in
        let number = Int(block[0]) + 256 * Int(block[1])
        seen.withLock { $0.append(number) }
        return number < 90
      })
    #expect(!isWhole && seen.withLock { $0 } == Array(0...90))
  }
}
