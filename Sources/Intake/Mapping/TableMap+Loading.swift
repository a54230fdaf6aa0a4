import RemitModel
import RemitSource

extension TableMap {
  /// A map by the name of a built-in one, or from a file.
  ///
  /// - Throws: Every problem of the file, or that there is neither.
  package static func load(_ name: String) throws(Problems) -> TableMap {
    if let known = builtIn.first(where: { $0.id == name }) { return known }
    let log = ProblemLog()
    let document = log.add(path: name)
    let whole = Place(document: document, line: 0, column: 0)
    var map: TableMap?
    do throws(FileBytes.Failure) {
      map = TableMapReader(log: log).read(try FileBytes.contents(of: name), document: document)
    } catch {
      let names = listed(builtIn.map(\.id))
      log.report(
        at: whole,
        Localized(
          zh: "\(error.message.zh)；应为对照表文件，或内置的 \(names)",
          en: "\(error.message.en); expected the file of a map, or the built-in \(names)"),
        suggestion: log.suggestion(for: name, among: builtIn.map(\.id)))
    }
    try log.finish()
    if let map { return map }
    throw Problems([
      Problem(
        location: Location(path: name, line: 0, column: 0),
        message: Localized(zh: "没有对照表", en: "no map"))
    ])
  }
}
