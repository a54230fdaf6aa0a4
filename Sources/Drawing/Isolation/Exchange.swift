import Glibc

/// One job on its way to a worker, and its answer on the way back.
struct Exchange {
  private let message: [UInt8]
  private var sent = 0
  /// The head until it is whole, then what follows it, for which there is room.
  private var received: [UInt8] = []
  /// How much has come of what follows the head.
  private var filled = 0
  private var reply: (@Sendable ([UInt8]) -> LayoutReply)?
  private(set) var complaints: [UInt8] = []
  private(set) var hearsComplaints = true
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ message: [UInt8]) { self.message = message }

  var isSent: Bool { sent == message.count }

  /// The whole answer, once it is there.
  var answer: LayoutReply? { filled == received.count ? reply?(received) : nil }

  /// Sends what the socket takes. An end of the other side shows when receiving.
  mutating func send(_ socket: Int32) {
    while !isSent {
      let count = message.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        return Glibc.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { sent += count } else if errno != EINTR { return }
    }
  }

  /// Takes what has come. False where the other side has ended or says what no worker says.
  mutating func receive(_ socket: Int32) -> Bool {
    while true {
      let count = reply == nil ? read(socket, &buffer, buffer.count) : readBody(socket)
      if count == 0 { return false }
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EAGAIN
      }
      if reply == nil {
        received += buffer[..<count]
        guard readHead() else { return false }
      } else {
        filled += count
      }
      if reply != nil, filled == received.count { return true }
    }
  }

  private mutating func readBody(_ socket: Int32) -> Int {
    received.withUnsafeMutableBytes { bytes in
      read(socket, bytes.baseAddress.map { $0 + filled }, bytes.count - filled)
    }
  }

  /// False where it is none that a worker sends, or more follows than it says.
  private mutating func readHead() -> Bool {
    guard let end = received.prefix(LayoutJob.longestHead).firstIndex(of: UInt8(ascii: "\n")) else {
      return received.count <= LayoutJob.longestHead
    }
    guard let (count, reply) = LayoutReply.head(received[..<end]) else { return false }
    let rest = received[(end + 1)...]
    guard rest.count <= count else { return false }
    filled = rest.count
    received = [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
      let start = bytes.initialize(fromContentsOf: rest)
      bytes[start...].initialize(repeating: 0)
      initialized = count
    }
    self.reply = reply
    return true
  }

  /// Takes complaints, of which the first are kept. False where there are none now.
  @discardableResult mutating func hear(_ pipe: Int32, keep: Int) -> Bool {
    let count = read(pipe, &buffer, buffer.count)
    if count <= 0 {
      if count == 0 || errno != EAGAIN && errno != EINTR { hearsComplaints = false }
      return false
    }
    complaints += buffer[..<min(count, max(0, keep - complaints.count))]
    return true
  }
}
