import RemitModel

/// Finds what texts of many rows name. It holds what nearly all need itself: cores that look things up in one shared
/// object would wait for each other to count its references.
struct NodeFinder {
  private let nodes: NodeIndex
  private let rows: KeyRows
  /// No name has a table's word before it.
  private let isPlain: Bool
  private var recent: RecentNames

  /// - Parameter names: The nodes' names.
  init(_ nodes: NodeIndex, _ names: NameLookup) {
    self.nodes = nodes
    rows = nodes.rows
    isPlain = nodes.isPlain
    recent = RecentNames(names)
  }

  /// The one that a text names; nil for none and for several.
  @inline(__always)
  mutating func find(_ text: UnsafeBufferPointer<UInt8>, _ scope: NodeIndex.Scope) -> Node? {
    if isPlain, let name = recent.find(text), let found = rows.only(name),
      let node = scope.node(found.table, found.row)
    {
      return node
    }
    return search(text, scope)
  }

  @inline(never)
  private mutating func search(_ text: UnsafeBufferPointer<UInt8>, _ scope: NodeIndex.Scope) -> Node? {
    nodes.find(utf8: text, scope, by: &recent)
  }

  /// Loads what is needed for texts that were not looked for lately.
  @inline(__always)
  func fetch(_ count: Int, _ text: (Int) -> UnsafeBufferPointer<UInt8>) -> UInt32 { recent.fetch(count, text) }
}
