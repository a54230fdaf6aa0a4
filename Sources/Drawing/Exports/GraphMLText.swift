/// A picture as GraphML with a typed key for each attribute, as yEd, Gephi and Cytoscape read it. Frames and cards are nodes
/// like the rest, named by `parent`, since these programs know no common form of nested graphs.
struct GraphMLText {
  let network: Network

  private struct Key {
    let name: String
    let type: String
  }

  var text: String {
    let nodeKeys = Self.keys(of: network.items.map(\.attributes), first: ["label", "parent"])
    let edgeKeys = Self.keys(of: network.links.map(\.attributes), first: ["label"])
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
      "  <key id=\"title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>",
    ]
    for (scope, keys) in [("node", nodeKeys), ("edge", edgeKeys)] {
      for key in keys {
        lines.append(
          "  <key id=\"\(scope)_\(key.name)\" for=\"\(scope)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"/>")
      }
    }
    lines.append("  <graph id=\"\(XMLText.escaped(network.id))\" edgedefault=\"directed\">")
    lines.append("    <data key=\"title\">\(XMLText.escaped(network.title))</data>")
    for item in network.items {
      lines.append("    <node id=\"\(XMLText.escaped(item.id))\">")
      lines.append(Self.data("node_label", item.name))
      if let parent = item.parent { lines.append(Self.data("node_parent", parent)) }
      lines += item.attributes.all.map { Self.data("node_" + $0.name, $0.text) }
      lines.append("    </node>")
    }
    for link in network.links {
      lines.append(
        "    <edge id=\"\(XMLText.escaped(link.id))\" source=\"\(XMLText.escaped(link.from))\" "
          + "target=\"\(XMLText.escaped(link.to))\">")
      lines += link.attributes.all.map { Self.data("edge_" + $0.name, $0.text) }
      lines.append("    </edge>")
    }
    lines += ["  </graph>", "</graphml>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// One key for each name, in order of first use.
  private static func keys(of all: [Attributes], first: [String]) -> [Key] {
    var keys = first.map { Key(name: $0, type: "string") }
    var seen = Set(first)
    for attribute in all.flatMap(\.all) where seen.insert(attribute.name).inserted {
      let type =
        switch attribute.value {
        case .text, .list: "string"
        case .count: "int"
        case .number: "double"
        case .flag: "boolean"
        }
      keys.append(Key(name: attribute.name, type: type))
    }
    return keys
  }

  private static func data(_ key: String, _ text: String) -> String {
    "      <data key=\"\(key)\">\(XMLText.escaped(text))</data>"
  }
}
