import RemitModel
import RemitSource

/// Reads the rows of a chart's tables into its draft, whatever container they come from.
struct TableChartReader: RowTaker {
  private(set) var draft = ChartDraft()
  let words: WordReader
  var vocabulary: TableWords
  /// How many bytes of texts may still be taken.
  var room = FileBytes.mostTogether
  private var batch = BatchNames()

  /// - Parameter size: How many bytes the tables have, as far as that is known.
  init(words: WordReader, size: Int = 0) {
    self.words = words
    // A table names something new about every eighty bytes.
    draft.names = NameTable(capacity: size / 80)
    // About a third of it are names for people.
    draft.texts.reserveCapacity(size / 3)
    draft.items.reserveCapacity(size / 64)
    vocabulary = TableWords(words: words)
  }

  /// Makes room for the rows of a table, all bytes of which are at hand.
  mutating func reserve(for bytes: [UInt8], of form: TableForm) {
    let sample = bytes.prefix(1 << 16)
    let lines = sample.reduce(into: 1) { count, byte in if byte == 10 { count += 1 } }
    reserve(rows: TableIntake.rows(bytes: bytes.count, line: sample.count / lines), of: form)
  }

  mutating func reserve(rows: Int, of form: TableForm) { draft.reserve(rows, of: form.kind) }

  /// Reads one row of a table. What is wrong with it is reported; without its required cells it is left out.
  mutating func take(_ row: TableRow, of form: TableForm) {
    for column in row.header.required where row[column].isEmpty {
      guard hasRequired(row, form) else { return }
    }
    switch form.kind {
    case .assignments: takeAssignment(row)
    case .oversight: takeOversight(row)
    case .holders: takeHolder(row)
    case .posts: takePost(row)
    case .duties: takeDuty(row)
    case .organizations: takeOrganization(row)
    case .jurisdictions: takeJurisdiction(row)
    case .conflicts: takeConflict(row)
    case .waivers: takeWaiver(row)
    case .ignores: takeIgnore(row)
    case .chart: takeFact(row)
    }
  }

  /// Reports required cells that are empty. The columns themselves are there, or that was reported already.
  private func hasRequired(_ row: TableRow, _ form: TableForm) -> Bool {
    var isWhole = true
    for heading in form.headings where heading.isRequired && row[heading.column].isEmpty {
      isWhole = false
      guard row.header.cell(heading.column) >= 0 else { continue }
      let name = heading.column.word
      words.log.report(
        at: row.place(heading.column),
        Localized(
          zh: "\(form.noun.zh)的 \(quoted(name)) 是空的；应填写",
          en: "the required \(quoted(name)) of \(YAMLFields.article(form.noun.en)) is empty"))
    }
    return isWhole
  }

  private mutating func takeAssignment(_ row: TableRow) {
    guard let duty = id(row, .duty), let post = id(row, .post), let letter = letter(row) else { return }
    draft.assignments.append(
      AssignmentDraft(
        duty: duty, assignee: post, letter: letter, term: phrase(row, .term, .termEnglish),
        lead: flag(row, .lead) ?? false))
  }

  private mutating func takeOversight(_ row: TableRow) {
    let key = id(row, .id)
    let kind = kind(row)
    let of = list(row, .of)
    guard let by = id(row, .by), let kind, !of.isEmpty else { return }
    draft.oversight.append(
      OversightDraft(
        key: key, kind: kind, by: by, of: of, scope: list(row, .scope),
        instrument: phrase(row, .instrument, .instrumentEnglish), basis: list(row, .basis),
        perYear: amount(row, .perYear), planned: flag(row, .planned), feeds: list(row, .feeds),
        place: row.place))
  }

  private mutating func takeHolder(_ row: TableRow) {
    guard let post = id(row, .post), let person = id(row, .person) else { return }
    let (from, until) = (day(row, .from), day(row, .until))
    words.checkTerm(from: from, until: until, at: row.place(.until))
    draft.holders.append(
      HolderDraft(
        post: post, person: person, name: text(row, .name, .nameEnglish), from: from, until: until,
        acting: flag(row, .acting) ?? false, place: row.place))
  }

  private mutating func takePost(_ row: TableRow) {
    guard let key = id(row, .id) else { return }
    draft.posts.append(
      PostDraft(
        key: key, name: text(row, .name, .nameEnglish), organization: id(row, .organization), role: id(row, .role),
        reportsTo: list(row, .reportsTo), dottedTo: list(row, .dottedTo), inChargeOf: list(row, .inChargeOf),
        apex: flag(row, .apex) ?? false, status: word(row, .status) { $0.status($1, $2) } ?? .active,
        staff: amount(row, .staff), adopts: list(row, .adopts), place: row.place))
  }

