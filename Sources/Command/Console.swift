import FoundationEssentials
import Glibc
import RemitModel

/// The terminal and the process around the program.
enum Console {
  static func print(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  static func complain(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes everything, or as much as whoever reads still takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno != EINTR { return }
        rest = rest.dropFirst(max(0, count))
      }
    }
  }

  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  /// Whether a person sees standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

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

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// Where a command's result goes: a file, whole or not at all, or standard output.
struct Output {
  /// Nil or `-` for standard output.
  let path: String?

  func write(_ text: String, language: Language) throws { try write(Array(text.utf8), language: language) }

  /// - Throws: the exit status 2, after saying why the file could not be written.
  func write(_ bytes: [UInt8], language: Language) throws {
    guard let path, path != "-" else {
      Console.write(bytes, to: STDOUT_FILENO)
      return
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let why = error.localizedDescription
      throw Failure.usage(
        Localized(zh: "无法写入 \(path)：\(why)", en: "cannot write \(path): \(why)"), language: language)
    }
  }
}
