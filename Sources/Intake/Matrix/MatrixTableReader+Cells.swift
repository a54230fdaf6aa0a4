import RemitModel
import RemitSource

extension MatrixTableReader {
  /// Reads a cell of names in a column of a letter.
  mutating func read(
    names cell: MatrixBlock.Cell, _ marks: [LetterCell.Mark], _ areOrganizations: Bool, _ row: Owner
  ) {
    let names = NameLists.names(cell.text, session.scheme)
    guard !names.isEmpty, case .duty(let duty) = row else {
      tally.empty += 1
      return
    }
    tally.letters += 1
    for name in names {
      let text = MatrixParts.Text(name.text, at: cell.place)
      let assignee = assignee(text, path: [], id: nil, isOrganization: areOrganizations)
      for mark in marks {
        var mark = mark
        mark.lead = mark.lead || name.leads
        session.parts.assign(duty, to: assignee, mark, at: cell.place)
      }
    }
  }

  /// Reads a cell of letters.
  mutating func read(_ cell: MatrixBlock.Cell, column: Owner, row: Owner) {
    let read = LetterCell.read(cell.text, session.scheme)
    if cell.isCovered, !read.isNothing, merged.insert(cell.place).inserted {
      session.remark(at: cell.place, MatrixMessages.merged(PlainText.line(cell.text)))
    }
    if !cell.isCovered { for note in read.notes { session.remark(at: cell.place, MatrixMessages.note(note)) } }
    switch read.content {
    case .empty: tally.empty += 1
    case _ where layout.hasNames: tally.reported += 1
    case .marks(let marks):
      switch (column, row) {
      case (.assignee(let who), .duty(let what)), (.duty(let what), .assignee(let who)):
        tally.letters += 1
        for mark in marks { session.parts.assign(what, to: who, mark, at: cell.place) }
      default: tally.reported += 1
      }
    default:
      tally.reported += 1
      if let message = read.refusal { session.problem(at: cell.place, message) }
    }
  }
}

extension LetterCell {
  /// No letter and nothing that could be one.
  var isNothing: Bool {
    if case .empty = content { true } else { false }
  }

  /// Why it is not read, if it is not.
  var refusal: Localized? {
    switch content {
    case .empty, .marks: nil
    case .tick(let text): MatrixMessages.tick(text)
    case .ambiguous(let word, let letters): MatrixMessages.ambiguous(word, letters)
    case .foreign(let letter, let word): MatrixMessages.foreign(letter, word)
    case .unknown(let text): MatrixMessages.unknown(text)
    }
  }
}
