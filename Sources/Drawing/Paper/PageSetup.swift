import RemitModel

/// A sheet of paper (ISO 216).
public enum Paper: String, CaseIterable, Sendable {
  case a3 = "A3"
  case a4 = "A4"

  /// Width and height of the upright sheet in points.
  var size: PictureSize {
    switch self {
    case .a3: PictureSize(width: 297 * Self.millimetre, height: 420 * Self.millimetre)
    case .a4: PictureSize(width: 210 * Self.millimetre, height: 297 * Self.millimetre)
    }
  }

  static let millimetre = 72 / 25.4
}

/// How a picture is put on paper.
public struct PageSetup: Sendable, Hashable {
  /// The sheet.
  public var paper: Paper
  /// Whether the sheet lies on its long side.
  public var isLandscape: Bool
  /// Whether the picture keeps its size and goes over as many pages as it needs, rather than be shrunk to one.
  public var isPoster: Bool

  /// A sheet to put a picture on.
  public init(paper: Paper, isLandscape: Bool = false, isPoster: Bool = false) {
    self.paper = paper
    self.isLandscape = isLandscape
    self.isPoster = isPoster
  }

  /// More pages than this are refused.
  public static let mostPages = 400

  /// What printers cannot reach, with room for marks and page numbers.
  static let margin = 12 * Paper.millimetre
  /// What two neighbouring pages both show.
  static let overlap = 10 * Paper.millimetre

  /// Width and height of a page.
  var page: PictureSize {
    let upright = paper.size
    return isLandscape ? PictureSize(width: upright.height, height: upright.width) : upright
  }

  /// How a picture of a size lies on the pages.
  func plan(for picture: PictureSize) -> PagePlan { PagePlan(self, picture) }

  /// What to tell whoever prints a picture of this size; nil where it is fine.
  public func remark(for picture: PictureSize) -> Localized? {
    let plan = plan(for: picture)
    if isPoster {
      return plan.count == 1
        ? nil
        : Localized(
          zh: "共 \(plan.count) 页：\(plan.rows) 行 × \(plan.columns) 列。",
          en: "\(plan.count) pages: \(plan.rows) row\(plan.rows == 1 ? "" : "s") of \(plan.columns).")
    }
    let points = Theme.detailSize * plan.scale
    guard points < 6 else { return nil }
    let size = String((points * 10).rounded() / 10)
    return Localized(
      zh: "缩到一页后最小的字只有 \(size) 磅；用 --poster 可分页保持原大，或用 --focus 只画一部分。",
      en: "On one page the smallest type is \(size) pt; --poster keeps its size on several, --focus draws a part.")
  }

  // MARK: Between processes

  /// One word without spaces.
  var word: String { "\(paper.rawValue)\(isLandscape ? "-landscape" : "")\(isPoster ? "-poster" : "")" }

  /// Nil where it is no such word.
  init?(word: String) {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
    guard let paper = parts.first.flatMap(Paper.init) else { return nil }
    self.init(paper: paper, isLandscape: parts.contains("landscape"), isPoster: parts.contains("poster"))
    guard self.word == word else { return nil }
  }
}
