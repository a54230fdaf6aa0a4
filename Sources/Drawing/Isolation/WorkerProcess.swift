import CGraphviz
import Glibc
import RemitModel

/// Sole owner of a running worker: its process group, the socket to it, and the one that takes what it complains of.
struct WorkerProcess: ~Copyable {
  enum Fault: Error {
    /// No answer within the time.
    case late
    /// The process ended by itself, or spoke another language; what it said last.
    case ended([String])
  }

  private let process: pid_t
  private let socket: Int32
  private let complaints: Int32

  /// More complaints than this are read, but not kept.
  private static let mostComplaints = 4_096

  /// Nil where the program cannot be started.
  init?(program: String, limits: LayoutLimits, _ language: Language? = nil) {
    guard let (near, far) = Self.pair() else { return nil }
    guard let (heard, said) = Self.pair() else {
      for descriptor in [near, far] { close(descriptor) }
      return nil
    }
    let copy = remit_worker_fork(far, said, near, heard, limits.memory)
    if copy == 0 { LayoutWorker.run(limits, language) }
    let started = copy > 0 ? copy : Self.spawn(program, limits.arguments, input: far, errors: said)
    close(far)
    close(said)
    guard let started else {
      for descriptor in [near, heard] { close(descriptor) }
      return nil
    }
    (process, socket, complaints) = (started, near, heard)
    for descriptor in [socket, complaints] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    close(socket)
    close(complaints)
    stop()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  /// Ends the process, but does not wait for its end.
  func stop() {
    // The group is the process' own; both are sent for, lest it has not become its leader yet.
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
  }

  /// Two ends that no other program inherits, and that are none of the three standard descriptors.
  private static func pair() -> (Int32, Int32)? {
    var made: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &made) == 0 else { return nil }
    let safe = made.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    for descriptor in made { close(descriptor) }
    if safe.allSatisfy({ $0 >= 0 }) { return (safe[0], safe[1]) }
    for descriptor in safe where descriptor >= 0 { close(descriptor) }
    return nil
  }

  private static func spawn(_ program: String, _ arguments: [String], input: Int32, errors: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    // What Graphviz prints by itself must not come between the answers.
    guard posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) == 0,
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) == 0,
      posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO) == 0,
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)) == 0,
      posix_spawnattr_setpgroup(&attributes, 0) == 0
    else { return nil }
    var words: [UnsafeMutablePointer<CChar>?] = (["remit"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, program, &actions, &attributes, &words, environ) == 0 ? process : nil
  }

  /// Milliseconds in which a worker has the processors to itself: fonts are found by threads of its own.
  private static let headStart: Int64 = 6

  /// Sends a job and waits for the answer. Both ways are served at once, so that neither side can wait for the other.
  ///
  /// - Parameters:
  ///   - first: done once the job is sent.
  ///   - then: done after a while, or with the answer.
  func exchange(
    _ message: [UInt8], seconds: Int, first: () -> Void, then: () -> Void
  ) throws(Fault) -> LayoutReply {
    let deadline = Self.now() + Int64(seconds) * 1_000
    var exchange = Exchange(message)
    var isSent = false
    var isIdle = false
    while true {
      var wanted = [
        pollfd(fd: socket, events: Int16(POLLIN | (exchange.isSent ? 0 : POLLOUT)), revents: 0),
        pollfd(fd: exchange.hearsComplaints ? complaints : -1, events: Int16(POLLIN), revents: 0),
      ]
      let left = max(0, deadline - Self.now())
      let count = poll(&wanted, 2, Int32(clamping: isIdle ? min(left, Self.headStart) : left))
      if count < 0 && errno != EINTR { throw .ended([]) }
      if count == 0, left == 0 { throw .late }
      if count == 0, isIdle {
        isIdle = false
        then()
      }
      if count <= 0 { continue }
      if wanted[1].revents != 0 { exchange.hear(complaints, keep: Self.mostComplaints) }
      guard wanted[0].revents != 0 else { continue }
      exchange.send(socket)
      if exchange.isSent, !isSent {
        isSent = true
        isIdle = true
        first()
      }
      guard exchange.receive(socket) else {
        // It has ended, so what it said before is all there.
        while exchange.hearsComplaints, exchange.hear(complaints, keep: Self.mostComplaints) {}
        throw .ended(LayoutMessages.lines(exchange.complaints))
      }
      if let reply = exchange.answer {
        if isIdle { then() }
        return reply
      }
    }
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
