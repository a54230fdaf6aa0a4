import RemitModel

extension Form {
  /// A map of foreign tables.
  package static let map = Form(
    "map", Localized(zh: "对照表", en: "map"),
    [
      Key("map", .id, required: true, Localized(zh: "对照表的编号", en: "the map's id")),
      Key("title", .name, Localized(zh: "标题", en: "the title")),
      Key(
        "encoding", .word(.encoding),
        Localized(zh: "文件的编码；不写则由文件判断", en: "what the files are in; told by the files by default")),
      Key(
        "separator", .text,
        Localized(zh: "分隔符，一个字符；不写则由文件判断", en: "the separator, one character; told by the files by default")),
      Key(
        "files", .rows(mappedFile), required: true, Localized(zh: "各个文件或工作表怎么读", en: "how each file or sheet is read")),
    ])

  static let mappedFile = Form(
    "mapped-file", Localized(zh: "文件项", en: "entry of a file"),
    [
      Key("name", .text, Localized(zh: "在消息里叫什么", en: "what messages call it")),
      Key(
        "file", .oneOrMore(.text, unique: false),
        Localized(zh: "文件名或表名里的词；不写则凭列名认", en: "words of the file's or sheet's name; known by its headings by default")),
    ]
      + MappedTable.all.map { shape in
        Key(
          shape.name, .mapping(mappedTable(shape)),
          Localized(zh: "表 \(shape.name) 的各列出自哪一列", en: "from which headings the columns of \(shape.name) come"))
      } + [
        Key(
          "optional", .oneOrMore(.word(.mappedTable), unique: false),
          Localized(zh: "缺列时可以不要的表", en: "tables that are not made where the file lacks their columns")),
        Key(
          "constants", .mapping(constants), Localized(zh: "各表里固定不变的内容", en: "what is the same in every row of a table")),
        Key(
          "organization-path", .oneOrMore(.oneOrMore(.text, unique: false), unique: false),
          Localized(zh: "单位的各级所在列，从大到小", en: "the columns of a row's bodies, from the widest to the narrowest")),
        Key(
          "state", .oneOrMore(.text, unique: false),
          Localized(zh: "写着空缺或撤销的列", en: "the columns that tell whether a post is vacant or abolished")),
        Key("values", .mapping(mappedValues), Localized(zh: "有特别含义的内容", en: "texts that stand for something")),
        Key("leave-out", .rows(leaveOut), Localized(zh: "不读的行", en: "rows that are left out")),
        Key("counts", .mapping(mappedCounts), Localized(zh: "只计人数的行", en: "rows that count staff below a post")),
      ])

  private static func mappedTable(_ shape: MappedTable.Shape) -> Form {
    Form(
      "mapped-" + shape.name, Localized(zh: "表 \(shape.name) 的列", en: "map of \(shape.name)"),
      shape.columns.map { column in
        Key(
          column, .oneOrMore(.text, unique: false),
          Localized(zh: "列 \(column) 的列名，可有几个写法", en: "the heading of \(column), or several that it may have"))
      })
  }

  private static func constantTable(_ shape: MappedTable.Shape) -> Form {
    Form(
      "constant-" + shape.name, Localized(zh: "表 \(shape.name) 的固定内容", en: "constants of \(shape.name)"),
      shape.columns.map { Key($0, .text, Localized(zh: "列 \($0) 的内容", en: "the text of \($0)")) })
  }

  static let constants = Form(
    "constants", Localized(zh: "固定内容", en: "table of constants"),
    MappedTable.all.map { shape in
      Key(
        shape.name, .mapping(constantTable(shape)),
        Localized(zh: "表 \(shape.name) 里固定不变的内容", en: "what is the same in every row of \(shape.name)"))
    })

  static let mappedValues = Form(
    "mapped-values", Localized(zh: "特别内容", en: "table of values"),
    [
      Key("root", texts, Localized(zh: "写在上级处，表示没有上级", en: "as a superior: nobody, this is the top")),
      Key("vacant", texts, Localized(zh: "表示空缺", en: "the post is vacant")),
      Key("abolished", texts, Localized(zh: "表示已撤销", en: "the post was abolished")),
      Key("undisclosed", texts, Localized(zh: "写在任职人处，表示有人而未公开", en: "as a holder: somebody whose name is not told")),
      Key("nobody", texts, Localized(zh: "写在岗位编号处，表示没有岗位的人", en: "as a post's id: people who hold no post")),
      Key("empty", texts, Localized(zh: "等于没有写", en: "the same as nothing")),
    ])

  private static let texts = Value.oneOrMore(.text, unique: false)

  static let leaveOut = Form(
    "leave-out", Localized(zh: "不读的行", en: "entry of rows to leave out"),
    [
      Key("column", texts, required: true, Localized(zh: "列名", en: "the heading")),
      Key(
        "values", texts, required: true, Localized(zh: "有其中一个内容的行不读", en: "rows with one of these texts are left out")),
    ])

  static let mappedCounts = Form(
    "mapped-counts", Localized(zh: "人数", en: "entry of counts"),
    [
      Key("post", texts, required: true, Localized(zh: "上级岗位所在列", en: "the heading of the post that they are below")),
      Key("amount", texts, required: true, Localized(zh: "人数所在列", en: "the heading of how many")),
    ])
}

extension Form.Vocabulary {
  static let encoding = Form.Vocabulary("encoding", TextEncoding.names.map { ($0.0, nil) })
  static let mappedTable = Form.Vocabulary("mapped-table", MappedTable.all.map { ($0.name, nil) })
}
