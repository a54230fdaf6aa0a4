import Glibc

/// A DOT text whose tooltips are a mere sign that there are some.
///
/// They are a fourth of the text, and `SVGFinish` writes those of an SVG itself, since Graphviz has no titles. Where there
/// is a tooltip Graphviz begins a group of its own, so that one must be left; it has no other effect.
enum BareTooltips {
  /// O(bytes).
  static func text(of dot: String) -> String {
    var dot = dot
    return dot.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var filled = 0
        var copied = 0
        func copy(upTo end: Int) {
          filled = result[filled...].initialize(fromContentsOf: bytes[copied..<end])
          copied = end
        }
        while let value = value(in: bytes, from: copied) {
          copy(upTo: value.lowerBound)
          result[filled] = UInt8(ascii: "-")
          filled += 1
          copied = value.upperBound
        }
        copy(upTo: bytes.count)
        return filled
      }
    }
  }

  /// The next tooltip's text between its quotes, where it is not empty. No other text holds `tooltip="`: quotes are
  /// escaped in all.
  private static func value(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard let base = bytes.baseAddress else { return nil }
    var place = start
    while let found = memchr(base + place, Int32(UInt8(ascii: "=")), bytes.count - place) {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      guard place - start > 7, place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { continue }
      let name = bytes[place - 8..<place - 1]
      let isHTML = name.elementsEqual("TOOLTIP".utf8)
      guard isHTML || name.elementsEqual("tooltip".utf8) else { continue }
      var end = place + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        // In labels like HTML a backslash is what it is.
        end += !isHTML && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard end < bytes.count else { return nil }
      if end > place + 1 { return place + 1..<end }
      place = end
    }
    return nil
  }
}
