import Foundation
import RemitModel

/// Reads whole files, or says why it cannot.
package enum FileBytes {
  package struct Failure: Error {
    package var message: Localized
  }

  /// Larger files are refused: 64 MiB.
  static let limit = 64 << 20

  static let tooLarge = Localized(
    zh: "文件超过 64 MiB；应拆成几个", en: "the file is over 64 MiB; expected a smaller one, or several")

  /// The bytes of a file, or of standard input for `-`. Holds no more than the limit and a little.
  package static func contents(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Failure(message: reason(errno)) }
    defer { if descriptor != 0 { _ = close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(message: reason(errno)) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw Failure(message: tooLarge) }
    }
  }

  private static func reason(_ code: Int32) -> Localized {
    switch code {
    case ENOENT, ENOTDIR: Localized(zh: "没有这个文件", en: "no such file")
    case EACCES, EPERM: Localized(zh: "没有权限读这个文件", en: "no permission to read the file")
    case EISDIR: Localized(zh: "这是文件夹；应为文件", en: "a folder; expected a file")
    default:
      Localized(zh: "文件读不了：\(String(cString: strerror(code)))", en: "unreadable: \(String(cString: strerror(code)))")
    }
  }
}
