/// Which of the two forms of ISO/IEC 29500 a workbook is written in; what is added to it is written in the same.
struct Dialect {
  var isStrict: Bool

  var main: StaticString { isStrict ? Namespace.strictMain : Namespace.main }
  var links: StaticString { isStrict ? Namespace.strictLinks : Namespace.links }
}

/// Finds a list in a part and adds to its end. Everything else stays byte for byte.
final class ListAppending: XMLHandler {
  private let listDepth: Int
  private let name: StaticString
  private(set) var dialect = Dialect(isStrict: false)
  private var list: (offset: Int, tag: XMLTag)?
  private var end: Int?

  /// - Parameters:
  ///   - depth: at which the list stands; 1 is the root.
  ///   - name: its local name.
  init(part: String, limits: WorkbookLimits, depth: Int, name: StaticString) {
    listDepth = depth
    self.name = name
    super.init(part: part, limits: limits)
  }

  override func start(_ element: XMLElement) throws(WorkbookFault) {
    if depth == 1 {
      try expectUTF8(element)
      dialect.isStrict = element.name.isIn(Namespace.strictMain)
    }
    if depth == listDepth, list == nil, element.name.hasLocal(name) {
      list = (element.offset, XMLTag(element.source))
    }
  }

  override func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {
    if depth == listDepth, end == nil, list != nil { end = XMLElement.offset(parser) }
  }

  /// The part with more items.
  ///
  /// - Parameter items: given the prefix of the list's own tag, such as `x:`.
  static func append(
    to part: String, depth: Int, list: StaticString, in archive: borrowing ZipArchive,
    _ items: (_ prefix: String, _ dialect: Dialect) -> String
  ) throws(WorkbookError) -> [UInt8] {
    let handler = ListAppending(part: part, limits: archive.limits, depth: depth, name: list)
    try archive.parse(part, handler)
    guard let (offset, tag) = handler.list, let end = handler.end else {
      throw WorkbookError(.unexpectedRoot(found: "", expected: list.description), part: part)
    }
    let bytes = Array(items(String(decoding: tag.prefix, as: UTF8.self), handler.dialect).utf8)
    return Splice.apply(Self.appending(bytes, to: tag, at: offset, end: end), to: try archive.contents(of: part))
  }

  /// The change that adds children to an element.
  static func appending(_ bytes: [UInt8], to tag: XMLTag, at offset: Int, end: Int) -> [Splice] {
    guard tag.isEmptyElement else { return [Splice(offset: end, count: 0, bytes: bytes)] }
    var opened = tag
    opened.open()
    return [Splice(offset: offset, count: tag.bytes.count, bytes: opened.bytes + bytes + opened.end)]
  }
}
