/// The media types of a container's parts (ISO/IEC 29500-2 §6.2.3).
struct ContentTypes: Sendable {
  static let part = "[Content_Types].xml"

  /// By extension and by part, in lower case.
  private(set) var defaults: [String: String] = [:]
  private(set) var overrides: [String: String] = [:]

  /// None where the container has no such list.
  init(in archive: borrowing ZipArchive) throws(WorkbookError) {
    guard try archive.index(of: Self.part) != nil else { return }
    let handler = Handler(part: Self.part, limits: archive.limits)
    try archive.parse(Self.part, handler)
    defaults = handler.defaults
    overrides = handler.overrides
  }

  /// The media type of a part; nil where the list does not say.
  subscript(part: String) -> String? {
    let name = part.lowercased()
    if let type = overrides[name] { return type }
    return name.lastIndex(of: ".").flatMap { defaults[String(name[name.index(after: $0)...])] }
  }

  private final class Handler: XMLHandler {
    var defaults: [String: String] = [:]
    var overrides: [String: String] = [:]

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      if depth == 1, !element.name.isLocal("Types", in: Namespace.contentTypes) {
        throw .unexpectedRoot(found: element.name.text, expected: "Types")
      }
      guard depth == 2, let type = element.text("ContentType") else { return }
      guard defaults.count + overrides.count < limits.items else { throw .exceeds(.items, bound: limits.items) }
      if element.name.isLocal("Default", in: Namespace.contentTypes), let key = element.text("Extension") {
        defaults[key.lowercased()] = type
      } else if element.name.isLocal("Override", in: Namespace.contentTypes),
        let key = element.text("PartName").flatMap({ PartName.resolve($0, from: "") })
      {
        overrides[key.lowercased()] = type
      }
    }
  }
}
