import Glibc

/// Memory for tables that are looked up in no order: in large pages, each of which costs one fault and one entry of the
/// processor's page tables instead of 512.
enum LargeMemory {
  /// What is less than this gains nothing: 4 MiB.
  private static let least = 4 << 20
  private static let page = 4096

  /// Asks for large pages under an array's memory before it is first used. A system without them goes on as before.
  static func advise<Element>(_ array: inout [Element]) {
    let bytes = array.capacity * MemoryLayout<Element>.stride
    guard bytes >= least else { return }
    array.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      let start = UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: base) + UInt(page - 1)) & ~UInt(page - 1))
      guard let start else { return }
      _ = madvise(start, bytes - page, MADV_HUGEPAGE)
    }
  }
}
