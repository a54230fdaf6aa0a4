import Foundation

/// Paths as text: `..` is taken off together with the folder before it, links are not followed.
package enum Paths {
  static var current: String { FileManager.default.currentDirectoryPath }

  package static func isFolder(_ path: String) -> Bool {
    var folder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder.boolValue
  }

  package static func isFile(_ path: String) -> Bool {
    var folder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && !folder.boolValue
  }

  /// From the root, from where we stand if it is relative.
  static func absolute(_ path: String, from folder: String = current) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") {
      if part == ".." { parts = parts.dropLast() } else if part != "." { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// With links followed; nil where there is no such file.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func folder(of absolute: String) -> String {
    let parts = absolute.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  /// A folder and all that it lies in, up to the root.
  static func upwards(from absolute: String) -> [String] {
    var parts = absolute.split(separator: "/")
    var folders = ["/" + parts.joined(separator: "/")]
    while parts.popLast() != nil { folders.append("/" + parts.joined(separator: "/")) }
    return folders
  }

  static func join(_ folder: String, _ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }

  /// Relative to where we stand, for what lies below.
  static func shown(_ absolute: String) -> String {
    let here = current
    return here != "/" && absolute.hasPrefix(here + "/") ? String(absolute.dropFirst(here.count + 1)) : absolute
  }
}
