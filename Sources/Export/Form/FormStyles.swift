import RemitWorkbook

/// How the cells of a form look. What colours say, the letters' look says too, for those who print in black and white.
enum FormStyles {
  /// What has to be filled in: yellow, bold.
  static let missing = CellStyle().with {
    $0.fill = CellColour(0xFFE699)
    $0.isBold = true
    $0.border = line
  }

  /// What the regulation does not say, and people must look at: orange, slanted.
  static let open = CellStyle().with {
    $0.fill = CellColour(0xFBD9C3)
    $0.isItalic = true
  }

  /// A name that people must look at: blue.
  static let named = CellStyle().with { $0.fill = CellColour(0xDDEBF7) }

  static let heading = CellStyle().with {
    $0.isBold = true
    $0.fill = CellColour(0xD6DCE4)
    $0.border = .init(.thin, CellColour(0x7F7F7F))
    $0.horizontal = .center
    $0.vertical = .center
    $0.wraps = true
  }

  /// Of columns, for rows that are not there yet.
  static let entry = CellStyle().with {
    $0.isUnlocked = true
    $0.wraps = true
    $0.vertical = .center
    $0.horizontal = .left
  }

  static let cell = entry.with { $0.border = line }

  static let line = CellStyle.Border(.thin, CellColour(0xBFBFBF))

  /// A cell that people only read.
  static let fixed = CellStyle().with {
    $0.wraps = true
    $0.vertical = .center
    $0.horizontal = .left
    $0.border = line
  }

  /// A cell with the fill and the letters of another style.
  static func filled(_ style: CellStyle, like look: CellStyle) -> CellStyle {
    style.with {
      $0.fill = look.fill
      $0.isBold = look.isBold
      $0.isItalic = look.isItalic
    }
  }
}
