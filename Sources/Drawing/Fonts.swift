import CGraphviz
import RemitModel

/// What the installed fonts can show. Graphviz draws empty boxes for the rest and reports success.
public enum Fonts {
  /// Fonts with Chinese glyphs, best first, as SVG and Pango understand a list.
  public static let families =
    "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"

  /// The characters of a text that no installed font can show, each once, in order of first use; nil where the fonts
  /// cannot be asked. What has no shape of its own (spaces, marks of direction, joiners) is left out.
  public static func missing(in text: String) -> [Unicode.Scalar]? {
    var seen = Set<Unicode.Scalar>()
    let wanted = text.unicodeScalars.filter { isVisible($0) && seen.insert($0).inserted }
    guard !wanted.isEmpty else { return [] }
    var missing = [UInt8](repeating: 0, count: wanted.count)
    let answer = try? Graphviz.alone { () throws(DrawingError) in
      let status = remit_fonts_missing(wanted.map(\.value), wanted.count, &missing)
      return status == 0
    }
    guard answer == true else { return nil }
    return zip(wanted, missing).filter { $0.1 != 0 }.map(\.0)
  }

  /// What to tell the user about the characters of a text that would be drawn as boxes; nil if there are none.
  static func warning(for text: String) -> Localized? {
    guard let missing = missing(in: text), !missing.isEmpty else { return nil }
    let sample = missing.prefix(8).map { String($0) }.joined()
    let chinese = missing.contains(where: isChinese)
    let package = chinese ? "fonts-noto-cjk" : "fonts-noto"
    return Localized(
      zh: "已装字体缺少 \(missing.count) 个字符（如 \(sample)），图中将显示为方框；请执行 apt-get install \(package)",
      en: "no installed font has \(missing.count) of the characters (such as \(sample)), which will show as boxes; "
        + "run apt-get install \(package)")
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .nonspacingMark, .enclosingMark, .spacingMark, .lineSeparator: return false
    default: return true
    }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3000...0x303F).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }
}
