import CGraphviz
import Glibc
import RemitModel

/// The other side of a `LayoutProcess`: the same program, started anew to do nothing but lay out pictures.
public enum LayoutWorker {
  /// The hidden subcommand.
  static let word = "__layout"

  /// Does the work of a worker, where the program was started as one, and does not come back then. To be called before
  /// anything else, with the words of the command line.
  ///
  /// Jobs come over standard input, a socket, and answers go back over it, until it is closed.
  public static func runIfAsked(_ arguments: [String]) {
    guard arguments.count > 1, arguments[1] == word else { return }
    guard let limits = LayoutLimits(arguments: arguments) else { exit(2) }
    run(limits)
  }

  /// Works until there are no more jobs. Nothing that the process may have begun before is finished.
  ///
  /// - Parameter language: That of the pictures, where it is known.
  static func run(_ limits: LayoutLimits, _ language: Language? = nil) -> Never {
    remit_worker_confine(limits.memory)
    warmUp(language)
    while let job = nextJob() {
      remit_worker_allow(UInt32(limits.seconds))
      answer(job)
    }
    _exit(0)
  }

  /// Loads plug-ins, and fonts bit by bit, as long as the other side is still reading its chart and until its picture is
  /// read here. Each language has its own fonts, but Latin letters are in all pictures.
  private static func warmUp(_ language: Language?) {
    guard !isJobWaiting else { return }
    remit_fonts_prepare()
    Graphviz.open()
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789"
    for sample in DOTLabel.samples(language == .english ? "A" : "县A") + DOTLabel.samples(letters) {
      remit_texts_add_sample(sample.text, sample.size, sample.isBold ? 1 : 0)
    }
    remit_texts_prepare(Fonts.families)
    guard !isJobWaiting else { return }
    // A picture without texts, which has plug-ins loaded.
    _ = try? Graphviz.render(LayoutJob(dot: "digraph { a [label=\"\"] }", image: .svg))
  }

  private static var isJobWaiting: Bool {
    var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 0) != 0
  }

  private static func answer(_ job: LayoutJob) {
    do throws(DrawingError) {
      try Graphviz.render(job) { send(.picture($0)) }
    } catch {
      switch error {
      case .graphviz(let step, let messages): send(.failed(step, messages: messages))
      case .tooManyPages(let count, _): send(.tooManyPages(count))
      default: send(.failed(.render, messages: []))
      }
    }
  }

  private static func send(_ reply: LayoutReply) {
    if !reply.message.allSatisfy(write) { _exit(2) }
  }

  /// Nil at the end, and where what comes is no job.
  private static func nextJob() -> LayoutJob? {
    var line: [UInt8] = []
    while let byte = read(1)?.first, byte != UInt8(ascii: "\n") {
      line.append(byte)
      if line.count > LayoutJob.longestHead { return nil }
    }
    guard let (job, count) = LayoutJob.head(line), let text = read(count) else { return nil }
    return job.with(text: text)
  }

  private static func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(STDIN_FILENO, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).baseAddress, count - filled)
      }
      if more == 0 || more < 0 && errno != EINTR { return nil }
      filled += max(0, more)
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let more = bytes.withUnsafeBytes { buffer in
        Glibc.write(STDIN_FILENO, UnsafeRawBufferPointer(rebasing: buffer[sent...]).baseAddress, bytes.count - sent)
      }
      if more < 0 && errno != EINTR { return false }
      sent += max(0, more)
    }
    return true
  }
}
