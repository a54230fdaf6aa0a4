import RemitModel

/// The wording of what is found in matrices.
enum MatrixMessages {
  static func tick(_ text: String) -> Localized {
    Localized(
      zh: "\(quoted(text)) 只说有关系，没说是哪个责任字母；应为 A、R、S、C 或 I",
      en: "the mark \(quoted(text)) does not say which letter; expected A, R, S, C or I")
  }

  static func ambiguous(_ word: String, _ letters: [Letter]) -> Localized {
    guard !letters.isEmpty else {
      return Localized(
        zh: "\(quoted(word)) 不是责任字母；应为 A、R、S、C 或 I，或另写为监督关系",
        en: "\(quoted(word)) is no letter of a duty; expected A, R, S, C or I, or an oversight link of its own")
    }
    let zh = letters.map(\.rawValue).joined(separator: " 或 ")
    let en = letters.map(\.rawValue).joined(separator: " or ")
    return Localized(
      zh: "\(quoted(word)) 含义不定，可以是 \(zh)；应写明字母，或在图例里写明这个词",
      en: "\(quoted(word)) is ambiguous: it could be \(en); expected the letter itself, or a legend that tells")
  }

  static func foreign(_ letter: String, _ word: String) -> Localized {
    Localized(
      zh: "图例里 \(letter) 是\(quoted(word))，不是任何责任字母；应为 A、R、S、C 或 I",
      en: "the legend has \(letter) for \(quoted(word)), which is no letter of a duty; expected A, R, S, C or I")
  }

  static func unknown(_ text: String) -> Localized {
    Localized(
      zh: "读不出 \(quoted(text)) 是哪个责任字母；应为 A、R、S、C 或 I，或图例、选项里写明的字母",
      en: "\(quoted(text)) is no letter; expected A, R, S, C or I, or one that a legend or an option explains")
  }

  static func note(_ note: LetterCell.Note) -> Localized {
    switch note {
    case .wide(let letter):
      Localized(
        zh: "全角字母 \(quoted(letter))，按半角读", en: "the letter \(quoted(letter)) is a full-width one, read as usual")
    case .foreign(let letter, let latin):
      Localized(
        zh: "\(quoted(letter)) 不是拉丁字母，只是样子相同；按 \(latin) 读",
        en: "\(quoted(letter)) is of another alphabet and only looks like \(latin), as which it is read")
    case .remark(let text):
      Localized(zh: "字母旁的说明 \(quoted(text)) 没有读入", en: "the note \(quoted(text)) beside a letter is not kept")
    case .footnote(let mark):
      Localized(zh: "脚注标记 \(quoted(mark)) 没有读入", en: "the mark \(quoted(mark)) of a footnote is not kept")
    }
  }

  static let untitled = Localized(
    zh: "这一行有责任字母而没有名称；应写明是哪一项", en: "a row with letters but without a title; expected to be told of what")

  static func noHeading(_ column: Int) -> Localized {
    Localized(
      zh: "第 \(column) 列有责任字母而没有表头；应写明是谁",
      en: "column \(column) has letters but no heading; expected to be told of whom")
  }

  static let headless = Localized(
    zh: "这里有责任字母而没有表头；应有一行写明各列是谁", en: "letters without a row of headings; expected one that tells whose they are")

  static func sameColumn(_ name: String) -> Localized {
    Localized(zh: "两列都叫 \(quoted(name))；读为一个岗位", en: "two columns are named \(quoted(name)); they are read as one post")
  }

  static func letterless(_ name: String) -> Localized {
    Localized(
      zh: "这一行 \(quoted(name)) 没有任何责任字母；照样读入",
      en: "the row \(quoted(name)) has no letter at all; it is read all the same")
  }

  static func footnote(_ text: String) -> Localized {
    Localized(zh: "脚注 \(quoted(text)) 没有读入", en: "the footnote \(quoted(text)) is not kept")
  }

  static let totals = Localized(zh: "合计行没有读入", en: "a row of totals is not kept")

  static func column(_ heading: String, _ count: Int) -> Localized {
    let name =
      heading.isBlank
      ? Localized(zh: "没有表头的列", en: "a column without a heading")
      : Localized(zh: "列 \(quoted(heading))", en: "the column \(quoted(heading))")
    return Localized(
      zh: "\(name.zh) 不是责任图的内容，其中 \(count) 格没有读入",
      en: "\(name.en) is not part of a chart; \(count) cells of it are not kept")
  }

  static func filled(_ heading: String, _ count: Int) -> Localized {
    Localized(
      zh: "列 \(quoted(heading)) 有 \(count) 格是空的，按上一行的内容读",
      en: "\(count) empty cells of the column \(quoted(heading)) are read as what stands above them")
  }

  static func merged(_ text: String) -> Localized {
    Localized(
      zh: "合并单元格 \(quoted(text)) 对它覆盖的每一格都读",
      en: "the merged cell \(quoted(text)) is read for every cell that it covers")
  }

  static func axis(_ rows: MatrixLayout.Axis) -> Localized {
    rows == .duties
      ? Localized(
        zh: "表头没有写明行是什么；按字母的分布读为职责", en: "the headings do not tell what rows are; by their letters they are duties")
      : Localized(
        zh: "表头没有写明行是什么；按字母的分布读为岗位", en: "the headings do not tell what rows are; by their letters they are posts")
  }

  static func title(_ heading: String) -> Localized {
    Localized(
      zh: "表头没有写明哪一列是名称；取列 \(quoted(heading))",
      en: "the headings do not tell which column has the titles; taken is \(quoted(heading))")
  }

  static func unread(_ headings: [String], _ count: Int) -> Localized {
    let name = headings.last.map(quoted) ?? ""
    return Localized(
      zh: "表格 \(name) 不是责任矩阵，其中 \(count) 格没有读入",
      en: "the table \(name.isEmpty ? "here" : "under \(name)") is no matrix; its \(count) cells are not read")
  }

  static func ticks(_ count: Int) -> Localized {
    Localized(
      zh: "这个表只有 \(count) 个记号，没有责任字母，看不出谁负什么责任；应为 A、R、S、C、I",
      en: "a matrix of \(count) marks without letters, which do not tell who does what; expected A, R, S, C and I")
  }

  static func hidden(_ number: Int) -> Localized {
    Localized(zh: "第 \(number) 行是隐藏的，照样读入", en: "row \(number) is hidden; it is read all the same")
  }

  static let none = Localized(
    zh: "没有找到责任矩阵；应有写着 A、R、S、C、I 的表，行是职责，列是岗位，或相反",
    en:
      "no responsibility matrix; expected a table of the letters A, R, S, C, I with duties as rows and posts as columns, or the other way round"
  )

  static let tooWide = Localized(
    zh: "表格太大：有的行太长；应拆成几个", en: "too large a table, since some rows are very long; expected several smaller ones")
}
