import Glibc

/// How far long work has come: a line on standard error that is drawn over, where a person looks on.
struct ProgressBar {
  private static let width = 30

  private let count: Int
  private let isShown = Console.isWatched
  private var done = 0
  private var shown: Int64 = 0

  init(count: Int) { self.count = count }

  /// One piece more is done.
  mutating func advance() {
    done += 1
    let now = Console.milliseconds
    guard isShown, now - shown >= 100 else { return }
    shown = now
    let filled = count > 0 ? done * Self.width / count : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    Console.complain("\r\(bar) \(done)/\(count)\u{1B}[K")
  }

  /// Takes the line away.
  func clear() { if isShown, shown > 0 { Console.complain("\r\u{1B}[K") } }
}
