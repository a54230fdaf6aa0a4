import Foundation

/// A title as it is compared with others.
enum TitleText {
  /// What is compared of a title; more of it would only cost time.
  private static let longest = 2000

  /// The scalars that count, in one form.
  static func folded(_ title: String) -> [UInt32] {
    let isPlain = title.unicodeScalars.allSatisfy { $0.value < 0x80 || (0x4E00...0x9FFF).contains($0.value) }
    let text = isPlain ? title : String(title.prefix(longest)).precomposedStringWithCompatibilityMapping
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars.prefix(longest) {
      if (65...90).contains(scalar.value) {
        scalars.append(scalar.value + 32)
      } else if scalar.value < 0x80 {
        if (48...57).contains(scalar.value) || (97...122).contains(scalar.value) { scalars.append(scalar.value) }
      } else if (0x4E00...0x9FFF).contains(scalar.value) {
        scalars.append(scalar.value)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        scalars += scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
      }
    }
    return scalars
  }

  private static let figures = Set("0123456789零一二三四五六七八九十百千甲乙丙丁".unicodeScalars.map(\.value))

  static func isFigure(_ scalar: UInt32) -> Bool { figures.contains(scalar) }

  /// The trigrams of each text as numbers from 0.
  static func trigrams(of texts: [[UInt32]]) -> (sets: [[Int32]], count: Int) {
    var numbers: [UInt64: Int32] = [:]
    let sets = texts.map { text in
      var window: UInt64 = 0
      var list: [Int32] = []
      list.reserveCapacity(text.count + 2)
      for scalar in text + [0, 0] {
        window = (window << 21 | UInt64(scalar)) & 0x7FFF_FFFF_FFFF_FFFF
        let next = Int32(numbers.count)
        let number = numbers[window] ?? next
        if number == next { numbers[window] = next }
        list.append(number)
      }
      list.sort()
      var set: [Int32] = []
      set.reserveCapacity(list.count)
      for number in list where number != set.last { set.append(number) }
      return set
    }
    return (sets, numbers.count)
  }
}
