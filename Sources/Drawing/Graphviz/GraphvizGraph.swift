import CGraphviz

/// Sole owner of a parsed graph (`Agraph_t`). It cannot be rendered: only a `Layout` can, which consumes it.
struct GraphvizGraph: ~Copyable {
  let pointer: OpaquePointer

  /// Parses a DOT text, of which the first graph counts.
  init(parsing dot: String) throws(DrawingError) {
    guard let pointer = remit_graph_parse(dot) else { throw Graphviz.failure(.parse) }
    self.pointer = pointer
  }

  deinit { remit_graph_close(pointer) }

  /// Sets an attribute of the whole graph.
  mutating func set(_ name: String, to value: String) { remit_graph_set(pointer, name, value) }

  /// An attribute of a node, and whether it was written as an HTML-like text.
  func attribute(_ name: String, ofNode node: String) -> (text: String, isHTML: Bool)? {
    var isHTML: Int32 = 0
    guard let text = remit_graph_node_text(pointer, node, name, &isHTML) else { return nil }
    return (String(cString: text), isHTML != 0)
  }

  /// The graph as Graphviz itself writes it.
  func written() throws(DrawingError) -> String {
    guard let text = remit_graph_write(pointer) else { throw Graphviz.failure(.render) }
    defer { remit_text_free(text) }
    return String(cString: text)
  }
}
