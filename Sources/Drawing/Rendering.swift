import RemitModel

/// A picture in a format.
public struct Rendering: Sendable {
  /// The contents of a file.
  public internal(set) var bytes: [UInt8]
  /// How large it is; nil for text, which says nothing of size.
  public let size: PictureSize?
  /// A small PNG of it, where one was asked for.
  public internal(set) var thumbnail: [UInt8] = []

  init(bytes: [UInt8], size: PictureSize?) {
    self.bytes = bytes
    self.size = size
  }

  init(_ text: String) { self.init(bytes: Array(text.utf8), size: nil) }
}

/// The size of a picture, in points of 1/72 inch.
public struct PictureSize: Sendable, Hashable {
  /// From left to right.
  public let width: Double
  /// From top to bottom.
  public let height: Double

  /// What to tell whoever wants to print it; nil where it fits on A3, upright or lying.
  public var remark: Localized? {
    guard max(width, height) > 1191 || min(width, height) > 842 else { return nil }
    let centimetres = [width, height].map { String(Int(($0 / 72 * 2.54).rounded())) }.joined(separator: " × ")
    return Localized(
      zh: "图幅为 \(centimetres) 厘米，大于 A3；用 --focus 可只画一部分。",
      en: "The picture is \(centimetres) cm, larger than A3; --focus draws a part of it.")
  }
}
