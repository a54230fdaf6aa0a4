import Glibc

/// Workbooks in memory. The library writes files only, so one is made in a temporary folder that nobody else can read.
package enum WorkbookBytes {
  /// The bytes of the workbook that the work fills.
  ///
  /// - Throws: what the work throws, and `system` where no temporary file can be written.
  package static func make(
    _ properties: WorkbookProperties, _ fill: (inout WorkbookWriter) throws(WorkbookError) -> Void
  ) throws(WorkbookError) -> [UInt8] {
    let folder = try makeFolder()
    let path = folder + "/book.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try write(path, properties, fill)
    return try contents(of: path)
  }

  private static func write(
    _ path: String, _ properties: WorkbookProperties,
    _ fill: (inout WorkbookWriter) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    var writer = try WorkbookWriter(path: path, properties: properties)
    try fill(&writer)
    try writer.close()
  }

  private static func makeFolder() throws(WorkbookError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array(((parent.isEmpty ? "/tmp" : parent) + "/remit-XXXXXX").utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw WorkbookError(.system(code: errno)) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func contents(of path: String) throws(WorkbookError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0 else { throw WorkbookError(.system(code: errno)) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw WorkbookError(.system(code: errno)) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw WorkbookError(.system(code: failure)) }
    return bytes
  }
}
