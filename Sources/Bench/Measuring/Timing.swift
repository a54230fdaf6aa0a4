import RemitModel

/// The figures of one thing that was timed.
struct Timing: Encodable, Equatable {
  /// What it belongs to: intake, facts, rules, reports, a graph, whole.
  let group: String
  /// What was timed.
  let name: String
  /// What it gave, as a number that must not change from run to run: findings, components, edges kept; nil for nothing
  /// to count.
  let result: Int?
  /// Each run in milliseconds, in order; none where it was left out.
  let milliseconds: [Double]
  /// What else is to be said: bytes per second, or why it was left out.
  var note = ""

  var minimum: Double? { milliseconds.min() }
  var maximum: Double? { milliseconds.max() }

  /// The middle run, or the mean of the middle two.
  var median: Double? {
    let sorted = milliseconds.sorted()
    guard let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + (middle < sorted.count ? sorted[middle] : last)) / 2
      : sorted[middle]
  }

  private enum Key: String, CodingKey { case group, name, result, milliseconds, median, minimum, maximum, note }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(group, forKey: .group)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(result, forKey: .result)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encodeIfPresent(median, forKey: .median)
    try container.encodeIfPresent(minimum, forKey: .minimum)
    try container.encodeIfPresent(maximum, forKey: .maximum)
    if !note.isEmpty { try container.encode(note, forKey: .note) }
  }
}

/// Runs things and reads the clock.
struct Stopwatch {
  /// How many runs of each are counted.
  let runs: Int

  /// After so many milliseconds in one thing, it is not run again.
  private static let patience = 20_000.0

  /// Times something whose result is a number. One run comes first and is not counted, unless it takes seconds.
  func time(_ group: String, _ name: String, _ body: () throws -> Int?) rethrows -> Timing {
    let clock = ContinuousClock()
    var milliseconds: [Double] = []
    var result: Int?
    var spent = 0.0
    for run in 0...runs {
      let duration = try clock.measure { result = try body() }
      let (seconds, attoseconds) = duration.components
      let one = Double(seconds) * 1e3 + Double(attoseconds) / 1e15
      spent += one
      if run > 0 || one > 2_000 { milliseconds.append(one) }
      if spent > Self.patience || milliseconds.count == runs { break }
    }
    return Timing(group: group, name: name, result: result, milliseconds: milliseconds)
  }
}
