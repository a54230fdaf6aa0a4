import Glibc
import RemitModel
import Synchronization

/// The terminal and the process around the program.
enum Console {
  /// Writes to standard output; a reader that has gone away is no fault, a full disk is.
  static func print(_ text: String) {
    if !write(Array(text.utf8), to: STDOUT_FILENO) { fail() }
  }

  static func complain(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Ends the program because standard output does not take what is written.
  static func fail() -> Never {
    let why = String(cString: strerror(errno))
    complain(
      language == .chinese ? "错误：无法写入标准输出：\(why)\n" : "error: cannot write to standard output: \(why)\n")
    exit(2)
  }

  /// Writes everything; false, with `errno` set, where that was not possible.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno != EINTR { return false }
        rest = rest.dropFirst(max(0, count))
      }
      return true
    }
  }

  /// Writes what comes block by block; false, with `errno` set, where that was not possible.
  static func write(_ content: Output.Content, to descriptor: Int32) -> Bool {
    // Blocks may come on any thread, each of which has an `errno` of its own.
    let failure = Mutex<Int32>(0)
    let isWhole = content { block in
      if write(block, to: descriptor) { return true }
      let code = errno
      failure.withLock { $0 = code }
      return false
    }
    if !isWhole { errno = failure.withLock { $0 } }
    return isWhole
  }

  /// Ends the program at once: all that was said has been written, and what libraries would put away the system takes.
  static func exit(_ status: Int32) -> Never { _exit(status) }

  /// Whether a person sees standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person sees standard error, on a terminal that can draw over what it shows.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// Of a clock that nobody sets.
  static var milliseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Whether to write colours: only to a terminal, and not against NO_COLOR.
  static var wantsColour: Bool {
    isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// The language of the locale: Chinese where it says so, else English.
  static var language: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment(name), !value.isEmpty {
        return value.lowercased().hasPrefix("zh") ? .chinese : .english
      }
    }
    return .english
  }

  /// Today in the local zone.
  static var today: CalendarDay? {
    var seconds = time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// The time of day in the local zone, as 09:05:00.
  static var clock: String {
    var seconds = Glibc.time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "" }
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The absolute path of the folder in which the program runs; empty where that cannot be told.
  static var folder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of what lies in a folder, sorted; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
