/// Names of files after ids, which may hold anything. A name is readable, depends on its own id alone, and is told from all
/// others by systems that do not tell case. It holds letters, digits, Chinese characters, `-`, `_` and `.`.
enum FileNames {
  /// The most characters of an id that a name shows.
  private static let longest = 48

  /// One name for each id, no two alike but for case. Only where the marks of two ids are the same by chance does a later
  /// one depend on those before it.
  static func names(for ids: [String]) -> [String] {
    var taken = Set<String>()
    var counts: [String: Int] = [:]
    return ids.map { id in
      let plain = name(for: id)
      var name = plain
      while !taken.insert(name.lowercased()).inserted {
        let count = counts[plain, default: 1] + 1
        counts[plain] = count
        name = "\(plain)-\(count)"
      }
      return name
    }
  }

  /// The id itself where that is safe; else what is readable of it, with a mark that tells it from others.
  private static func name(for id: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isWhole = true
    for (count, scalar) in id.unicodeScalars.enumerated() {
      if count == longest {
        isWhole = false
        break
      }
      if isSafe(scalar) {
        scalars.append(scalar)
      } else {
        isWhole = false
        if scalars.last != "-" { scalars.append("-") }
      }
    }
    while let last = scalars.last, last == "." || last == "-" && !isWhole {
      scalars.removeLast()
      isWhole = false
    }
    var readable = String(scalars)[...]
    if readable.first == "." || readable.first == "-" {
      readable = readable.drop { $0 == "." || $0 == "-" }
      isWhole = false
    }
    let isPlain = isWhole && !readable.isEmpty && !readable.utf8.contains(where: { (65...90).contains($0) })
    if isPlain, !isReserved(readable) { return String(readable) }
    return (readable.isEmpty ? "" : readable + "-") + mark(of: id)
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 48...57, 65...90, 97...122, 45, 46, 95, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// Names of devices on Windows, with any suffix.
  private static func isReserved(_ name: Substring) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
  }

  /// Twelve hexadecimal digits (FNV-1a).
  private static func mark(of id: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String((hash ^ (hash >> 48)) & 0xffff_ffff_ffff, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }
}
