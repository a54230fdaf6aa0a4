/// The rows of one table of a draft. Those of the second half of a large table stay where they were read, since moving
/// them would take as much memory again.
struct DraftRows<Row: Sendable>: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private var head: [Row]
  /// The rows that follow; none where `head` has all.
  private var tail: [Row] = []

  /// Fewer rows than this are moved.
  private static var least: Int { 4096 }

  init(arrayLiteral rows: Row...) { head = rows }

  var startIndex: Int { 0 }
  var endIndex: Int { head.count + tail.count }

  subscript(index: Int) -> Row {
    @inline(__always) get { index < head.count ? head[index] : tail[index - head.count] }
  }

  mutating func append(_ row: Row) { if tail.isEmpty { head.append(row) } else { tail.append(row) } }

  /// Makes room for so many rows in all.
  mutating func reserveCapacity(_ count: Int) {
    if tail.isEmpty { head.reserveCapacity(count) } else { tail.reserveCapacity(count - head.count) }
  }

  /// Leaves no more than the first rows.
  mutating func keepFirst(_ count: Int) {
    tail.removeLast(Swift.min(tail.count, Swift.max(0, self.count - count)))
    head.removeLast(Swift.max(0, head.count - count))
  }

  /// Takes over the rows of another draft, each as it is here. O(rows of the other).
  mutating func take(_ other: inout Self, _ moved: (Row) -> Row) {
    if tail.isEmpty, other.tail.isEmpty, other.head.count >= Self.least {
      swap(&tail, &other.head)
      for index in tail.indices { tail[index] = moved(tail[index]) }
    } else {
      reserveCapacity(count + other.count)
      for row in other { append(moved(row)) }
    }
    other = []
  }
}
