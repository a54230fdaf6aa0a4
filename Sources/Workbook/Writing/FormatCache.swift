import CWorkbook

/// The library's formats of a workbook, one for each style.
struct FormatCache {
  private struct Key: Hashable {
    var style: CellStyle
    var isQuoted: Bool
  }

  private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]
  /// Whether any format is of cells whose text must stay a text when somebody enters it again.
  private(set) var hasQuoted = false

  /// The format of a style.
  ///
  /// - Parameter isQuoted: whether the cell gets Excel's quote prefix. The library does not know it, so such formats
  ///   carry a mark that `WrittenParts` puts it in place of.
  mutating func format(
    _ style: CellStyle, isQuoted: Bool, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    if style == CellStyle(), !isQuoted { return nil }
    let key = Key(style: style, isQuoted: isQuoted)
    if let format = formats[key] { return format }
    guard let format = workbook_add_format(book) else { throw WorkbookError(.library(code: 1, reason: "format")) }
    Self.apply(style, to: format)
    if isQuoted {
      format_set_reading_order(format, UInt8(WrittenParts.quoteMark))
      hasQuoted = true
    }
    formats[key] = format
    return format
  }

  private static func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let colour = style.fontColour { format_set_font_color(format, colour.code) }
    if let name = style.fontName { format_set_font_name(format, name) }
    if let size = style.fontSize { format_set_font_size(format, min(max(size, 1), 409)) }
    if let code = style.numberFormat { format_set_num_format(format, EscapedText.encode(code)) }
    if style.isUnlocked { format_set_unlocked(format) }
    applyFill(style, to: format)
    applyBorder(style.border, to: format)
    applyAlignment(style, to: format)
  }

  private static func applyFill(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    guard let fill = style.fill else { return }
    format_set_bg_color(format, fill.code)
    // The pattern's own colour; black would hide the text.
    if style.pattern != .solid { format_set_fg_color(format, CellColour(0x9F9F9F).code) }
    switch style.pattern {
    case .solid: format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    case .dots: format_set_pattern(format, UInt8(LXW_PATTERN_GRAY_0625.rawValue))
    case .stripes: format_set_pattern(format, UInt8(LXW_PATTERN_LIGHT_UP.rawValue))
    case .grid: format_set_pattern(format, UInt8(LXW_PATTERN_LIGHT_GRID.rawValue))
    }
  }

  private static func applyBorder(_ border: CellStyle.Border, to format: UnsafeMutablePointer<lxw_format>) {
    if let line = border.top { format_set_top(format, code(line)) }
    if let line = border.bottom { format_set_bottom(format, code(line)) }
    if let line = border.left { format_set_left(format, code(line)) }
    if let line = border.right { format_set_right(format, code(line)) }
    if let colour = border.colour { format_set_border_color(format, colour.code) }
  }

  private static func code(_ line: CellStyle.Line) -> UInt8 {
    let border =
      switch line {
      case .thin: LXW_BORDER_THIN
      case .medium: LXW_BORDER_MEDIUM
      case .thick: LXW_BORDER_THICK
      case .dashed: LXW_BORDER_DASHED
      case .dotted: LXW_BORDER_DOTTED
      case .double: LXW_BORDER_DOUBLE
      case .hair: LXW_BORDER_HAIR
      }
    return UInt8(border.rawValue)
  }

  private static func applyAlignment(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
    switch style.horizontal {
    case .general: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .justify: format_set_align(format, UInt8(LXW_ALIGN_JUSTIFY.rawValue))
    }
    switch style.vertical {
    case .bottom: break
    case .top: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }
    if style.wraps { format_set_text_wrap(format) }
    switch style.rotation {
    case .none: break
    case .degrees(let angle): format_set_rotation(format, Int16(min(max(angle, -90), 90)))
    // The library's number for stacked characters.
    case .stacked: format_set_rotation(format, 270)
    }
  }
}
