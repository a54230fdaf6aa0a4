import ArgumentParser
import RemitExport
import RemitIntake
import RemitModel
import RemitSource

/// Regulations that stand in one file with the chart, as files of their own: other forms of a chart do not hold them.
struct EnclosedRegulations {
  private(set) var files: [ChartFile] = []
  private(set) var keys: Set<String> = []

  /// - Throws: the exit status 2, after saying which regulation cannot be taken out of its file.
  init(_ chart: Chart, language: Language) throws {
    let own = Set(chart.sources.documents.map(\.path))
    for regulation in chart.regulations {
      guard let path = regulation.sources.documents.first?.path, own.contains(path), !Self.isAlone(path) else {
        continue
      }
      guard let bytes = Self.text(of: regulation, in: path) else {
        throw Failure.usage(
          Localized(
            zh: "法规 \(regulation.key) 与责任图在同一个文件 \(path) 里，拆不开；先把它另存为 \(regulation.key).yaml",
            en: "the regulation \(regulation.key) stands in one file with the chart, \(path), and cannot be taken out; "
              + "put it into a file of its own first"),
          language: language)
      }
      files.append(ChartFile(name: regulation.key + ".yaml", bytes: bytes))
      keys.insert(regulation.key)
    }
  }

  /// Whether a file holds a regulation and nothing else.
  private static func isAlone(_ path: String) -> Bool {
    guard path != "-", let chart = try? ChartReader().read(path: path) else { return false }
    return chart.origin == .regulation
  }

  /// The YAML document of a regulation, comments included; nil where it would not be the same by itself.
  private static func text(of regulation: Regulation, in path: String) -> [UInt8]? {
    guard path != "-", !regulation.key.contains("/"), !regulation.key.hasPrefix("."),
      let bytes = try? FileBytes.contents(of: path),
      let document = document(at: Int(regulation.place.line), of: bytes),
      let alone = try? ChartReader().read(text: String(decoding: document, as: UTF8.self), path: path),
      alone.origin == .regulation, alone.key == regulation.key
    else { return nil }
    return document
  }

  /// The lines from a `---` to the next one, around a line counted from 1. In no YAML text can a line that begins so be
  /// anything else.
  private static func document(at line: Int, of bytes: [UInt8]) -> [UInt8]? {
    var start = 0
    var number = 0
    var isFound = false
    for text in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      if isMarker(text) {
        if isFound { return Array(bytes[start..<text.startIndex]) }
        start = text.startIndex
      }
      isFound = isFound || number == line
    }
    return isFound ? Array(bytes[start...]) : nil
  }

  private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: Array("---".utf8)) else { return false }
    guard let next = line.dropFirst(3).first else { return true }
    return next == 32 || next == 9 || next == 13
  }
}

extension SourceMap.Document {
  /// Whether it is a text in YAML rather than a table.
  var isText: Bool { sheet == nil && columns.isEmpty }
}

/// Comments in YAML files.
enum YAMLComments {
  /// Whether a file has lines with a comment. A line within a text of several lines may be taken for one.
  static func areIn(_ path: String) -> Bool {
    guard path != "-", let bytes = try? FileBytes.contents(of: path) else { return false }
    return bytes.split(separator: 10).contains { hasComment($0) }
  }

  /// A `#` at the beginning or after a space, outside of quotes.
  private static func hasComment(_ line: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 32
    var quote: UInt8?
    for byte in line {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "#"), previous == 32 || previous == 9 {
        return true
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), !isLetter(previous) {
        quote = byte
      }
      previous = byte
    }
    return false
  }

  /// An apostrophe after a letter begins no quoted text.
  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) || byte >= 0x80 }
}
