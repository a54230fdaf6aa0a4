import RemitModel

/// How texts are compared by what a reader sees of them, after Unicode's UTS #39 (confusables) and UAX #15 (widths).
package enum Lookalikes {
  /// A way to see an id. Two ids are near the same if they are the same in one of them.
  enum View: CaseIterable {
    /// Without width, case, invisible characters and the zeros before a number.
    case plain
    /// Without width, case, invisible characters, and what tells look-alike letters apart; I looks like l and 1.
    case shapes
    /// The same, where I is an i.
    case lowerShapes
  }

  /// What a reader is most likely to miss between two ids.
  package enum Difference: Sendable {
    case width, letterCase, zeros, shapes
  }

  /// The rows of a table whose ids are near the same, in groups of two or more; rows and groups in file order. Near
  /// O(bytes), and for ids without near ones no copies of them.
  package static func groups(_ ids: Texts) -> [[Int]] {
    guard ids.count > 1 else { return [] }
    var joined = JoinedRows()
    var hashes = LookalikeHashes(ids)
    if hashes.mayBePlainOnly { join(ids, in: .plain, hashes.plain(ids), &joined) }
    join(ids, in: .shapes, hashes.shapes, &joined)
    // The views of shapes differ in nothing but the I, and in letters of other scripts that look like it.
    if hashes.mayHoldI { join(ids, in: .lowerShapes, hashes.lowerShapes(ids), &joined) }
    return joined.groups
  }

  private static func join(_ ids: Texts, in view: View, _ hashes: [UInt64], _ joined: inout JoinedRows) {
    let rows = RepeatedHashes.rows(hashes)
    var first = FirstRows(count: rows.count)
    for row in rows {
      let twin = first.row(hashes[Int(row)], orAdd: row) { folded(ids[Int($0)], view) == folded(ids[Int(row)], view) }
      if twin != row { joined.join(Int(twin), Int(row)) }
    }
  }

  /// How many bytes a name has if it has as many as all that are the same to a reader: where it is of ASCII and
  /// ideographs, without spaces. Else nil.
  package static func fixedCount(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    LookalikeHashes.isSimpleWithoutSpaces(name) ? name.count : nil
  }

  /// What the hashes of names begin with: ask once for many.
  package static var nameSeed: UInt64 { TextHash.seed }

  /// A number that names share which are the same to a reader: those that `name` makes equal, and by chance others.
  ///
  /// - Parameter seed: `nameSeed`.
  package static func nameHash(_ name: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    if LookalikeHashes.isSimpleWithoutSpaces(name) {
      var hash = seed
      name.forEachWord { hash = TextHash.mixed(hash, FoldedWords.lowered($0)) }
      return TextHash.ended(hash, count: UInt64(name.count))
    }
    if let hash = NarrowedName.hash(of: name, seed: seed) { return hash }
    var stream = TextHash.Stream(seed: seed)
    for scalar in UTF8Scalars(name) {
      guard let seen = narrow(scalar), !isBlank(seen) else { continue }
      lower(seen) { for byte in $0.utf8 { stream.add(byte) } }
    }
    return stream.whole
  }

  /// The first in which two near ids differ, from what is seen last to what is seen first.
  package static func difference(_ a: String, _ b: String) -> Difference {
    let (narrowA, narrowB) = (narrowed(a), narrowed(b))
    if narrowA == narrowB { return .width }
    if narrowA.lowercased() == narrowB.lowercased() { return .letterCase }
    return folded(a, .plain) == folded(b, .plain) ? .zeros : .shapes
  }

  /// A name without width, case, spaces and invisible characters.
  package static func name(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      guard let seen = narrow(scalar), !isBlank(seen) else { continue }
      lower(seen) { result.append($0) }
    }
    return String(result)
  }
}

extension Lookalikes {
  private static func narrowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { if let seen = narrow(scalar) { result.append(seen) } }
    return String(result)
  }

  static func folded(_ id: String, _ view: View) -> String {
    var result = String.UnicodeScalarView()
    fold(id.unicodeScalars, view) { result.append($0) }
    return String(result)
  }

  @inline(__always)
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x4E00...0x9FFF, 0x3001...0x303F: false
    default: scalar.properties.isWhitespace
    }
  }

  @inline(__always)
  static func fold(
    _ id: some Sequence<Unicode.Scalar>, _ view: View, _ emit: (Unicode.Scalar) -> Void
  ) {
    guard view == .plain else {
      for scalar in id {
        if let seen = narrow(scalar) { shape(seen, view, emit) }
      }
      return
    }
    var isInNumber = false
    var zero: Unicode.Scalar?
    for scalar in id {
      guard let seen = narrow(scalar) else { continue }
      let isDigit = (0x30...0x39).contains(seen.value)
      if seen == "0", !isInNumber {
        zero = seen
        continue
      }
      // Of a number of mere zeros one is left.
      if let held = zero, !isDigit { emit(held) }
      zero = nil
      isInNumber = isDigit
      lower(seen, emit)
    }
    if let zero { emit(zero) }
  }

  /// A scalar in its usual width; nil for one that is not seen.
  @inline(__always)
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    switch scalar.value {
    // Ideographs, the most frequent by far, are what they seem, and so is the punctuation that goes with them.
    case 0x4E00...0x9FFF, 0x3001...0x303F: return scalar
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3000, 0xA0: return " "
    case 0x2010...0x2015, 0x2212, 0xFE63: return "-"
    default: return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
    }
  }

  @inline(__always)
  private static func lower(_ scalar: Unicode.Scalar, _ emit: (Unicode.Scalar) -> Void) {
    if (0x4E00...0x9FFF).contains(scalar.value) {
      emit(scalar)
    } else if scalar.isASCII {
      emit((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
    } else if !scalar.properties.changesWhenLowercased {
      emit(scalar)
    } else {
      for part in scalar.properties.lowercaseMapping.unicodeScalars { emit(part) }
    }
  }

  @inline(__always)
  private static func shape(_ scalar: Unicode.Scalar, _ view: View, _ emit: (Unicode.Scalar) -> Void) {
    let letter = scalar.isASCII ? scalar : latin[scalar] ?? scalar
    switch letter {
    case "0", "O", "o": emit("0")
    case "1", "l", "L": emit("1")
    case "I": emit(view == .shapes ? "1" : "i")
    default: lower(letter, emit)
    }
  }

  /// Letters of the Cyrillic and Greek alphabets that look like Latin ones in most typefaces.
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
    let cyrillic = zip(
      "аеѕіјорсухԁһԛԝАВЕЅІЈКМНОРСТУХӀԌԚԜ".unicodeScalars, "aesijopcyxdhqwABESIJKMHOPCTYXIGQW".unicodeScalars)
    let greek = zip("αιορΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ".unicodeScalars, "aiopABEZHIKMNOPTYXcj".unicodeScalars)
    return Dictionary(Array(cyrillic) + Array(greek), uniquingKeysWith: { first, _ in first })
  }()
}
