import CWorkbook

extension WorkbookWriter {
  /// Says what may be entered in a range.
  ///
  /// - Throws: `textTooLong` for messages and lists, `unwritable(.list)` for lists that do not fit in the rule itself,
  ///   `unwritable(.outsideSheet)`.
  package mutating func restrict(_ range: CellRange, _ rule: InputRule, on sheet: SheetID) throws(WorkbookError) {
    try check(range)
    var texts: [String?] = []
    for message in [rule.prompt, rule.alert] {
      texts.append(try message.map { (message) throws(WorkbookError) in try encode(message.title, bound: 32) })
      texts.append(try message.map { (message) throws(WorkbookError) in try encode(message.text, bound: 255) })
    }
    var items: [String] = []
    switch rule.kind {
    case .any, .wholeNumber: break
    case .list(let list):
      guard InputRule.fitsInPlace(list) else { throw WorkbookError(.unwritable(.list)) }
      items = list
    case .listed(let list, let sheet):
      try check(list)
      texts.append("=" + formula(list, on: sheet))
    case .formula(let formula), .computed(let formula):
      texts.append(formula.hasPrefix("=") ? formula : "=" + formula)
    }
    let target = sheets[sheet.index].pointer
    let code = CStrings.with(texts + items) { pointers in
      var list = pointers[texts.count...] + [nil]
      return list.withUnsafeMutableBufferPointer { list in
        var validation = Self.validation(rule)
        validation.input_title = pointers[0]
        validation.input_message = pointers[1]
        validation.error_title = pointers[2]
        validation.error_message = pointers[3]
        if texts.count > 4 { validation.value_formula = pointers[4] }
        if !items.isEmpty { validation.value_list = list.baseAddress }
        return worksheet_data_validation_range(
          target, lxw_row_t(range.first.row - 1), lxw_col_t(range.first.column - 1), lxw_row_t(range.last.row - 1),
          lxw_col_t(range.last.column - 1), &validation)
      }
    }
    try book.check(code)
  }

  /// Gives cells of a range another look where a condition holds. Fonts and sizes stay as they are.
  package mutating func highlight(
    _ range: CellRange, where condition: CellCondition, _ style: CellStyle, on sheet: SheetID
  ) throws(WorkbookError) {
    try check(range)
    let format = try format(style)
    let target = sheets[sheet.index].pointer
    var text: String?
    switch condition {
    case .isText(let value):
      let quoted = value.replacing("\"", with: "\"\"")
      text = "\"" + (try encode(quoted, bound: 255)) + "\""
    case .formula(let formula): text = formula.hasPrefix("=") ? formula : "=" + formula
    case .isNumber(let number), .isOver(let number), .isUnder(let number):
      guard number.isFinite else { throw WorkbookError(.unwritable(.number)) }
    // The library's own conditions for these name a wrong cell.
    case .isBlank: text = "=LEN(TRIM(\(range.first)))=0"
    case .isFilled: text = "=LEN(TRIM(\(range.first)))>0"
    }
    let code = CStrings.with([text]) { texts in
      var rule = Self.rule(condition)
      rule.value_string = texts[0]
      rule.format = format
      return worksheet_conditional_format_range(
        target, lxw_row_t(range.first.row - 1), lxw_col_t(range.first.column - 1), lxw_row_t(range.last.row - 1),
        lxw_col_t(range.last.column - 1), &rule)
    }
    try book.check(code)
  }

  private static func validation(_ rule: InputRule) -> lxw_data_validation {
    var validation = lxw_data_validation()
    let type =
      switch rule.kind {
      case .any: LXW_VALIDATION_TYPE_ANY
      case .list: LXW_VALIDATION_TYPE_LIST
      case .listed, .computed: LXW_VALIDATION_TYPE_LIST_FORMULA
      case .wholeNumber: LXW_VALIDATION_TYPE_INTEGER
      case .formula: LXW_VALIDATION_TYPE_CUSTOM_FORMULA
      }
    validation.validate = UInt8(type.rawValue)
    if case .wholeNumber(let bounds) = rule.kind {
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = Double(bounds.lowerBound)
      validation.maximum_number = Double(bounds.upperBound)
    }
    let off = UInt8(LXW_VALIDATION_OFF.rawValue)
    if !rule.allowsBlank { validation.ignore_blank = off }
    if rule.prompt == nil { validation.show_input = off }
    let severity =
      switch rule.severity {
      case .stop: LXW_VALIDATION_ERROR_TYPE_STOP
      case .warning: LXW_VALIDATION_ERROR_TYPE_WARNING
      case .information, .none: LXW_VALIDATION_ERROR_TYPE_INFORMATION
      }
    if rule.severity == .none { validation.show_error = off }
    validation.error_type = UInt8(severity.rawValue)
    return validation
  }

  private static func rule(_ condition: CellCondition) -> lxw_conditional_format {
    var rule = lxw_conditional_format()
    var type = LXW_CONDITIONAL_TYPE_CELL
    var criteria = LXW_CONDITIONAL_CRITERIA_NONE
    switch condition {
    case .isText: criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO
    case .isNumber(let number):
      criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO
      rule.value = number
    case .isOver(let number):
      criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN
      rule.value = number
    case .isUnder(let number):
      criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN
      rule.value = number
    case .isBlank, .isFilled, .formula: type = LXW_CONDITIONAL_TYPE_FORMULA
    }
    rule.type = UInt8(type.rawValue)
    rule.criteria = UInt8(criteria.rawValue)
    return rule
  }
}
