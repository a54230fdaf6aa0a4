/// Where a picture lies on its pages. Pages are counted by rows, from the top left.
struct PagePlan: Equatable {
  let rows: Int
  let columns: Int
  let scale: Double
  /// What a page shows of the picture.
  let window: PictureSize
  /// Where the picture begins within the window of the first page.
  private let start: (x: Double, y: Double)

  init(_ setup: PageSetup, _ picture: PictureSize) {
    let page = setup.page
    window = PictureSize(width: page.width - 2 * PageSetup.margin, height: page.height - 2 * PageSetup.margin)
    if setup.isPoster {
      scale = 1
      columns = Self.count(picture.width, window.width)
      rows = Self.count(picture.height, window.height)
    } else {
      scale = min(1, window.width / max(1, picture.width), window.height / max(1, picture.height))
      (rows, columns) = (1, 1)
    }
    let width = Self.length(columns, window.width)
    let height = Self.length(rows, window.height)
    start = ((width - picture.width * scale) / 2, (height - picture.height * scale) / 2)
  }

  static func == (a: Self, b: Self) -> Bool {
    (a.rows, a.columns, a.scale, a.window) == (b.rows, b.columns, b.scale, b.window) && a.start == b.start
  }

  var count: Int { rows * columns }

  /// How many windows a length takes, each overlapping the last. Never so many that a product of two could overflow.
  private static func count(_ length: Double, _ window: Double) -> Int {
    let count = ((length - PageSetup.overlap) / (window - PageSetup.overlap)).rounded(.up)
    return count >= 1 ? Int(min(count, 1_000_000)) : 1
  }

  private static func length(_ count: Int, _ window: Double) -> Double {
    Double(count) * (window - PageSetup.overlap) + PageSetup.overlap
  }

  /// Where the picture begins on a page, from the page's own top left corner.
  func origin(row: Int, column: Int) -> (x: Double, y: Double) {
    (
      PageSetup.margin + start.x - Double(column) * (window.width - PageSetup.overlap),
      PageSetup.margin + start.y - Double(row) * (window.height - PageSetup.overlap)
    )
  }
}
