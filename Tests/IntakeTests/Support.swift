import RemitIntake
import RemitModel
import RemitSource
import Testing

/// A text in which `⟦…⟧` marks where a problem must be reported.
struct MarkedText {
  let text: String
  let line: Int
  let column: Int

  init(_ marked: String) {
    var text = ""
    var place = (line: 1, column: 1)
    var found = (line: 0, column: 0)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": found = place
      case "⟧": break
      default:
        text.unicodeScalars.append(scalar)
        place = scalar == "\n" ? (place.line + 1, 1) : (place.line, place.column + 1)
      }
    }
    self.text = text
    line = found.line
    column = found.column
  }
}

/// A faulty text, and what must be said about it.
struct Fault: Sendable, CustomTestStringConvertible {
  let text: String
  /// Part of the English message.
  let message: String
  /// The word that is suggested.
  let suggestion: String?
  let file: String
  let line: Int

  init(
    _ text: String, _ message: String, suggestion: String? = nil, file: String = #fileID, line: Int = #line
  ) {
    self.text = text
    self.message = message
    self.suggestion = suggestion
    self.file = file
    self.line = line
  }

  var testDescription: String { message }

  /// Checks that this is the only problem, at its place.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let marked = MarkedText(text)
    let problems = problems(of: marked.text)
    let here = SourceLocation(fileID: file, filePath: file, line: line, column: 1)
    guard problems.count == 1, let problem = problems.first else {
      Issue.record("\(problems.count) problems: \(problems.map(\.description))", sourceLocation: here)
      return
    }
    #expect(problem.message.en.contains(message), "\(problem)", sourceLocation: here)
    #expect(!problem.message.zh.isEmpty && problem.message.zh != problem.message.en, sourceLocation: here)
    #expect(
      problem.location == Location(path: "chart.yaml", line: marked.line, column: marked.column), "\(problem)",
      sourceLocation: here)
    #expect(
      problem.suggestion?.en == suggestion.map { "did you mean \"\($0)\"?" }, "\(problem)", sourceLocation: here)
  }
}

func problems(of text: String, path: String = "chart.yaml") -> [Problem] {
  do throws(Problems) {
    _ = try ChartReader().read(text: text, path: path)
    return []
  } catch {
    return error.problems
  }
}

func problems(reading paths: [String]) -> [Problem] {
  do throws(Problems) {
    _ = try ChartReader().read(paths: paths)
    return []
  } catch {
    return error.problems
  }
}

func chart(_ text: String) throws -> Chart { try ChartReader().read(text: text, path: "chart.yaml") }
