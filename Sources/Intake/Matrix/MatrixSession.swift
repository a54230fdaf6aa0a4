import RemitModel
import RemitSource

/// What the reading of one file's matrices works on and adds to.
final class MatrixSession {
  let options: MatrixReader.Options
  let log: ProblemLog
  var remarks: Remarks
  var scheme: LetterScheme
  var parts = MatrixParts()
  /// The matrices are named by their headings, since there are several.
  var areNamed = false

  init(options: MatrixReader.Options, log: ProblemLog, remarks: Remarks) {
    self.options = options
    self.log = log
    self.remarks = remarks
    scheme = LetterScheme(options.alias, words: options.words)
  }

  func remark(at place: Place, _ message: @autoclosure () -> Localized) { remarks.add(at: place, message()) }

  func problem(at place: Place, _ message: @autoclosure () -> Localized) { log.report(at: place, message()) }

  /// A name without line breaks and marks of footnotes, which are remarked on; a `;`, which separates values, becomes a
  /// comma where the text goes into a list.
  func name(_ cell: MatrixBlock.Cell, isListed: Bool = false) -> MatrixParts.Text {
    var text = PlainText.line(cell.text)
    let (name, mark) = Self.withoutFootnote(text)
    if !mark.isEmpty, !name.isEmpty {
      if !cell.isCovered { remark(at: cell.place, MatrixMessages.note(.footnote(mark))) }
      text = name
    }
    if isListed { text = text.replacing(";", with: ",") }
    return MatrixParts.Text(text, at: cell.place)
  }

  /// A name and the mark at its end: superscripts, `*`, `†`, `‡`, `※`, `[1]`.
  static func withoutFootnote(_ text: String) -> (name: String, mark: String) {
    var scalars = Array(text.unicodeScalars)
    var mark: [Unicode.Scalar] = []
    while let last = scalars.last, isFootnote(last) { mark.insert(scalars.removeLast(), at: 0) }
    if mark.isEmpty, scalars.last == "]", let open = scalars.lastIndex(of: "["), scalars.count - open <= 5,
      scalars[(open + 1)...].dropLast().allSatisfy({ (0x30...0x39).contains($0.value) || $0 == "^" })
    {
      mark = Array(scalars[open...])
      scalars.removeSubrange(open...)
    }
    return (PlainText.line(joined(scalars)), joined(mark))
  }

  private static func joined(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isFootnote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2A, 0x2020, 0x2021, 0xB9, 0xB2, 0xB3, 0x2070...0x2079, 0x203B, 0xFF0A: true
    default: false
    }
  }

  /// A row that explains something and is no duty.
  static func isFootnote(_ text: String) -> Bool {
    let text = PlainText.line(text)
    guard let first = text.unicodeScalars.first else { return false }
    if isFootnote(first) { return true }
    let folded = PlainText.folded(String(text.prefix(20)))
    return ["注:", "注释", "备注:", "说明:", "note:", "notes:", "[1]", "注1"].contains { folded.hasPrefix($0) }
  }
}
