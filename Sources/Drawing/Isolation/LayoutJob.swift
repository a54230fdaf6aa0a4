/// One picture for Graphviz: a DOT text, and what to make of it.
struct LayoutJob: Sendable, Equatable {
  /// What Graphviz itself writes.
  enum Image: String, Sendable, CaseIterable {
    case svg, png, pdf

    /// Format, renderer and library, so that no other plug-in of the machine is taken.
    var name: String {
      switch self {
      case .svg: "svg:svg:core"
      case .png: "png:cairo"
      case .pdf: "pdf:cairo"
      }
    }
  }

  var dot: String
  var image: Image
  /// Dots per inch, for pixels; nil for the format's own.
  var resolution: Int?
  /// The pages of a PDF; nil for one page as large as the picture.
  var page: PageSetup?
  /// How large a thumbnail to make beside it, in pixels; zero for none.
  var thumbnail = 0

  // MARK: Between processes

  /// Longer heads than this are not ours.
  static let longestHead = 200
  /// More bytes than this, of a text or of a picture, are refused.
  static let mostBytes = 1 << 30

  /// A line of words, then the text.
  var message: [UInt8] {
    let text = Array(dot.utf8)
    let head = "job \(image.rawValue) \(resolution ?? 0) \(page?.word ?? "-") \(thumbnail) \(text.count)\n"
    return Array(head.utf8) + text
  }

  /// What a head says: a job whose text is still missing, and the text's length. Nil where it is not ours.
  static func head(_ line: some Sequence<UInt8>) -> (job: LayoutJob, count: Int)? {
    let words = String(decoding: Array(line), as: UTF8.self).split(separator: " ")
    guard words.count == 6, words[0] == "job", let image = Image(rawValue: String(words[1])),
      let resolution = Int(words[2]), (0...10_000).contains(resolution), let thumbnail = Int(words[4]),
      (0...10_000).contains(thumbnail), let count = Int(words[5]), (0...mostBytes).contains(count)
    else { return nil }
    let page = PageSetup(word: String(words[3]))
    guard page != nil || words[3] == "-" else { return nil }
    let job = LayoutJob(
      dot: "", image: image, resolution: resolution > 0 ? resolution : nil, page: page, thumbnail: thumbnail)
    return (job, count)
  }

  func with(text: [UInt8]) -> LayoutJob {
    var job = self
    job.dot = String(decoding: text, as: UTF8.self)
    return job
  }
}

/// What a worker answers to a job.
enum LayoutReply: Sendable {
  case picture(Rendering)
  case failed(DrawingError.Step, messages: [String])
  case tooManyPages(Int)

  /// A line of words, then the picture or the messages, block by block.
  var message: [[UInt8]] {
    switch self {
    case .picture(let rendering):
      let size = rendering.size ?? PictureSize(width: 0, height: 0)
      let head =
        "picture \(size.width.bitPattern) \(size.height.bitPattern) \(rendering.bytes.count + rendering.thumbnail.count) "
        + "\(rendering.thumbnail.count)\n"
      return [Array(head.utf8), rendering.bytes, rendering.thumbnail]
    case .failed(let step, let messages):
      let text = Array(messages.joined(separator: "\n").utf8)
      return [Array("failed \(step.rawValue) 0 \(text.count) 0\n".utf8), text]
    case .tooManyPages(let count): return [Array("pages \(count) 0 0 0\n".utf8)]
    }
  }

  /// What a head announces: how many bytes follow, and what they make. Nil where it is not ours.
  static func head(
    _ line: some Sequence<UInt8>
  ) -> (count: Int, reply: @Sendable ([UInt8]) -> LayoutReply)? {
    let words = String(decoding: Array(line), as: UTF8.self).split(separator: " ")
    guard words.count == 5, let count = Int(words[3]), (0...LayoutJob.mostBytes).contains(count),
      let thumbnail = Int(words[4]), (0...count).contains(thumbnail)
    else { return nil }
    if words[0] == "picture", let width = UInt64(words[1]), let height = UInt64(words[2]) {
      let size = PictureSize(width: Double(bitPattern: width), height: Double(bitPattern: height))
      return (
        count,
        { bytes in
          var rendering = Rendering(bytes: thumbnail > 0 ? Array(bytes.dropLast(thumbnail)) : bytes, size: size)
          rendering.thumbnail = Array(bytes.suffix(thumbnail))
          return .picture(rendering)
        }
      )
    }
    if words[0] == "pages", let pages = Int(words[1]) { return (count, { _ in .tooManyPages(pages) }) }
    if words[0] == "failed", let step = DrawingError.Step(rawValue: String(words[1])) {
      return (count, { .failed(step, messages: LayoutMessages.lines($0)) })
    }
    return nil
  }
}

/// What Graphviz and the system say when something fails.
enum LayoutMessages {
  /// The first few lines.
  static func lines(_ bytes: some Collection<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(8).map { String($0.prefix(300)) }
  }
}
