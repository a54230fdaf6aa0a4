/// A picture as JSON: its nodes and links with all attributes, each on a line.
struct PictureJSON {
  let picture: Picture
  let network: Network

  var text: String {
    let head: [(String, JSONValue)] = [
      ("format", .text("remit-picture")), ("version", .count(1)), ("id", .text(network.id)),
      ("title", .text(network.title)), ("subtitle", .text(network.subtitle)),
      ("remarks", .list(network.remarks.map { .text($0) })),
      (
        "rules",
        .list(
          picture.legend.rules.map {
            .object([
              ("code", .text($0.code)), ("name", .text($0.name)), ("severity", .text($0.severity.rawValue)),
              ("count", .count($0.count)),
            ])
          })
      ),
    ]
    let nodes = network.items.map { item in
      var members: [(String, JSONValue)] = [("id", .text(item.id))]
      if let parent = item.parent { members.append(("parent", .text(parent))) }
      members.append(("label", .text(item.name)))
      return Self.object(members, item.attributes)
    }
    let links = network.links.map { link in
      Self.object(
        [("id", .text(link.id)), ("source", .text(link.from)), ("target", .text(link.to))], link.attributes)
    }
    var lines = head.map { "  " + JSONValue.text($0.0).written + ": " + $0.1.written }
    lines += [Self.list("nodes", nodes), Self.list("links", links)]
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func object(_ members: [(String, JSONValue)], _ attributes: Attributes) -> String {
    JSONValue.object(members + attributes.all.map { ($0.name, JSONValue($0)) }).written
  }

  private static func list(_ name: String, _ objects: [String]) -> String {
    guard !objects.isEmpty else { return "  \"\(name)\": []" }
    return "  \"\(name)\": [\n" + objects.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
  }
}
