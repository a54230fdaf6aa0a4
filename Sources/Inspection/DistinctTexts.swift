import RemitModel

/// Texts, each once, numbered by first use. A large chart says the same few things again and again.
struct DistinctTexts {
  /// By text, its number.
  private(set) var numbers: [Int32]
  /// By number, where it was first.
  private(set) var rows: [Int] = []

  /// O(bytes).
  init(_ texts: Texts) {
    numbers = [Int32](repeating: 0, count: texts.count)
    var first = FirstRows(count: min(texts.count, 1 << 12))
    let seed = TextHash.seed
    texts.forEach { index, text in
      let row = first.row(TextHash.of(text, seed: seed), orAdd: Int32(index)) { known in
        texts.withUTF8(at: Int(known)) { TextHash.isSame($0, text) }
      }
      if Int(row) == index {
        numbers[index] = Int32(rows.count)
        rows.append(index)
      } else {
        numbers[index] = numbers[Int(row)]
      }
    }
  }
}
