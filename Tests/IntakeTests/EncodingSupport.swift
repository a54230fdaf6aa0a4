import Foundation
import RemitIntake
import RemitModel
import RemitSource
import Testing

/// A text that was decoded and read as a table, with all that was said about it.
struct ReadTable {
  var decoded: DecodedText?
  var grid = Grid(document: 0, origin: .delimited)
  /// `line:column message`, in English.
  var problems: [String] = []
  var remarks: [String] = []

  /// The texts of all rows.
  var texts: [[String]] { grid.rows.map { $0.cells.map(\.text) } }

  init(_ bytes: [UInt8], named: TextEncoding? = nil, separator: Character? = nil) {
    let log = ProblemLog()
    let document = log.add(path: "t.csv")
    var remarks = Remarks()
    decoded = DecodedText(bytes, named: named, document: document, log: log, remarks: &remarks)
    if let decoded {
      grid = DelimitedText(document: document, log: log)
        .grid(decoded.bytes, separator: separator, remarks: &remarks)
    }
    problems = lines(log)
    self.remarks = remarks.list.map { line($0) }
  }

  init(_ text: String, separator: Character? = nil) { self.init(Array(text.utf8), separator: separator) }
}

/// The problems of a log as `line:column message`, in their order.
func lines(_ log: ProblemLog) -> [String] {
  do throws(Problems) {
    try log.finish()
    return []
  } catch {
    return error.problems.map { problem in
      #expect(!problem.message.zh.isEmpty && problem.message.zh != problem.message.en)
      return "\(problem.location.line):\(problem.location.column) \(problem.message.en)"
        + (problem.suggestion.map { "; \($0.en)" } ?? "")
    }
  }
}

func line(_ remark: Remark) -> String {
  #expect(!remark.message.zh.isEmpty && remark.message.zh != remark.message.en)
  return "\(remark.place.line):\(remark.place.column) \(remark.message.en)"
}

/// A text in an encoding, through iconv's own program, so that the reader is not tested against itself.
func encoded(_ text: String, as name: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
  process.arguments = ["-f", "UTF-8", "-t", name]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  input.fileHandleForWriting.write(Data(text.utf8))
  try input.fileHandleForWriting.close()
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0)
  return Array(bytes)
}
