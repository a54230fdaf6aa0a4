import RemitInspection
import RemitModel

/// A picture of a chart, ready to be written in any format.
///
/// The picture is made by parsing the very text that `dot` shows, so the two cannot differ but in tooltips, which an SVG has
/// from the picture itself; any other Graphviz draws the same from it. All other formats are written from the same picture.
public struct Drawing: Sendable {
  /// The picture as a DOT text.
  public let dot: String
  /// What the reader of the picture should know: what was folded, and what it cannot show.
  public let notes: [Localized]
  let picture: Picture
  private let scene: Scene
  private let view: View
  private let font: String?
  private let language: Language
  private let isLinked: Bool
  private let resolution: Int
  private let day: String?
  private let page: PageSetup?
  private let thumbnail: Int

  /// Draws a chart, or the part of it around a focus.
  ///
  /// - Parameter facts: what is known of the chart already, so that many pictures need not find it out again.
  public init(_ chart: Chart, _ options: DrawingOptions, facts: Facts? = nil) throws(DrawingError) {
    let scene = Scene(chart, options, facts ?? Facts(chart))
    self.scene = scene
    var notes: [Localized] = []
    picture = try scene.drawn(&notes)
    font = options.font.map(Fonts.cleaned)
    let families = (font.map { $0 + ", " } ?? "") + Fonts.families
    dot = DOTWriter.text(of: picture, language: options.language, font: families, theme: Theme(options.theme))
    self.notes = notes
    view = options.view
    language = options.language
    isLinked = options.address != nil
    resolution = options.resolution
    day = chart.asOf?.description
    page = options.page
    thumbnail = options.thumbnail
  }

  /// What else to know of the picture in a format: which fonts and glyphs are missing on this machine, before they show as
  /// boxes, and what other programs may refuse.
  public func notes(on format: PictureFormat) -> [Localized] {
    switch format {
    case .svg, .png, .pdf: Fonts.warnings(for: picture.text, chosen: font)
    case .mermaid: mermaid.warnings
    case .dot, .graphml, .json, .text: []
    }
  }

  /// All characters that are drawn, and so need glyphs.
  public var characters: Set<Unicode.Scalar> {
    // Each of the first plane, where nearly all are, is hashed once.
    var seen = [Bool](repeating: false, count: 1 << 16)
    var result = Set<Unicode.Scalar>()
    for scalar in picture.text.unicodeScalars {
      if scalar.value < seen.count {
        if seen[Int(scalar.value)] { continue }
        seen[Int(scalar.value)] = true
      }
      result.insert(scalar)
    }
    return result
  }

  /// The picture in a format, laid out within this process. The same drawing gives the same bytes.
  public func render(_ format: PictureFormat) throws(DrawingError) -> Rendering {
    try render(format) { job, work throws(DrawingError) in
      work()
      return try Graphviz.render(job)
    }
  }

  /// The picture in a format, laid out by another process. It gives the same bytes as within this one.
  ///
  /// - Parameters:
  ///   - isLast: No other picture is likely to follow, so that the process may end; another one would be started.
  ///   - meanwhile: Something to do while that process works. It is done for any format, unless that fails.
  public func render(
    _ format: PictureFormat, in process: inout LayoutProcess, isLast: Bool = false, meanwhile: () -> Void = {}
  ) throws(DrawingError) -> Rendering {
    if !format.isDrawn { meanwhile() }
    return try render(format) { job, work throws(DrawingError) in
      try process.render(job, of: view, isLast: isLast, first: work, then: meanwhile)
    }
  }

  /// - Parameter layOut: Lays a picture out, and does other work meanwhile.
  private func render(
    _ format: PictureFormat, _ layOut: (LayoutJob, () -> Void) throws(DrawingError) -> Rendering
  ) throws(DrawingError) -> Rendering {
    switch format {
    case .dot: return Rendering(dot)
    case .svg:
      var made: SVGWords?
      let bare = BareTooltips.text(of: dot)
      var rendering = try layOut(LayoutJob(dot: bare, image: .svg, thumbnail: thumbnail)) {
        made = SVGWords(picture, summary: picture.summary(language))
      }
      let words = made ?? SVGWords(picture, summary: picture.summary(language))
      rendering.bytes = try SVGFinish.finish(rendering.bytes, words, isLinked: isLinked)
      return rendering
    case .png: return try layOut(LayoutJob(dot: dot, image: .png, resolution: resolution, thumbnail: thumbnail)) {}
    case .pdf:
      var rendering = try layOut(LayoutJob(dot: dot, image: .pdf, page: page, thumbnail: thumbnail)) {}
      PDFDate.fix(&rendering.bytes, day: day)
      return rendering
    case .mermaid: return Rendering(mermaid.text)
    case .graphml: return Rendering(GraphMLText(network: Network(described)).text)
    case .json:
      let described = described
      return Rendering(PictureJSON(picture: described, network: Network(described)).text)
    case .text:
      return Rendering(PictureTable(network: Network(described), legend: picture.legend, language: language).text)
    }
  }

  private var mermaid: MermaidText {
    let described = described
    return MermaidText(picture: described, network: Network(described))
  }

  /// The picture with all that the chart says of what it shows, which only formats for data hold.
  private var described: Picture {
    var result = picture
    scene.addFacts(to: &result)
    return result
  }
}

extension Scene {
  /// The picture that the options ask for, finished but for its writing.
  func drawn(_ notes: inout [Localized]) throws(DrawingError) -> Picture {
    let inner = InnerPosts(self)
    var folding = try folding(without: inner.count, &notes)
    var picture = folding.map { FoldedView.picture(self, $0) } ?? whole(inner)
    if folding == nil, inner.count > 0 {
      notes.append(inner.note)
      picture.legend.remarks.append(inner.note[language])
    }
    if folding == nil, let units = self.folding(of: picture, &notes) {
      folding = units
      picture = FoldedView.picture(self, units)
    }
    if folding == nil {
      try Focus.apply(to: &picture, self)
    } else {
      picture.legend.remarks += notes.map { $0[language] }
    }
    notes += Marking.apply(options.findings, to: &picture, self, folding)
    tellWhatIsLeftOut(of: &picture)
    picture.addPlaceholderIfEmpty(self)
    citeSources(of: &picture)
    addAddresses(to: &picture)
    picture.explain(in: language, isRegulation: chart.origin == .regulation)
    // Lines that run beside the tree would have to pass through its columns.
    let isFree = folding != nil && options.view == .oversight && picture.nodes.count <= 20
    if picture.direction == .down, !isFree { picture.hangs = Hanging.hangs(in: picture) }
    return picture
  }

  /// The view of everything in the scope.
  private func whole(_ inner: InnerPosts) -> Picture {
    switch options.view {
    case .chain: ChainView.picture(self, inner)
    case .oversight: OversightView.picture(self)
    case .duties: DutiesView.picture(self)
    case .organization: OrganizationView.picture(self)
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
