import Foundation
import RemitModel

/// Reads whole files, or says why it cannot.
package enum FileBytes {
  package struct Failure: Error {
    package var message: Localized
  }

  /// Larger files are refused: 64 MiB.
  static let limit = 64 << 20

  /// The same for a table: 1 GiB.
  static let tableLimit = 1 << 30

  /// The same for all that a chart is read from: 3 GiB. Offsets into its texts have 32 bits.
  static let mostTogether = 3 << 30

  static func tooLarge(_ limit: Int) -> Localized {
    Localized(
      zh: "文件超过 \(limit >> 20) MiB；应拆成几个", en: "the file is over \(limit >> 20) MiB; expected a smaller one, or several"
    )
  }

  static func tooMuch(_ limit: Int) -> Localized {
    Localized(
      zh: "责任图的全部内容超过 \(limit >> 20) MiB", en: "the chart is over \(limit >> 20) MiB in all; expected a smaller one")
  }

  /// The bytes of a file, or of standard input for `-`. Holds no more than the limit and a little.
  package static func contents(of path: String, limit: Int = limit) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Failure(message: reason(errno)) }
    defer { if descriptor != 0 { _ = close(descriptor) } }
    var bytes: [UInt8] = []
    while true {
      var code: Int32 = 0
      // A file of known size is read at once.
      let room = max(1 << 16, remaining(descriptor))
      let piece = [UInt8](unsafeUninitializedCapacity: min(room, limit + 1 - bytes.count)) { buffer, count in
        repeat {
          count = read(descriptor, buffer.baseAddress, buffer.count)
          code = count < 0 ? errno : 0
        } while code == EINTR
        count = max(0, count)
      }
      guard code == 0 else { throw Failure(message: reason(code)) }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit { throw Failure(message: tooLarge(limit)) }
    }
  }

  /// How many bytes of a file are still to be read, and one more; 0 where that is not known.
  private static func remaining(_ descriptor: Int32) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return max(0, Int(status.st_size) - Int(lseek(descriptor, 0, SEEK_CUR))) + 1
  }

  static func reason(_ code: Int32) -> Localized {
    switch code {
    case ENOENT, ENOTDIR: Localized(zh: "没有这个文件", en: "no such file")
    case EACCES, EPERM: Localized(zh: "没有权限读这个文件", en: "no permission to read the file")
    case EISDIR: Localized(zh: "这是文件夹；应为文件", en: "a folder; expected a file")
    default:
      Localized(zh: "文件读不了：\(String(cString: strerror(code)))", en: "unreadable: \(String(cString: strerror(code)))")
    }
  }
}
