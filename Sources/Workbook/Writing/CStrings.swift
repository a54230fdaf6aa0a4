import Glibc

/// Texts as C wants them in its records.
enum CStrings {
  /// Hands texts on as C strings, which are gone afterwards. A nil stays nil.
  static func with<Result>(
    _ texts: [String?], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { $0.flatMap { strdup($0) } }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }

  /// A text without what XML 1.0 cannot hold, for places that know no escapes: spaces stand there instead.
  static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 9, 10, 13: scalar
      case 0..<32, 0xFFFE, 0xFFFF: " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
