import ArgumentParser
import Glibc
import RemitModel
import RemitReports

/// In which forms to report, and where to.
struct ReportArguments: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "How to write the findings: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "FORMAT=FILE writes to a file; may be given several times.", valueName: "FORMAT[=FILE]"))
  var format: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the report to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many findings of each rule text shows in full (default: 50 on standard output, all in files).",
      valueName: "N"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  /// - Parameter inputs: what is read, and must not be written over.
  /// - Throws: the exit status 2, after saying what cannot be done.
  func targets(inputs: [String], language: Language) throws -> ReportTargets {
    var targets: [ReportTargets.Target] = []
    for word in format {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = ReportFormat(rawValue: parts[0]) else { throw unknown(parts[0], language) }
      if parts.count > 1, parts[1].isEmpty {
        throw Failure.usage(
          Localized(zh: "--format \(word) 没有写文件名", en: "--format \(word) names no file"), language: language)
      }
      targets.append(ReportTargets.Target(format: format, path: parts.count > 1 && parts[1] != "-" ? parts[1] : nil))
    }
    if targets.isEmpty { targets.append(ReportTargets.Target(format: .text, path: nil)) }
    if let output, output != "-" {
      guard let plain = targets.firstIndex(where: { $0.path == nil }) else {
        throw Failure.usage(
          Localized(
            zh: "-o \(output) 没有内容可写：每个 --format 都已有文件",
            en: "nothing is left for -o \(output): each --format has its file"),
          language: language)
      }
      targets[plain].path = output
    }
    let result = ReportTargets(targets: targets, limit: limit, language: language)
    try result.checkApart(inputs)
    return result
  }

  private func unknown(_ word: String, _ language: Language) -> ExitCode {
    let known = ReportFormat.allCases.map(\.rawValue)
    return Failure.usage(
      Localized(zh: "没有名为“\(word)”的格式", en: "no format is called “\(word)”"),
      suggestion: Spelling.suggestion(for: word, among: known)
        ?? Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))"),
      language: language)
  }
}

/// The reports of one check.
struct ReportTargets {
  struct Target {
    let format: ReportFormat
    /// Nil for standard output.
    var path: String?
  }

  /// On standard output, where a person reads.
  private static let standardLimit = 50

  let targets: [Target]
  let limit: Int?
  let language: Language

  /// What standard output gets, if anything.
  var printed: ReportFormat? { targets.first { $0.path == nil }?.format }

  var paths: [String] { targets.compactMap(\.path) }

  /// Files that no report goes to.
  func withoutTargets(_ files: [String]) -> [String] {
    let own = paths.map(FileIdentity.init)
    return own.isEmpty ? files : files.filter { !own.contains(FileIdentity($0)) }
  }

  /// Writes the files, all or none as far as that can be known before, then standard output.
  func write(_ checked: [CheckedChart], _ options: ReportOptions) throws {
    let reports = targets.map { target in
      var own = options
      own.limit = limit ?? (target.path == nil ? Self.standardLimit : nil)
      own.colour = target.path == nil && Console.wantsColour
      let options = own
      let content: Output.Content = { target.format.forEachBlock(checked, options, $0) }
      return (path: target.path, content: content)
    }
    try Output.write(reports, language: language)
  }

  /// Refuses two reports in one place, and a report on top of what is read.
  fileprivate func checkApart(_ inputs: [String]) throws {
    if targets.count(where: { $0.path == nil }) > 1 {
      throw Failure.usage(
        Localized(
          zh: "标准输出只能写一种格式；其余的用 --format 格式=文件",
          en: "standard output takes one format; give the others a file: --format FORMAT=FILE"
        ), language: language)
    }
    var seen: [FileIdentity] = []
    for path in paths {
      let identity = FileIdentity(path)
      if seen.contains(identity) {
        throw Failure.usage(
          Localized(zh: "两个报告写到同一个文件 \(path)", en: "two reports go to one file, \(path)"), language: language)
      }
      if inputs.contains(where: { $0 != "-" && FileIdentity($0) == identity }) {
        throw Failure.usage(
          Localized(zh: "报告会覆盖输入文件 \(path)", en: "the report would overwrite \(path), which is read"),
          language: language)
      }
      seen.append(identity)
    }
  }
}

/// What tells whether two paths lead to one file, whether it exists yet or not.
struct FileIdentity: Equatable {
  private let device: UInt
  private let inode: UInt
  /// The last part of the name, where there is no such file yet; then the numbers are its folder's.
  private let name: String

  init(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      name = ""
    } else {
      let hasFolder = stat(CheckRun.folder(of: path), &status) == 0
      if !hasFolder { status = stat() }
      name = hasFolder ? path.split(separator: "/").last.map(String.init) ?? path : path
    }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
