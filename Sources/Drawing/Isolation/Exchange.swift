import Glibc

/// One job on its way to a worker, and its answer on the way back.
struct Exchange {
  private let message: [UInt8]
  private var sent = 0
  private var received: [UInt8] = []
  private var head: (start: Int, count: Int, reply: @Sendable ([UInt8]) -> LayoutReply)?
  private(set) var complaints: [UInt8] = []
  private(set) var hearsComplaints = true
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ message: [UInt8]) { self.message = message }

  var isSent: Bool { sent == message.count }

  /// The whole answer, once it is there.
  var reply: LayoutReply? {
    guard let head, received.count == head.start + head.count else { return nil }
    return head.reply(Array(received[head.start...]))
  }

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
      let count = read(socket, &buffer, buffer.count)
      if count == 0 { return false }
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EAGAIN
      }
      received += buffer[..<count]
      guard readHead(), received.count <= (head.map { $0.start + $0.count } ?? LayoutJob.longestHead) else {
        return false
      }
    }
  }

  private mutating func readHead() -> Bool {
    guard head == nil, let end = received.prefix(LayoutJob.longestHead).firstIndex(of: UInt8(ascii: "\n")) else {
      return true
    }
    guard let (count, reply) = LayoutReply.head(received[..<end]) else { return false }
    head = (end + 1, count, reply)
    received.reserveCapacity(end + 1 + count)
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
