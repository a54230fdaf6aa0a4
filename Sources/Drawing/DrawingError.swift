import RemitModel

/// Why there is no picture.
public enum DrawingError: Error, Sendable, Hashable {
  /// What Graphviz was doing.
  public enum Step: String, Sendable {
    /// Loading its plug-ins, reading the DOT text, placing nodes and edges, writing the picture.
    case start, parse, layout, render
  }

  /// Graphviz failed, and said this.
  case graphviz(Step, messages: [String])
  /// The layout of a view took longer than it may.
  case overTime(View, seconds: Int)
  /// Graphviz broke off in the midst of a view: it lacked memory or met a fault of its own. What it said last.
  case brokenOff(View, megabytes: Int, messages: [String])
  /// The focus is nothing that a view can turn around, such as a waiver.
  case unsuitableFocus(kind: String, id: String)
  /// The view does not show the focus, nor anything it is tied to.
  case focusNotShown(kind: String, id: String, View)
  /// So many boxes and rows that a layout would take hours, though at most so many are allowed.
  case tooLarge(Int, most: Int)
  /// A poster of so many pages, though at most so many are written.
  case tooManyPages(Int, most: Int)

  /// What to tell the user.
  public var message: Localized {
    switch self {
    case .graphviz(let step, let messages):
      let detail = messages.joined(separator: " ")
      return Localized(
        zh: "Graphviz \(step.name.zh)失败" + (detail.isEmpty ? "" : "：\(detail)"),
        en: "Graphviz failed to \(step.name.en)" + (detail.isEmpty ? "" : ": \(detail)"))
    case .overTime(let view, let seconds):
      return Localized(
        zh: "\(view.title.zh)在 \(seconds) 秒内没有画完；\(Self.remedy.zh)，或用 --time-limit 放宽时限",
        en: "the view \(view.rawValue) was not laid out within \(seconds) s; \(Self.remedy.en), or allow more with "
          + "--time-limit")
    case .brokenOff(let view, let megabytes, let messages):
      let detail = messages.isEmpty ? "" : " (\(messages.joined(separator: " ")))"
      return Localized(
        zh: "Graphviz 画\(view.title.zh)时中断，可能超出内存上限 \(megabytes) MB\(detail)；\(Self.remedy.zh)",
        en:
          "Graphviz broke off while it laid out the view \(view.rawValue), perhaps for want of more than \(megabytes) "
          + "MB of memory\(detail); \(Self.remedy.en)")
    case .unsuitableFocus(let kind, let id):
      return Localized(
        zh: "不能以 \(kind):\(id) 为中心绘图；请给出岗位、单位、职责或行政区",
        en: "cannot centre a picture on \(kind):\(id); name a post, organization, duty or jurisdiction")
    case .tooLarge(let size, let most):
      return Localized(
        zh: "图中有 \(size) 项，超过 \(most) 项，无法全部画出；请不用 --unfold，或用 --focus、--jurisdiction 等只画一部分",
        en: "the picture would show \(size) items, more than \(most), which cannot be laid out; leave out --unfold, or "
          + "draw a part with --focus, --jurisdiction and the like")
    case .tooManyPages(let count, let most):
      return Localized(
        zh: "要 \(count) 页，超过 \(most) 页；请用更大的纸（--page A3），或用 --focus 只画一部分",
        en:
          "the poster would have \(count) pages, more than \(most); take larger paper (--page A3), or draw a part with "
          + "--focus")
    case .focusNotShown(let kind, let id, let view):
      return Localized(
        zh: "\(view.title.zh)中没有 \(kind):\(id)；请换一种视图",
        en: "\(kind):\(id) is not in the view \(view.rawValue); choose another view")
    }
  }
}

extension DrawingError {
  private static let remedy = Localized(
    zh: "请不用 --unfold，或用 --focus 与较小的 --depth、--jurisdiction、--organization、--domain 只画一部分",
    en:
      "leave out --unfold, or draw a part with --focus and a smaller --depth, --jurisdiction, --organization or --domain"
  )
}

extension DrawingError.Step {
  fileprivate var name: Localized {
    switch self {
    case .start: Localized(zh: "启动", en: "start")
    case .parse: Localized(zh: "读取图形文本", en: "read the graph")
    case .layout: Localized(zh: "布局", en: "lay out the graph")
    case .render: Localized(zh: "输出", en: "render the graph")
    }
  }
}
