import Glibc

/// Sole owner of a file that is written beside the one that it is to replace. Unless it is put in its place, it is gone
/// in the end, and the other file is as it was.
struct DraftFile: ~Copyable {
  /// Where it is written, in the folder of its target.
  let path: String
  private let target: String
  private let mode: mode_t
  private var isPut = false

  /// Makes an empty file, with the mode of the file that it is to replace, behind a link too.
  ///
  /// - Throws: `system`, or `notAFile` where the path is a folder, pipe or device.
  init(for path: String) throws(WorkbookError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { throw WorkbookError(.notAFile) }
    var target = path
    if exists, let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    let (draft, descriptor) = try Self.create(beside: target)
    defer { close(descriptor) }
    var made = stat()
    mode = exists ? status.st_mode & 0o7777 : fstat(descriptor, &made) == 0 ? made.st_mode & 0o7777 : 0o644
    self.path = draft
    self.target = target
  }

  deinit { if !isPut { unlink(path) } }

  /// Puts it in its place, so that nobody ever sees half of it.
  consuming func put() throws(WorkbookError) {
    // Libraries may have made the file anew.
    guard chmod(path, mode) == 0, rename(path, target) == 0 else { throw WorkbookError(.system(code: errno)) }
    isPut = true
  }

  /// Takes it away again.
  consuming func discard() {}

  private static func create(beside target: String) throws(WorkbookError) -> (path: String, descriptor: Int32) {
    for number in 0..<100 {
      let path = target + ".\(getpid()).\(number).tmp"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (path, descriptor) }
      guard errno == EEXIST else { break }
    }
    throw WorkbookError(.system(code: errno))
  }
}