  private mutating func takeDuty(_ row: TableRow) {
    guard let key = id(row, .id) else { return }
    let status = word(row, .status) { $0.status($1, $2) } ?? .active
    if status == .vacant, let text = row.text(.status) { words.checkDutyStatus(status, text) }
    draft.duties.append(
      DutyDraft(
        key: key, title: text(row, .title, .titleEnglish), jurisdiction: id(row, .jurisdiction),
        domains: list(row, .domain), basis: list(row, .basis), joint: flag(row, .joint) ?? false, status: status,
        risk: word(row, .risk) { $0.risk($1, $2) }, leads: .empty, place: row.place))
  }

  private mutating func takeOrganization(_ row: TableRow) {
    guard let key = id(row, .id) else { return }
    draft.organizations.append(
      OrganizationDraft(
        key: key, name: text(row, .name, .nameEnglish), kind: organizationKind(row),
        jurisdiction: id(row, .jurisdiction), parent: id(row, .parent), apex: flag(row, .apex) ?? false,
        place: row.place))
  }

  private mutating func takeJurisdiction(_ row: TableRow) {
    guard let key = id(row, .id) else { return }
    draft.jurisdictions.append(
      JurisdictionDraft(
        key: key, name: text(row, .name, .nameEnglish), level: word(row, .level) { $0.level($1, $2) },
        hasLevel: !row[.level].isEmpty, parent: id(row, .parent), place: row.place))
  }

  private mutating func takeConflict(_ row: TableRow) {
    let duties = list(row, .duties)
    guard let key = id(row, .id), !duties.isEmpty else { return }
    draft.conflicts.append(
      ConflictDraft(key: key, duties: duties, atMost: row.text(.atMost).flatMap(words.count) ?? 1, place: row.place))
  }

  private mutating func takeWaiver(_ row: TableRow) {
    guard let clause = row.text(.clause).flatMap(words.id) else { return }
    draft.waivers.append(
      WaiverDraft(
        regulation: row.text(.regulation).flatMap(words.id), clause: clause, jurisdiction: id(row, .jurisdiction),
        reason: row.localized(.reason, .reasonEnglish), approver: row.localized(.approver, .approverEnglish),
        until: day(row, .until), place: row.place))
  }

  private mutating func takeIgnore(_ row: TableRow) {
    guard let rule = row.text(.rule).flatMap(words.id) else { return }
    draft.ignores.append(
      IgnoreDraft(
        rule: rule.value, subject: row.text(.subject).flatMap(words.id)?.value,
        reason: row.localized(.reason, .reasonEnglish), until: day(row, .until), place: row.place))
  }

  /// One of the pairs of the table `chart`.
  private mutating func takeFact(_ row: TableRow) {
    guard let key = row.text(.key), let value = row.text(.value) ?? row.text(.valueEnglish) else { return }
    switch TableForm.folded(key.value) {
    case "chart", "编号", "责任图": draft.key = draft.key ?? words.id(value)
    case "title", "标题", "名称": draft.title = draft.title ?? row.localized(.value, .valueEnglish)
    case "against", "法规", "依据":
      row.forEachItem(.value) { item in
        if let id = words.id(Sourced(String(decoding: item, as: UTF8.self), at: value.place)) {
          draft.against.append(id)
        }
      }
    case "asof", "日期", "截至": draft.asOf = draft.asOf ?? words.day(value)
    default: reportFact(key)
    }
  }

  private func reportFact(_ key: Sourced<String>) {
    let known = ["chart", "title", "against", "as-of"]
    words.log.report(
      at: key.place,
      Localized(
        zh: "责任图没有 \(quoted(key.value)) 这一项；应为以下之一：\(listed(known))",
        en: "the chart has no \(quoted(key.value)); expected one of \(listed(known))"),
      suggestion: words.log.suggestion(for: key.value, among: known))
  }
}

// MARK: - Cells

