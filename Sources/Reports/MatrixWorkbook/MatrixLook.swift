import RemitModel
import RemitWorkbook

/// How the cells of a matrix's workbook look. Letters can be told apart by how light they are, and by the letter itself,
/// so that nothing is lost on a black and white printer.
enum MatrixLook {
  private static let line = CellColour(0xA6AEB8)
  static let warning = CellColour(0xB00020)

  private static let base = CellStyle().with {
    $0.border = CellStyle.Border(.thin, line)
    $0.vertical = .center
  }

  static let title = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 16
    $0.vertical = .center
  }

  static let caption = CellStyle().with {
    $0.fontColour = CellColour(0x404040)
    $0.fontSize = 10
    $0.vertical = .center
  }

  /// The title where the whole sheet is marked.
  static let markedTitle = title.with {
    $0.fontColour = warning
    $0.border.bottom = .thick
    $0.border.colour = warning
  }

  /// Headings of the columns before the letters.
  static let heading = base.with {
    $0.isBold = true
    $0.fill = CellColour(0xE3E9F1)
    $0.horizontal = .center
    $0.wraps = true
  }

  /// Headings over columns of letters, upright or lying.
  static func columnHeading(_ rotation: CellStyle.Rotation) -> CellStyle {
    heading.with {
      $0.rotation = rotation
      $0.isBold = false
      $0.vertical = rotation == .none ? .center : rotation == .stacked ? .top : .bottom
    }
  }

  /// A place or organization over its posts, a domain over its duties.
  static let group = heading.with {
    $0.fill = CellColour(0xC9D4E3)
    $0.border.left = .medium
    $0.border.right = .medium
  }

  static let text = base.with {
    $0.wraps = true
    $0.horizontal = .left
  }

  static let name = text.with { $0.isBold = true }

  static let count = base.with {
    $0.isBold = true
    $0.fontColour = warning
    $0.horizontal = .center
  }

  static let link = text.with { $0.fontColour = CellColour(0x1F4E79) }

  static let empty = base

  /// A cell of letters by the strongest of them.
  static func letter(_ letter: Letter) -> CellStyle {
    base.with {
      $0.isBold = true
      $0.horizontal = .center
      switch letter {
      case .accountable: ($0.fill, $0.fontColour) = (CellColour(0x1F4E79), CellColour(0xFFFFFF))
      case .responsible: $0.fill = CellColour(0x9CC2E5)
      case .supports: $0.fill = CellColour(0xD5E8C8)
      case .consulted:
        $0.fill = CellColour(0xFFF4CC)
        $0.isItalic = true
      case .informed: ($0.isBold, $0.fontColour) = (false, CellColour(0x404040))
      }
    }
  }

  /// What begins a group has a strong line on its left.
  static func first(_ style: CellStyle) -> CellStyle { style.with { $0.border.left = .medium } }

  /// What a finding concerns has a thick frame.
  static func marked(_ style: CellStyle) -> CellStyle { style.with { $0.border = CellStyle.Border(.thick, warning) } }

  /// A heading that a finding concerns is striped too, since it is far from what tells of it.
  static func markedHeading(_ style: CellStyle) -> CellStyle { marked(style).with { $0.pattern = .dots } }
}
