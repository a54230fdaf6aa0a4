import Foundation

/// What a file of a chart is, by its first bytes where these tell, else by its name.
enum ContainerKind {
  case yaml, workbook, database, delimited, markdown

  init(path: String, head: some Sequence<UInt8>) {
    let head = Array(head.prefix(16))
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
    } else if head.starts(with: Array("SQLite format 3\0".utf8)) {
      self = .database
    } else {
      self.init(name: path)
    }
  }

  /// By the end of the name alone. What nobody knows is taken for YAML.
  init(name: String) {
    switch (name.split(separator: "/").last ?? "").split(separator: ".").dropFirst().last?.lowercased() {
    case "csv", "tsv", "tab": self = .delimited
    case "md", "markdown": self = .markdown
    case "xlsx", "xlsm", "xltx", "xls": self = .workbook
    case "sqlite", "sqlite3", "db": self = .database
    default: self = .yaml
    }
  }

  /// A file by its name and first bytes; a file that cannot be read is told by its name.
  init(file path: String) {
    guard path != "-", let file = FileHandle(forReadingAtPath: path) else {
      self.init(name: path)
      return
    }
    defer { try? file.close() }
    self.init(path: path, head: (try? file.read(upToCount: 16)).flatMap { $0 } ?? Data())
  }

  /// The name of a file without what tells its kind.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
