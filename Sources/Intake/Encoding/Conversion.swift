import Foundation

/// One converter of the C library's iconv, after POSIX.1-2017.
struct Conversion: ~Copyable {
  /// Why a conversion stopped.
  enum Fault: Error {
    /// The C library has no converter for the encoding.
    case missing
    /// The bytes from an offset on are not valid in the encoding; what was converted before them.
    case invalid(offset: Int, before: [UInt8])
  }

  private let handle: iconv_t

  init(from encoding: TextEncoding) throws(Fault) {
    // The error value is all ones; the type is a pointer.
    guard let opened = iconv_open("UTF-8", encoding.converter), Int(bitPattern: opened) != -1 else {
      throw .missing
    }
    handle = opened
  }

  deinit { iconv_close(handle) }

  /// The bytes in UTF-8. The text grows in pieces of 64 KiB: at most three times as long as it was.
  consuming func utf8(_ bytes: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    var input = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(input.count + input.count / 2)
    var piece = [CChar](repeating: 0, count: 1 << 16)
    var done = 0
    while done < input.count {
      let (read, written, code) = step(&input, from: done, into: &piece)
      done += read
      piece.withUnsafeBytes { result += $0[..<written] }
      // E2BIG: the piece is full. Anything else that stops short of the end is a fault, also a sequence that is cut.
      if code != 0, code != E2BIG || read == 0 && written == 0 { throw .invalid(offset: done, before: result) }
    }
    return result
  }

  /// How many bytes were read and written, and the error number, or 0.
  private borrowing func step(
    _ input: inout [UInt8], from start: Int, into piece: inout [CChar]
  ) -> (read: Int, written: Int, code: Int32) {
    let handle = handle
    return input.withUnsafeMutableBytes { source in
      piece.withUnsafeMutableBufferPointer { target in
        // There is input left, so that the buffer has an address.
        var from = (source.baseAddress! + start).assumingMemoryBound(to: CChar.self) as UnsafeMutablePointer?
        var to = target.baseAddress
        var (left, room) = (source.count - start, target.count)
        let failed = iconv(handle, &from, &left, &to, &room) == -1
        let code = failed ? errno : 0
        return (source.count - start - left, target.count - room, code)
      }
    }
  }
}
