/// What changes in a container: parts with new contents, new parts, and what must be said of these.
struct PackageChanges {
  /// Contents of parts, in the order in which they came.
  private(set) var parts: [(name: String, bytes: [UInt8])] = []
  private var links: [(source: String, link: NewLink)] = []
  private var types: [(part: String, type: String)] = []

  /// A relationship that is added.
  struct NewLink {
    var id: String
    var kind: String
    var target: String
  }

  let dialect: Dialect

  init(dialect: Dialect) { self.dialect = dialect }

  /// Gives a part new contents.
  mutating func set(_ part: String, to bytes: [UInt8]) {
    if let index = parts.firstIndex(where: { PartName.same($0.name, part) }) {
      parts[index].bytes = bytes
    } else {
      parts.append((part, bytes))
    }
  }

  /// Adds a part under a name that is not taken, such as `xl/comments3.xml`.
  mutating func add(
    _ stem: String, _ suffix: String, type: String, _ bytes: [UInt8], in archive: borrowing ZipArchive
  ) throws(WorkbookError) -> String {
    var number = 1
    var name: String
    repeat {
      name = stem + String(number) + suffix
      number += 1
    } while try archive.index(of: name) != nil || parts.contains { PartName.same($0.name, name) }
    parts.append((name, bytes))
    types.append((name, type))
    return name
  }

  /// Adds a relationship from a part to another.
  ///
  /// - Returns: its id.
  mutating func link(_ source: String, _ known: Relationships, _ kind: String, to target: String) -> String {
    var number = 1
    var id: String
    repeat {
      id = "rIdMark\(number)"
      number += 1
    } while known[id] != nil || links.contains { $0.source == source && $0.link.id == id }
    links.append((source, NewLink(id: id, kind: kind, target: target)))
    return id
  }

  /// Adds what the container says of its parts: relationships and media types.
  mutating func complete(in archive: borrowing ZipArchive) throws(WorkbookError) {
    var sources: [String] = []
    for (source, _) in links where !sources.contains(source) { sources.append(source) }
    for source in sources {
      let new = links.filter { $0.source == source }.map(\.link)
      let part = PartName.relationships(of: source)
      if try archive.index(of: part) == nil {
        let xml =
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\""
          + "\(Namespace.relationships)\">\(new.map { xmlOf($0, "") }.joined())</Relationships>"
        set(part, to: Array(xml.utf8))
      } else {
        let bytes = try ListAppending.append(to: part, depth: 1, list: "Relationships", in: archive) { prefix, _ in
          new.map { xmlOf($0, prefix) }.joined()
        }
        set(part, to: bytes)
      }
    }
    try completeTypes(in: archive)
  }

  private func xmlOf(_ link: NewLink, _ p: String) -> String {
    "<\(p)Relationship Id=\"\(link.id)\" Type=\"\(dialect.links)/\(link.kind)\" "
      + "Target=\"\(XMLText.escapeAttribute(PartName.target(link.target)))\"/>"
  }

  private mutating func completeTypes(in archive: borrowing ZipArchive) throws(WorkbookError) {
    let known = try ContentTypes(in: archive)
    let new = types.filter { known[$0.part] != $0.type }
    guard !new.isEmpty else { return }
    let bytes = try ListAppending.append(to: ContentTypes.part, depth: 1, list: "Types", in: archive) { prefix, _ in
      new.map { "<\(prefix)Override PartName=\"/\($0.part)\" ContentType=\"\($0.type)\"/>" }.joined()
    }
    set(ContentTypes.part, to: bytes)
  }
}

/// Media types of the parts that are added.
enum MediaType {
  private static let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  static let sheet = spreadsheet + "worksheet+xml"
  static let comments = spreadsheet + "comments+xml"
  static let styles = spreadsheet + "styles+xml"
  static let drawing = "application/vnd.openxmlformats-officedocument.vmlDrawing"
}
