import RemitModel
import RemitSource

/// Reads maps of foreign tables from YAML. Everything that is wrong with one is reported at once.
package struct TableMapReader {
  private let words: WordReader

  private var log: ProblemLog { words.log }

  package init(log: ProblemLog) { words = WordReader(log: log) }

  /// The map of a file; nil, with problems, where there is none.
  package func read(_ bytes: [UInt8], document: Int) -> TableMap? {
    let empty = Localized(zh: "文件是空的；应有 map", en: "the file is empty; expected a map")
    guard let tree = YAMLText(bytes: bytes, document: document, log: log).documents(orEmpty: empty) else { return nil }
    let values = tree.roots.map { YAMLValue(tree, $0, document: document) }
    if values.count > 1 {
      log.report(
        at: values[1].place, Localized(zh: "对照表文件里不止一个文档；应只有一个", en: "a second document; expected one only"))
    }
    return values.first.flatMap(map)
  }

  private func map(_ root: YAMLValue) -> TableMap? {
    guard let fields = YAMLFields(root, .map, words: words) else { return nil }
    guard let id = fields.requiredID("map") else { return nil }
    var map = TableMap(id: id.value)
    map.title = fields.name("title")
    map.encoding = fields.text("encoding").flatMap(encoding)
    map.separator = fields.text("separator").flatMap(separator)
    if fields["files"] == nil { fields.reportMissing("files") }
    map.files = fields.rows("files", file)
    return map
  }

  private static let encodingNoun = Localized(zh: "编码", en: "encoding")

  private func encoding(_ text: Sourced<String>) -> TextEncoding? {
    if let encoding = TextEncoding(named: text.value) { return encoding }
    return words.word(text, of: Self.encodingNoun, among: TextEncoding.names)
  }

  private func separator(_ text: Sourced<String>) -> Character? {
    if text.value == "tab" || text.value == "\\t" { return "\t" }
    if let character = text.value.first, text.value.count == 1, character.isASCII, !character.isNewline,
      character != "\""
    {
      return character
    }
    words.wrong(text, Localized(zh: "一个字符，如 ; 或 tab", en: "one character, such as ; or tab"))
    return nil
  }

  // MARK: Files

  private func file(_ value: YAMLValue) -> TableMap.File? {
    guard let fields = YAMLFields(value, .mappedFile, words: words) else { return nil }
    var file = TableMap.File()
    file.words = texts(fields, "file")
    file.name = fields.text("name")?.value ?? file.words.first ?? ""
    let optional = Set(
      fields.texts("optional").compactMap { text in
        words.word(text, of: Self.tableNoun, among: MappedTable.all.map { ($0.name, $0.name) })
      })
    let constants = fields["constants"].map(constants) ?? [:]
    for shape in MappedTable.all {
      let columns = fields[shape.name].map { self.columns($0, shape) }
      guard columns != nil || constants[shape.name] != nil else { continue }
      file.tables.append(
        TableMap.Table(
          shape.name, columns: columns ?? [], constants: constants[shape.name] ?? [],
          isOptional: optional.contains(shape.name)))
    }
    file.organizationPath = path(fields)
    file.state = texts(fields, "state")
    file.values = fields["values"].map(self.values) ?? TableMap.Values()
    file.leaveOut = fields.rows("leave-out", condition)
    file.counts = fields["counts"].flatMap(counts)
    if file.tables.isEmpty, file.counts == nil, file.organizationPath.isEmpty {
      log.report(
        at: fields.place,
        Localized(
          zh: "文件项没有写明要读什么；应有 posts 等表，或 counts",
          en: "an entry of a file that makes nothing; expected posts or another table, or counts"))
    }
    return file
  }

  private static let tableNoun = Localized(zh: "表", en: "table")

  private func texts(_ fields: YAMLFields, _ key: String) -> [String] {
    fields.texts(key).map(\.value).filter { !$0.isBlank }
  }

  private func columns(_ value: YAMLValue, _ shape: MappedTable.Shape) -> [TableMap.Column] {
    guard let fields = form("mapped-" + shape.name).flatMap({ YAMLFields(value, $0, words: words) }) else { return [] }
    return shape.columns.compactMap { column in
      let headings = texts(fields, column)
      return headings.isEmpty ? nil : TableMap.Column(column, headings)
    }
  }

  private func constants(_ value: YAMLValue) -> [String: [TableMap.Constant]] {
    guard let fields = YAMLFields(value, .constants, words: words) else { return [:] }
    var result: [String: [TableMap.Constant]] = [:]
    for shape in MappedTable.all {
      guard let value = fields[shape.name], case .mapping(let form)? = Self.value(of: shape.name, in: .constants),
        let inner = YAMLFields(value, form, words: words)
      else { continue }
      result[shape.name] = shape.columns.compactMap { column in
        inner.text(column).map { TableMap.Constant(column, $0.value) }
      }
    }
    return result
  }

  private func form(_ id: String) -> Form? {
    guard case .mapping(let form)? = Self.value(of: String(id.dropFirst("mapped-".count)), in: .mappedFile) else {
      return nil
    }
    return form
  }

  private static func value(of key: String, in form: Form) -> Form.Value? {
    form.keys.first { $0.name == key }?.value
  }

  /// A list of headings, or of lists of alternative headings.
  private func path(_ fields: YAMLFields) -> [[String]] {
    guard let value = fields["organization-path"] else { return [] }
    guard value.kind == .list else { return fields.texts("organization-path").map { [$0.value] } }
    return value.elements.compactMap { element in
      let texts = element.kind == .list ? element.elements : [element]
      let headings = texts.compactMap { fields.text($0)?.value }
      return headings.isEmpty ? nil : headings
    }
  }

  private func values(_ value: YAMLValue) -> TableMap.Values {
    var values = TableMap.Values()
    guard let fields = YAMLFields(value, .mappedValues, words: words) else { return values }
    values.root = fields.texts("root").map(\.value)
    values.vacant = fields.texts("vacant").map(\.value)
    values.abolished = fields.texts("abolished").map(\.value)
    values.undisclosed = fields.texts("undisclosed").map(\.value)
    values.nobody = fields.texts("nobody").map(\.value)
    values.empty = fields.texts("empty").map(\.value)
    return values
  }

  private func condition(_ value: YAMLValue) -> TableMap.Condition? {
    guard let fields = YAMLFields(value, .leaveOut, words: words) else { return nil }
    for key in ["column", "values"] where fields[key] == nil { fields.reportMissing(key) }
    return TableMap.Condition(texts(fields, "column"), fields.texts("values").map(\.value))
  }

  private func counts(_ value: YAMLValue) -> TableMap.Counts? {
    guard let fields = YAMLFields(value, .mappedCounts, words: words) else { return nil }
    for key in ["post", "amount"] where fields[key] == nil { fields.reportMissing(key) }
    return TableMap.Counts(post: texts(fields, "post"), amount: texts(fields, "amount"))
  }
}
