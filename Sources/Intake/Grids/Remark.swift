import RemitModel
import RemitSource

/// Something that people should know of a file that was read all the same: a letter that only looks like a Latin one, a
/// note beside a letter that has no place in a chart, the encoding that was taken for the likeliest.
package struct Remark: Sendable, Hashable {
  package let place: Place
  package let message: Localized

  package init(at place: Place, _ message: Localized) {
    self.place = place
    self.message = message
  }
}

/// The remarks of one reading, in the order in which they came up.
package struct Remarks: Sendable {
  /// More than this are only counted.
  package static let limit = 1000

  package private(set) var list: [Remark] = []
  /// How many more there were.
  package private(set) var uncounted = 0

  package init() {}

  /// Keeps a remark. Its text is not even made once there are too many.
  package mutating func add(at place: Place, _ message: @autoclosure () -> Localized) {
    guard list.count < Self.limit else {
      uncounted += 1
      return
    }
    list.append(Remark(at: place, message()))
  }
}
