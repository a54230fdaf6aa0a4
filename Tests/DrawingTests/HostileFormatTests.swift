import Foundation
import RemitModel
import Testing

@testable import RemitDrawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Text that means something to Mermaid, GraphML, JSON or DOT")
struct HostileFormatTests {
  private func text(_ name: String, _ view: View, _ format: PictureFormat) throws -> String {
    let drawing = try Drawing(Samples.named(name), DrawingOptions(view: view, language: .english))
    return String(decoding: try drawing.render(format).bytes, as: UTF8.self)
  }

  /// Nothing of a name stands outside quotes, and what is within decodes to the name.
  @Test(arguments: HostileTextTests.names, View.allCases)
  func isQuotedInMermaid(name: String, view: View) throws {
    let text = try text(name, view, .mermaid)
    let quoted = text.matches(of: /"([^"]*)"/).map { String($0.1) }
    let decoded = quoted.map { label in
      label.replacing(/#(\d+);/) { match in
        UInt32(match.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
      }
    }
    #expect(decoded.contains { $0.plain.contains(name.plain) })
    for label in quoted.dropFirst() { #expect(label.firstMatch(of: /[<>`{}\[\]|]/) == nil || label.contains("<br/>")) }
    let body = text.split(separator: "\n").dropFirst(3)
    for line in body {
      let bare = line.replacing(/"[^"]*"/, with: "T")
      #expect(
        bare.wholeMatch(
          of:
            /\s*(flowchart (TB|LR)|subgraph \w+ \[T\]|end|\w+(\(T\)|\[\/T\/\]|\(\[T\]\)|\[\[T\]\]|\[T\])|classDef .*|class [\w,]+ \w+|\w+ [-=.>]+(\|T\|)? \w+)/
        ) != nil, "\(line)")
    }
  }

  /// Mermaid shows a title as plain text after it was cleaned as HTML.
  @Test func titlesInMermaidHoldNoHTML() throws {
    let lines = try text("Water & <b>soil</b>", .chain, .mermaid).split(separator: "\n")
    #expect(lines[1].hasPrefix("title: \"Water ＆ ＜b＞soil＜/b＞"))
    #expect(lines.contains { $0.contains("Water #38; #60;b#62;soil") })
  }

  @Test(arguments: HostileTextTests.names, View.allCases)
  func isReadBackFromGraphMLAndJSON(name: String, view: View) throws {
    let wanted = PlainText.clean(name)
    let graph = GraphMLReader(Data(try text(name, view, .graphml).utf8))
    #expect(graph.isWellFormed && graph.values["node_label"]?.contains(wanted) == true)
    #expect(graph.edges.allSatisfy { graph.nodes.contains($0.0) && graph.nodes.contains($0.1) })
    #expect(graph.keys.isSuperset(of: graph.values.keys))
    let json = try JSONSerialization.jsonObject(with: Data(try text(name, view, .json).utf8)) as? [String: Any]
    let nodes = try #require(json?["nodes"] as? [[String: Any]])
    #expect(nodes.contains { $0["label"] as? String == wanted })
    let ids = Set(nodes.compactMap { $0["id"] as? String })
    #expect(ids.count == nodes.count)
    let links = try #require(json?["links"] as? [[String: Any]])
    #expect(
      links.allSatisfy { ids.contains($0["source"] as? String ?? "") && ids.contains($0["target"] as? String ?? "") })
    #expect(try self.text(name, view, .text).contains(wanted))
  }

  /// Graphviz' own reading of the text, written by itself and read again, is the same graph, with all items and ties.
  @Test(arguments: HostileTextTests.names, View.allCases)
  func comesBackFromGraphviz(name: String, view: View) throws {
    let drawing = try Drawing(Samples.named(name), DrawingOptions(view: view, language: .english))
    try Self.checkRoundTrip(of: drawing)
  }

  /// Names of every length, of all that means something to anybody.
  @Test(arguments: 1...200)
  func showsNamesOfEveryLength(length: Int) throws {
    let alphabet = Array("\"'<>&\\{}[]|;:#%`$-=/*\n\t ab县长😀é\u{5E9}\u{200F}")
    var random = Numbers(seed: UInt64(length))
    let name = String((0..<length).map { _ in alphabet[random.next(alphabet.count)] }) + "z"
    let drawing = try Drawing(
      Samples.named(name), DrawingOptions(view: View.allCases[length % View.allCases.count], language: .english))
    let svg = SVGPicture(try drawing.render(.svg).bytes)
    #expect(svg.isWellFormed)
    #expect(svg.groups.contains { $0.title.plain.contains(name.plain) })
    #expect(PictureCheck(svg).overlapping.isEmpty)
    try Self.checkRoundTrip(of: drawing)
  }

  private static func checkRoundTrip(of drawing: Drawing) throws {
    let once = try Graphviz.rewritten(drawing.dot)
    // Graphviz writes the statements of clusters in another order each time, set in where it first meets them.
    func statements(_ dot: String) -> [Substring] {
      dot.split(separator: "\n").map { $0.drop { $0 == "\t" } }.sorted()
    }
    #expect(try statements(Graphviz.rewritten(once)) == statements(once))
    // A label that is laid out from Graphviz' own text is laid out as from ours.
    for node in drawing.picture.nodes {
      let ours = try Graphviz.attribute("label", ofNode: node.id, in: drawing.dot)
      let theirs = try Graphviz.attribute("label", ofNode: node.id, in: once)
      #expect(ours?.text == theirs?.text && ours != nil)
    }
    for edge in drawing.picture.edges { #expect(once.contains("id=\(edge.id)") || once.contains("id=\"\(edge.id)\"")) }
  }

  /// PDF holds the text too, as far as a reader of it can tell.
  @Test(arguments: HostileTextTests.names)
  func isFoundInPDF(name: String) throws {
    let program = "/usr/bin/pdftotext"
    guard FileManager.default.isExecutableFile(atPath: program) else { return print("skipped: no \(program)") }
    // Text from right to left and emoji made of several come out in another order.
    guard
      name.unicodeScalars.allSatisfy({
        $0.value < 0x590 || (0x2000...0x200B).contains($0.value)
          || (0x2010...0x2027).contains($0.value) || (0x3000...0xFFEF).contains($0.value)
      })
    else { return }
    let bytes = try Drawing(Samples.named(name), DrawingOptions(view: .chain, language: .english)).render(.pdf).bytes
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("remit-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-raw", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.plain.contains(name.plain), "\(text)")
  }
}

/// A GraphML file, as far as tests look at it.
private final class GraphMLReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var keys: Set<String> = []
  private(set) var nodes: Set<String> = []
  private(set) var edges: [(String, String)] = []
  private(set) var values: [String: [String]] = [:]
  private var key: String?
  private var text = ""

  init(_ data: Data) {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "key": keys.insert(attributes["id"] ?? "")
    case "node": nodes.insert(attributes["id"] ?? "")
    case "edge": edges.append((attributes["source"] ?? "", attributes["target"] ?? ""))
    case "data": (key, text) = (attributes["key"], "")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    guard element == "data", let key else { return }
    values[key, default: []].append(text)
    self.key = nil
  }
}
