import ArgumentParser
import Glibc
import RemitModel

/// Where a command's result goes: a file, whole or not at all, or standard output.
struct Output {
  /// What is written: it hands its blocks on, one after the other, and gives false where it was stopped.
  typealias Content = (_ sink: @escaping @Sendable ([UInt8]) -> Bool) -> Bool

  /// Bytes that are there already.
  static func content(_ bytes: [UInt8]) -> Content { { sink in sink(bytes) } }

  /// Nil or `-` for standard output.
  let path: String?

  func write(_ text: String, language: Language) throws { try write(Array(text.utf8), language: language) }

  /// - Throws: the exit status 2, after saying why the file could not be written.
  func write(_ bytes: [UInt8], language: Language) throws {
    try Self.write([(path == "-" ? nil : path, Self.content(bytes))], language: language)
  }

  /// Writes one file of many, whole or not at all.
  ///
  /// - Returns: why it could not be written; nil where it was.
  static func save(_ bytes: [UInt8], as path: String) -> String? {
    guard let draft = Draft(content(bytes), for: path) else { return String(cString: strerror(errno)) }
    if draft.put() { return nil }
    let why = String(cString: strerror(errno))
    draft.discard()
    return why
  }

  /// Writes several results. Nothing is replaced before all new files are written beside the old ones; standard output
  /// (a nil path) comes last.
  ///
  /// - Throws: the exit status 2, after saying which file could not be written and why. Then no file is half written.
  static func write(_ results: [(path: String?, content: Content)], language: Language) throws {
    var drafts: [Draft] = []
    func fail(_ path: String) -> ExitCode {
      let why = String(cString: strerror(errno))
      for draft in drafts { draft.discard() }
      return Failure.usage(
        Localized(zh: "无法写入 \(path)：\(why)", en: "cannot write \(path): \(why)"), language: language)
    }
    for case (let path?, let content) in results {
      guard let draft = Draft(content, for: path) else { throw fail(path) }
      drafts.append(draft)
    }
    // What cannot be undone comes after what can still fail harmlessly.
    for draft in drafts.filter(\.isFile) + drafts.filter({ !$0.isFile }) {
      guard draft.put() else { throw fail(draft.path) }
    }
    for case (nil, let content) in results where !Console.write(content, to: STDOUT_FILENO) { Console.fail() }
  }
}

/// A file that is written but not yet in its place. A file is replaced by a whole new one with its mode, behind a link
/// too; a pipe or device is written to at the end.
private struct Draft {
  let path: String
  /// What a pipe or device gets; nil for a file, which has it.
  private let content: Output.Content?
  /// The written file and what it is to replace; nil for a pipe or device.
  private let move: (from: String, to: String)?

  var isFile: Bool { move != nil }

  /// Nil, with `errno` set, where the file cannot be written.
  init?(_ content: @escaping Output.Content, for path: String) {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind != S_IFREG {
      if kind == S_IFDIR {
        errno = EISDIR
        return nil
      }
      self.content = content
      move = nil
      return
    }
    self.content = nil
    var target = path
    if exists, let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    let draft = target + ".\(getpid()).tmp"
    guard Self.write(content, to: draft, mode: exists ? status.st_mode & 0o7777 : nil) else { return nil }
    move = (draft, target)
  }

  private static func write(_ content: Output.Content, to draft: String, mode: mode_t?) -> Bool {
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { return false }
    let isWritten = Console.write(content, to: descriptor) && (mode.map { fchmod(descriptor, $0) == 0 } ?? true)
    let failure = errno
    close(descriptor)
    if isWritten { return true }
    unlink(draft)
    errno = failure
    return false
  }

  /// Puts it in its place, so that nobody ever sees half of it. False, with `errno` set, where that was not possible.
  func put() -> Bool {
    guard let move else {
      let descriptor = open(path, O_WRONLY)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      return content.map { Console.write($0, to: descriptor) } ?? true
    }
    return rename(move.from, move.to) == 0
  }

  /// Takes it away again; nothing happens once it is in its place.
  func discard() {
    guard let move else { return }
    unlink(move.from)
  }
}
