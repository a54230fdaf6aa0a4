import CGraphviz

/// Sole owner of a Graphviz context (`GVC_t`): its plug-ins and settings.
struct GraphvizContext: ~Copyable {
  let pointer: OpaquePointer

  init() throws(DrawingError) {
    guard let pointer = remit_context_open() else { throw Graphviz.failure(.start) }
    self.pointer = pointer
  }

  deinit { remit_context_close(pointer) }
}
