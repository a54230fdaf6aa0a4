import RemitModel

/// The numbers of phrases in a column. Those that say the same in both languages, or nothing, are found by their wording.
struct PhraseCodes {
  private var plain: [Int32] = []
  private var others: [ChartDraft.Phrase: Int32] = [:]

  mutating func code(_ phrase: ChartDraft.Phrase, _ make: () -> Int32) -> Int32 {
    let slot = Int(phrase.zh) + 1
    if phrase.zh == phrase.en, slot < plain.count, plain[slot] >= 0 { return plain[slot] }
    if let code = others[phrase] { return code }
    let code = make()
    // Wordings are few, or else nothing here is large.
    if phrase.zh == phrase.en, slot < 1 << 16 {
      while plain.count <= slot { plain.append(-1) }
      plain[slot] = code
    } else {
      others[phrase] = code
    }
    return code
  }
}
