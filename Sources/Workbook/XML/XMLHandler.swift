import CExpat

/// What takes the events of one part's XML. A class, since expat keeps a pointer to it.
class XMLHandler {
  /// How many elements are open; the root's own tags have the depth 1.
  fileprivate(set) final var depth = 0
  fileprivate final var elementCount = 0
  /// Set to halt after the present end tag, until the parser is asked to go on.
  final var isPaused = false
  /// The encoding that the part declares; nil where it declares none.
  fileprivate final var declaredEncoding: String?
  /// Why the parser was stopped, with its place.
  fileprivate(set) final var failure: WorkbookError?

  let part: String
  let limits: WorkbookLimits

  init(part: String, limits: WorkbookLimits) {
    self.part = part
    self.limits = limits
  }

  /// A start tag, at its `depth`.
  func start(_ element: XMLElement) throws(WorkbookFault) {}

  /// An end tag, at the same depth as its start tag.
  func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {}

  /// A piece of text; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {}

  /// Fails unless the root is this element of SpreadsheetML.
  final func expectRoot(_ element: XMLElement, _ name: StaticString) throws(WorkbookFault) {
    if let local = element.name.main, XMLName.equal(local, name) { return }
    throw .unexpectedRoot(found: element.name.text, expected: name.description)
  }

  /// Fails unless the part can be changed byte by byte: UTF-8.
  final func expectUTF8(_ root: XMLElement) throws(WorkbookFault) {
    let source = root.source
    let isDeclared = declaredEncoding.map { $0.lowercased() == "utf-8" } ?? true
    guard isDeclared, source.first == UInt8(ascii: "<"), source.dropFirst().first != 0 else {
      throw .unwritable(.encoding)
    }
  }

  fileprivate final func take(
    _ parser: OpaquePointer, _ event: () throws(WorkbookFault) -> Void
  ) {
    // Expat may still hand on the end of an element after it was told to stop.
    guard failure == nil else { return }
    do {
      try event()
      if isPaused { XML_StopParser(parser, XML_Bool(XML_TRUE)) }
    } catch {
      failure = WorkbookError(error, part: part, line: Int(XML_GetCurrentLineNumber(parser)))
      XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }
}

/// Sole owner of an expat parser, which hands events on to a handler.
struct XMLParser: ~Copyable {
  /// How much is read at a time.
  static let chunk = 1 << 16

  private let pointer: OpaquePointer
  private let handler: XMLHandler
  private var fed = 0
  private var state = State.ready

  private enum State { case ready, paused, finished }

  init(_ handler: XMLHandler) throws(WorkbookError) {
    guard let pointer = XML_ParserCreateNS(nil, XML_Char(XMLName.separator)) else {
      throw WorkbookError(.malformedXML(reason: "out of memory"), part: handler.part)
    }
    self.pointer = pointer
    self.handler = handler
    XML_SetUserData(pointer, Unmanaged.passUnretained(handler).toOpaque())
    XML_UseParserAsHandlerArg(pointer)
    XML_SetElementHandler(pointer, onStart, onEnd)
    XML_SetCharacterDataHandler(pointer, onText)
    XML_SetStartDoctypeDeclHandler(pointer, onDocumentType)
    XML_SetXmlDeclHandler(pointer, onDeclaration)
  }

  deinit {
    XML_ParserFree(pointer)
    // Expat's pointer to it is not counted.
    withExtendedLifetime(handler) {}
  }

  /// Reads on until the handler pauses or the part ends.
  ///
  /// - Returns: false once everything is read.
  mutating func advance(_ source: borrowing ZipPart) throws(WorkbookError) -> Bool {
    while state != .finished {
      let status: XML_Status
      if state == .paused {
        handler.isPaused = false
        state = .ready
        status = XML_ResumeParser(pointer)
      } else {
        status = try feed(source)
      }
      if let failure = handler.failure { throw failure }
      switch status {
      case XML_STATUS_SUSPENDED:
        state = .paused
        return true
      case XML_STATUS_OK: try settle()
      default:
        let reason = XML_ErrorString(XML_GetErrorCode(pointer)).map { String(cString: $0) } ?? ""
        throw WorkbookError(.malformedXML(reason: reason), part: handler.part, line: line)
      }
    }
    return false
  }

