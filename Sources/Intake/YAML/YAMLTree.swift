import RemitSource

/// The values of a YAML text in one flat array, so that neither building nor freeing it recurses, and an alias costs no
/// more than a plain value.
package final class YAMLTree {
  package enum Kind: UInt8 {
    case scalar, list, mapping
  }

  package struct Node {
    var kind: Kind
    /// Of a scalar: quoted or a block, so that it is a text and nothing else.
    var quoted = false
    /// Of a scalar.
    var text = ""
    /// Of a list its elements, of a mapping its keys and values by turns: a range of `links`.
    var first: Int32 = 0
    var count: Int32 = 0
  }

  /// A value's use at a place; aliases share the node.
  package struct Link {
    var node: Int32
    var line: Int32
    var column: Int32
  }

  let nodes: [Node]
  let links: [Link]
  /// One for each document.
  package let roots: [Link]

  init(nodes: [Node] = [], links: [Link] = [], roots: [Link] = []) {
    self.nodes = nodes
    self.links = links
    self.roots = roots
  }
}

/// A value of a YAML text, where it is used.
package struct YAMLValue {
  private let tree: YAMLTree
  private let link: YAMLTree.Link
  private let document: Int

  package init(_ tree: YAMLTree, _ link: YAMLTree.Link, document: Int) {
    self.tree = tree
    self.link = link
    self.document = document
  }

  private var node: YAMLTree.Node { tree.nodes[Int(link.node)] }

  package var kind: YAMLTree.Kind { node.kind }

  package var place: Place {
    Place(document: document, line: Int(link.line), column: Int(link.column))
  }

  /// Nothing, `~` or `null`.
  package var isNull: Bool {
    let node = node
    guard node.kind == .scalar, !node.quoted, node.text.utf8.count <= 4 else { return false }
    switch node.text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// A scalar that is quoted, a block or tagged as a text, so that it is nothing else.
  package var isQuoted: Bool { node.quoted }

  /// A scalar's text as written.
  package var text: String? { node.kind == .scalar ? node.text : nil }

  package var isMergeKey: Bool {
    let node = node
    return node.kind == .scalar && !node.quoted && node.text == "<<"
  }

  /// How many elements a list has; of a mapping its keys and values together.
  package var count: Int { Int(node.count) }

  /// Element of a list; of a mapping, keys are at even and their values at odd positions.
  package subscript(index: Int) -> YAMLValue {
    YAMLValue(tree, tree.links[Int(node.first) + index], document: document)
  }

  package var elements: [YAMLValue] { (0..<count).map { self[$0] } }
}
