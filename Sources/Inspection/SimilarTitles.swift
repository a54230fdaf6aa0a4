import RemitKernel
import RemitModel

/// The titles of all duties in one language, each text once, and which of them are nearly the same.
///
/// The duties of many places say the same few things. Their texts are then compared once for all, and else only those of
/// one place with one another.
struct SimilarTitles {
  /// By duty, the number of its text; −1 for none.
  private let numbers: [Int32]
  private let texts: [[UInt32]]
  /// By thousandths, the texts that are like each one, in order.
  private var alike: [Int: [[Int32]]] = [:]

  /// By text, its first place among the duties at hand; −1 for none.
  private var first: [Int32]

  /// Of more texts not all pairs are kept.
  private static let few = 4096

  /// - Parameters:
  ///   - numbers: by duty, the number of its title; −1 for none.
  ///   - titles: by number.
  init(_ numbers: [Int32], _ titles: [String]) {
    var known: [[UInt32]: Int32] = [:]
    var texts: [[UInt32]] = []
    let folded = titles.map { title in
      let text = TitleText.folded(title)
      if text.isEmpty { return Int32(-1) }
      if let number = known[text] { return number }
      known[text] = Int32(texts.count)
      texts.append(text)
      return Int32(texts.count - 1)
    }
    self.numbers = numbers.map { $0 < 0 ? -1 : folded[Int($0)] }
    self.texts = texts
    first = [Int32](repeating: -1, count: texts.count)
  }

  /// Joins the places of some duties whose titles are alike by at least so many thousandths.
  mutating func join(_ duties: [ID<Duty>], permille: Int, _ groups: inout DisjointGroups) {
    var own: [Int32] = []
    var places: [Int] = []
    for (place, duty) in duties.enumerated() where numbers[duty.index] >= 0 {
      let known = first[Int(numbers[duty.index])]
      if known >= 0 {
        groups.join(Int(known), place)
      } else {
        first[Int(numbers[duty.index])] = Int32(truncatingIfNeeded: place)
        own.append(numbers[duty.index])
        places.append(place)
      }
    }
    joinAlike(own, places, permille, &groups)
    for text in own { first[Int(text)] = -1 }
  }

  /// Joins the places of different texts that are alike.
  private mutating func joinAlike(_ own: [Int32], _ places: [Int], _ permille: Int, _ groups: inout DisjointGroups) {
    guard texts.count <= Self.few else {
      Self.forEachPair(own.map { texts[Int($0)] }, permille) { a, b in
        groups.find(places[a]) == groups.find(places[b])
      } _: { a, b in
        groups.join(places[a], places[b])
      }
      return
    }
    let alike = alike(permille)
    for (text, place) in zip(own, places) {
      if alike[Int(text)].isEmpty { continue }
      for other in alike[Int(text)].prefix(own.count) {
        if first[Int(other)] >= 0 { groups.join(place, Int(first[Int(other)])) }
      }
      // A text that is like more others than there are titles here is compared with these.
      guard alike[Int(text)].count > own.count else { continue }
      let others = Set(alike[Int(text)])
      for (other, known) in zip(own, places) where others.contains(other) { groups.join(place, known) }
    }
  }

  private mutating func alike(_ permille: Int) -> [[Int32]] {
    if let known = alike[permille] { return known }
    var lists = [[Int32]](repeating: [], count: texts.count)
    Self.forEachPair(texts, permille) { _, _ in
      false
    } _: { a, b in
      lists[a].append(Int32(b))
      lists[b].append(Int32(a))
    }
    alike[permille] = lists
    return lists
  }

  /// Tells of the texts that are alike and have the same figures.
  private static func forEachPair(
    _ texts: [[UInt32]], _ permille: Int, unless isKnown: (Int, Int) -> Bool, _ body: (Int, Int) -> Void
  ) {
    let figures = texts.map { $0.filter(TitleText.isFigure) }
    let (sets, count) = TitleText.trigrams(of: texts)
    SimilarSets(sets, elementCount: count, permille: permille).forEachPair { a, b in
      figures[a] != figures[b] || isKnown(a, b)
    } _: { a, b in
      body(a, b)
    }
  }
}
