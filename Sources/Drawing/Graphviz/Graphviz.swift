import CGraphviz
import Synchronization

/// Graphviz in process: one thread at a time, since it keeps global state.
enum Graphviz {
  private static let lock = Mutex<Void>(())

  /// The version that is linked, such as 2.43.0.
  static var version: String { String(cString: remit_graphviz_version()) }

  /// Lays out a DOT text and renders it.
  static func render(_ job: LayoutJob) throws(DrawingError) -> Rendering {
    try alone { () throws(DrawingError) in
      var graph = try GraphvizGraph(parsing: job.dot)
      if let resolution = job.resolution { graph.set("dpi", to: String(resolution)) }
      let layout = try Layout(of: graph, in: GraphvizContext())
      let bytes =
        if let page = job.page { try PosterPages.pdf(of: layout, page) } else { try layout.render(as: job.image.name) }
      var rendering = Rendering(bytes: bytes, size: layout.size)
      if job.thumbnail > 0 { rendering.thumbnail = try Thumbnail.png(of: layout, pixels: job.thumbnail) }
      return rendering
    }
  }

  /// The value of a node's attribute after Graphviz has parsed the text, and whether it is HTML-like.
  static func attribute(
    _ name: String, ofNode node: String, in dot: String
  ) throws(DrawingError) -> (text: String, isHTML: Bool)? {
    try alone { () throws(DrawingError) in
      try GraphvizGraph(parsing: dot).attribute(name, ofNode: node)
    }
  }

  /// A DOT text as Graphviz writes it again once it has parsed it.
  static func rewritten(_ dot: String) throws(DrawingError) -> String {
    try alone { () throws(DrawingError) in try GraphvizGraph(parsing: dot).written() }
  }

  /// Runs work that calls C while nobody else does.
  static func alone<Result: Sendable>(_ work: () throws(DrawingError) -> Result) throws(DrawingError) -> Result {
    try lock.withLock { (_: inout Void) throws(DrawingError) -> Result in
      remit_messages_collect()
      return try work()
    }
  }

  /// What went wrong, with what Graphviz said of it since it was last asked.
  static func failure(_ step: DrawingError.Step) -> DrawingError {
    let lines = String(cString: remit_messages_take()).split(separator: "\n").map(String.init)
    return .graphviz(step, messages: lines)
  }
}
