import CSQLite

/// How much work SQLite may do before it is stopped.
///
/// A hostile file can make a short query endless: pages that are their own children, or a million rows that share one
/// long chain of pages. So both the steps of SQLite's machine and the pages that it fetches are bounded, in proportion
/// to what the file's size can need.
final class WorkBound {
  /// So many steps lie between two looks.
  private static let stride: Int32 = 200

  private var stepsLeft = Int.max
  private var pagesAllowed = Int.max
  private var pagesBefore = 0
  private var connection: OpaquePointer?

  /// Allows a connection so much work from now on.
  func allow(steps: Int, pages: Int, on connection: OpaquePointer) {
    stepsLeft = steps
    pagesAllowed = pages
    pagesBefore = Self.pagesFetched(connection)
    guard self.connection == nil else { return }
    self.connection = connection
    // The connection keeps this object as long as it lives.
    sqlite3_progress_handler(
      connection, Self.stride,
      { context in
        guard let context else { return 0 }
        return Unmanaged<WorkBound>.fromOpaque(context).takeUnretainedValue().isSpent ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private var isSpent: Bool {
    stepsLeft -= Int(Self.stride)
    guard stepsLeft >= 0, let connection else { return true }
    // SQLite's counters wrap at 31 bits.
    let pages = (Self.pagesFetched(connection) - pagesBefore) & 0x7FFF_FFFF
    return pages > pagesAllowed
  }

  private static func pagesFetched(_ connection: OpaquePointer) -> Int {
    var total = 0
    for counter in [SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS] {
      var (current, highest): (Int32, Int32) = (0, 0)
      sqlite3_db_status(connection, counter, &current, &highest, 0)
      total += Int(current)
    }
    return total & 0x7FFF_FFFF
  }
}
