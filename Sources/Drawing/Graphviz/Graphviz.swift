import CGraphviz
import Synchronization

/// Graphviz in process: one thread at a time, since it keeps global state.
enum Graphviz {
  /// The context is opened for the first picture and serves all that follow, since opening takes as long as a small
  /// picture. After a failure the next picture gets a new one.
  private static let lock = Mutex<GraphvizContext?>(nil)

  /// The version that is linked, such as 2.43.0.
  static var version: String { String(cString: remit_graphviz_version()) }

  /// Opens the context ahead of the first picture, which finds out why where that fails.
  static func open() {
    lock.withLock { shared in
      if shared == nil { shared = try? GraphvizContext() }
    }
  }

  /// Lays out a DOT text and renders it.
  ///
  /// - Parameter deliver: Takes the picture before what made it is put away, for which nobody needs to wait.
  @discardableResult static func render(
    _ job: LayoutJob, _ deliver: (Rendering) -> Void = { _ in }
  ) throws(DrawingError) -> Rendering {
    try lock.withLock { (shared: inout GraphvizContext?) throws(DrawingError) -> Rendering in
      remit_messages_collect()
      let context = if let open = shared.take() { open } else { try GraphvizContext() }
      let rendering = try render(job, in: context, deliver)
      shared = consume context
      return rendering
    }
  }

  private static func render(
    _ job: LayoutJob, in context: borrowing GraphvizContext, _ deliver: (Rendering) -> Void
  ) throws(DrawingError) -> Rendering {
    var graph = try GraphvizGraph(parsing: job.dot)
    remit_texts_in_words_only(job.image == .svg && job.thumbnail == 0 ? 1 : 0)
    if let resolution = job.resolution { graph.set("dpi", to: String(resolution)) }
    let layout = try Layout(of: graph, in: context)
    let bytes =
      if let page = job.page { try PosterPages.pdf(of: layout, page) } else { try layout.render(as: job.image.name) }
    var rendering = Rendering(bytes: bytes, size: layout.size)
    if job.thumbnail > 0 { rendering.thumbnail = try Thumbnail.png(of: layout, pixels: job.thumbnail) }
    deliver(rendering)
    return rendering
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
    try lock.withLock { (_: inout GraphvizContext?) throws(DrawingError) -> Result in
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
