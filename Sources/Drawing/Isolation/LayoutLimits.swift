/// How long, and in how much memory, one picture may be laid out.
public struct LayoutLimits: Sendable, Hashable {
  /// Seconds for one picture.
  public var seconds: Int
  /// Bytes of address space of the worker.
  public var memory: Int

  /// Within a day, and within 512 MiB, which fonts and their threads may need to begin with, to 1 TiB.
  public init(seconds: Int = 60, memory: Int = 3 << 30) {
    self.seconds = min(max(1, seconds), 86_400)
    self.memory = min(max(1 << 29, memory), 1 << 40)
  }

  /// The words with which a program is started as a worker.
  var arguments: [String] { [LayoutWorker.word, String(seconds), String(memory)] }

  /// Nil where the words are not those of a worker.
  init?(arguments: [String]) {
    guard arguments.count == 4, arguments[1] == LayoutWorker.word, let seconds = Int(arguments[2]),
      let memory = Int(arguments[3])
    else { return nil }
    self.init(seconds: seconds, memory: memory)
  }
}
