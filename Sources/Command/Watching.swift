import ArgumentParser
import Glibc
import RemitIntake
import RemitModel
import RemitReports
import Synchronization

/// A check that is run again whenever one of its files changes, until it is interrupted.
struct Watching {
  private let run: CheckRun
  private var language: Language { run.language }

  /// A quarter of a second: soon enough for a person, and some stats cost nothing.
  private static let pause: useconds_t = 250_000
  /// How long a change must rest, so that a file which is being written is not read too soon.
  private static let rest: useconds_t = 60_000

  init(_ run: CheckRun) { self.run = run }

  /// Runs until Ctrl-C.
  ///
  /// - Returns: the exit status of the last run.
  func status() throws -> Int32 {
    guard !run.files.contains("-") else {
      throw Failure.usage(
        Localized(zh: "--watch 需要文件；标准输入不会变化", en: "--watch needs files; standard input does not change"),
        language: language)
    }
    Interruption.listen()
    var last: [CheckedChart]?
    var sight = Sight()
    while true {
      let before = look(sight)
      announce()
      var status: Int32 = 2
      // A file that is missing or half written has told its problems; the next change may mend it.
      if let checked = try? run.check() {
        if let last { tell(CheckDifference(from: last, to: checked)) }
        status = (try? run.report(checked)).map { run.fails(checked) ? 1 : 0 } ?? 2
        last = checked
        sight = Sight(documents: documents(of: checked), isLacking: false)
      } else {
        sight.isLacking = true
      }
      let now = look(sight)
      tellOfWaiting(now.count)
      if !awaitChange(of: now.keeping(before), sight) { return status }
    }
  }

  /// What to look at beside the charts themselves.
  private struct Sight {
    /// What the last good run has read.
    var documents: [String] = []
    /// The last run did not get what it needs.
    var isLacking = false
  }

  private func look(_ sight: Sight) -> FileStamps {
    FileStamps(run.files + sight.documents + parts() + (sight.isLacking ? neighbours() : []))
  }

  /// Waits for files to change and then to rest. False when interrupted.
  private func awaitChange(of stamps: FileStamps, _ sight: Sight) -> Bool {
    while !Interruption.isRequested {
      var latest = look(sight)
      if latest == stamps {
        usleep(Self.pause)
        continue
      }
      for _ in 0..<20 {
        usleep(Self.rest)
        let next = look(sight)
        if next == latest { break }
        latest = next
      }
      return !Interruption.isRequested
    }
    return false
  }

  // MARK: Files

  /// Every file that a check has read.
  private func documents(of checked: [CheckedChart]) -> [String] {
    var paths: Set<String> = []
    for chart in checked.map(\.chart) {
      for sources in [chart.sources] + chart.regulations.map(\.sources) {
        for document in sources.documents where document.path != "-" { paths.insert(document.path) }
      }
    }
    return paths.sorted()
  }

  /// What a chart that is a folder is made of, or could be. Our own reports are no part of it.
  private func parts() -> [String] { readable(in: run.charts.filter(Console.isFolder)) }

  /// Where a file that a chart lacks may turn up: beside it.
  private func neighbours() -> [String] {
    let folders = run.charts.map { Console.isFolder($0) ? $0 : CheckRun.folder(of: $0) }
    return readable(in: folders + folders.map { $0 + "/regulations" })
  }

  private func readable(in folders: [String]) -> [String] {
    let files = folders.flatMap { folder in
      Console.names(in: folder).filter(ChartFiles.areNamed).map { folder + "/" + $0 }
    }
    return run.targets.withoutTargets(files)
  }

  // MARK: What is shown

  /// Beside a report for people the news stands with it; a report for programs is left alone.
  private func say(_ text: String) {
    switch run.targets.printed {
    case .text, .markdown, nil: Console.print(text)
    default: Console.complain(text)
    }
  }

  /// An empty screen, or a line where there is none.
  private func announce() {
    if Console.isTerminal {
      say("\u{1B}[H\u{1B}[2J\u{1B}[3J")
    } else {
      say("──── remit check \(Console.clock) ────\n")
    }
  }

  private func tell(_ difference: CheckDifference) {
    say(difference.text(language, colour: Console.wantsColour) + "\n")
  }

  private func tellOfWaiting(_ count: Int) {
    guard Console.isTerminal else { return }
    Console.complain(
      language == .chinese
        ? "\n\(Console.clock) 正在监视 \(count) 个文件；按 Ctrl-C 结束\n"
        : "\n\(Console.clock) watching \(count) files; Ctrl-C ends\n")
  }
}

/// Whether the user wants the program to end.
private enum Interruption {
  private static let flag = Atomic<Bool>(false)

  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// From now on the first Ctrl-C, or a request to terminate, is noted; a second one ends the program at once.
  static func listen() {
    flag.store(false, ordering: .relaxed)
    // Whoever started the program may have blocked them, as threads of a pool do.
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in [SIGINT, SIGTERM] { sigaddset(&mask, number) }
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { number in
        Interruption.flag.store(true, ordering: .relaxed)
        _ = signal(number, SIG_DFL)
      }
    }
  }
}
