import Dispatch
import RemitDrawing
import RemitInspection
import RemitModel
import RemitReports
import Synchronization

/// Draws a series of pictures into a folder, several at once, and an index of them. What fails does not keep the others
/// from being drawn. The files do not depend on how many are drawn at once.
struct BatchRun {
  let facts: Facts
  let series: Series
  let common: DrawingOptions
  let format: PictureFormat
  let limits: LayoutLimits
  let jobs: Int
  let folder: String

  private var chart: Chart { facts.chart }
  private var language: Language { common.language }

  /// What became of one picture.
  fileprivate enum Outcome {
    case drawn(PictureSize?, thumbnail: [UInt8], notes: [Localized], Set<Unicode.Scalar>)
    case failed(Localized)
  }

  /// What the workers share.
  fileprivate struct Progress: ~Copyable {
    var next = 0
    var outcomes: [Outcome?]
    var bar: ProgressBar
  }

  /// Failures that are told on standard error; the index tells all.
  private static let mostFailures = 20

  /// Up to so many pictures have thumbnails of their own in the index, lest it become too large.
  private static let mostThumbnails = 5_000

  /// - Returns: the exit status: 2 where a picture failed, else 0.
  /// - Throws: the exit status 2, after saying why nothing could be drawn.
  func status() throws -> Int32 {
    try BatchFolder(path: folder, language: language).prepare()
    let outcomes = drawAll()
    try Output(path: path(of: "index.html")).write(index(of: outcomes), language: language)
    return tell(outcomes)
  }

  private func path(of file: String) -> String { folder + (folder.hasSuffix("/") ? "" : "/") + file }

  private func file(of member: Series.Member) -> String { member.file + "." + format.suffix }

  /// Every file that is to be written.
  var targets: [String] { series.members.map { path(of: file(of: $0)) } + [path(of: "index.html")] }

  // MARK: Drawing

  private func drawAll() -> [Outcome] {
    let count = series.members.count
    let progress = Mutex(Progress(outcomes: Array(repeating: nil, count: count), bar: ProgressBar(count: count)))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      // It serves one picture after the other, so that its fonts are loaded once.
      var process = LayoutProcess(program: Program.path, limits: limits)
      while let index = progress.withLock({ $0.take() }) {
        let outcome = draw(series.members[index], &process)
        progress.withLock { $0.put(outcome, at: index) }
      }
    }
    return progress.withLock { progress in
      progress.bar.clear()
      return progress.outcomes.compactMap { $0 }
    }
  }

  private func draw(_ member: Series.Member, _ process: inout LayoutProcess) -> Outcome {
    do throws(DrawingError) {
      let drawing = try Drawing(chart, series.options(for: member, common), facts: facts)
      let rendering = try drawing.render(format, in: &process)
      if let failure = Output.save(rendering.bytes, as: path(of: file(of: member))) {
        return .failed(Localized(zh: "无法写入文件：\(failure)", en: "cannot write the file: \(failure)"))
      }
      let remark = rendering.size.flatMap { size in common.page.map { $0.remark(for: size) } ?? size.remark }
      // Fonts are asked once, for all.
      let others = format.isDrawn ? [] : drawing.notes(on: format)
      return .drawn(
        rendering.size, thumbnail: rendering.thumbnail, notes: drawing.notes + others + (remark.map { [$0] } ?? []),
        format.isDrawn ? drawing.characters : [])
    } catch {
      return .failed(error.message)
    }
  }

  // MARK: Telling

  private func index(of outcomes: [Outcome]) -> String {
    var index = PictureIndex(title: chart.title[language], language: language)
    for (member, outcome) in zip(series.members, outcomes) {
      switch outcome {
      case .drawn(let size, let thumbnail, let notes, _):
        index.add(
          member,
          .picture(file: file(of: member), size: size, thumbnail: thumbnail, notes: notes.map { $0[language] }))
      case .failed(let why): index.add(member, .failed(why[language]))
      }
    }
    return index.html
  }

  private func tell(_ outcomes: [Outcome]) -> Int32 {
    var characters = Set<Unicode.Scalar>()
    var failures: [(member: Series.Member, why: Localized)] = []
    for (member, outcome) in zip(series.members, outcomes) {
      switch outcome {
      case .drawn(_, _, _, let used): characters.formUnion(used)
      case .failed(let why): failures.append((member, why))
      }
    }
    for note in Fonts.notes(for: characters, chosen: common.font) { Console.complain(note[language] + "\n") }
    let error = language == .chinese ? "错误：" : "error: "
    for failure in failures.prefix(Self.mostFailures) {
      let text = failure.member.key + ": " + failure.why[language]
      Console.complain(error + TerminalText.safe(text, limit: 2_000) + "\n")
    }
    if failures.count > Self.mostFailures {
      let more = failures.count - Self.mostFailures
      Console.complain(language == .chinese ? "另有 \(more) 幅没有画成\n" : "and \(more) more failed\n")
    }
    let drawn = outcomes.count - failures.count
    let summary =
      language == .chinese
      ? "画成 \(drawn) 幅，未成 \(failures.count) 幅；见 \(path(of: "index.html"))"
      : "\(drawn) picture\(drawn == 1 ? "" : "s") drawn, \(failures.count) failed; see \(path(of: "index.html"))"
    Console.print(TerminalText.safe(summary, limit: 5_000) + "\n")
    return failures.isEmpty ? 0 : 2
  }
}

extension BatchRun {
  /// How large thumbnails are to be, in pixels: only of what a page cannot show by itself.
  static func thumbnail(_ format: PictureFormat, count: Int) -> Int {
    format == .pdf && count <= mostThumbnails ? 240 : 0
  }
}

extension BatchRun.Progress {
  fileprivate mutating func take() -> Int? {
    guard next < outcomes.count else { return nil }
    next += 1
    return next - 1
  }

  fileprivate mutating func put(_ outcome: BatchRun.Outcome, at index: Int) {
    outcomes[index] = outcome
    bar.advance()
  }
}
