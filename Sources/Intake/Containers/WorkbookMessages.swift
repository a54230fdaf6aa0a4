import RemitModel
import RemitWorkbook

/// The faults of a workbook in words.
package enum WorkbookMessages {
  package static func text(_ error: WorkbookError) -> Localized {
    let fault = text(error.fault)
    guard let part = error.part else { return fault }
    let place = error.line.map { "\(part):\($0)" } ?? part
    return Localized(zh: "\(fault.zh)（\(quoted(place))）", en: "\(fault.en) (in \(quoted(place)))")
  }

  private static func text(_ fault: WorkbookFault) -> Localized {
    switch fault {
    case .system(let code): FileBytes.reason(code)
    case .notAFile: Localized(zh: "这不是文件", en: "this is no file")
    case .notZip: Localized(zh: "这不是工作簿；应为 .xlsx", en: "this is no workbook; expected an .xlsx file")
    case .encrypted:
      Localized(zh: "工作簿加了密码；应先去掉密码", en: "the workbook is locked with a password; expected one without")
    case .oldFormat:
      Localized(
        zh: "这是旧格式（.xls）或加密的工作簿；应另存为 .xlsx",
        en: "the workbook is in the old format (.xls) or encrypted; expected it to be saved as .xlsx")
    case .otherFormat(let type):
      Localized(
        zh: "这不是 .xlsx 工作簿，而是 \(quoted(type))；应另存为 .xlsx",
        en: "this is no .xlsx workbook but \(quoted(type)); expected it to be saved as .xlsx")
    case .damaged(let reason):
      Localized(zh: "工作簿已损坏：\(quoted(reason))", en: "the workbook is damaged: \(quoted(reason))")
    case .missingPart(let part):
      Localized(zh: "工作簿缺少部件 \(quoted(part))", en: "the workbook lacks its part \(quoted(part))")
    case .repeatedPart(let part):
      Localized(zh: "工作簿的部件 \(quoted(part)) 重复", en: "the workbook has its part \(quoted(part)) twice")
    case .unexpectedRoot(let found, let expected):
      Localized(
        zh: "部件以 \(quoted(found)) 开头，应为 \(quoted(expected))",
        en: "a part begins with \(quoted(found)); expected \(quoted(expected))")
    case .documentType:
      Localized(zh: "部件含有 DOCTYPE，工作簿里不会有", en: "a part has a document type, which no workbook has")
    case .malformedXML(let reason): Localized(zh: "XML 有误：\(quoted(reason))", en: "malformed XML: \(quoted(reason))")
    case .exceeds(let limit, let bound): text(limit, bound)
    case .noSuchSheet(let name): Localized(zh: "没有工作表 \(quoted(name))", en: "no sheet \(quoted(name))")
    case .repeatedSheetName(let name):
      Localized(zh: "两张工作表都叫 \(quoted(name))", en: "two sheets are called \(quoted(name))")
    case .sheetWithoutPart(let name), .sheetWithoutCells(let name):
      Localized(zh: "工作表 \(quoted(name)) 没有单元格", en: "the sheet \(quoted(name)) has no cells")
    case .badReference(let text):
      Localized(zh: "\(quoted(text)) 不是单元格", en: "\(quoted(text)) names no cell")
    case .misplacedRow(let row, let after):
      Localized(zh: "第 \(row) 行写在第 \(after) 行后面", en: "row \(row) comes after row \(after)")
    case .misplacedCell(let cell):
      Localized(zh: "单元格 \(quoted(cell)) 的位置不对", en: "the cell \(quoted(cell)) is out of place")
    case .badSharedString(let text):
      Localized(zh: "没有编号 \(quoted(text)) 的共享文本", en: "there is no shared text \(quoted(text))")
    case .textTooLong(let units, let bound):
      Localized(zh: "文本有 \(units) 个字符，超过 \(bound)", en: "a text has \(units) characters, more than \(bound)")
    case .unwritable(let obstacle): Localized(zh: "写不了：\(obstacle)", en: "not to be written: \(obstacle)")
    case .library(let code, let reason):
      Localized(zh: "写不了（\(code)）：\(quoted(reason))", en: "not to be written (\(code)): \(quoted(reason))")
    }
  }

  private static func text(_ limit: WorkbookLimit, _ bound: Int) -> Localized {
    let (zh, en): (String, String) =
      switch limit {
      case .fileBytes: ("文件的字节", "bytes in the file")
      case .entries: ("部件", "parts")
      case .partBytes, .smallPartBytes: ("一个部件展开后的字节", "bytes in a part once unpacked")
      case .depth: ("嵌套层数", "levels of elements")
      case .markupBytes: ("一个标记的字节", "bytes in one tag")
      case .sheets: ("工作表", "sheets")
      case .columns: ("列", "columns")
      case .rows: ("行", "rows")
      case .cellBytes: ("一个单元格的字节", "bytes in one cell")
      case .rowBytes: ("一行的字节", "bytes in one row")
      case .sheetBytes: ("一张工作表的字节", "bytes in one sheet")
      case .sharedBytes: ("共享文本的字节", "bytes of shared texts")
      case .sharedStrings: ("共享文本", "shared texts")
      case .items: ("格式或区域", "formats or ranges")
      case .marks: ("标注", "marks")
      case .elements: ("一个部件的元素", "elements in one part")
      case .directoryBytes: ("目录的字节", "bytes in the directory of the container")
      }
    return Localized(zh: "\(zh)超过 \(bound)", en: "more than \(bound) \(en)")
  }
}
