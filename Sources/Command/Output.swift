import ArgumentParser
import Glibc
import RemitModel

/// Where a command's result goes: a file, whole or not at all, or standard output.
struct Output {
  /// Nil or `-` for standard output.
  let path: String?

  func write(_ text: String, language: Language) throws { try write(Array(text.utf8), language: language) }

  /// - Throws: the exit status 2, after saying why the file could not be written.
  func write(_ bytes: [UInt8], language: Language) throws {
    guard let path, path != "-" else {
      if !Console.write(bytes, to: STDOUT_FILENO) { Console.fail() }
      return
    }
    guard put(bytes, at: path) else {
      let why = String(cString: strerror(errno))
      throw Failure.usage(
        Localized(zh: "无法写入 \(path)：\(why)", en: "cannot write \(path): \(why)"), language: language)
    }
  }

  /// A file is replaced by a whole new one with its mode, behind a link too; a pipe or device is written to. False, with
  /// `errno` set, where that was not possible.
  private func put(_ bytes: [UInt8], at path: String) -> Bool {
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind != S_IFREG {
      if kind == S_IFDIR {
        errno = EISDIR
        return false
      }
      let descriptor = open(path, O_WRONLY)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      return Console.write(bytes, to: descriptor)
    }
    guard exists, let resolved = realpath(path, nil) else { return replace(path, by: bytes, mode: nil) }
    defer { free(resolved) }
    return replace(String(cString: resolved), by: bytes, mode: status.st_mode & 0o7777)
  }

  /// Writes beside the file and renames, so that nobody ever sees half of it.
  private func replace(_ path: String, by bytes: [UInt8], mode: mode_t?) -> Bool {
    let draft = path + ".\(getpid()).tmp"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { return false }
    let isWritten = Console.write(bytes, to: descriptor) && (mode.map { fchmod(descriptor, $0) == 0 } ?? true)
    let failure = errno
    close(descriptor)
    if isWritten, rename(draft, path) == 0 { return true }
    let reason = isWritten ? errno : failure
    unlink(draft)
    errno = reason
    return false
  }
}
