import ArgumentParser
import Glibc
import RemitExport
import RemitIntake
import RemitModel

/// Where a converted chart goes: a file, a folder or standard output.
struct ConversionTarget {
  let path: String
  let format: ChartFormat
  let language: Language

  /// The files that readers take for tables of a chart, under the names that we write.
  private static let tables = (ChartTables.names + ChartTables.namesBesideFolder).map { $0 + ".csv" }

  /// Where readers will find the chart; nil for standard output.
  var chartPath: String? {
    if path == "-" { return nil }
    return format.isFolder ? inFolder("chart.yaml") : path
  }

  /// Where a file goes.
  func path(of file: ChartFile) -> String {
    guard let name = file.name else { return path }
    return format.isFolder ? inFolder(name) : CheckRun.folder(of: path) + "/" + name
  }

  private func inFolder(_ name: String) -> String { path + (path.hasSuffix("/") ? "" : "/") + name }

  /// Tables of the folder that the chart does not have.
  private func stale(_ files: [ChartFile]) -> [String] {
    guard format.isFolder else { return [] }
    let present = Set(Console.names(in: path))
    return Self.tables.filter { name in present.contains(name) && !files.contains { $0.name == name } }
  }

  // MARK: Before writing

  /// Refuses what would destroy an input or what is no chart.
  func check(_ files: [ChartFile], inputs: [String]) throws {
    if path == "-" {
      guard files.count == 1, !format.isFolder else {
        throw fail(
          Localized(
            zh: "标准输出只能写一个文件；用 -o 指定文件或文件夹", en: "standard output takes one file; name a file or folder with -o"))
      }
      return
    }
    if format.isFolder { try checkFolder() }
    let read = inputs.filter { $0 != "-" }.map(FileIdentity.init)
    for target in files.map(path(of:)) + stale(files).map(inFolder) where read.contains(FileIdentity(target)) {
      throw fail(
        Localized(zh: "会覆盖输入文件 \(target)；写到别处", en: "this would overwrite \(target), which is read; write elsewhere"))
    }
    for file in files where isBeside(file) && isThere(path(of: file)) {
      guard (try? FileBytes.contents(of: path(of: file))) != file.bytes else { continue }
      throw fail(
        Localized(
          zh: "\(path(of: file)) 已经存在，内容不同", en: "\(path(of: file)) is there already, and is not the same"))
    }
  }

  /// Whether a file is not the chart itself, nor a table of it.
  private func isBeside(_ file: ChartFile) -> Bool {
    guard let name = file.name else { return false }
    return !format.isFolder || name != "chart.yaml" && !Self.tables.contains(name)
  }

  /// Whether there is something already: a file, or a folder with anything in it.
  var holdsSomething: Bool {
    guard isThere(path) else { return false }
    return !Console.isFolder(path) || Console.names(in: path).contains { !$0.hasPrefix(".") }
  }

  private func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// A folder must be new or empty, or hold a chart of tables and nothing else that readers would take for one.
  private func checkFolder() throws {
    guard isThere(path) else { return }
    guard Console.isFolder(path) else {
      throw fail(Localized(zh: "\(path) 不是文件夹", en: "\(path) is no folder"))
    }
    let names = Console.names(in: path).filter { !$0.hasPrefix(".") }
    guard !names.isEmpty else { return }
    let tables = names.filter { $0.lowercased().hasSuffix(".csv") }
    guard tables.contains(where: Self.tables.contains) else {
      throw fail(
        Localized(
          zh: "文件夹 \(path) 里另有内容（\(names[0])），不是责任图的表；写到新的或空的文件夹",
          en: "the folder \(path) holds something else (\(names[0])), and no tables of a chart; name a new or empty one"
        ))
    }
    if let other = tables.first(where: { !Self.tables.contains($0) }) {
      throw fail(
        Localized(
          zh: "文件夹 \(path) 里的 \(other) 不会被替换，却会被当作责任图的一部分来读；先移走",
          en: "\(other) in the folder \(path) would not be replaced, but read as part of the chart; move it away first")
      )
    }
  }

  // MARK: Writing

  /// Writes all files, then takes away the tables that the chart no longer has.
  func write(_ files: [ChartFile]) throws {
    if path == "-" {
      try Output(path: nil).write(files[0].bytes, language: language)
      return
    }
    let isNew = format.isFolder && !isThere(path)
    if isNew, mkdir(path, 0o777) != 0 {
      let why = String(cString: strerror(errno))
      throw fail(Localized(zh: "无法建立文件夹 \(path)：\(why)", en: "cannot make the folder \(path): \(why)"))
    }
    do {
      try Output.write(files.map { (path(of: $0), Output.content($0.bytes)) }, language: language)
    } catch {
      // Nothing is in it.
      if isNew { rmdir(path) }
      throw error
    }
    for name in stale(files) where unlink(inFolder(name)) != 0 {
      let why = String(cString: strerror(errno))
      throw fail(
        Localized(
          zh: "写好了，但无法删除旧表 \(inFolder(name))：\(why)", en: "written, but cannot remove the old \(inFolder(name)): \(why)"
        ))
    }
  }

  private func fail(_ message: Localized) -> ExitCode { Failure.usage(message, language: language) }
}
