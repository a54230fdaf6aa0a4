import RemitSource

/// A value and where it was written.
package struct Sourced<Value> {
  package var value: Value
  package var place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Sourced: Sendable where Value: Sendable {}
