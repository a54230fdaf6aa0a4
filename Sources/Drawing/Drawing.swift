import RemitInspection
import RemitModel

/// A picture of a chart, ready to be written in any format.
///
/// The picture is made by parsing the very text that `dot` shows, so the two cannot differ; any other Graphviz draws the
/// same from it.
public struct Drawing: Sendable {
  /// The picture as a DOT text.
  public let dot: String
  /// What the reader of the picture should know: what was folded, what it cannot show, which glyphs are missing.
  public let notes: [Localized]
  private let resolution: Int
  private let day: String?

  /// Draws a chart, or the part of it around a focus.
  public init(_ chart: Chart, _ options: DrawingOptions) throws(DrawingError) {
    let scene = Scene(chart, options)
    var picture =
      switch options.view {
      case .chain: ChainView.picture(scene)
      case .oversight: OversightView.picture(scene)
      case .duties: DutiesView.picture(scene)
      case .organization: OrganizationView.picture(scene)
      }
    try Focus.apply(to: &picture, scene)
    var notes = Marking.apply(options.findings, to: &picture, scene)
    picture.addPlaceholderIfEmpty(scene)
    picture.explain(in: options.language, isRegulation: chart.origin == .regulation)
    if picture.direction == .down { picture.hangs = Hanging.hangs(in: picture) }
    let families = (options.font.map { PlainText.clean($0) + ", " } ?? "") + Fonts.families
    dot = DOTWriter.text(of: picture, language: options.language, font: families)
    if let warning = Fonts.warning(for: dot) { notes.append(warning) }
    self.notes = notes
    resolution = options.resolution
    day = chart.asOf?.description
  }

  /// The picture in a format. The same drawing gives the same bytes.
  public func render(_ format: PictureFormat) throws(DrawingError) -> Rendering {
    switch format {
    case .dot: return Rendering(bytes: Array(dot.utf8), size: nil)
    case .svg: return try Graphviz.render(dot, as: "svg:svg:core")
    case .png: return try Graphviz.render(dot, as: "png:cairo", resolution: resolution)
    case .pdf:
      var rendering = try Graphviz.render(dot, as: "pdf:cairo")
      PDFDate.fix(&rendering.bytes, day: day)
      return rendering
    }
  }
}

extension Picture {
  /// A picture of nothing says so.
  fileprivate mutating func addPlaceholderIfEmpty(_ scene: Scene) {
    guard nodes.isEmpty else { return }
    let text = scene.say("没有可画的内容", "nothing to draw")
    nodes.append(
      Node(id: "nothing", shape: .stub, body: .lines([Line(text: text, weight: .detail)]), tooltip: text))
  }
}
