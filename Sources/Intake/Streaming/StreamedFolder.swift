import RemitSource

/// A folder of which some tables are linked while they are read, and what there was before it.
struct StreamedFolder {
  let folder: TableFolder
  let draft: ChartDraft?
  let sources: SourceMap
  let checkpoint: ProblemLog.Checkpoint
  private(set) var tables = StreamedTables([])

  init(_ folder: TableFolder, draft: ChartDraft?, log: ProblemLog) {
    self.folder = folder
    self.draft = draft
    sources = log.sources
    checkpoint = log.checkpoint
  }

  func with(_ tables: StreamedTables) -> Self {
    var folder = self
    folder.tables = tables
    return folder
  }
}
