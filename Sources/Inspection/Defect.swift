import RemitModel

/// What is wrong in the reader's eyes: the three defects that Chinese practice names, and three beside them.
public enum Defect: String, Sendable, CaseIterable, Comparable {
  /// Nobody answers, does, or watches: 责任真空.
  case gap
  /// More than one does: 责任多头.
  case overlap
  /// It cannot be told who does: 责任模糊.
  case ambiguity
  /// Who watches is bound to whom he watches: 监督不独立.
  case independence
  /// Too much lies on one: 基层负担.
  case burden
  /// The chart's own data are doubtful: 数据问题.
  case data

  /// The heading for people.
  public var title: Localized {
    switch self {
    case .gap: Localized(zh: "责任真空", en: "Gaps")
    case .overlap: Localized(zh: "责任多头", en: "Overlaps")
    case .ambiguity: Localized(zh: "责任模糊", en: "Ambiguities")
    case .independence: Localized(zh: "监督不独立", en: "Independence")
    case .burden: Localized(zh: "基层负担", en: "Burden")
    case .data: Localized(zh: "数据问题", en: "Data")
    }
  }

  /// The order of summaries.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How bad a finding is. The most severe is the greatest.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  /// The word for people.
  public var name: Localized {
    switch self {
    case .note: Localized(zh: "提示", en: "note")
    case .warning: Localized(zh: "警告", en: "warning")
    case .error: Localized(zh: "错误", en: "error")
    }
  }

  /// The order of summaries, or of severity.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
