import CWorkbook
import Glibc

/// Sole owner of a container that is changed in place. Entries that nobody replaces keep their packed bytes.
struct ZipEditor: ~Copyable {
  private var handle: OpaquePointer?

  /// Opens a container that is the caller's own, such as a draft.
  init(path: String) throws(WorkbookError) {
    var code: Int32 = 0
    guard let handle = zip_open(path, 0, &code) else {
      var failure = zip_error_t()
      zip_error_init_with_code(&failure, code)
      defer { zip_error_fini(&failure) }
      throw WorkbookError(.damaged(reason: String(cString: zip_error_strerror(&failure))))
    }
    self.handle = handle
  }

  deinit { if let handle { zip_discard(handle) } }

  /// Gives an entry new contents, or adds one at the end.
  ///
  /// - Parameter index: the entry's number; nil to add one.
  mutating func put(_ bytes: [UInt8], at index: UInt64?, name: String) throws(WorkbookError) {
    guard let memory = malloc(max(1, bytes.count)) else { throw WorkbookError(.system(code: ENOMEM)) }
    bytes.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(memory, base, bytes.count) }
    }
    guard let handle, let source = zip_source_buffer(handle, memory, UInt64(bytes.count), 1) else {
      free(memory)
      throw failure(name)
    }
    try put(source, at: index, name: name)
  }

  /// Gives an entry a piece of a file as its contents. The file must be there until `commit`.
  mutating func put(file: String, range: Range<Int>, at index: UInt64?, name: String) throws(WorkbookError) {
    guard let handle,
      let source = zip_source_file(handle, file, UInt64(range.lowerBound), Int64(range.count))
    else { throw failure(name) }
    try put(source, at: index, name: name)
  }

  private mutating func put(_ source: OpaquePointer, at index: UInt64?, name: String) throws(WorkbookError) {
    guard let handle else { return }
    var entry = index
    if let index {
      if zip_file_replace(handle, index, source, 0) != 0 { entry = nil }
    } else {
      let added = zip_file_add(handle, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      entry = added < 0 ? nil : UInt64(added)
    }
    guard let entry else {
      zip_source_free(source)
      throw failure(name)
    }
    // 1980-01-01: the same bytes whenever they are written, in any zone.
    zip_file_set_dostime(handle, entry, 0, 0x21, 0)
  }

  /// Writes the container.
  mutating func commit() throws(WorkbookError) {
    guard let handle else { return }
    guard zip_close(handle) == 0 else { throw failure(nil) }
    self.handle = nil
  }

  private func failure(_ name: String?) -> WorkbookError {
    WorkbookError(.damaged(reason: handle.map { String(cString: zip_strerror($0)) } ?? ""), part: name)
  }
}
