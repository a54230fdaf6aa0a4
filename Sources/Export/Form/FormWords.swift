import RemitModel

/// The words that cells of a form hold, in its language.
struct FormWords: Sendable {
  let language: Language
  let lists: [FormList: [String]]
  private let roles: [String: String]

  init(_ blank: BlankChart) {
    let language = blank.language
    self.language = language
    let offices = blank.plan.offices
    var uses: [String: Int] = [:]
    for office in offices { uses[office.definition.name.zh, default: 0] += 1 }
    // A role is called by its name where that tells it from the others.
    roles = Dictionary(
      uniqueKeysWithValues: offices.map { office in
        let name = office.definition.name.zh
        let isPlain = uses[name] == 1 && !name.isEmpty && name.isWord && offices.allSatisfy { $0.key != name }
        return (office.key, language == .chinese && isPlain ? name : office.key)
      })
    let roles = roles
    let kinds = blank.plan.regulations.flatMap { $0.roles.map(\.organization.word) }
    let declared = Set(kinds).subtracting(OrganizationKind.known).sorted()
    func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
    var lists: [FormList: [String]] = [:]
    lists[.levels] = Level.allCases.map { word($0.name.zh, $0.word) }
    lists[.kinds] = (OrganizationKind.known + declared).map { Self.kind($0, language) }
    lists[.roles] = offices.map { roles[$0.key] ?? $0.key }
    lists[.statuses] = Status.allCases.map { Self.status($0, language) }
    lists[.dutyStatuses] = [Status.active, .abolished, .draft].map { Self.status($0, language) }
    lists[.letters] = Letter.allCases.map(\.rawValue)
    lists[.linkKinds] = LinkKind.allCases.map { word($0.name.zh, $0.rawValue) }
    lists[.risks] = [word("高", "high"), word("中", "medium"), word("低", "low")]
    lists[.flags] = [word("是", "true"), word("否", "false")]
    lists[.regulations] = blank.plan.regulations.map(\.key)
    self.lists = lists
  }

  /// What a cell of a column shows for the text of the table.
  func shown(_ text: String, in column: FormColumn) -> String {
    guard language == .chinese, case .word(let list) = column.entry else { return text }
    switch list {
    case .levels: return Level(word: text)?.name.zh ?? text
    case .kinds: return Self.kind(text, language)
    case .roles: return roles[text] ?? text
    case .statuses, .dutyStatuses: return Status(rawValue: text).map { Self.status($0, language) } ?? text
    case .linkKinds: return LinkKind(rawValue: text)?.name.zh ?? text
    case .risks: return ["low": "低", "medium": "中", "high": "高"][text] ?? text
    case .flags: return ["true": "是", "false": "否"][text] ?? text
    case .letters, .regulations: return text
    }
  }

  /// A kind of organization as readers of tables know it.
  private static func kind(_ word: String, _ language: Language) -> String {
    language == .chinese && OrganizationKind.named.contains(word) ? OrganizationKind(word: word).name.zh : word
  }

  private static func status(_ status: Status, _ language: Language) -> String {
    guard language == .chinese else { return status.rawValue }
    switch status {
    case .active: return "有效"
    case .vacant: return "空缺"
    case .abolished: return "撤销"
    case .draft: return "草案"
    }
  }
}
