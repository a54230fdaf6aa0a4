import RemitModel
import RemitSource

/// Links the rows of holders as they are read. Where one cannot be, or anything is wrong, all of them must be read in
/// another way, by which everything is said.
struct HolderRows: RowTaker {
  var room = FileBytes.mostTogether
  /// No row so far has anything wrong with it.
  private(set) var isSound = true
  private var tenures = Tenure()
  private let nodes: NodeIndex
  private var posts: SortedFinder<Post>
  private var finder: NodeFinder
  /// What the rows of a batch name as posts, in a table that is not sorted by them.
  private var batchPosts: [Node?] = []
  /// The ids of the people, by whose numbers they are numbered.
  private var keys = NameTable()
  /// Where each was written first.
  private var places: [Place] = []
  /// What each is called first.
  private var called: [ChartDraft.Text] = []
  /// Reads words, and keeps the texts of names.
  private var cells: TableChartReader
  /// The hashes of the people's ids in a batch.
  private var hashes = [UInt64](repeating: 0, count: CSVText.batch)

  /// - Parameters:
  ///   - names: The nodes' names.
  ///   - log: Takes what is wrong with words, by which the rows are no longer sound.
  init(_ nodes: NodeIndex, _ names: NameLookup, log: ProblemLog) {
    self.nodes = nodes
    finder = NodeFinder(nodes, names)
    posts = SortedFinder(nodes.posts.keys, names)
    cells = TableChartReader(words: WordReader(log: log))
  }

  mutating func reserve(rows: Int, of form: TableForm) {
    tenures.reserve(rows: rows)
    // Nearly everyone holds one post.
    keys = NameTable(capacity: rows)
    places.reserveCapacity(rows)
    called.reserveCapacity(rows)
  }

  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader) {
    batchPosts.removeAll(keepingCapacity: true)
    if !posts.isSorted() { finder.find(batch, header, .post, .postsAndOrganizations, into: &batchPosts) }
    let cell = header.cell(.person)
    guard cell >= 0 else { return }
    hashes.withUnsafeMutableBufferPointer { hashes in
      _ = keys.fetch(UnsafeMutableBufferPointer(rebasing: hashes[..<batch.count])) {
        TableRow.text(of: batch[$0], cell, header)
      }
    }
  }

  mutating func take(_ row: TableRow, of form: TableForm) {
    if isSound { isSound = link(row) }
  }

  private mutating func link(_ row: TableRow) -> Bool {
    let text = row[.post]
    guard let post = posts.near(text) ?? farPost(row, text), let person = person(row) else { return false }
    let (from, until) = (cells.day(row, .from), cells.day(row, .until))
    cells.words.checkTerm(from: from, until: until, at: row.place(.until))
    let name = cells.text(row, .name, .nameEnglish)
    if called[person.index] == .none { called[person.index] = name }
    tenures.post.append(post)
    tenures.person.append(person)
    tenures.from.append(from)
    tenures.until.append(until)
    tenures.acting.append(cells.flag(row, .acting) ?? false)
    tenures.place.append(row.place)
    return true
  }

  @inline(never)
  private mutating func farPost(_ row: TableRow, _ text: UnsafeBufferPointer<UInt8>) -> ID<Post>? {
    var post: ID<Post>?
    if row.index >= 0, row.index < batchPosts.count, case .post(let found)? = batchPosts[row.index] {
      post = found
    } else {
      post = nodes.names.find(text).flatMap { nodes.row($0, nodes.posts) }
    }
    posts.go(to: post)
    return post
  }

  private mutating func person(_ row: TableRow) -> ID<Person>? {
    let text = row[.person]
    if text.isEmpty { return nil }
    let known = keys.count
    let name = keys.intern(text, row.index >= 0 ? hashes[row.index] : NameTable.hash(text))
    if name.index == known {
      if WordReader.holdsControls(text) { return nil }
      places.append(row.place(.person))
      called.append(.none)
    }
    return ID(name.index)
  }

  /// The rows, and the people that they name; nil where they are not sound. O(people).
  consuming func finished() -> (tenures: Tenure, persons: Person)? {
    guard isSound else { return nil }
    let people = places.enumerated().map { Sourced(Name(raw: Int32($0)), at: $1) }
    return (tenures, Person(people, called, names: keys, texts: cells.draft.texts))
  }
}
