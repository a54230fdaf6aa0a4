import RemitInspection
import RemitIntake
import RemitModel
import RemitSource

/// Reads baseline files.
public enum BaselineFile {
  /// Reads a baseline; `-` is standard input.
  ///
  /// - Throws: Every line that is no entry, or why there is nothing to read.
  public static func read(path: String) throws(Problems) -> Baseline {
    func problem(_ line: Int, _ column: Int, _ message: Localized) -> Problem {
      Problem(location: Location(path: path, line: line, column: column), message: message)
    }
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.contents(of: path)
    } catch {
      throw Problems([problem(0, 0, error.message)])
    }
    if let offset = UTF8Check.firstInvalid(in: bytes) {
      let line = bytes[..<offset].count { $0 == 10 } + 1
      throw Problems([problem(line, 0, Localized(zh: "不是 UTF-8 文本", en: "no text in UTF-8"))])
    }
    let (baseline, faults) = Baseline.parse(String(decoding: bytes, as: UTF8.self))
    guard faults.isEmpty else { throw Problems(faults.map { problem($0.line, $0.column, $0.message) }) }
    return baseline
  }
}
