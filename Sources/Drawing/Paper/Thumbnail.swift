import CGraphviz

/// A small picture of a picture.
enum Thumbnail {
  /// A PNG with at most so many pixels on each side.
  static func png(of layout: borrowing Layout, pixels: Int) throws(DrawingError) -> [UInt8] {
    let size = layout.size
    let scale = min(1, Double(pixels) / max(1, size.width, size.height))
    let (width, height) = (max(1, (size.width * scale).rounded()), max(1, (size.height * scale).rounded()))
    let canvas = try Canvas(width: Int(width), height: Int(height))
    let window = remit_window(x: 0, y: 0, width: width, height: height)
    try canvas.draw(layout, in: window, at: (0, 0), scale: scale)
    return try canvas.finish()
  }
}
