import Glibc
import RemitModel

/// Lays pictures out in another process, one after the other, so that neither an abort inside Graphviz nor an endless
/// layout nor one that needs too much memory can harm the caller. A process that has failed is replaced by the next
/// picture. It is ended with its owner, and with the thread that started it.
public struct LayoutProcess: ~Copyable {
  private let program: String
  private let limits: LayoutLimits
  private var worker: WorkerProcess?
  /// Graphviz keeps about 0.1 MB of every picture, so a process is replaced after so many of them.
  private let picturesPerProcess: Int
  private var drawn = 0
  /// Has done its last picture and is ending.
  private var ended: WorkerProcess?

  /// - Parameter program: An executable that begins with `LayoutWorker.runIfAsked`. Where it cannot be started, pictures
  ///   are laid out within the caller's process.
  public init(program: String, limits: LayoutLimits = LayoutLimits()) {
    self.init(program: program, limits: limits, picturesPerProcess: 1_000)
  }

  init(program: String, limits: LayoutLimits, picturesPerProcess: Int) {
    self.program = program
    self.limits = limits
    self.picturesPerProcess = picturesPerProcess
  }

  /// Starts the process ahead of the first picture, so that it can load its fonts meanwhile. While the caller has but one
  /// thread, the process is a copy of it, and no program is loaded.
  ///
  /// - Parameter language: That of the pictures, where it is known.
  public mutating func start(for language: Language? = nil) {
    if worker == nil { worker = WorkerProcess(program: program, limits: limits, language) }
  }

  /// - Parameters:
  ///   - view: What is drawn, for messages.
  ///   - isLast: No other picture is likely to follow, so that the process can end while the picture is finished.
  ///   - first: Done while the other process works, unless that fails.
  ///   - then: Done after that, once that process is likely to be content with one processor.
  mutating func render(
    _ job: LayoutJob, of view: View, isLast: Bool = false, first: () -> Void = {}, then: () -> Void = {}
  ) throws(DrawingError) -> Rendering {
    start()
    guard let worker = worker.take() else {
      first()
      then()
      return try Graphviz.render(job)
    }
    let reply: LayoutReply
    do throws(WorkerProcess.Fault) {
      reply = try worker.exchange(job.message, seconds: limits.seconds, first: first, then: then)
    } catch {
      // The worker is dropped here, and with it whatever goes on in it.
      switch error {
      case .late: throw .overTime(view, seconds: limits.seconds)
      case .ended(let messages): throw .brokenOff(view, megabytes: limits.memory >> 20, messages: messages)
      }
    }
    drawn += 1
    if isLast {
      worker.stop()
      ended = consume worker
      drawn = 0
    } else if drawn < picturesPerProcess {
      self.worker = consume worker
    } else {
      drawn = 0
    }
    switch reply {
    case .picture(let rendering): return rendering
    case .tooManyPages(let count): throw .tooManyPages(count, most: PageSetup.mostPages)
    case .failed(let step, let messages): throw .graphviz(step, messages: messages)
    }
  }
}
