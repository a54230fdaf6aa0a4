import RemitSource

/// A many-to-many relation between two tables in compressed sparse rows: for each `From`, its `To`s in the order they
/// were written. A row costs 4 bytes, a link 4 bytes, and 8 for its place where it has one of its own.
public struct Relation<From, To>: Sendable {
  /// Where each row begins; one more than there are rows.
  public let offsets: [Int32]
  /// The linked ids, row after row.
  public let values: [ID<To>]
  /// Where each link was written; as long as `values`, or empty where a row's own place says it.
  public let places: [Place]

  /// Groups links by their source. O(rows + links).
  package init(rows: Int, links: Links<From, To>) {
    var offsets = [Int32](repeating: 0, count: rows + 1)
    for source in links.sources { offsets[source.index + 1] += 1 }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    // Links that were collected row by row are grouped already.
    if zip(links.sources, links.sources.dropFirst()).allSatisfy({ $0 <= $1 }) {
      self.init(offsets: offsets, values: links.targets, places: links.places)
      return
    }
    var next = offsets
    var values = links.targets
    var places = links.places
    for (link, source) in links.sources.enumerated() {
      let slot = Int(next[source.index])
      next[source.index] += 1
      values[slot] = links.targets[link]
      places[slot] = links.places[link]
    }
    self.init(offsets: offsets, values: values, places: places)
  }

  private init(offsets: [Int32], values: [ID<To>], places: [Place]) {
    self.offsets = offsets
    self.values = values
    self.places = places
  }

  /// Groups the rows of a table by what each belongs to. O(rows of both tables).
  ///
  /// - Parameter source: what a value of the column belongs to; nil for nothing.
  init<Value>(rows: Int, groups column: Column<To, Value>, _ source: (Value) -> ID<From>?) {
    self.init(rows: rows, of: column.ids) { source(column[$0]) }
  }

  /// Groups the rows of a table by what each belongs to. O(rows of both tables).
  ///
  /// - Parameter source: what a row belongs to; nil for nothing.
  @inline(__always)
  init(rows: Int, of ids: IDs<To>, _ source: (ID<To>) -> ID<From>?) {
    var offsets = [Int32](repeating: 0, count: rows + 1)
    for id in ids { if let source = source(id) { offsets[source.index + 1] += 1 } }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    var next = offsets
    var values = [ID<To>](repeating: ID(0), count: Int(offsets[rows]))
    for id in ids {
      guard let source = source(id) else { continue }
      values[Int(next[source.index])] = id
      next[source.index] += 1
    }
    self.offsets = offsets
    self.values = values
    places = []
  }

  /// The positions of a row in `values` and `places`.
  @inlinable public func slots(of id: ID<From>) -> Range<Int> {
    Int(offsets[id.index])..<Int(offsets[id.index + 1])
  }

  /// What `id` is linked to.
  @inlinable public subscript(id: ID<From>) -> ArraySlice<ID<To>> { values[slots(of: id)] }

  /// Where the first link from one to the other was written.
  @inlinable public func place(_ from: ID<From>, _ to: ID<To>) -> Place? {
    slots(of: from).first { values[$0] == to && places.indices.contains($0) }.map { places[$0] }
  }

  /// The same links from the other side. O(rows + links).
  package func inverse(rows: Int) -> Relation<To, From> {
    var starts = [Int32](repeating: 0, count: rows + 1)
    for target in values { starts[target.index + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    var sources = [ID<From>](repeating: ID(0), count: values.count)
    var moved = places
    for source in 0..<(offsets.count - 1) {
      for slot in slots(of: ID(source)) {
        let row = values[slot].index
        let place = Int(next[row])
        next[row] += 1
        sources[place] = ID(source)
        if !places.isEmpty { moved[place] = places[slot] }
      }
    }
    return Relation<To, From>(offsets: starts, values: sources, places: moved)
  }
}

/// Links as they are collected, before they are grouped.
public struct Links<From, To>: Sendable {
  @usableFromInline package var sources: [ID<From>] = []
  @usableFromInline package var targets: [ID<To>] = []
  @usableFromInline package var places: [Place] = []

  /// No links.
  @inlinable public init() {}

  /// Makes room for so many links.
  package mutating func reserve(_ count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  /// Adds a link.
  @inlinable public mutating func append(_ source: ID<From>, _ target: ID<To>, at place: Place) {
    sources.append(source)
    targets.append(target)
    places.append(place)
  }
}
