import CGraphviz

/// Sole owner of a surface that laid-out pictures are drawn on, as many and as often as wanted: pages of a PDF, or pixels.
struct Canvas: ~Copyable {
  private let pointer: OpaquePointer

  /// Pages of a PDF, in points.
  init(page: PictureSize) throws(DrawingError) { try self.init(remit_canvas_open_pdf(page.width, page.height)) }

  /// White pixels of a PNG.
  init(width: Int, height: Int) throws(DrawingError) {
    try self.init(remit_canvas_open_image(Int32(clamping: width), Int32(clamping: height)))
  }

  private init(_ pointer: OpaquePointer?) throws(DrawingError) {
    guard let pointer else { throw .graphviz(.render, messages: ["cairo, pangocairo"]) }
    self.pointer = pointer
  }

  deinit { remit_canvas_close(pointer) }

  /// Draws what of a picture is within a window.
  func draw(
    _ layout: borrowing Layout, in window: remit_window, at origin: (x: Double, y: Double), scale: Double
  ) throws(DrawingError) {
    guard layout.draw(on: pointer, in: window, at: origin, scale: scale) else { throw Graphviz.failure(.render) }
  }

  /// A line, from black at 0 to white at 1.
  func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, width: Double = 0.5, grey: Double = 0) {
    remit_canvas_line(pointer, x1, y1, x2, y2, width, grey)
  }

  func fill(_ window: remit_window, grey: Double) { remit_canvas_fill(pointer, window, grey) }

  /// A line of text with its top left corner at a place.
  func text(_ text: String, size: Double, x: Double, y: Double) {
    remit_canvas_text(pointer, text, Fonts.families, size, x, y)
  }

  /// Ends a page, the last one too.
  func endPage() { remit_canvas_next_page(pointer) }

  /// The file.
  consuming func finish() throws(DrawingError) -> [UInt8] {
    var count = 0
    guard let bytes = remit_canvas_finish(pointer, &count) else { throw Graphviz.failure(.render) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
