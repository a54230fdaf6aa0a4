import Foundation

/// Finds the regulation files that a chart names: by path, or by id in the folders where regulations are kept.
struct RegulationFinder {
  /// Absolute: the chart's own, and where that is reached through links, the one that it really is.
  let homes: [String]
  let searchRoots: [String]

  /// For the chart at a path; `-` stands in the current folder.
  init(chart path: String, searchRoots: [String]) {
    self.searchRoots = searchRoots
    let home = path == "-" ? Paths.current : Paths.folder(of: Paths.absolute(path))
    let real = path == "-" ? nil : Paths.real(path).map(Paths.folder)
    homes = [home] + (real.map { $0 == home ? [] : [$0] } ?? [])
  }

  static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// The file's path, absolute, or nil.
  func find(_ name: String) -> String? {
    if Self.isPath(name) {
      return (homes + [Paths.current]).map { Paths.absolute(name, from: $0) }.first(where: Paths.isFile)
    }
    return file(name, in: nearFolders()) ?? file(name, in: ownFolders())
  }

  private func file(_ name: String, in folders: [String]) -> String? {
    folders.lazy.map { Paths.join($0, name + ".yaml") }.first(where: Paths.isFile)
  }

  /// Ids of the regulations within reach, for suggestions; some hundreds at most.
  func known() -> [String] {
    var ids: Set<String> = []
    for folder in folders() where folder.hasSuffix("/regulations") && ids.count < 500 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.prefix(500) where name.hasSuffix(".yaml") { ids.insert(String(name.dropLast(5))) }
    }
    return ids.sorted()
  }

  /// Where an id is looked for, in this order, each once.
  private func folders() -> [String] {
    var seen: Set<String> = []
    return (nearFolders() + ownFolders()).filter { seen.insert($0).inserted }
  }

  /// Around the chart, around where we stand, and where else we are told to look.
  private func nearFolders() -> [String] {
    var result = homes.flatMap { [$0, Paths.absolute("../regulations", from: $0)] }
    for start in homes + [Paths.current] { result += Paths.upwards(from: start).flatMap(Self.kept) }
    return result + searchRoots.map { Paths.absolute($0) }.flatMap { [$0] + Self.kept($0) }
  }

  /// Around the program.
  private func ownFolders() -> [String] {
    guard let program = Bundle.main.executablePath else { return [] }
    return Paths.upwards(from: Paths.folder(of: Paths.absolute(program))).flatMap(Self.kept)
  }

  private static func kept(_ folder: String) -> [String] {
    [Paths.join(folder, "regulations"), Paths.join(folder, "Graphs/regulations")]
  }
}
