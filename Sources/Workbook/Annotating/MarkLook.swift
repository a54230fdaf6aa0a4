/// How marked cells look: a fill, and lines that tell the levels apart without colours too.
enum MarkLook {
  /// The fill's and the lines' colours, and the lines' style (ISO/IEC 29500-1 §18.18.3).
  private static func look(_ level: CellMark.Level) -> (fill: String, line: String, style: String) {
    switch level {
    case .error: ("FFFFC7CE", "FFC00000", "thick")
    case .warning: ("FFFFEB9C", "FF9C5700", "mediumDashed")
    case .note: ("FFDDEBF7", "FF2F75B5", "dotted")
    }
  }

  /// The fill as an item of `fills`.
  static func fill(_ level: CellMark.Level, _ p: String) -> String {
    """
    <\(p)fill><\(p)patternFill patternType="solid"><\(p)fgColor rgb="\(look(level).fill)"/>\
    <\(p)bgColor indexed="64"/></\(p)patternFill></\(p)fill>
    """
  }

  /// The lines as an item of `borders`.
  static func border(_ level: CellMark.Level, _ p: String) -> String {
    let look = look(level)
    let sides = ["left", "right", "top", "bottom"].map {
      "<\(p)\($0) style=\"\(look.style)\"><\(p)color rgb=\"\(look.line)\"/></\(p)\($0)>"
    }
    return "<\(p)border>\(sides.joined())<\(p)diagonal/></\(p)border>"
  }
}