extension TableChartReader {
  private mutating func id(_ row: TableRow, _ column: TableColumn) -> Sourced<Name>? {
    let bytes = row[column]
    return bytes.isEmpty ? nil : name(row, column, bytes)
  }

  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader) {
    self.batch.fetch(batch, header, from: draft.names)
  }

  /// A cell's text as a name. It is looked at closely only where it is new.
  @inline(__always)
  private mutating func name(
    _ row: TableRow, _ column: TableColumn, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Sourced<Name>? {
    let known = draft.names.count
    let name = batch.name(row, column, bytes, in: &draft.names)
    return checked(name, known, bytes, at: row.place(column))
  }

  /// A name, or nil where it holds control characters, which is told by the first such row.
  ///
  /// - Parameter known: How many names there were before it.
  @inline(__always)
  private func checked(
    _ name: Name, _ known: Int, _ bytes: UnsafeBufferPointer<UInt8>, at place: Place
  ) -> Sourced<Name>? {
    if name.index == known, WordReader.holdsControls(bytes) {
      _ = words.id(Sourced(String(decoding: bytes, as: UTF8.self), at: place))
      return nil
    }
    return Sourced(name, at: place)
  }

  /// The items of a list, each once.
  private mutating func list(_ row: TableRow, _ column: TableColumn) -> ChartDraft.List {
    let bytes = row[column]
    if bytes.isEmpty { return .empty }
    let start = draft.items.count
    let place = row.place(column)
    if !TableRow.mayBeList(bytes) {
      guard let item = name(row, column, bytes) else { return .empty }
      draft.items.append(item)
      return ChartDraft.List(start: Int32(start), count: 1)
    }
    row.forEachItem(column) { bytes in
      let known = draft.names.count
      let name = draft.names.intern(bytes)
      guard let item = checked(name, known, bytes, at: place) else { return }
      if draft.items.count > start, draft.items[start...].contains(where: { $0.value == item.value }) {
        let text = draft.names[item.value]
        words.log.report(
          at: place,
          Localized(
            zh: "\(quoted(text)) 在 \(quoted(column.word)) 里重复",
            en: "\(quoted(text)) is repeated in \(quoted(column.word))"))
        return
      }
      draft.items.append(item)
    }
    return ChartDraft.List(start: Int32(start), count: Int32(draft.items.count - start))
  }

  /// A name or title in one column and its English in another, with the blanks around them.
  mutating func text(_ row: TableRow, _ column: TableColumn, _ english: TableColumn) -> ChartDraft.Text {
    let (zh, en) = (row.whole(column), row.whole(english))
    if en.isEmpty { return zh.isEmpty ? .none : draft.text(zh: zh, en: nil) }
    return zh.isEmpty || ShortTexts.areEqual(zh, en) ? draft.text(zh: en, en: nil) : draft.text(zh: zh, en: en)
  }

  /// The same of a text that many rows share.
  mutating func phrase(_ row: TableRow, _ column: TableColumn, _ english: TableColumn) -> ChartDraft.Phrase {
    let (zh, en) = (row.whole(column), row.whole(english))
    if zh.isEmpty, en.isEmpty { return .none }
    return ChartDraft.Phrase(
      zh: draft.wordings.intern(zh.isEmpty ? en : zh).raw, en: draft.wordings.intern(en.isEmpty ? zh : en).raw)
  }

  private mutating func word<Value>(
    _ row: TableRow, _ column: TableColumn,
    _ read: (inout TableWords, UnsafeBufferPointer<UInt8>, () -> Sourced<String>) -> Value?
  ) -> Value? {
    let bytes = row[column]
    if bytes.isEmpty { return nil }
    return read(&vocabulary, bytes) { Sourced(String(decoding: bytes, as: UTF8.self), at: row.place(column)) }
  }

  mutating func letter(_ row: TableRow) -> Letter? { word(row, .letter) { $0.letter($1, $2) } }

  mutating func kind(_ row: TableRow) -> LinkKind? { word(row, .kind) { $0.kind($1, $2) } }

  mutating func amount(_ row: TableRow, _ column: TableColumn) -> Double? {
    word(row, column) { $0.amount($1, $2) }
  }

  mutating func flag(_ row: TableRow, _ column: TableColumn) -> Bool? {
    word(row, column) { $0.flag($1, $2) }
  }

  func day(_ row: TableRow, _ column: TableColumn) -> CalendarDay? {
    let bytes = row[column]
    return bytes.isEmpty ? nil : CalendarDay(utf8: bytes) ?? row.text(column).flatMap(words.day)
  }

  /// A kind by its word, or by its Chinese name.
  private mutating func organizationKind(_ row: TableRow) -> Sourced<Name>? {
    guard let kind = id(row, .kind) else { return nil }
    // Kinds in files are ASCII, their names in Chinese are not.
    guard row[.kind].contains(where: { $0 >= 0x80 }), let word = Self.kinds[draft.names[kind.value]] else {
      return kind
    }
    return Sourced(draft.names.intern(word), at: kind.place)
  }

  private static let kinds = Dictionary(
    OrganizationKind.named.map { (OrganizationKind(word: $0).name.zh, $0) }, uniquingKeysWith: { first, _ in first })
}
