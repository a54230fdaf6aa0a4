import RemitModel
import RemitSource

/// Turns the bytes of a file into the values of its YAML documents. Faults of the text itself become one problem.
package struct YAMLText {
  let bytes: [UInt8]
  let document: Int
  let log: ProblemLog

  package init(bytes: [UInt8], document: Int, log: ProblemLog) {
    self.bytes = bytes
    self.document = document
    self.log = log
  }

  private static let mostDirectives = 100

  /// The documents' values; none where the text is faulty or empty, which is a problem.
  func documents() -> YAMLTree? {
    documents(
      orEmpty: Localized(zh: "文件是空的；应有 chart 或 regulation", en: "the file is empty; expected a chart or a regulation"))
  }

  /// The same; an empty text is a problem only where there is a message for it, else it has no documents.
  package func documents(orEmpty message: Localized?) -> YAMLTree? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let offset = UTF8Check.firstInvalid(in: bytes) {
      reportEncoding(at: offset, from: start)
      return nil
    }
    guard checkDirectives() else { return nil }
    do throws(YAMLFault) {
      let tree = try YAMLComposer.tree(of: bytes[start...])
      if let root = tree.roots.first {
        if tree.roots.count > 1 || !YAMLValue(tree, root, document: document).isNull { return tree }
      }
      guard let message else { return YAMLTree() }
      report(1, 1, message)
    } catch {
      report(error, from: start)
    }
    return nil
  }

  /// libyaml compares every %TAG line with all others, so that a file full of them would take hours.
  private func checkDirectives() -> Bool {
    guard bytes.contains(UInt8(ascii: "%")) else { return true }
    var lineStart = true
    var line = 1
    var count = 0
    for byte in bytes {
      if lineStart, byte == UInt8(ascii: "%") {
        count += 1
        if count > Self.mostDirectives {
          report(line, 1, Localized(zh: "以 % 开头的行超过 100 行", en: "more than 100 lines begin with %"))
          return false
        }
      }
      lineStart = byte == 10 || byte == 13
      if byte == 10 { line += 1 }
    }
    return true
  }

  private func reportEncoding(at offset: Int, from start: Int) {
    let (line, column) = position(of: offset, from: start)
    let utf16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
    report(
      line, column,
      utf16
        ? Localized(zh: "文件是 UTF-16 编码；应为 UTF-8", en: "the file is in UTF-16; expected UTF-8")
        : Localized(
          zh: "字节 \(byte) 不是 UTF-8；文件应为 UTF-8 编码", en: "the byte \(byte) is no UTF-8; expected a file in UTF-8"))
  }

  private func report(_ fault: YAMLFault, from start: Int) {
    var (line, column) = (Int(fault.line), Int(fault.column))
    var suggestion: Localized?
    let message: Localized
    switch fault.reason {
    case .syntax(let words): message = Localized(zh: "不是正确的 YAML：\(words)", en: "no valid YAML: \(words)")
    case .character(let offset):
      (line, column) = position(of: offset + start, from: start)
      message = Localized(zh: "YAML 文件里不能有控制字符", en: "a control character, which YAML does not allow")
    case .tooDeep: message = Localized(zh: "嵌套超过 64 层", en: "nested more than 64 levels deep")
    case .tooMany: message = Localized(zh: "值超过五百万个", en: "more than five million values")
    case .tooManyByAliases:
      message = Localized(zh: "别名展开后超过一百万个值", en: "more than a million values once aliases are written out")
    case .unknownAlias(let name, let known):
      message = Localized(
        zh: "没有锚点 \(quoted(name))；应先写 &名称，且别名不能在它自己里面",
        en: "no anchor \(quoted(name)); expected &name before, and no alias inside its own value")
      suggestion = log.suggestion(for: name, among: known)
    case .unknownTag(let tag):
      message = Localized(zh: "标签 \(quoted(tag)) 在这里没有意义", en: "the tag \(quoted(tag)) means nothing here")
    }
    log.report(at: Place(document: document, line: line, column: column), message, suggestion: suggestion)
  }

  private func report(_ line: Int, _ column: Int, _ message: Localized) {
    log.report(at: Place(document: document, line: line, column: column), message)
  }

  /// Line and column, in characters, of a byte.
  private func position(of offset: Int, from start: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for index in start..<max(start, min(offset, bytes.count)) {
      let byte = bytes[index]
      if byte == 10 || byte == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80, byte != 13 {
        column += 1
      }
    }
    return (line, column)
  }
}
