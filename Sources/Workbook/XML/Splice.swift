/// Bytes of a part that others take the place of.
struct Splice {
  var offset: Int
  /// How many bytes go; none where something is only put in.
  var count: Int
  var bytes: [UInt8]

  /// Orders changes of one part by place; those of one place stay in the order in which they were asked for.
  static func sorted(_ splices: [Splice]) -> [Splice] {
    splices.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
  }

  /// A part with its changes, which must not overlap. O(bytes).
  static func apply(_ splices: [Splice], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var read = 0
    for splice in sorted(splices) {
      precondition(splice.offset >= read && splice.offset + splice.count <= bytes.count, "changes overlap")
      result += bytes[read..<splice.offset]
      result += splice.bytes
      read = splice.offset + splice.count
    }
    return result + bytes[read...]
  }
}
