import RemitModel

/// The encodings in which tables come, beside UTF-8: what spreadsheets and personnel systems write.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  /// GB 18030-2005, which holds GBK and GB 2312.
  case gb18030 = "gb18030"
  /// The WHATWG and IANA name of what Western European Windows calls ANSI. It holds ISO 8859-1 but for control
  /// characters, and is read for it, as browsers do.
  case windows1252 = "windows-1252"

  /// By one of its names, whatever the case of the letters; nil for one that is not known.
  package init?(named name: String) {
    let plain = name.lowercased()
    guard let encoding = Self.names.first(where: { $0.0 == plain })?.1 else { return nil }
    self = encoding
  }

  /// The names by which files and options may call them, the usual ones first.
  package static let names: [(String, TextEncoding)] =
    allCases.map { ($0.rawValue, $0) } + [
      ("utf8", .utf8), ("utf-16", .utf16LE), ("utf16", .utf16LE), ("utf16le", .utf16LE), ("utf16be", .utf16BE),
      ("gbk", .gb18030), ("gb2312", .gb18030), ("cp936", .gb18030), ("cp1252", .windows1252),
      ("windows1252", .windows1252), ("latin1", .windows1252), ("iso-8859-1", .windows1252),
    ]

  /// The name for people.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    case .gb18030: "GB18030"
    case .windows1252: "Windows-1252"
    }
  }

  /// The bytes that may stand before the text to name the encoding, after Unicode 15 §23.8.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .windows1252: []
    }
  }

  /// The name that iconv knows.
  var converter: String { self == .windows1252 ? "CP1252" : rawValue.uppercased() }

  var isUTF16: Bool { self == .utf16LE || self == .utf16BE }
}
