/// One link from a part to another (ISO/IEC 29500-2 §6.5).
struct Relationship: Sendable {
  var id: String
  var type: String
  /// The part that it leads to; nil where that is outside of the container.
  var target: String?

  /// Whether it is of a type of SpreadsheetML, transitional or strict, such as `worksheet`.
  func isOf(_ kind: String) -> Bool {
    type == "\(Namespace.links)/\(kind)" || type == "\(Namespace.strictLinks)/\(kind)"
  }
}

/// The links of one part, in file order. Nothing follows a chain of them, so circles do no harm.
struct Relationships: Sendable {
  private(set) var all: [Relationship] = []

  /// The links of a part, or of the container for an empty name; none where it has no such part.
  init(of source: String, in archive: borrowing ZipArchive) throws(WorkbookError) {
    let part = PartName.relationships(of: source)
    guard try archive.index(of: part) != nil else { return }
    let handler = Handler(part: part, limits: archive.limits)
    handler.source = source
    try archive.parse(part, handler)
    all = handler.found
  }

  subscript(id: String) -> Relationship? { all.first { $0.id == id } }

  /// The first part in the container that a link of the kind leads to.
  func part(_ kind: String) -> String? { all.first { $0.isOf(kind) && $0.target != nil }?.target }

  /// An id that no link has yet.
  func freshID(_ stem: String) -> String {
    var number = 1
    while self[stem + String(number)] != nil { number += 1 }
    return stem + String(number)
  }

  private final class Handler: XMLHandler {
    var source = ""
    var found: [Relationship] = []

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      if depth == 1, !element.name.isLocal("Relationships", in: Namespace.relationships) {
        throw .unexpectedRoot(found: element.name.text, expected: "Relationships")
      }
      guard depth == 2, element.name.isLocal("Relationship", in: Namespace.relationships) else { return }
      guard found.count < limits.entries else { throw .exceeds(.items, bound: limits.entries) }
      let isExternal = element.value("TargetMode").map { XMLName.equal($0, "External") } ?? false
      let target = isExternal ? nil : element.text("Target").flatMap { PartName.resolve($0, from: source) }
      found.append(
        Relationship(id: element.text("Id") ?? "", type: element.text("Type") ?? "", target: target))
    }
  }
}
