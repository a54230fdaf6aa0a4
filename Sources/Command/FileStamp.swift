import Glibc

/// What changes when a file does, told without reading it.
struct FileStamp: Equatable {
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int
  private let inode: UInt

  /// Nil where there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    // A folder's own time changes with every report in it; what is read of it has stamps of its own.
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    seconds = isFolder ? 0 : status.st_mtim.tv_sec
    nanoseconds = isFolder ? 0 : status.st_mtim.tv_nsec
    size = isFolder ? 0 : Int(status.st_size)
    inode = UInt(status.st_ino)
  }
}

/// The stamps of several files at one time, missing ones included.
struct FileStamps: Equatable {
  private var stamps: [String: FileStamp?] = [:]

  init(_ paths: [String]) {
    for path in paths where stamps[path] == nil { stamps.updateValue(FileStamp(path), forKey: path) }
  }

  var count: Int { stamps.count }

  /// These stamps, where an earlier look at the same file is kept: what changed since then is a change.
  func keeping(_ earlier: FileStamps) -> FileStamps {
    var result = self
    for (path, stamp) in earlier.stamps where stamps[path] != nil { result.stamps.updateValue(stamp, forKey: path) }
    return result
  }
}
