import RemitSource

/// A value and where it was written.
struct Sourced<Value> {
  var value: Value
  var place: Place

  init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Sourced: Sendable where Value: Sendable {}
