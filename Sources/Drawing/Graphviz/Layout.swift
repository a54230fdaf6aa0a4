import CGraphviz

/// A graph that was laid out: the only thing that can be rendered.
///
/// The layout is freed before the graph that it needs, each of them once; the context that did it must outlive it.
struct Layout: ~Copyable {
  private let graph: GraphvizGraph
  private let context: OpaquePointer

  /// Lays a graph out with the engine `dot`.
  init(of graph: consuming GraphvizGraph, in context: borrowing GraphvizContext) throws(DrawingError) {
    let failed = remit_layout(context.pointer, graph.pointer) != 0
    self.graph = graph
    self.context = context.pointer
    if failed { throw Graphviz.failure(.layout) }
  }

  deinit { remit_layout_free(context, graph.pointer) }

  /// Width and height in points.
  var size: PictureSize {
    var width = 0.0
    var height = 0.0
    remit_layout_size(graph.pointer, &width, &height)
    return PictureSize(width: width, height: height)
  }

  /// Draws what of the picture is within a window; false where that failed.
  func draw(on canvas: OpaquePointer, in window: remit_window, at origin: (x: Double, y: Double), scale: Double) -> Bool
  {
    remit_canvas_draw(canvas, context, graph.pointer, window, origin.x, origin.y, scale) == 0
  }

  /// The picture in a format that Graphviz knows, such as `svg:svg:core`.
  func render(as format: String) throws(DrawingError) -> [UInt8] {
    var count = 0
    guard let bytes = remit_render(context, graph.pointer, format, &count) else {
      throw Graphviz.failure(.render)
    }
    defer { remit_bytes_free(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
