import RemitSource

/// How many people work below a post without a post of their own in the chart.
package struct StaffCount: Sendable, Hashable {
  /// The post's id.
  package let post: String
  /// Full-time equivalents.
  package let amount: Double
  /// How many rows it was added up from.
  package let rows: Int
  /// Where the first of them is.
  package let place: Place
}

/// Adds up counts of staff, exactly to the fourth decimal place.
struct StaffCounts {
  private struct Sum {
    var parts: Int
    var rows: Int
    var place: Place
  }

  private var order: [String] = []
  private var sums: [String: Sum] = [:]

  /// What one is, so that four decimal places are whole numbers.
  private static let one = 10_000

  /// A number that is not negative, below a hundred million, in ten-thousandths; further places are cut off. Separators
  /// of thousands may be in it.
  static func parts(_ text: String) -> Int? {
    let digits = text.filter { $0 != "," && $0 != " " }
    let pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let whole = pieces.first, (1...8).contains(whole.count) else { return nil }
    guard whole.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(whole) else { return nil }
    let places = pieces.count == 2 ? pieces[1].prefix(4) : ""
    guard pieces.count == 1 || !pieces[1].isEmpty && pieces[1].utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let padded = places + String(repeating: "0", count: 4 - places.count)
    return number * one + (Int(padded) ?? 0)
  }

  /// Adds to a post's count. The sum of all rows that a file can have is far from overflow.
  mutating func add(_ parts: Int, to post: String, at place: Place) {
    if sums[post] == nil { order.append(post) }
    sums[post, default: Sum(parts: 0, rows: 0, place: place)].parts += parts
    sums[post]?.rows += 1
  }

  /// In the order in which posts were first named.
  var counts: [StaffCount] {
    order.compactMap { post in
      sums[post].map {
        StaffCount(post: post, amount: Double($0.parts) / Double(Self.one), rows: $0.rows, place: $0.place)
      }
    }
  }

  /// All of it, as people write it.
  var total: String { Self.text(sums.values.reduce(0) { $0 + $1.parts }) }

  /// A post's count as people write it.
  func text(of post: String) -> String { Self.text(sums[post]?.parts ?? 0) }

  private static func text(_ parts: Int) -> String {
    var places = String(parts % one + one).dropFirst()
    while places.last == "0" { places.removeLast() }
    return String(parts / one) + (places.isEmpty ? "" : "." + places)
  }
}
