import RemitModel

/// The rows of oversight by their kind: most rules look at one or two of these.
package struct OversightByKind: Fact {
  /// By kind, in the order of `LinkKind.allCases`, where its rows begin, and one past the end of all.
  private let starts: [Int]
  private let sorted: [ID<Oversight>]

  /// O(rows).
  package init(_ chart: Chart, _ facts: Facts) {
    let kinds = chart.oversight.kind.values
    var starts = [Int](repeating: 0, count: LinkKind.allCases.count + 1)
    for kind in kinds { starts[kind.ordinal + 1] += 1 }
    for kind in 1..<starts.count { starts[kind] += starts[kind - 1] }
    var next = starts
    var sorted = [ID<Oversight>](repeating: ID(0), count: kinds.count)
    for (row, kind) in kinds.enumerated() {
      sorted[next[kind.ordinal]] = ID(row)
      next[kind.ordinal] += 1
    }
    self.starts = starts
    self.sorted = sorted
  }

  /// The rows of a kind, in file order.
  package func rows(of kind: LinkKind) -> ArraySlice<ID<Oversight>> {
    sorted[starts[kind.ordinal]..<starts[kind.ordinal + 1]]
  }

  /// The rows of two kinds, in file order. O(these).
  package func rows(of one: LinkKind, _ other: LinkKind) -> ArraySlice<ID<Oversight>> {
    let (a, b) = (rows(of: one), rows(of: other))
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var merged: [ID<Oversight>] = []
    merged.reserveCapacity(a.count + b.count)
    var (x, y) = (a.startIndex, b.startIndex)
    while x < a.endIndex, y < b.endIndex {
      if a[x] < b[y] {
        merged.append(a[x])
        x += 1
      } else {
        merged.append(b[y])
        y += 1
      }
    }
    merged += a[x...]
    merged += b[y...]
    return merged[...]
  }
}
