import Foundation

/// An open file of which parts are read.
struct FileParts: ~Copyable {
  private let descriptor: Int32
  /// How many bytes it had when it was opened.
  let size: Int

  /// Nil for what cannot be opened or is no file.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { _ = close(descriptor) }
      return nil
    }
    size = Int(status.st_size)
  }

  deinit { _ = close(descriptor) }

  /// Adds the bytes of a part to an array. False where it cannot be read, or has become shorter.
  func read(_ part: Range<Int>, into bytes: inout [UInt8]) -> Bool {
    var isRead = true
    let added = [UInt8](unsafeUninitializedCapacity: part.count) { buffer, count in
      isRead = read(from: part.lowerBound, into: UnsafeMutableBufferPointer(rebasing: buffer[..<part.count]))
      count = isRead ? part.count : 0
    }
    if bytes.isEmpty { bytes = added } else { bytes += added }
    return isRead
  }

  /// Fills a buffer from an offset on. False where the file cannot be read, or has become shorter.
  func read(from start: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    var count = 0
    while count < buffer.count {
      let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count, off_t(start + count))
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return false }
      count += got
    }
    return true
  }
}
