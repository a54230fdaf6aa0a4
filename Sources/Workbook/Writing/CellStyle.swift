/// A colour by its parts, 0 to 255 each.
package struct CellColour: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  /// From a number such as `0xFFC7CE`.
  package init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  /// As the library takes it, which has 0 for no colour.
  var code: UInt32 {
    let hex = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    return hex == 0 ? 0x100_0000 : hex
  }
}

/// How a cell looks. Equal styles of a workbook are written once.
package struct CellStyle: Sendable, Hashable {
  package enum Horizontal: Sendable, Hashable { case general, left, center, right, justify }
  package enum Vertical: Sendable, Hashable { case top, center, bottom }
  package enum Line: Sendable, Hashable { case thin, medium, thick, dashed, dotted, double, hair }

  /// How the fill's colour is laid on. Patterns can be told apart without colours too.
  package enum Pattern: Sendable, Hashable { case solid, dots, stripes, grid }

  package enum Rotation: Sendable, Hashable {
    case none
    /// -90 to 90, counted against the clock.
    case degrees(Int)
    /// Upright characters below each other, as in old Chinese books.
    case stacked
  }

  /// The lines around a cell.
  package struct Border: Sendable, Hashable {
    package var top: Line?
    package var bottom: Line?
    package var left: Line?
    package var right: Line?
    package var colour: CellColour?

    package init(top: Line? = nil, bottom: Line? = nil, left: Line? = nil, right: Line? = nil) {
      (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
    }

    /// One line all around.
    package init(_ line: Line, _ colour: CellColour? = nil) {
      self.init(top: line, bottom: line, left: line, right: line)
      self.colour = colour
    }
  }

  package var isBold = false
  package var isItalic = false
  package var fill: CellColour?
  package var pattern = Pattern.solid
  package var fontColour: CellColour?
  /// Nil for the workbook's own, Calibri 11.
  package var fontName: String?
  /// In points, 1 to 409.
  package var fontSize: Double?
  package var border = Border()
  package var horizontal = Horizontal.general
  package var vertical = Vertical.bottom
  package var wraps = false
  package var rotation = Rotation.none
  /// A code of ISO/IEC 29500-1 §18.8.31, such as `0.00`. Days without one are shown as `yyyy-mm-dd`.
  package var numberFormat: String?
  /// Whether people may write in the cell once its sheet is protected.
  package var isUnlocked = false

  package init() {}

  /// The style with a change.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }
}
