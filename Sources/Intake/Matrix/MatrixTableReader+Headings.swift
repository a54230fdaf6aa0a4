import RemitModel
import RemitSource

extension MatrixTableReader {
  mutating func readHeading(_ column: Int) -> Owner {
    let cell = block[layout.nameRow, column]
    guard !cell.isBlank else {
      // Beyond the headings' end every row says that it is too long.
      if block.origin == .sheet || column < block.lengths[layout.nameRow] {
        session.problem(at: cell.place, MatrixMessages.noHeading(column + 1))
      }
      return .nobody
    }
    if layout.hasNames { return readLetterHeading(cell) }
    let name = session.name(cell)
    let path = groups(over: column).filter { PlainText.folded($0.text) != PlainText.folded(name.text) }
    if areRowsDuties {
      let made = assignee(name, path: path, id: nil, isOrganization: layout.columns == .organizations)
      if !seen.insert(made.text).inserted { session.remark(at: cell.place, MatrixMessages.sameColumn(name.text)) }
      return .assignee(made)
    }
    let duty = session.parts.duty(name, id: nil, matrix: number, mayBeKnown: true)
    session.parts.describe(duty, domains: path.isEmpty ? named() : path, basis: [])
    return .duty(duty)
  }

  /// The heading of a column of names, which is a letter.
  private func readLetterHeading(_ cell: MatrixBlock.Cell) -> Owner {
    let text = PlainText.line(cell.text)
    let areOrganizations = session.options.assigneesAreOrganizations ?? NameLists.isOfOrganizations(text)
    switch NameLists.meaning(text, session.scheme).map({ LetterCell.content($0, text) }) {
    case .marks(let marks)?: return .named(marks, areOrganizations: areOrganizations)
    case .ambiguous(let word, let letters)?:
      session.problem(at: cell.place, MatrixMessages.ambiguous(word, letters))
      return .nobody
    default: return .nobody
    }
  }

  /// The texts of the rows over a heading, the outermost first. Where a text file has lost its merged cells, a text holds
  /// for the empty cells to its right.
  private func groups(over column: Int) -> [MatrixParts.Text] {
    layout.groupRows.compactMap { row in
      var found = block[row, column]
      if found.isBlank, block.origin != .sheet {
        let left = layout.letterColumns.last { $0 < column && !block[row, $0].isBlank }
        if let left { found = block[row, left] }
      }
      return found.isBlank ? nil : MatrixParts.Text(PlainText.line(found.text), at: found.place)
    }
  }

  func assignee(
    _ name: MatrixParts.Text, path: [MatrixParts.Text], id: MatrixParts.Text?, isOrganization: Bool
  ) -> MatrixParts.Text {
    let made =
      isOrganization
      ? session.parts.organization(path + [name], id: id) ?? "" : session.parts.post(name, in: path, id: id)
    return MatrixParts.Text(made, at: name.place)
  }

  /// The heading over a table, as the domain of its duties, where a file has several.
  func named() -> [MatrixParts.Text] {
    guard session.areNamed, let heading = headings.last, !heading.isBlank else { return [] }
    let text = PlainText.line(heading).replacing(";", with: ",")
    return [MatrixParts.Text(text, at: block[layout.nameRow, layout.titleColumn].place)]
  }
}
