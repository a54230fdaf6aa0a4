import RemitKernel
import RemitModel
import Testing

@testable import RemitInspection

/// That near ids share a hash and others do not, whichever way the hash is made.
struct LookalikeTests {
  private static let letters = Array("aAоOo0lL1Ii2-_zZ９Ｉаα水利０－（、～\u{200B}\u{FEFF}\u{130}\u{DF} ")

  private static func texts(_ list: [String]) -> Texts {
    var column = TextColumn<Post>()
    for text in list { column.append(text) }
    return column.texts
  }

  private static func random(_ count: Int, upTo length: Int, _ numbers: inout SplitMix) -> [String] {
    (0..<count).map { _ in
      String(
        (0..<Int.random(in: 0...length, using: &numbers)).map { _ in letters.randomElement(using: &numbers) ?? "a" })
    }
  }

  @Test(arguments: [3, 9, 20]) func hashesAgreeWithFoldedIds(length: Int) {
    var numbers = SplitMix(state: UInt64(length))
    var ids = Self.random(400, upTo: length, &numbers)
    // Ids that differ in case, zeros and shapes only.
    ids += ids.prefix(200).map { $0.uppercased().replacing("0", with: "00").replacing("l", with: "1") }
    ids += ids.prefix(200).map { $0.replacing("o", with: "0") }
    let texts = Self.texts(ids)
    var hashes = LookalikeHashes(texts)
    let (plain, lower) = (hashes.plain(texts), hashes.lowerShapes(texts))
    for (view, list) in [(Lookalikes.View.plain, plain), (.shapes, hashes.shapes), (.lowerShapes, lower)] {
      let folded = ids.map { Array(Lookalikes.folded($0, view).utf8) }
      let byFolded = Dictionary(grouping: ids.indices) { folded[$0] }
      let byHash = Dictionary(grouping: ids.indices) { list[$0] }
      #expect(Set(byFolded.values) == Set(byHash.values), "\(view)")
    }
    #expect(hashes.mayHoldI && hashes.mayBePlainOnly)
  }

  @Test(arguments: [["a-1", "b-1", "lo1p"], ["water", "WATER"], ["a-01", "a-1"], ["post2", "post２"], ["水利", "I"]])
  func idsThatFoldedWordsTellApartNeedNoPlainView(ids: [String]) {
    let texts = Self.texts(ids)
    let hashes = LookalikeHashes(texts)
    let isPlain = ids == ["a-1", "b-1", "lo1p"]
    #expect(hashes.mayBePlainOnly == !isPlain)
    #expect(hashes.mayHoldI == ids.contains { $0.contains("I") || $0.utf8.count > $0.count })
  }

  @Test func groupsAreThoseOfFoldedIds() {
    var numbers = SplitMix(state: 7)
    let ids = Self.random(2000, upTo: 4, &numbers)
    let groups = Lookalikes.groups(Self.texts(ids))
    #expect(groups.allSatisfy { $0.count > 1 && $0 == $0.sorted() })
    let number = Dictionary(groups.enumerated().flatMap { place, rows in rows.map { ($0, place) } }) { a, _ in a }
    for view in Lookalikes.View.allCases {
      for rows in Dictionary(grouping: ids.indices, by: { Array(Lookalikes.folded(ids[$0], view).utf8) }).values
      where rows.count > 1 {
        #expect(Set(rows.map { number[$0] }).count == 1 && number[rows[0]] != nil)
      }
    }
  }

  @Test func namesShareAHashWhereTheyAreTheSame() {
    var numbers = SplitMix(state: 11)
    let names = Self.random(600, upTo: 6, &numbers)
    let seed = Lookalikes.nameSeed
    func hash(_ name: String) -> UInt64 {
      var name = name
      return name.withUTF8 { Lookalikes.nameHash($0, seed: seed) }
    }
    let byName = Dictionary(grouping: names.indices) { Array(Lookalikes.name(names[$0]).utf8) }
    let byHash = Dictionary(grouping: names.indices) { hash(names[$0]) }
    #expect(Set(byName.values) == Set(byHash.values))
  }
}

/// The small structures that rules sort and search with.
struct StructureTests {
  @Test func repeatedHashesAreAllFound() {
    var numbers = SplitMix(state: 3)
    for count in [0, 1, 2, 100, 5000] {
      let hashes = (0..<count).map { _ in UInt64.random(in: 0..<8000, using: &numbers) &* 0x9E37_79B9_7F4A_7C15 }
      let rows = RepeatedHashes.rows(hashes)
      let counts = Dictionary(hashes.map { ($0, 1) }, uniquingKeysWith: +)
      let wanted = hashes.indices.filter { counts[hashes[$0], default: 0] > 1 }.map { Int32($0) }
      #expect(rows == rows.sorted() && Set(rows).isSuperset(of: wanted))
    }
  }

  @Test func pairsAreASet() {
    var numbers = SplitMix(state: 5)
    var pairs = PairSet()
    var known: Set<[Int]> = []
    for _ in 0..<3000 {
      let (a, b) = (Int.random(in: 0..<60, using: &numbers), Int.random(in: 0..<60, using: &numbers))
      #expect(pairs.insert(a, b) == known.insert([a, b]).inserted)
    }
    for a in 0..<60 { for b in 0..<60 { #expect(pairs.contains(a, b) == known.contains([a, b])) } }
  }

  @Test func listsKeepTheOrderOfAdding() {
    var numbers = SplitMix(state: 9)
    let items = (0..<500).map { (key: Int.random(in: 0..<40, using: &numbers), value: Int32($0)) }
    var lists = ListsByKey(count: 40)
    for item in items { lists.count(item.key) }
    lists.beginFilling()
    for item in items { lists.add(item.value, to: item.key) }
    for key in 0..<40 { #expect(Array(lists[key]) == items.filter { $0.key == key }.map(\.value)) }
  }
  @Test func groupedIdsAreListsByKey() {
    var numbers = SplitMix(state: 13)
    let keys = (0..<300).map { _ in Int.random(in: 0..<30, using: &numbers) }
    let ids = keys.indices.map { ID<Post>($0) }
    let lists = ListsByKey(count: 30, grouping: ids) { keys[$0.index] }
    for key in 0..<30 { #expect(lists[key].map(Int.init) == keys.indices.filter { keys[$0] == key }) }
  }

  /// Chains that hang on circles and go between them, and edges that stand alone, make no difference.
  @Test func compactGraphsHaveTheCirclesOfTheWhole() {
    var numbers = SplitMix(state: 17)
    for count in [4, 30, 200] {
      for _ in 0..<40 {
        let edges = Int.random(in: 0...count * 3 / 2, using: &numbers)
        let sources = (0..<edges).map { _ in Int32.random(in: 0..<Int32(count), using: &numbers) }
        let targets = (0..<edges).map { _ in Int32.random(in: 0..<Int32(count), using: &numbers) }
        let whole = CSRGraph(vertexCount: count, sources: sources, targets: targets)
        let compact = CompactGraph(nodeCount: count, sources: sources, targets: targets)
        let cycles = compact.graph.independentCycles(limit: 8)
        #expect(cycles.map { $0.map(compact.node) } == whole.independentCycles(limit: 8))
        for cycle in cycles {
          for (from, to) in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) {
            let edge = compact.edge(from, to)
            let first = sources.indices.first {
              Int(sources[$0]) == compact.node(from) && Int(targets[$0]) == compact.node(to)
            }
            #expect(edge == first && edge != nil)
          }
        }
      }
    }
  }
}
