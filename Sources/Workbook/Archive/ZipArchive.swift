import CWorkbook
import Glibc

/// Sole owner of a container that is read. Names of entries are compared, and never used as paths.
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer
  /// The parts by their names in lower case, since OPC's names ignore the case of ASCII letters (ISO/IEC 29500-2 §6.2.2).
  private let parts: [String: UInt64]
  /// Names that several entries have.
  private let repeated: Set<String>
  let limits: WorkbookLimits

  /// Opens a file. O(entries).
  init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
    guard let file = fopen(path, "rbe") else { throw WorkbookError(.system(code: errno)) }
    do {
      try Self.check(fileno(file), limits)
    } catch {
      fclose(file)
      throw error
    }
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let source = zip_source_filep_create(file, 0, -1, &failure) else {
      fclose(file)
      throw Self.damaged(&failure)
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw Self.damaged(&failure)
    }
    var parts: [String: UInt64] = [:]
    var repeated: Set<String> = []
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.entries else {
      zip_discard(handle)
      throw WorkbookError(.exceeds(.entries, bound: limits.entries))
    }
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
      let key = Self.key(String(cString: name))
      if parts.updateValue(index, forKey: key) != nil { repeated.insert(key) }
    }
    self.handle = handle
    self.parts = parts
    self.repeated = repeated
    self.limits = limits
  }

  deinit { zip_discard(handle) }

  private static func check(_ descriptor: Int32, _ limits: WorkbookLimits) throws(WorkbookError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw WorkbookError(.system(code: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WorkbookError(.notAFile) }
    let bytes = Int(status.st_size)
    guard bytes <= limits.fileBytes else { throw WorkbookError(.exceeds(.fileBytes, bound: limits.fileBytes)) }
    if let fault = FileMagic.fault(descriptor, fileBytes: bytes) { throw WorkbookError(fault) }
    guard let claims = ZipTail.claims(descriptor, fileBytes: bytes) else { throw WorkbookError(.notZip) }
    guard claims.entries <= limits.entries else { throw WorkbookError(.exceeds(.entries, bound: limits.entries)) }
    guard claims.directoryBytes <= limits.directoryBytes else {
      throw WorkbookError(.exceeds(.directoryBytes, bound: limits.directoryBytes))
    }
  }

  private static func damaged(_ failure: inout zip_error_t) -> WorkbookError {
    WorkbookError(.damaged(reason: String(cString: zip_error_strerror(&failure))))
  }

  /// Some writers use the separators of Windows.
  private static func key(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == 0x5C ? 0x2F : (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// The number of a part's entry; nil where there is none.
  ///
  /// - Throws: `repeatedPart` where several entries claim the name, since programs differ in which they take.
  func index(of part: String) throws(WorkbookError) -> UInt64? {
    let key = Self.key(part)
    guard !repeated.contains(key) else { throw WorkbookError(.repeatedPart(part)) }
    return parts[key]
  }

  /// The name of an entry as it is written.
  func name(_ index: UInt64) -> String {
    zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_GUESS)).map { String(cString: $0) } ?? ""
  }

  /// Opens a part. It must be closed before the archive is.
  ///
  /// - Throws: `missingPart`, `encrypted`, or `damaged` where its method of packing is unknown.
  func open(_ part: String) throws(WorkbookError) -> ZipPart {
    guard let index = try index(of: part) else { throw WorkbookError(.missingPart(part)) }
    var status = zip_stat_t()
    zip_stat_init(&status)
    if zip_stat_index(handle, index, 0, &status) == 0, status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      status.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw WorkbookError(.encrypted, part: part)
    }
    guard let file = zip_fopen_index(handle, index, 0) else {
      throw WorkbookError(.damaged(reason: String(cString: zip_strerror(handle))), part: part)
    }
    return ZipPart(file: file, name: part)
  }

  /// A part as a whole, up to the bound of small parts.
  func contents(of part: String) throws(WorkbookError) -> [UInt8] {
    let source = try open(part)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: XMLParser.chunk, alignment: 1)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try source.read(piece)
      if count == 0 { return bytes }
      bytes += piece[..<count]
      if bytes.count > limits.smallPartBytes {
        throw WorkbookError(.exceeds(.smallPartBytes, bound: limits.smallPartBytes), part: part)
      }
    }
  }

  /// Reads a part's XML to its end. For parts whose contents are held in memory.
  func parse(_ part: String, _ handler: XMLHandler) throws(WorkbookError) {
    let source = try open(part)
    var parser = try XMLParser(handler)
    while try parser.advance(source) {}
  }
}

/// Sole owner of an entry that is being read.
struct ZipPart: ~Copyable {
  private let file: OpaquePointer
  let name: String

  fileprivate init(file: OpaquePointer, name: String) {
    self.file = file
    self.name = name
  }

  deinit { zip_fclose(file) }

  /// The next bytes; 0 at the end, where the library has compared the checksum.
  borrowing func read(_ buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    let count = zip_fread(file, base, UInt64(buffer.count))
    guard count >= 0 else {
      throw WorkbookError(.damaged(reason: String(cString: zip_file_strerror(file))), part: name)
    }
    return Int(count)
  }
}
