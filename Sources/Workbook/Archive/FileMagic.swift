/// Tells what a file is that is no workbook of today.
enum FileMagic {
  /// The beginning of a compound file ([MS-CFB] §2.2): an old `.xls`, or a workbook with a password around it.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The name of the stream that holds an encrypted workbook ([MS-OFFCRYPTO] §2.3.4.4), in UTF-16.
  private static let encryptedPackage = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }

  /// Why the file cannot be read as a container, where that shows; O(bytes), of compound files only.
  static func fault(_ descriptor: Int32, fileBytes: Int) -> WorkbookFault? {
    guard ZipTail.read(descriptor, at: 0, count: 8) == compound else { return nil }
    let step = 1 << 16
    for start in stride(from: 0, to: fileBytes, by: step) {
      // The pieces overlap by the length of the name.
      let count = min(step + encryptedPackage.count, fileBytes - start)
      guard let piece = ZipTail.read(descriptor, at: start, count: count) else { break }
      if ByteSearch.first(encryptedPackage, in: piece) != nil { return .encrypted }
    }
    return .oldFormat
  }
}
