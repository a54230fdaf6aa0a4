/// The texts that cells share (ISO/IEC 29500-1 §18.4), in one buffer.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [UInt32] = []

  init() {}

  /// Reads the part. O(bytes); holds the texts and four bytes for each.
  init(part: String, in archive: borrowing ZipArchive) throws(WorkbookError) {
    let handler = Handler(part: part, limits: archive.limits)
    try archive.parse(part, handler)
    bytes = handler.bytes
    ends = handler.ends
  }

  var count: Int { ends.count }

  /// The bytes of a text, which must be there.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  /// Appends a text; false where there is none of that number.
  func append(_ index: Int, to row: inout [UInt8]) -> Bool {
    guard ends.indices.contains(index) else { return false }
    row += bytes[range(index)]
    return true
  }

  private final class Handler: XMLHandler {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    private var item = TextGathering()
    private var isInItem = false
    private var keepsSpace = false

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      switch depth {
      case 1:
        try expectRoot(element, "sst")
        keepsSpace = TextGathering.keepsSpace(element) ?? false
      case 2: isInItem = element.name.main.map { XMLName.equal($0, "si") } ?? false
      default: if isInItem { item.open(element, keepsSpace: keepsSpace) }
      }
    }

    override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
      guard isInItem else { return }
      item.take(piece)
      guard item.bytes.count <= limits.cellBytes else { throw .exceeds(.cellBytes, bound: limits.cellBytes) }
    }

    override func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {
      guard isInItem else { return }
      if depth > 2 { return item.close() }
      isInItem = false
      guard bytes.count + item.bytes.count <= limits.sharedBytes else {
        throw .exceeds(.sharedBytes, bound: limits.sharedBytes)
      }
      guard ends.count < limits.sharedStrings else { throw .exceeds(.sharedStrings, bound: limits.sharedStrings) }
      bytes += item.bytes
      ends.append(UInt32(bytes.count))
      item.reset()
    }
  }
}
