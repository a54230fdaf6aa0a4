import Glibc

/// Sole owner of a file that is written from its beginning on.
struct PieceFile: ~Copyable {
  private var file: UnsafeMutablePointer<FILE>?
  /// How many bytes were written.
  private(set) var count = 0

  /// Opens a file that is the caller's own, such as a draft, and empties it.
  init(path: String) throws(WorkbookError) {
    guard let file = fopen(path, "wbe") else { throw WorkbookError(.system(code: errno)) }
    self.file = file
  }

  deinit { if let file { fclose(file) } }

  /// Appends a copy of a file.
  ///
  /// - Throws: `exceeds` where it has more bytes than a bound, `notAFile`, `system`.
  mutating func append(fileAt path: String, bound: Int) throws(WorkbookError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WorkbookError(.system(code: errno)) }
    defer { _ = Glibc.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw WorkbookError(.system(code: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WorkbookError(.notAFile) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: XMLParser.chunk, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let got = read(descriptor, piece.baseAddress, piece.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw WorkbookError(.system(code: errno)) }
      if got == 0 { return }
      guard count + got <= bound else { throw WorkbookError(.exceeds(.fileBytes, bound: bound)) }
      try append(UnsafeRawBufferPointer(rebasing: piece[..<got]))
    }
  }

  /// Appends a part with its changes; holds no more of it than a piece.
  mutating func append(_ part: borrowing ZipPart, _ splices: [Splice]) throws(WorkbookError) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: XMLParser.chunk, alignment: 1)
    defer { piece.deallocate() }
    var rest = Splice.sorted(splices)[...]
    // Offsets in the part: of the piece, and of what is neither written nor left out yet.
    var start = 0
    var position = 0
    while case let got = try part.read(piece), got > 0 {
      let end = start + got
      while let splice = rest.first, splice.offset < end {
        precondition(splice.offset >= position, "changes overlap")
        try append(UnsafeRawBufferPointer(rebasing: piece[position - start..<splice.offset - start]))
        try append(splice.bytes)
        position = splice.offset + splice.count
        rest = rest.dropFirst()
      }
      if position < end {
        try append(UnsafeRawBufferPointer(rebasing: piece[position - start..<got]))
        position = end
      }
      start = end
    }
    for splice in rest { try append(splice.bytes) }
  }

  /// Writes what the system still holds back.
  mutating func close() throws(WorkbookError) {
    guard let file else { return }
    self.file = nil
    guard fclose(file) == 0 else { throw WorkbookError(.system(code: errno)) }
  }

  private mutating func append(_ bytes: [UInt8]) throws(WorkbookError) {
    let isWritten = bytes.withUnsafeBytes { write($0) }
    guard isWritten else { throw WorkbookError(.system(code: errno)) }
    count += bytes.count
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
    guard write(bytes) else { throw WorkbookError(.system(code: errno)) }
    count += bytes.count
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let file, let base = bytes.baseAddress, !bytes.isEmpty else { return true }
    return fwrite(base, 1, bytes.count, file) == bytes.count
  }
}
