import RemitModel
import RemitSource

/// Reads the regulations that a chart names, each once.
struct RegulationLoader {
  /// By id, those that came with the chart.
  private var offered: [String: Regulation?] = [:]
  /// By absolute path, those read from files; nil for a faulty one.
  private var read: [String: Regulation?] = [:]

  /// Whether a document is a regulation rather than a chart: it has that key, and not `chart`.
  static func isRegulation(_ value: YAMLValue) -> Bool {
    guard value.kind == .mapping else { return false }
    var found = false
    for position in stride(from: 0, to: value.count, by: 2) {
      switch value[position].text {
      case "chart": return false
      case "regulation": found = true
      default: break
      }
    }
    return found
  }

  /// The regulation of a YAML document, and its id even where it has problems.
  static func read(_ value: YAMLValue, log: ProblemLog) -> (key: Sourced<String>?, regulation: Regulation?) {
    guard let draft = YAMLRegulationReader(words: WordReader(log: log)).read(value) else { return (nil, nil) }
    return (draft.key.value.isEmpty ? nil : draft.key, RegulationLinker.link(draft, log: log))
  }

  /// Makes a regulation that came with the chart known under its id.
  mutating func offer(_ regulation: Regulation?, key: String) {
    offered.updateValue(regulation, forKey: key)
  }

  /// The regulation with an id or at a path. Nil, with problems in the log, where there is none or it is faulty.
  mutating func load(_ name: Sourced<String>, _ finder: RegulationFinder, log: ProblemLog) -> Regulation? {
    if let regulation = offered[name.value] { return regulation }
    guard !name.value.isEmpty, !name.value.utf8.contains(0), let path = finder.find(name.value) else {
      reportMissing(name, finder, log: log)
      return nil
    }
    if let regulation = read[path] { return regulation }
    let own = ProblemLog()
    let regulation = Self.file(Paths.shown(path), log: own)
    log.absorb(own)
    read.updateValue(regulation, forKey: path)
    if let regulation, !RegulationFinder.isPath(name.value), regulation.key != name.value {
      log.report(
        at: name.place,
        Localized(
          zh: "文件 \(Paths.shown(path)) 里的法规是 \(quoted(regulation.key))；应为 \(quoted(name.value))",
          en:
            "the file \(Paths.shown(path)) holds the regulation \(quoted(regulation.key)); expected \(quoted(name.value))"
        ))
      return nil
    }
    return regulation
  }

  private static func file(_ path: String, log: ProblemLog) -> Regulation? {
    let document = log.add(path: path)
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.contents(of: path)
    } catch {
      log.report(at: Place(document: document, line: 0, column: 0), error.message)
      return nil
    }
    guard let tree = YAMLText(bytes: bytes, document: document, log: log).documents() else { return nil }
    let values = tree.roots.map { YAMLValue(tree, $0, document: document) }
    if values.count > 1 {
      log.report(
        at: values[1].place, Localized(zh: "文件里不止一个文档；应只有一个法规", en: "a second document; expected one regulation only"))
    }
    guard isRegulation(values[0]) else {
      log.report(
        at: values[0].place,
        Localized(zh: "文件不是法规；应有键 \"regulation\"", en: "the file is no regulation; expected the key \"regulation\""))
      return nil
    }
    return read(values[0], log: log).regulation
  }

  private func reportMissing(_ name: Sourced<String>, _ finder: RegulationFinder, log: ProblemLog) {
    let isPath = RegulationFinder.isPath(name.value)
    let message =
      isPath
      ? Localized(
        zh: "没有法规文件 \(quoted(name.value))；找过责任图所在文件夹和当前文件夹",
        en: "no regulation file \(quoted(name.value)); tried the chart's folder and the current one")
      : Localized(
        zh: "没有法规 \(quoted(name.value))；在责任图旁、../regulations、各上级文件夹的 regulations 和 Graphs/regulations 里找过",
        en:
          "no regulation \(quoted(name.value)); tried \(quoted(name.value + ".yaml")) beside the chart, in ../regulations, and in regulations and Graphs/regulations of the folders above"
      )
    log.report(
      at: name.place, message,
      suggestion: isPath ? nil : log.suggestion(for: name.value, among: offered.keys.sorted() + finder.known()))
  }
}
