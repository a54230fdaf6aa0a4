import RemitInspection
import RemitModel

/// What the shapes, lines and tags of a picture mean: only those that occur in it.
struct Legend: Sendable {
  /// Something that the picture uses.
  enum Sample: Sendable, Hashable {
    case shape(Shape)
    case tone(Tone)
    case vacant
    case emphasized
    case edge(EdgeLook)
    case mark(Severity)
  }

  struct Entry: Sendable {
    let sample: Sample
    let text: String
  }

  /// A rule whose findings are marked.
  struct Rule: Sendable {
    let severity: Severity
    let code: String
    let name: String
    /// How many of its findings the picture shows.
    let count: Int
  }

  var entries: [Entry] = []
  var rules: [Rule] = []
  /// What was folded or left out, in words.
  var remarks: [String] = []
}

extension Picture {
  /// Fills in the legend from what the picture holds.
  mutating func explain(in language: Language, isRegulation: Bool) {
    var samples: [Legend.Sample] = shapes.map { .shape($0) }
    samples += tones.count > 1 ? tones.map { .tone($0) } : []
    let rows = cardRows
    if nodes.contains(where: \.isVacant) || rows.contains(where: \.isVacant) { samples.append(.vacant) }
    if nodes.contains(where: \.isEmphasized) || edges.contains(where: { $0.isEmphasized && $0.mark == nil }) {
      samples.append(.emphasized)
    }
    samples += looks.map { .edge($0) }
    let marks =
      nodes.compactMap(\.mark) + rows.compactMap(\.mark) + clusters.compactMap(\.mark) + edges.compactMap(\.mark)
    for severity in Severity.allCases.reversed() where marks.contains(where: { $0.severity == severity }) {
      samples.append(.mark(severity))
    }
    legend.entries = samples.map {
      Legend.Entry(sample: $0, text: $0.meaning(isRegulation: isRegulation)[language])
    }
  }

  /// All rows of all cards.
  var cardRows: [Row] {
    nodes.flatMap { node -> [Row] in if case .card(let card) = node.body { card.rows } else { [] } }
  }

  private var shapes: [Shape] {
    Shape.allCases.filter { shape in shape != .stub && shape != .card && nodes.contains { $0.shape == shape } }
  }

  private var tones: [Tone] {
    Tone.allCases.filter { tone in
      tone != .neutral
        && (nodes.contains { $0.tone == tone && $0.shape != .stub } || clusters.contains { $0.tone == tone })
    }
  }

  private var looks: [EdgeLook] {
    var found = Set(edges.map { $0.look.kind })
    found.remove(.part)
    for row in cardRows { for letter in row.letters { found.insert(.letter(letter)) } }
    let kinds = LinkKind.allCases.map { EdgeLook.oversight([$0]) }
    // A kind that occurs only in bundles is named there, but its colour is shown all the same.
    for case .oversight(let bundle) in edges.map(\.look) where bundle.count > 1 && bundle.count <= 3 {
      for kind in bundle { found.insert(.oversight([kind])) }
    }
    let order: [EdgeLook] =
      [.command, .charge, .commandAndCharge, .functional] + Letter.allCases.map { .letter($0) } + kinds
      + [EdgeLook.bundle, .evidence, .missing, .cut]
    return order.filter(found.contains)
  }
}

extension EdgeLook {
  /// Stands for all bundles in a legend.
  static let bundle = EdgeLook.oversight([])

  /// What the legend tells apart.
  fileprivate var kind: EdgeLook {
    if case .oversight(let kinds) = self, kinds.count > 1 { return .bundle }
    return self
  }
}

extension Legend.Sample {
  fileprivate func meaning(isRegulation: Bool) -> Localized {
    switch self {
    case .shape(.post): isRegulation ? Localized(zh: "职务类别", en: "role") : Localized(zh: "岗位", en: "post")
    case .shape(.organization): Localized(zh: "单位", en: "organization")
    case .shape(.duty): Localized(zh: "职责", en: "duty")
    case .shape(.jurisdiction): Localized(zh: "行政区", en: "jurisdiction")
    case .shape(.fold): Localized(zh: "折叠，内为个数", en: "folded, with counts")
    case .shape(.reference): Localized(zh: "条款、职务类别或人员", en: "clause, role or person")
    case .shape(.card): Localized(zh: "分组", en: "group")
    case .shape(.stub): Localized(zh: "范围之外", en: "beyond the depth")
    case .tone(let tone): tone.name
    case .vacant: Localized(zh: "空缺岗位", en: "vacant post")
    case .emphasized: Localized(zh: "本图关注的责任线", en: "the line in question")
    case .edge(let look): look.name
    case .mark(let severity): Localized(zh: "问题：\(severity.name.zh)", en: "finding: \(severity.name.en)")
    }
  }
}
