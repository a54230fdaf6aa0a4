import RemitInspection
import RemitModel

/// Which side of a chart a picture shows.
public enum View: String, CaseIterable, Sendable {
  /// Who commands whom and who is in charge of what, from the head down.
  case chain
  /// Who supervises, inspects, audits, assesses and disciplines whom.
  case oversight
  /// Who has which letter on which duty.
  case duties
  /// Organizations, and the posts in them.
  case organization

  /// The view that has most of the links that findings rest on; among equals the first.
  public init(showing findings: [Finding]) {
    var counts: [View: Int] = [:]
    for finding in findings where finding.state == .open {
      for link in finding.ties {
        for view in View.allCases where link.bond.belongs(to: view) { counts[view, default: 0] += 1 }
      }
      for entity in finding.entities {
        switch entity {
        case .duty: counts[.duties, default: 0] += 1
        case .oversight: counts[.oversight, default: 0] += 1
        default: break
        }
      }
    }
    self = View.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .chain
  }

  /// The view's name for readers.
  public var title: Localized {
    switch self {
    case .chain: Localized(zh: "责任链图", en: "Chain of responsibility")
    case .oversight: Localized(zh: "监督关系图", en: "Oversight")
    case .duties: Localized(zh: "岗位职责图", en: "Posts and duties")
    case .organization: Localized(zh: "组织机构图", en: "Organization")
    }
  }
}

/// What a picture is made for.
public enum ThemeName: String, CaseIterable, Sendable {
  /// Restrained colours on white.
  case screen
  /// Black on white with greys and line styles instead of colours, and a margin.
  case print
  /// Light on dark.
  case dark
  /// Strong contrast and heavier lines.
  case contrast
}

/// How a picture is written.
public enum PictureFormat: String, CaseIterable, Sendable {
  case svg, png, pdf
  /// The text that these are made from.
  case dot
  /// A flowchart for Markdown.
  case mermaid
  /// Nodes and links with typed attributes, for yEd, Gephi, Cytoscape and other programs that lay graphs out.
  case graphml
  /// Nodes and links with all attributes.
  case json
  /// What is shown, in words: a list of nodes and links.
  case text

  /// Whether fonts of this machine are measured for it.
  public var isDrawn: Bool { [.svg, .png, .pdf].contains(self) }

  /// The suffix of files, without the dot.
  public var suffix: String {
    switch self {
    case .mermaid: "mmd"
    case .text: "txt"
    default: rawValue
    }
  }

  /// The format that a file's suffix names, in lower case and without the dot.
  public init?(suffix: String) {
    switch suffix {
    case "gv": self = .dot
    case "mmd": self = .mermaid
    case "txt": self = .text
    default: self.init(rawValue: suffix)
    }
  }
}

/// What to draw and how.
public struct DrawingOptions: Sendable {
  /// The side of the chart to show.
  public var view: View
  /// The language of names and legend.
  public var language: Language
  /// A post, organization, duty or jurisdiction to turn around; nil for the whole chart.
  public var focus: Entity?
  /// How many steps from the focus are shown; unless told, 1 for an organization or jurisdiction, else 2.
  public var depth: Int?
  /// The part of the chart to draw.
  public var selection = Selection()
  /// Whether a chart that is too large to read is drawn in full all the same, rather than folded.
  public var isUnfolded = false
  /// Findings to mark; those that are waived or suppressed are left out.
  public var findings: [Finding] = []
  /// Whether nothing but the evidence of the findings is drawn.
  public var onlyEvidence = false
  /// Fonts to try first, separated by commas; the usual fonts of Linux, Windows and macOS with Chinese glyphs follow.
  public var font: String?
  /// Where boxes lead to when clicked; nil for nowhere.
  public var address: WebAddress?
  /// Colours and strokes.
  public var theme = ThemeName.screen
  /// Dots per inch of a PNG.
  public var resolution = 144
  /// The paper of a PDF; nil for one page as large as the picture.
  public var page: PageSetup?
  /// How large a thumbnail to make beside an SVG, PNG or PDF, in pixels; zero for none.
  public var thumbnail = 0

  /// The whole chart in a view and language, with nothing marked.
  public init(view: View, language: Language) {
    self.view = view
    self.language = language
  }
}
