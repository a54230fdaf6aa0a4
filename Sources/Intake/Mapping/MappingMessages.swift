import RemitModel

/// The wording of what is found in foreign tables.
enum MappingMessages {
  private static func headings(_ headings: [String]) -> Localized {
    Localized(
      zh: headings.map(quoted).joined(separator: " 或 "), en: headings.map(quoted).joined(separator: " or "))
  }

  static func missing(_ headings: [String], in map: String) -> Localized {
    let names = Self.headings(headings)
    return Localized(zh: "没有 \(names.zh) 这一列，对照表 \(map) 要用", en: "no column \(names.en), which the map \(map) needs")
  }

  static func notMade(_ table: String, _ headings: [String]) -> Localized {
    let names = Self.headings(headings)
    return Localized(
      zh: "没有 \(names.zh) 这一列，所以没有表 \(table)", en: "no column \(names.en), so that there are no \(table)")
  }

  static func lacking(_ columns: [String]) -> Localized {
    Localized(
      zh: "对照表写到而文件里没有的列：\(listed(columns))", en: "columns of the map that the file does not have: \(listed(columns))")
  }

  static func noEntry(_ map: String) -> Localized {
    Localized(
      zh: "对照表 \(map) 里没有一项合这个文件；应有它的列名", en: "no entry of the map \(map) fits this table; expected the headings of one"
    )
  }

  static func severalEntries(_ names: [String]) -> Localized {
    Localized(
      zh: "对照表里有几项都合这个文件：\(listed(names))；应在 file 里写明文件名的词",
      en: "several entries of the map fit this table: \(listed(names)); expected \"file\" to tell them apart")
  }

  static func unread(_ headings: [String]) -> Localized {
    Localized(zh: "没有读入的列：\(listed(headings))", en: "columns that are not kept: \(listed(headings))")
  }

  static func leftOut(_ heading: String, _ text: String, _ count: Int) -> Localized {
    Localized(
      zh: "按对照表不读：列 \(quoted(heading)) 为 \(quoted(text)) 的 \(count) 行，从这里起",
      en: "left out as the map says: \(count) rows whose \(quoted(heading)) is \(quoted(text)), from here on")
  }

  static func nobody(_ id: String, _ count: Int) -> Localized {
    Localized(
      zh: "编号 \(quoted(id)) 不是岗位；有 \(count) 行是没有岗位的人，从这里起，没有读入",
      en:
        "the reference \(quoted(id)) is no post; \(count) rows are of people who hold none, from here on, and are not kept"
    )
  }

  static func toNobody(_ id: String) -> Localized {
    Localized(
      zh: "上级是 \(quoted(id))，那不是岗位；读为没有写上级",
      en: "reports to \(quoted(id)), which is no post; read as if nothing were said")
  }

  static func noID(_ headings: [String]) -> Localized {
    let names = Self.headings(headings)
    return Localized(zh: "这一行没有写 \(names.zh)", en: "a row without \(names.en)")
  }

  static func tooLong(_ count: Int, _ expected: Int) -> Localized {
    Localized(
      zh: "这一行有 \(count) 格，列名只有 \(expected) 个；可能多了分隔符或少了引号",
      en:
        "a row of \(count) cells under \(expected) headings; expected no more: a separator too many, or quotes missing")
  }

  static func tooShort(_ count: Int, _ expected: Int) -> Localized {
    Localized(
      zh: "这一行只有 \(count) 格，列名有 \(expected) 个；缺的按空的读",
      en: "a row of \(count) cells under \(expected) headings; the missing ones are read as empty")
  }

  static func vacancy(_ word: String, _ post: String) -> Localized {
    Localized(
      zh: "任职人\(quoted(word))只是占位；岗位 \(quoted(post)) 读为空缺",
      en: "the holder \(quoted(word)) only keeps the place; the post \(quoted(post)) is read as vacant")
  }

  static func repeated(_ id: String, _ count: Int) -> Localized {
    Localized(
      zh: "岗位 \(quoted(id)) 写了 \(count) 行，读为一个岗位（几人共任，或重复）",
      en: "the post \(quoted(id)) has \(count) rows and is read as one post, which several share or which is repeated")
  }

  static func contradiction(_ column: String, _ text: String, _ id: String, first: String, at place: String)
    -> Localized
  {
    Localized(
      zh: "\(quoted(id)) 的 \(column) 在这里是 \(quoted(text))，而 \(place) 是 \(quoted(first))；应一致",
      en:
        "the \(column) of \(quoted(id)) is \(quoted(text)) here but \(quoted(first)) at \(place); expected one of them")
  }

  static func difference(_ column: String, _ text: String, _ id: String, first: String) -> Localized {
    Localized(
      zh: "\(quoted(id)) 的 \(column) 在这里是 \(quoted(text))；用先写的 \(quoted(first))",
      en: "the \(column) of \(quoted(id)) is \(quoted(text)) here; the first, \(quoted(first)), is kept")
  }

  static func noSuperior(_ id: String) -> Localized {
    Localized(
      zh: "岗位 \(quoted(id)) 没有写上级，也没有标明是最高", en: "the post \(quoted(id)) tells no superior, nor that it is the top")
  }

  static func roots(_ ids: [String]) -> Localized {
    ids.isEmpty
      ? Localized(zh: "没有一个岗位标明是最高", en: "no post is marked as the top")
      : Localized(
        zh: "标明是最高的岗位不止一个：\(listed(ids))", en: "more than one post is marked as the top: \(listed(ids))")
  }

  static func amount(_ text: String) -> Localized {
    Localized(zh: "\(quoted(text)) 不是人数；应为不小于 0 的数", en: "\(quoted(text)) is no number of posts; expected 0 or more")
  }

  static func unknownPost(_ id: String) -> Localized {
    Localized(zh: "没有编号为 \(quoted(id)) 的岗位", en: "no post has the id \(quoted(id))")
  }

  static func staff(_ rows: Int, _ amount: String, _ posts: Int) -> Localized {
    Localized(
      zh: "\(rows) 行是 \(posts) 个岗位下的人数，共 \(amount)；记在这些岗位上",
      en: "\(rows) rows count staff below \(posts) posts, \(amount) in all; they are kept as numbers of these posts")
  }

  static let empty = Localized(zh: "文件里没有表", en: "no table in the file")
}
