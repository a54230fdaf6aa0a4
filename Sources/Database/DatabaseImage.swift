import CSQLite
import Glibc

/// Owns a copy of a database file in memory that SQLite allotted.
struct DatabaseImage: ~Copyable {
  private let start: UnsafeMutablePointer<UInt8>
  let count: Int

  private static let magic = Array("SQLite format 3\0".utf8)
  private static let headerLength = 100

  /// Takes over memory of `sqlite3_malloc64`.
  private init(start: UnsafeMutablePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  deinit { sqlite3_free(start) }

  static func copy(of bytes: [UInt8]) throws(DatabaseError) -> DatabaseImage {
    let image = try allot(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      if let source = bytes.baseAddress { image.start.update(from: source, count: bytes.count) }
    }
    try image.check()
    return image
  }

  static func copy(ofFile path: String) throws(DatabaseError) -> DatabaseImage {
    try refuseUnfinished(path)
    // A pipe would have us wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= Database.fileLimit else { throw .fileTooLarge(limit: Database.fileLimit) }
    let image = try allot(Int(status.st_size))
    var filled = 0
    while filled < image.count {
      let count = read(descriptor, image.start + filled, image.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(code: errno) }
      guard count > 0 else { throw .damaged("the file became shorter while it was read") }
      filled += count
    }
    try image.check()
    return image
  }

  private static func allot(_ count: Int) throws(DatabaseError) -> DatabaseImage {
    guard count <= Database.fileLimit else { throw .fileTooLarge(limit: Database.fileLimit) }
    guard count >= headerLength else { throw .notADatabase }
    guard let memory = sqlite3_malloc64(UInt64(count)) else {
      throw .other(code: SQLITE_NOMEM, String(cString: sqlite3_errstr(SQLITE_NOMEM)))
    }
    return DatabaseImage(start: memory.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The size of a page as the header has it: a power of two from 512 to 65536, written as 1.
  var pageSize: Int {
    let written = Int(start[16]) << 8 | Int(start[17])
    return written == 1 ? 65536 : max(512, written)
  }

  private func check() throws(DatabaseError) {
    guard UnsafeBufferPointer(start: start, count: Self.magic.count).elementsEqual(Self.magic) else {
      throw .notADatabase
    }
    // Versions that read and write by a write-ahead log; in memory there is none, and it was found to be empty.
    for index in 18...19 where start[index] == 2 { start[index] = 1 }
  }

  /// Makes it the main database of a connection, which frees it from then on.
  consuming func hand(to connection: borrowing Connection) throws(DatabaseError) {
    let (start, count) = (start, Int64(count))
    discard self
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    try connection.check(sqlite3_deserialize(connection.handle, "main", start, count, count, flags))
  }

  /// A log or journal with anything in it holds changes that are not in the file, or that must be taken back.
  private static func refuseUnfinished(_ path: String) throws(DatabaseError) {
    var status = stat()
    // Behind a link, they lie beside the file that it leads to.
    var target = path
    if let resolved = realpath(path, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    for name in [target + "-wal", target + "-journal"] {
      guard stat(name, &status) == 0, status.st_size > 0, !isEmptyJournal(name) else { continue }
      throw .unfinished(besides: name)
    }
  }

  /// Some programs keep a journal after use, and blank its header.
  private static func isEmptyJournal(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var first: UInt8 = 1
    return read(descriptor, &first, 1) == 1 && first == 0
  }
}
