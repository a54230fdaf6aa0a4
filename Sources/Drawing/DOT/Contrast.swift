import RemitInspection
import RemitModel

/// How well one colour reads on another (WCAG 2.2, 1.4.3: at least 4.5 for text, 3 for lines).
enum Contrast {
  /// From 1 for the same colour to 21 for black on white.
  static func ratio(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  /// A colour on top of another, by its share.
  static func mixed(_ top: String, _ bottom: String, _ share: Double) -> String {
    let values = zip(channels(top), channels(bottom)).map { Int(($0 * share + $1 * (1 - share)).rounded()) }
    return "#" + values.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Relative luminance of a colour in sRGB.
  private static func luminance(_ color: String) -> Double {
    let linear = channels(color).map { channel -> Double in
      let value = channel / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return zip([0.2126, 0.7152, 0.0722], linear).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The power of 2.4, as the fifth root of the square of the square of its cube, by Newton's method.
  private static func power(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let target = value * value * value * value * value * value * value * value * value * value * value * value
    var root = value
    for _ in 0..<60 { root = (4 * root + target / (root * root * root * root)) / 5 }
    return root
  }

  private static func channels(_ color: String) -> [Double] {
    let digits = Array(color.dropFirst().prefix(6))
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      Double(Int(String(digits[$0...($0 + 1)]), radix: 16) ?? 0)
    }
  }
}

extension Theme {
  /// Every colour of text with every ground that it stands on.
  var textOnGround: [(text: String, ground: String)] {
    let fills = Tone.allCases.map(fill) + [paper, emphasis]
    let frames = Tone.allCases.map { tone in
      tone == .neutral ? frameFill(tone) : Contrast.mixed(fill(tone), paper, 128.0 / 255)
    }
    let texts = [ink, muted] + Severity.allCases.map(color)
    var pairs = (fills + frames).flatMap { ground in texts.map { (text: $0, ground: ground) } }
    // Titles of frames, and letters in cells.
    pairs += zip(Tone.allCases, frames).map { (text: border($0), ground: $1) }
    pairs += Letter.allCases.map { (text: stroke(.letter($0)).color, ground: paper) }
    // What shows through the ground of words on a line.
    pairs += frames.flatMap { frame in
      texts.map { (text: $0, ground: Contrast.mixed(paper, frame, 208.0 / 255)) }
    }
    return pairs
  }
}
