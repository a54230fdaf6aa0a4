/// Where the lists of a style sheet are (ISO/IEC 29500-1 §18.8.39), and what is in those that are added to.
final class StyleScan: XMLHandler {
  /// A list with its items.
  struct List {
    var offset: Int
    var tag: XMLTag
    var end = 0
    var items: [Range<Int>] = []
  }

  /// The lists in the order in which they must stand.
  static let order: [StaticString] = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
  ]

  private(set) var root: (offset: Int, tag: XMLTag)?
  private(set) var end = 0
  /// By their places in `order`.
  private(set) var lists: [Int: List] = [:]
  private var current: Int?

  override func start(_ element: XMLElement) throws(WorkbookFault) {
    if depth == 1 {
      try expectRoot(element, "styleSheet")
      try expectUTF8(element)
      root = (element.offset, XMLTag(element.source))
    }
    guard let name = element.name.main else { return }
    if depth == 2 {
      current = Self.order.firstIndex { XMLName.equal(name, $0) }.flatMap { lists[$0] == nil ? $0 : nil }
      if let current { lists[current] = List(offset: element.offset, tag: XMLTag(element.source)) }
    } else if depth == 3, let current {
      guard let count = lists[current]?.items.count, count < limits.items else {
        throw .exceeds(.items, bound: limits.items)
      }
      lists[current]?.items.append(element.offset..<element.offset)
    }
  }

  override func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {
    switch depth {
    case 1: end = XMLElement.offset(parser)
    case 2:
      if let current { lists[current]?.end = XMLElement.offset(parser) }
      current = nil
    case 3:
      guard let current, let items = lists[current]?.items, let start = items.last?.lowerBound else { return }
      lists[current]?.items[items.count - 1] = start..<XMLElement.endOffset(parser)
    default: break
    }
  }

  /// Where a list that is missing must be put: before the first that comes after it.
  func place(of list: Int) -> Int {
    lists.filter { $0.key > list }.map(\.value.offset).min() ?? end
  }
}
