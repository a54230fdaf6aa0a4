import RemitInspection
import RemitModel

/// Colours and strokes: restrained, legible in print, and never the only sign of anything.
struct Theme: Sendable {
  static let nameSize = 10.5
  static let detailSize = 10.0
  static let titleSize = 17.0

  /// How an edge is drawn. No two looks share dash and head.
  struct Stroke {
    let color: String
    let style: String
    let head: String
    var width = 1.2
    /// What stands at the other end.
    var tail: String?
  }

  /// The colours of a theme.
  struct Palette: Sendable {
    var ink, line, muted, paper, frame, accent, emphasis: String
    var fills: [Tone: String]
    var borders: [Tone: String]
    var severities: [Severity: String]
    var letters: [Letter: String]
    var kinds: [LinkKind: String]
    /// What is in charge of something, and governments.
    var charge: String
  }

  let name: ThemeName
  let palette: Palette
  /// How wide the lines around boxes are; all others are in proportion.
  let penWidth: Double

  init(_ name: ThemeName) {
    self.name = name
    switch name {
    case .screen: (palette, penWidth) = (.screen, 1.1)
    case .print: (palette, penWidth) = (.print, 1.1)
    case .dark: (palette, penWidth) = (.dark, 1.1)
    case .contrast: (palette, penWidth) = (.contrast, 1.6)
    }
  }

  var ink: String { palette.ink }
  var line: String { palette.line }
  var muted: String { palette.muted }
  var paper: String { palette.paper }
  var frame: String { palette.frame }
  var accent: String { palette.accent }
  /// Behind a row that the picture is about.
  var emphasis: String { palette.emphasis }
  /// Paper that lets a little through.
  var veil: String { palette.paper + "d0" }
  /// Whether frames have a line around them.
  var hasFrames: Bool { name == .print || name == .contrast }
  /// Around the whole, in inches: what printers cannot reach, and a hand's hold.
  var margin: Double? { name == .print ? 0.59 : nil }

  func fill(_ tone: Tone) -> String { palette.fills[tone] ?? palette.paper }

  func border(_ tone: Tone) -> String { palette.borders[tone] ?? palette.line }

  /// The line around a box of a family, where it tells it; nil for the usual one.
  func width(_ tone: Tone) -> Double? {
    guard name == .print else { return nil }
    return switch tone {
    case .party, .assembly, .justice: 2
    case .department, .team: 0.6
    case .government, .watch, .enterprise, .neutral: nil
    }
  }

  /// Inside a frame: half a family's colour.
  func frameFill(_ tone: Tone) -> String {
    tone == .neutral ? Contrast.mixed(palette.line, palette.paper, 0.03) : fill(tone) + "80"
  }

  func color(_ severity: Severity) -> String { palette.severities[severity] ?? palette.ink }

  func stroke(_ look: EdgeLook) -> Stroke {
    var stroke = plainStroke(look)
    stroke.width *= penWidth / 1.1
    return stroke
  }

  private func plainStroke(_ look: EdgeLook) -> Stroke {
    switch look {
    case .command: Stroke(color: ink, style: "solid", head: "normal")
    case .charge: Stroke(color: palette.charge, style: "dashed", head: "normal")
    case .commandAndCharge: Stroke(color: ink, style: "solid", head: "normal", width: 1.4, tail: "dot")
    case .functional: Stroke(color: muted, style: "dotted", head: "vee")
    case .part: Stroke(color: line, style: "solid", head: "none", width: 1)
    case .letter(let letter): letterStroke(letter)
    case .oversight(let kinds): bundleStroke(kinds)
    case .evidence: Stroke(color: color(.error), style: "solid", head: "vee", width: 2.2)
    case .missing: Stroke(color: color(.error), style: "dotted", head: "onormal", width: 1.8)
    case .cut: Stroke(color: muted, style: "dotted", head: "none", width: 1)
    }
  }

  private func letterStroke(_ letter: Letter) -> Stroke {
    let color = palette.letters[letter] ?? ink
    return switch letter {
    case .accountable: Stroke(color: color, style: "solid", head: "none", width: 1.7)
    case .responsible: Stroke(color: color, style: "solid", head: "none", width: 1.1)
    case .supports: Stroke(color: color, style: "dashed", head: "none", width: 1)
    case .consulted: Stroke(color: color, style: "dotted", head: "none", width: 1.4)
    case .informed: Stroke(color: color, style: "dotted", head: "none", width: 0.8)
    }
  }

  private func bundleStroke(_ kinds: [LinkKind]) -> Stroke {
    if kinds.count == 1 { return kindStroke(kinds[0]) }
    let colors = kinds.map { kindStroke($0).color }
    let isStranded = (2...3).contains(kinds.count) && Set(colors).count > 1
    return Stroke(
      color: isStranded ? colors.joined(separator: ":") : line, style: "solid", head: "normal", width: 1.6)
  }

  private func kindStroke(_ kind: LinkKind) -> Stroke {
    let color = palette.kinds[kind] ?? ink
    return switch kind {
    case .lead: Stroke(color: color, style: "solid", head: "normal")
    case .guide: Stroke(color: color, style: "dashed", head: "vee")
    case .urge: Stroke(color: color, style: "dashed", head: "normal")
    case .supervise: Stroke(color: color, style: "solid", head: "vee")
    case .inspect: Stroke(color: color, style: "solid", head: "onormal")
    case .check: Stroke(color: color, style: "dotted", head: "normal", width: 1.6)
    case .audit: Stroke(color: color, style: "solid", head: "diamond")
    case .assess: Stroke(color: color, style: "dashed", head: "odiamond")
    case .evaluate: Stroke(color: color, style: "dotted", head: "odiamond", width: 1.6)
    case .discipline: Stroke(color: color, style: "solid", head: "box")
    case .coordinate: Stroke(color: color, style: "dotted", head: "vee", width: 1.6)
    case .assist: Stroke(color: color, style: "dotted", head: "odot", width: 1.6)
    case .support: Stroke(color: color, style: "dashed", head: "odot")
    }
  }
}
