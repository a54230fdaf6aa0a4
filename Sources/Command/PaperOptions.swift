import ArgumentParser
import RemitDrawing
import RemitModel

extension Paper: ExpressibleByArgument {}

/// Options on the paper of a PDF.
struct PaperOptions: ParsableArguments {
  @Option(name: .long, help: "Put a PDF on this paper, shrunk to one page: A4 or A3.")
  var page: Paper?

  @Flag(name: .long, help: "Lay the paper on its long side.")
  var landscape = false

  @Flag(name: .long, help: "Keep the size, on as many pages as that takes, with overlaps, marks and page numbers.")
  var poster = false

  func validate() throws {
    if page == nil, landscape || poster {
      throw ValidationError("--\(poster ? "poster" : "landscape") needs --page A4 or --page A3.")
    }
  }

  /// - Throws: the exit status 2, where the format has no pages.
  func setup(for format: PictureFormat, _ language: Language) throws -> PageSetup? {
    guard let page else { return nil }
    guard format == .pdf else {
      throw Failure.usage(
        Localized(zh: "--page 只用于 PDF，不用于 \(format.rawValue)", en: "--page is for PDF, not for \(format.rawValue)"),
        language: language)
    }
    return PageSetup(paper: page, isLandscape: landscape, isPoster: poster)
  }
}
