import RemitModel

/// The words that stand for letters in matrices, in Chinese and English, in one table.
///
/// Sources: [1] the contract of this program, which goes by the practice of Chinese regulations; [2] 2025 rules on the
/// environmental responsibility of local leaders, 地方党政领导干部生态环境保护责任制规定（试行）, arts 5–12; [3] PMI, PMBOK
/// Guide, 6th edition, §9.1.2.1 (RACI); [4] 党政机关公文处理工作条例 (2012), for 主办, 会签, 抄送; [5] 中国共产党纪律处分条例,
/// art. 39, for the three kinds of responsibility of leaders.
enum LetterWords {
  /// The meaning of a word; `单位`, `部门` and the like behind it do not count. Nil for one that is not in the table.
  static func meaning(of word: String) -> LetterMeaning? {
    let folded = PlainText.folded(word)
    if let meaning = table[folded] { return meaning }
    for suffix in suffixes where folded.hasSuffix(suffix) && folded.count > suffix.count {
      if let meaning = table[String(folded.dropLast(suffix.count))] { return meaning }
    }
    return nil
  }

  /// Whether a word names a kind of responsibility as regulations do, to be kept beside its letter.
  static func isTerm(_ word: String) -> Bool { terms.contains(PlainText.folded(word)) }

  private static let suffixes = ["单位", "部门", "科室", "机构", "人员", "者", "人", "方"]

  private static let terms: Set<String> = [
    "负总责", "总负责", "领导责任", "主要领导责任", "重要领导责任", "全面责任", "第一责任人", "第一责任", "直接责任", "行业领域责任",
  ]

  private static let table: [String: LetterMeaning] = {
    var table: [String: LetterMeaning] = [:]
    func add(_ meaning: LetterMeaning, _ words: String) {
      for word in words.split(separator: " ") { table[PlainText.folded(String(word))] = meaning }
    }
    // Who answers for it. [1] 负总责, 领导责任; [2] 第一责任人, 全面责任; [5] 主要领导责任, 重要领导责任. 当责 is the usual
    // rendering of accountable in translations of [3].
    add(.letter(.accountable), "负总责 总负责 领导责任 主要领导责任 重要领导责任 全面责任 全面负责 第一责任 当责")
    add(.letter(.accountable), "accountable accountability")
    // Who does it. [1] 直接责任, 主办; [2] 行业领域责任; [4] 主办, 承办. 主责 is who does the main part.
    add(.letter(.responsible), "直接责任 主办 承办 经办 执行 实施 具体负责 具体实施 行业领域责任 主责")
    add(.letter(.responsible), "responsible perform performs execute executes")
    // Who does it and goes first. [1] 牵头.
    add(.letters([.responsible], lead: true), "牵头 牵头负责 牵头主办 牵头实施 lead leads leading driver")
    // Who helps. [1] 协助, 协办, 配合; [2] 支持, 协助.
    add(.letter(.supports), "协助 协办 配合 参与 参加 支持 协同 协作")
    add(.letter(.supports), "support supports supporting supporter supportive assist assists assisting")
    // Who is asked before. [1] 指导, 会商.
    add(.letter(.consulted), "会商 指导 咨询 征询 征求意见 consulted consult consults consulting")
    // Who is told. [1] 知会; [4] 抄送. 备案 is to lay on file, after the decision.
    add(.letter(.informed), "知会 告知 通知 知情 备案 抄送 报备 informed inform informs notified notify")
    add(.omitted, "omitted omit out-of-the-loop outoftheloop 不参与 不涉及")
    // Could be A or R: 负责 renders both words of [3], and 主要责任 is the main part of whatever responsibility there is.
    add(.ambiguous([.accountable, .responsible]), "负责 责任 主要责任 主管 主抓 owner owns own responsibility")
    // Could be A, who answers, or C, who is asked before: who gives consent may do either.
    add(
      .ambiguous([.accountable, .consulted]),
      "审核 审批 审定 审查 批准 核准 会签 复核 review reviews reviewer reviewed approve approves approver approval")
    add(
      .ambiguous([.supports, .consulted]), "contribute contributes contributor contributors participate participates")
    // No letter: oversight and charge are links of their own, and signing and verifying are of the families of RACI-VS.
    add(.ambiguous([]), "分管 监督 监管 督办 督促 检查 考核 审计 协调 统筹 统筹协调")
    add(.ambiguous([]), "sign-off signoff signs signatory verify verifies verifier verification decide decides")
    return table
  }()
}
