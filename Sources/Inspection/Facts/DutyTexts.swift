import RemitModel

/// Which duties say nearly the same.
///
/// Titles are compared in each language by the trigrams of their characters, after compatibility normalization (NFKC)
/// and folding of case, punctuation and spaces; two blanks before and after give the ends the weight of the middle.
/// Titles with different numbers say different things, however alike they are.
package struct DutyTexts {
  private var languages: [SimilarTitles]

  /// Reads the titles of all duties. O(their bytes).
  package init(_ chart: Chart) {
    let titles = chart.duties.title
    let zh = DistinctTexts(titles.zh.texts)
    languages = [SimilarTitles(zh.numbers, zh.rows.map { titles.zh.texts[$0] })]
    guard titles.hasEnglish else { return }
    var numbers: [String: Int32] = [:]
    var texts: [String] = []
    let own = titles.ids.map { duty in
      let en = titles[duty, .english]
      // One that is no other than the Chinese was compared already.
      if en == titles[duty, .chinese] { return Int32(-1) }
      if let known = numbers[en] { return known }
      numbers[en] = Int32(texts.count)
      texts.append(en)
      return Int32(texts.count - 1)
    }
    languages.append(SimilarTitles(own, texts))
  }

  /// Groups of two or more of some duties, each like another of its group by at least so many thousandths; in their
  /// order. Near linear in the titles.
  package mutating func groups(of duties: [ID<Duty>], permille: Int) -> [[ID<Duty>]] {
    var groups = DisjointGroups(count: duties.count)
    for index in languages.indices { languages[index].join(duties, permille: permille, &groups) }
    return groups.joined.map { $0.map { duties[$0] } }
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

  /// The groups of two or more by their least number, each sorted.
  var joined: [[Int]] {
    if parents.indices.allSatisfy({ parents[$0] == $0 }) { return [] }
    var copy = self
    var groups: [Int: [Int]] = [:]
    for number in parents.indices { groups[copy.find(number), default: []].append(number) }
    return groups.keys.sorted().compactMap { groups[$0] }.filter { $0.count > 1 }
  }
}
