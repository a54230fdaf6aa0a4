import Foundation
import RemitKernel
import RemitModel

/// Which active duties of one jurisdiction say nearly the same.
///
/// Titles are compared in each language by the trigrams of their characters, after compatibility normalization (NFKC)
/// and folding of case, punctuation and spaces; two blanks before and after give the ends the weight of the middle.
/// Titles with different numbers say different things, however alike they are.
package struct DutyTexts {
  private let chart: Chart
  private let duties: [ID<Duty>]

  /// What is compared of a title; more of it would only cost time.
  private static let longest = 2000

  package init(_ chart: Chart, duties: [ID<Duty>]) {
    self.chart = chart
    self.duties = duties
  }

  /// Groups of two or more duties, each like another of its group by at least so many thousandths; in file order. Near
  /// linear in the titles.
  package func groups(permille: Int) -> [[ID<Duty>]] {
    var groups = DisjointGroups(count: duties.count)
    join(duties.map { chart.duties.title[$0].zh }, permille, &groups)
    join(
      duties.map { chart.duties.title[$0].zh == chart.duties.title[$0].en ? "" : chart.duties.title[$0].en }, permille,
      &groups)
    return groups.members.filter { $0.count > 1 }.map { $0.map { duties[$0] } }
  }

  private func join(_ titles: [String], _ permille: Int, _ groups: inout DisjointGroups) {
    var texts: [[UInt32]] = []
    var first: [Int] = []
    var numbers: [[UInt32]: Int] = [:]
    for (index, title) in titles.enumerated() {
      let text = Self.folded(title)
      if text.isEmpty { continue }
      if let known = numbers[text] {
        groups.join(first[known], index)
      } else {
        numbers[text] = texts.count
        texts.append(text)
        first.append(index)
      }
    }
    let figures = texts.map { $0.filter(Self.isFigure) }
    let (sets, count) = Self.trigrams(of: texts)
    // Of texts that are in one group already nothing can be learnt.
    SimilarSets(sets, elementCount: count, permille: permille).forEachPair { a, b in
      figures[a] != figures[b] || groups.find(first[a]) == groups.find(first[b])
    } _: { a, b in
      groups.join(first[a], first[b])
    }
  }

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

  private static func isFigure(_ scalar: UInt32) -> Bool { figures.contains(scalar) }

  /// The trigrams of each text as numbers from 0.
  private static func trigrams(of texts: [[UInt32]]) -> (sets: [[Int32]], count: Int) {
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

/// Numbers in groups that grow together (union–find with path halving; the least of a group stands for it).
struct DisjointGroups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func find(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (find(a), find(b))
    parents[max(x, y)] = min(x, y)
  }

  /// The groups by their least number, each sorted.
  var members: [[Int]] {
    var copy = self
    var groups = [[Int]](repeating: [], count: parents.count)
    for number in parents.indices { groups[copy.find(number)].append(number) }
    return groups.filter { !$0.isEmpty }
  }
}
