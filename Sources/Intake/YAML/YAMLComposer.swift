/// Builds the tree of a YAML text. It is bounded whatever the text: a file has at most some millions of values, aliases
/// written out at most one million more, and a depth that no chart reaches.
struct YAMLComposer {
  private static let deepest = 64
  /// How many values one text may hold.
  static let most = 5_000_000
  private static let mostByAliases = 1_000_000
  private static let tags: Set<String> = Set(
    ["str", "int", "float", "bool", "null", "seq", "map", "timestamp"].map { "tag:yaml.org,2002:" + $0 })

  /// A list or mapping that is still open.
  private struct Open {
    var kind: YAMLTree.Kind
    var anchor: String?
    var line: Int32
    var column: Int32
    /// Where its links begin among those of all open ones.
    var first: Int
    var weight = 1
    var height = 1
  }

  /// An anchored value, how many values it stands for with its aliases written out, and how deep.
  private struct Anchored {
    var node: Int32
    var weight: Int
    var height: Int
  }

  private var nodes: [YAMLTree.Node] = []
  private var links: [YAMLTree.Link] = []
  private var roots: [YAMLTree.Link] = []
  private var stack: [Open] = []
  private var open: [YAMLTree.Link] = []
  private var anchors: [String: Anchored] = [:]
  private var total = 0
  private var totalByAliases = 0

  private init() {}

  /// All documents of a text in valid UTF-8. O(bytes).
  ///
  /// - Parameter lineOffset: What must be added to the lines of a text that is a piece of a file.
  static func tree(of bytes: ArraySlice<UInt8>, lineOffset: Int = 0) throws(YAMLFault) -> YAMLTree {
    let result: Result<YAMLTree, YAMLFault> = bytes.withUnsafeBufferPointer { buffer in
      do throws(YAMLFault) { return .success(try tree(of: buffer, lineOffset)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func tree(of bytes: UnsafeBufferPointer<UInt8>, _ lineOffset: Int) throws(YAMLFault) -> YAMLTree {
    guard var events = YAMLEvents(reading: bytes, lineOffset: lineOffset) else { return YAMLTree() }
    var composer = YAMLComposer()
    while true {
      let event = try events.next()
      if event.kind == .streamEnd {
        return YAMLTree(nodes: composer.nodes, links: composer.links, roots: composer.roots)
      }
      try composer.take(event)
    }
  }

  private mutating func take(_ event: YAMLEvent) throws(YAMLFault) {
    if let tag = event.tag, tag != "!", !Self.tags.contains(tag) {
      throw YAMLFault(reason: .unknownTag(tag), line: event.line, column: event.column)
    }
    switch event.kind {
    case .documentStart: anchors = [:]
    case .documentEnd, .streamEnd: break
    case .alias: try takeAlias(event)
    case .scalar:
      let isText = event.quoted || event.tag == "!" || event.tag == "tag:yaml.org,2002:str"
      try add(.init(kind: .scalar, quoted: isText, text: event.text), anchor: event.anchor, at: event)
    case .listStart, .mappingStart:
      guard stack.count < Self.deepest else {
        throw YAMLFault(reason: .tooDeep, line: event.line, column: event.column)
      }
      stack.append(
        Open(
          kind: event.kind == .listStart ? .list : .mapping, anchor: event.anchor, line: event.line,
          column: event.column, first: open.count))
    case .end: try close()
    }
  }

  private mutating func takeAlias(_ event: YAMLEvent) throws(YAMLFault) {
    guard let target = anchors[event.text] else {
      throw YAMLFault(
        reason: .unknownAlias(event.text, known: Array(anchors.keys.sorted().prefix(1000))), line: event.line,
        column: event.column)
    }
    if stack.count + target.height > Self.deepest {
      throw YAMLFault(reason: .tooDeep, line: event.line, column: event.column)
    }
    totalByAliases += target.weight
    if totalByAliases > Self.mostByAliases {
      throw YAMLFault(reason: .tooManyByAliases, line: event.line, column: event.column)
    }
    link(.init(node: target.node, line: event.line, column: event.column), target.weight, target.height)
  }

  private mutating func close() throws(YAMLFault) {
    guard let closed = stack.popLast() else { return }
    let node = YAMLTree.Node(
      kind: closed.kind, first: Int32(links.count), count: Int32(open.count - closed.first))
    links += open[closed.first...]
    open.removeSubrange(closed.first...)
    let end = YAMLEvent(kind: .end, line: closed.line, column: closed.column)
    try add(node, anchor: closed.anchor, at: end, weight: closed.weight, height: closed.height)
  }

  private mutating func add(
    _ node: YAMLTree.Node, anchor: String?, at event: YAMLEvent, weight: Int = 1, height: Int = 0
  ) throws(YAMLFault) {
    total += 1
    guard total <= Self.most else { throw YAMLFault(reason: .tooMany, line: event.line, column: event.column) }
    let index = Int32(nodes.count)
    nodes.append(node)
    if let anchor { anchors[anchor] = Anchored(node: index, weight: weight, height: height) }
    link(.init(node: index, line: event.line, column: event.column), weight, height)
  }

  private mutating func link(_ link: YAMLTree.Link, _ weight: Int, _ height: Int) {
    guard let last = stack.indices.last else {
      roots.append(link)
      return
    }
    open.append(link)
    stack[last].weight += weight
    stack[last].height = max(stack[last].height, height + 1)
  }
}
