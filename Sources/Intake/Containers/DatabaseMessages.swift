import RemitDatabase
import RemitModel

/// The faults of a database in words.
enum DatabaseMessages {
  static func text(_ error: DatabaseError) -> Localized {
    switch error {
    case .unreadable(let code): FileBytes.reason(code)
    case .notAFile: Localized(zh: "这不是文件", en: "this is no file")
    case .fileTooLarge(let limit): FileBytes.tooLarge(limit)
    case .notADatabase: Localized(zh: "这不是 SQLite 数据库", en: "this is no SQLite database")
    case .unfinished(let file):
      Localized(
        zh: "旁边的 \(quoted(file)) 里还有未完成的更改；应先关闭使用它的程序",
        en: "there are unfinished changes in \(quoted(file)) beside it; expected the program that uses it to be closed")
    case .damaged(let words): Localized(zh: "数据库已损坏：\(quoted(words))", en: "the database is damaged: \(quoted(words))")
    case .noTable(let table): Localized(zh: "没有表 \(quoted(table))", en: "no table \(quoted(table))")
    case .noColumn(let column, let table):
      Localized(
        zh: "表 \(quoted(table)) 没有列 \(quoted(column))", en: "the table \(quoted(table)) has no column \(quoted(column))"
      )
    case .computedColumn(let column, let table):
      Localized(
        zh: "表 \(quoted(table)) 的列 \(quoted(column)) 是读取时计算的；应为普通列",
        en: "the column \(quoted(column)) of the table \(quoted(table)) is computed; expected an ordinary one")
    case .blob(let table, let row, let column):
      Localized(
        zh: "\(quoted(table)):\(row):\(quoted(column)) 是二进制数据；应为文本或数",
        en: "\(quoted(table)):\(row):\(quoted(column)) is a blob; expected a text or a number")
    case .encoding(let table, let row, let column):
      Localized(
        zh: "\(quoted(table)):\(row):\(quoted(column)) 的编码有误；应为 UTF-8",
        en: "\(quoted(table)):\(row):\(quoted(column)) is not UTF-8")
    case .cellTooLong(let table, let row, let column, let limit):
      Localized(
        zh: "\(quoted(table)):\(row):\(quoted(column)) 超过 \(limit) 字节",
        en: "\(quoted(table)):\(row):\(quoted(column)) has more than \(limit) bytes")
    case .rowTooLong(let table):
      Localized(zh: "表 \(quoted(table)) 的一行太长", en: "a row of the table \(quoted(table)) is too long")
    case .tooMuchWork:
      Localized(zh: "读取这个数据库所需的工作远超其大小", en: "reading the database takes far more work than its size explains")
    case .other(let code, let words):
      Localized(zh: "SQLite（\(code)）：\(quoted(words))", en: "SQLite (\(code)): \(quoted(words))")
    }
  }
}