  /// Reads a text that is in memory, and the product's own.
  static func parse(_ bytes: [UInt8], _ handler: XMLHandler) throws(WorkbookError) {
    let parser = try XMLParser(handler)
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser.pointer, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), 1)
    }
    withExtendedLifetime(parser) {}
    if let failure = handler.failure { throw failure }
    precondition(status == XML_STATUS_OK, "XML of our own is not well formed")
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(pointer)) }

  private mutating func feed(_ source: borrowing ZipPart) throws(WorkbookError) -> XML_Status {
    guard let buffer = XML_GetBuffer(pointer, Int32(Self.chunk)) else {
      throw WorkbookError(.malformedXML(reason: "out of memory"), part: handler.part, line: line)
    }
    let count = try source.read(UnsafeMutableRawBufferPointer(start: buffer, count: Self.chunk))
    fed += count
    if fed > handler.limits.partBytes {
      throw WorkbookError(.exceeds(.partBytes, bound: handler.limits.partBytes), part: handler.part, line: line)
    }
    return XML_ParseBuffer(pointer, Int32(count), count == 0 ? 1 : 0)
  }

  /// Sees whether the end is reached. Expat scans a tag that has not ended again with each chunk, so that must not be
  /// long.
  private mutating func settle() throws(WorkbookError) {
    var status = XML_ParsingStatus()
    XML_GetParsingStatus(pointer, &status)
    if status.parsing == XML_FINISHED {
      state = .finished
      return
    }
    let parsed = Int(XML_GetCurrentByteIndex(pointer))
    if parsed >= 0, fed - parsed > handler.limits.markupBytes {
      throw WorkbookError(.exceeds(.markupBytes, bound: handler.limits.markupBytes), part: handler.part, line: line)
    }
  }
}

/// The handler of a parser, as the macro `XML_GetUserData` finds it.
private func handler(_ parser: OpaquePointer) -> XMLHandler? {
  UnsafePointer<UnsafeMutableRawPointer?>(parser).pointee.map {
    Unmanaged<XMLHandler>.fromOpaque($0).takeUnretainedValue()
  }
}

private let onStart: XML_StartElementHandler = { argument, name, attributes in
  guard let argument, let name, let attributes else { return }
  let parser = OpaquePointer(argument)
  guard let handler = handler(parser) else { return }
  handler.depth += 1
  handler.elementCount += 1
  handler.take(parser) { () throws(WorkbookFault) in
    guard handler.elementCount <= handler.limits.elements else {
      throw .exceeds(.elements, bound: handler.limits.elements)
    }
    guard handler.depth <= handler.limits.depth else { throw .exceeds(.depth, bound: handler.limits.depth) }
    try handler.start(XMLElement(parser: parser, name: XMLName(name), attributes: attributes))
  }
}

private let onEnd: XML_EndElementHandler = { argument, name in
  guard let argument, let name else { return }
  let parser = OpaquePointer(argument)
  guard let handler = handler(parser) else { return }
  handler.take(parser) { () throws(WorkbookFault) in try handler.end(XMLName(name), parser) }
  handler.depth -= 1
}

private let onText: XML_CharacterDataHandler = { argument, text, count in
  guard let argument, let text, count > 0 else { return }
  let parser = OpaquePointer(argument)
  guard let handler = handler(parser) else { return }
  handler.take(parser) { () throws(WorkbookFault) in
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    try handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}

private let onDocumentType: XML_StartDoctypeDeclHandler = { argument, _, _, _, _ in
  guard let argument else { return }
  let parser = OpaquePointer(argument)
  handler(parser)?.take(parser) { () throws(WorkbookFault) in throw .documentType }
}

private let onDeclaration: XML_XmlDeclHandler = { argument, _, encoding, _ in
  guard let argument, let encoding else { return }
  handler(OpaquePointer(argument))?.declaredEncoding = String(cString: encoding)
}
