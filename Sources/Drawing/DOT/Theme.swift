import RemitInspection
import RemitModel

/// Colours and strokes: restrained, legible in print, and never the only sign of anything.
enum Theme {
  static let ink = "#1f2933"
  static let line = "#55606b"
  static let muted = "#5f6b76"
  static let paper = "#ffffff"
  /// Paper that lets a little through.
  static let veil = "#ffffffd0"
  static let frame = "#c3cad1"
  static let accent = "#0b4f9c"

  static let nameSize = 10.5
  static let detailSize = 10.0
  static let titleSize = 17.0

  /// How an edge is drawn. No two looks share colour, dash and head.
  struct Stroke {
    let color: String
    let style: String
    let head: String
    var width = 1.2
    /// What stands at the other end.
    var tail: String?
  }

  static func fill(_ tone: Tone) -> String {
    switch tone {
    case .party: "#fdeeea"
    case .government: "#e6f0fb"
    case .department: "#f1f4f7"
    case .watch: "#fff4d6"
    case .assembly: "#f1ecfa"
    case .justice: "#e4f4ef"
    case .team: "#edf6e3"
    case .enterprise: "#f6ede1"
    case .neutral: paper
    }
  }

  static func border(_ tone: Tone) -> String {
    switch tone {
    case .party: "#b5483a"
    case .government: "#2f6db0"
    case .department: "#66727e"
    case .watch: "#a06e00"
    case .assembly: "#7356a8"
    case .justice: "#2c7f6a"
    case .team: "#5d8a2e"
    case .enterprise: "#8a6a43"
    case .neutral: line
    }
  }

  static func color(_ severity: Severity) -> String {
    switch severity {
    case .error: "#b00020"
    case .warning: "#a85400"
    case .note: "#2b6cb0"
    }
  }

  static func stroke(_ look: EdgeLook) -> Stroke {
    switch look {
    case .command: Stroke(color: ink, style: "solid", head: "normal")
    case .charge: Stroke(color: "#2f6db0", style: "dashed", head: "normal")
    case .commandAndCharge: Stroke(color: ink, style: "solid", head: "normal", width: 1.4, tail: "dot")
    case .functional: Stroke(color: muted, style: "dotted", head: "vee")
    case .part: Stroke(color: line, style: "solid", head: "none", width: 1)
    case .letter(let letter): stroke(letter)
    case .oversight(let kinds): stroke(kinds)
    case .evidence: Stroke(color: color(.error), style: "solid", head: "vee", width: 2.2)
    case .missing: Stroke(color: color(.error), style: "dotted", head: "onormal", width: 1.8)
    case .cut: Stroke(color: muted, style: "dotted", head: "none", width: 1)
    }
  }

  static func stroke(_ letter: Letter) -> Stroke {
    switch letter {
    case .accountable: Stroke(color: "#9c2f24", style: "solid", head: "none", width: 1.7)
    case .responsible: Stroke(color: "#1f5fa8", style: "solid", head: "none", width: 1.1)
    case .supports: Stroke(color: "#2c7f6a", style: "dashed", head: "none", width: 1)
    case .consulted: Stroke(color: "#7356a8", style: "dotted", head: "none", width: 1.4)
    case .informed: Stroke(color: muted, style: "dotted", head: "none", width: 0.8)
    }
  }

  private static func stroke(_ kinds: [LinkKind]) -> Stroke {
    guard kinds.count == 1 else {
      let strands = kinds.map { stroke($0).color }.joined(separator: ":")
      return Stroke(color: (2...3).contains(kinds.count) ? strands : line, style: "solid", head: "normal", width: 1.6)
    }
    return stroke(kinds[0])
  }

  private static func stroke(_ kind: LinkKind) -> Stroke {
    switch kind {
    case .lead: Stroke(color: ink, style: "solid", head: "normal")
    case .guide: Stroke(color: "#2f6db0", style: "dashed", head: "vee")
    case .urge: Stroke(color: "#a85400", style: "dashed", head: "normal")
    case .supervise: Stroke(color: "#1d7a63", style: "solid", head: "vee")
    case .inspect: Stroke(color: "#b00020", style: "solid", head: "onormal")
    case .check: Stroke(color: "#c2405a", style: "dotted", head: "normal", width: 1.6)
    case .audit: Stroke(color: "#6b4bb0", style: "solid", head: "diamond")
    case .assess: Stroke(color: "#0b7285", style: "dashed", head: "odiamond")
    case .evaluate: Stroke(color: "#56802a", style: "dotted", head: "odiamond", width: 1.6)
    case .discipline: Stroke(color: "#7a1f1f", style: "solid", head: "box")
    case .coordinate: Stroke(color: muted, style: "dotted", head: "vee", width: 1.6)
    case .assist: Stroke(color: "#8a6a43", style: "dotted", head: "odot", width: 1.6)
    case .support: Stroke(color: "#8a6a43", style: "dashed", head: "odot")
    }
  }
}
