import CGraphviz

/// A graph that was laid out, together with the context that did it: the only thing that can be rendered.
///
/// The layout is freed before the graph and the context that it needs, each of them once.
struct Layout: ~Copyable {
  private let graph: GraphvizGraph
  private let context: GraphvizContext

  /// Lays a graph out with the engine `dot`.
  init(of graph: consuming GraphvizGraph, in context: consuming GraphvizContext) throws(DrawingError) {
    let failed = remit_layout(context.pointer, graph.pointer) != 0
    self.graph = graph
    self.context = context
    if failed { throw Graphviz.failure(.layout) }
  }

  deinit { remit_layout_free(context.pointer, graph.pointer) }

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
    remit_canvas_draw(canvas, context.pointer, graph.pointer, window, origin.x, origin.y, scale) == 0
  }

  /// The picture in a format that Graphviz knows, such as `svg:svg:core`.
  func render(as format: String) throws(DrawingError) -> [UInt8] {
    var count = 0
    guard let bytes = remit_render(context.pointer, graph.pointer, format, &count) else {
      throw Graphviz.failure(.render)
    }
    defer { remit_bytes_free(bytes) }
    return UnsafeRawBufferPointer(start: bytes, count: count).map { $0 }
  }
}
