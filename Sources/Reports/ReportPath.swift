/// Paths as services want them: relative to the folder in which the check ran.
struct ReportPath {
  private let folder: [Substring]

  /// - Parameter folder: absolute; empty to leave all paths as they are but for needless parts.
  init(folder: String) { self.folder = folder.split(separator: "/") }

  /// The path without needless parts, below the folder if it lies there.
  func relative(_ path: String) -> String {
    let parts = Self.plain(path)
    guard path.hasPrefix("/") else { return parts.joined(separator: "/") }
    if !folder.isEmpty, parts.count > folder.count, parts.prefix(folder.count).elementsEqual(folder) {
      return parts.dropFirst(folder.count).joined(separator: "/")
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path as a URI reference (RFC 3986): relative, or with the scheme `file` outside the folder.
  func uri(_ path: String) -> String {
    let path = relative(path)
    return (path.hasPrefix("/") ? "file://" : "") + Self.encoded(path)
  }

  /// The parts of a path, `.` left out and `..` taken off where it can be.
  private static func plain(_ path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    return parts
  }

  private static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case 45...57, 65...90, 95, 97...122, 126: text.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
