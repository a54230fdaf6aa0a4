/// Writes a workbook again with marks on its cells: a fill and lines by level, and a comment. All that has nothing to do
/// with the marks stays byte for byte, packed as it was.
package struct WorkbookAnnotator: Sendable {
  /// Who signs the comments.
  package var author: String
  package var limits: WorkbookLimits

  package init(author: String, limits: WorkbookLimits = WorkbookLimits()) {
    self.author = author
    self.limits = limits
  }

  /// What was done.
  package struct Result: Sendable, Hashable {
    /// How many cells are marked.
    package var cellCount: Int
    /// The name that the added sheet has; nil where none was asked for.
    package var addedSheet: String?
  }

  /// Marks cells of a workbook. Marks on one cell of a merged range are put on its first one.
  ///
  /// Sheets are read twice and never held; memory grows with the marks and the workbook's styles and comments.
  /// - Parameters:
  ///   - path: the workbook, which is only read.
  ///   - added: a sheet that is put behind the others.
  ///   - output: where the new workbook is put once it is whole; it may be the same path.
  /// - Throws: `noSuchSheet`, `sheetWithoutCells`, `unwritable`, and all that reading throws.
  package func annotate(
    _ path: String, marks: [CellMark], adding added: AddedSheet? = nil, to output: String
  ) throws(WorkbookError) -> Result {
    guard marks.count <= limits.marks else { throw WorkbookError(.exceeds(.marks, bound: limits.marks)) }
    let draft = try DraftFile(for: output)
    var copy = try PieceFile(path: draft.path)
    try copy.append(fileAt: path, bound: limits.fileBytes)
    try copy.close()
    let pieces = try DraftFile(for: draft.path + ".parts")
    let archive = try ZipArchive(path: draft.path, limits: limits)
    var marking = try WorkbookMarking(author: author, in: archive)
    let count = try marking.mark(marks, in: archive)
    let name = try added.map { (sheet) throws(WorkbookError) in try marking.add(sheet, in: archive) }
    try marking.complete(in: archive)
    var editor = try ZipEditor(path: draft.path)
    for (part, range) in try marking.writeSheets(to: pieces.path, in: archive) {
      try editor.put(file: pieces.path, range: range, at: try archive.index(of: part), name: part)
    }
    for (part, bytes) in marking.changes.parts {
      try editor.put(bytes, at: try archive.index(of: part), name: part)
    }
    try editor.commit()
    pieces.discard()
    try draft.put()
    return Result(cellCount: count, addedSheet: name)
  }
}
