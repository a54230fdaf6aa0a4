import RemitDrawing
import RemitModel
import Synchronization

/// The process that lays out a single picture, started before the words of the command line are understood: to load plug-ins
/// and fonts takes it as long as everything that comes before. The words are only glanced at, so that it may have been
/// started for nothing.
enum EarlyLayout {
  private static let process = Mutex<LayoutProcess?>(nil)

  /// Starts it where a picture is likely to be asked for. To be called while the program has but one thread.
  static func start(for arguments: [String]) {
    guard isLikelyNeeded(for: arguments) else { return }
    process.withLock { process in
      process = LayoutProcess(program: Program.path)
      process?.start(for: language(in: arguments))
    }
  }

  /// The process, where it was started and has these limits.
  static func take(_ limits: LayoutLimits) -> LayoutProcess? {
    process.withLock { process in
      let taken = process.take()
      return limits == LayoutLimits() ? taken : nil
    }
  }

  /// Whether the words ask for one picture, in a format that is laid out, and for no limit of its own.
  static func isLikelyNeeded(for arguments: [String]) -> Bool {
    guard arguments.count > 2, arguments[1] == "draw" else { return false }
    let others = PictureFormat.allCases.filter { !$0.isDrawn }
    let words = ["--each", "--time-limit", "--describe", "--help", "-h"] + others.map { "--format=" + $0.rawValue }
    return arguments.dropFirst(2).allSatisfy { word in
      !words.contains { word.hasPrefix($0) }
        && !others.contains { word == $0.rawValue || word.hasSuffix("." + $0.suffix) }
    }
  }

  private static func language(in arguments: [String]) -> Language {
    guard let place = arguments.firstIndex(of: "--lang"), place + 1 < arguments.count else { return Console.language }
    return Language(rawValue: arguments[place + 1]) ?? Console.language
  }
}
