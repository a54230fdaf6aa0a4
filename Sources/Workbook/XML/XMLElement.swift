import CExpat
import Glibc

/// A start tag while expat hands it on; its memory is expat's and lives no longer than that.
struct XMLElement {
  let parser: OpaquePointer
  let name: XMLName
  /// Names and values in turn, with a nil at the end.
  let attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

  /// The offset of the tag's first byte in the part.
  var offset: Int { Int(XML_GetCurrentByteIndex(parser)) }

  /// How many bytes the tag has as it is written. For an empty element, the whole of it.
  var count: Int { Int(XML_GetCurrentByteCount(parser)) }

  /// The tag as it is written.
  var source: [UInt8] { XMLElement.source(parser) }

  /// Where what expat is at begins; at the end of an empty element, where that ends.
  static func offset(_ parser: OpaquePointer) -> Int { Int(XML_GetCurrentByteIndex(parser)) }

  /// Where what expat is at ends.
  static func endOffset(_ parser: OpaquePointer) -> Int {
    Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
  }

  /// What expat is at, as it is written.
  static func source(_ parser: OpaquePointer) -> [UInt8] {
    var offset: Int32 = 0
    var size: Int32 = 0
    guard let context = XML_GetInputContext(parser, &offset, &size), offset >= 0, offset <= size else { return [] }
    let count = min(Int(XML_GetCurrentByteCount(parser)), Int(size - offset))
    return UnsafeRawBufferPointer(start: context + Int(offset), count: max(0, count)).map { $0 }
  }

  /// The value of an attribute without a namespace.
  func value(_ attribute: StaticString) -> UnsafePointer<XML_Char>? {
    var index = 0
    while let name = attributes[index] {
      if XMLName.equal(name, attribute) { return attributes[index + 1] }
      index += 2
    }
    return nil
  }

  /// The value of an attribute of a namespace, or of either of two where a standard has two.
  func value(_ attribute: StaticString, in namespaces: [StaticString]) -> UnsafePointer<XML_Char>? {
    var index = 0
    while let name = attributes[index] {
      if namespaces.contains(where: { XMLName(name).isLocal(attribute, in: $0) }) { return attributes[index + 1] }
      index += 2
    }
    return nil
  }

  /// The text of an attribute without a namespace.
  func text(_ attribute: StaticString) -> String? { value(attribute).map { String(cString: $0) } }

  /// A whole number from 0; nil where there is none or it is over a billion.
  func number(_ attribute: StaticString) -> Int? {
    value(attribute).flatMap { XMLName.number(UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)) }
  }

  /// Whether an attribute is `1` or `true` (`xsd:boolean`).
  func flag(_ attribute: StaticString) -> Bool {
    guard let value = value(attribute) else { return false }
    return XMLName.equal(value, "1") || XMLName.equal(value, "true")
  }

  /// Whether an attribute is `0`.
  func isZero(_ attribute: StaticString) -> Bool {
    guard let value = value(attribute) else { return false }
    return XMLName.equal(value, "0")
  }
}

/// A name as expat hands it on: the namespace, a separator and the local name, or the local name alone.
struct XMLName {
  static let separator: UInt8 = 10

  private let pointer: UnsafePointer<XML_Char>

  init(_ pointer: UnsafePointer<XML_Char>) { self.pointer = pointer }

  /// The local name where this is a name of SpreadsheetML (ISO/IEC 29500-1 §18, transitional or strict); else nil.
  var main: UnsafePointer<XML_Char>? {
    Self.local(pointer, in: Namespace.main) ?? Self.local(pointer, in: Namespace.strictMain)
  }

  /// Whether it is that name of that namespace.
  func isLocal(_ name: StaticString, in namespace: StaticString) -> Bool {
    Self.local(pointer, in: namespace).map { Self.equal($0, name) } ?? false
  }

  /// Whether it is a name of that namespace.
  func isIn(_ namespace: StaticString) -> Bool { Self.local(pointer, in: namespace) != nil }

  /// Whether its local name is this one, in whatever namespace.
  func hasLocal(_ name: StaticString) -> Bool {
    Self.equal(strrchr(pointer, Int32(Self.separator)).map { UnsafePointer($0 + 1) } ?? pointer, name)
  }

  /// The name without its namespace, for messages.
  var text: String {
    guard let last = strrchr(pointer, Int32(Self.separator)) else { return String(cString: pointer) }
    return String(cString: last + 1)
  }

  static func equal(_ text: UnsafePointer<XML_Char>, _ name: StaticString) -> Bool {
    strncmp(text, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: XML_Char.self), name.utf8CodeUnitCount + 1)
      == 0
  }

  private static func local(
    _ text: UnsafePointer<XML_Char>, in namespace: StaticString
  ) -> UnsafePointer<XML_Char>? {
    let count = namespace.utf8CodeUnitCount
    let start = UnsafeRawPointer(namespace.utf8Start).assumingMemoryBound(to: XML_Char.self)
    guard strncmp(text, start, count) == 0, UInt8(bitPattern: text[count]) == separator else { return nil }
    return text + count + 1
  }

  /// A whole number from 0 with a zero byte at its end; nil for anything else, and over a billion.
  static func number(_ text: UnsafePointer<UInt8>) -> Int? {
    var result = 0
    var index = 0
    while text[index] != 0 {
      guard (48...57).contains(text[index]), index < 10 else { return nil }
      result = result * 10 + Int(text[index] - 48)
      index += 1
    }
    return index > 0 && result <= 1_000_000_000 ? result : nil
  }
}

/// The namespaces of ISO/IEC 29500, each in its transitional and its strict form.
enum Namespace {
  static let main: StaticString = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strictMain: StaticString = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let links: StaticString = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictLinks: StaticString = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  /// Of the files of relationships (ISO/IEC 29500-2 §9), the same in both forms.
  static let relationships: StaticString = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes: StaticString = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let xml: StaticString = "http://www.w3.org/XML/1998/namespace"
}
