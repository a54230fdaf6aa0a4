internal import CYaml

/// One step of a YAML text, with the line and column (from 1) where it begins.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case alias
    case scalar
    case listStart
    case mappingStart
    /// Of a list or a mapping.
    case end
  }

  var kind: Kind
  /// Of a scalar; of an alias the anchor that it means.
  var text = ""
  /// Of a scalar: written as more than its bare text.
  var quoted = false
  var anchor: String?
  var tag: String?
  var line: Int32
  var column: Int32
}

/// A fault of a YAML text itself: where its parser gave up, and why.
struct YAMLFault: Error {
  enum Reason {
    /// libyaml's own words.
    case syntax(String)
    /// A character that no YAML text may hold, at an offset in bytes.
    case character(offset: Int)
    case tooDeep
    case tooMany
    case tooManyByAliases
    case unknownAlias(String, known: [String])
    case unknownTag(String)
  }

  var reason: Reason
  var line: Int32
  var column: Int32
}

/// The events of a YAML text, from libyaml, which keeps its own stack on the heap: no nesting can exhaust ours.
///
/// Yams' composer is not used, since it recurses, and hashes whole trees where a mapping's key is an alias.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// What is added to the parser's lines, which begin at 0.
  private let firstLine: Int

  /// Nil for an empty buffer. The bytes must be valid UTF-8 and outlive the events.
  init?(reading bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int = 0) {
    guard let base = bytes.baseAddress else { return nil }
    firstLine = lineOffset + 1
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    _ = yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, base, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The next event; after the last one, that the stream ends.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    while true {
      yaml_event_delete(event)
      guard yaml_parser_parse(parser, event) == 1 else { throw fault() }
      if let event = current() { return event }
    }
  }

  /// Nil for what says nothing, such as the start of the stream.
  private func current() -> YAMLEvent? {
    let data = event.pointee.data
    var result = YAMLEvent(
      kind: .end, line: Int32(clamping: event.pointee.start_mark.line + firstLine),
      column: Int32(clamping: event.pointee.start_mark.column + 1))
    switch event.pointee.type {
    case YAML_STREAM_START_EVENT: return nil
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.text = text(data.alias.anchor) ?? ""
    case YAML_SCALAR_EVENT:
      let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      result.kind = .scalar
      result.text = String(decoding: bytes, as: UTF8.self)
      result.quoted = data.scalar.style != YAML_PLAIN_SCALAR_STYLE
      result.anchor = text(data.scalar.anchor)
      result.tag = text(data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .listStart
      result.anchor = text(data.sequence_start.anchor)
      result.tag = text(data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = text(data.mapping_start.anchor)
      result.tag = text(data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: result.kind = .end
    default: result.kind = .streamEnd
    }
    return result
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func fault() -> YAMLFault {
    let state = parser.pointee
    let words = state.problem.map { String(cString: $0) } ?? "out of memory"
    if state.error == YAML_READER_ERROR {
      return YAMLFault(reason: .character(offset: state.problem_offset), line: 0, column: 0)
    }
    if words.hasPrefix("Maximum nesting level") {
      return YAMLFault(
        reason: .tooDeep, line: Int32(clamping: state.problem_mark.line + firstLine),
        column: Int32(clamping: state.problem_mark.column + 1))
    }
    let context = state.context.map { String(cString: $0) + " at line \(state.context_mark.line + firstLine): " } ?? ""
    return YAMLFault(
      reason: .syntax(context + words), line: Int32(clamping: state.problem_mark.line + firstLine),
      column: Int32(clamping: state.problem_mark.column + 1))
  }
}
