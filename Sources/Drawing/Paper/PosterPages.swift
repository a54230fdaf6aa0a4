import CGraphviz

/// Puts a laid-out picture on pages: each shows a part of it, with marks where to cut and join, and its place among all.
struct PosterPages {
  let setup: PageSetup
  let plan: PagePlan

  /// A PDF of one page or more.
  ///
  /// - Throws: where there would be too many pages, or cairo fails.
  static func pdf(of layout: borrowing Layout, _ setup: PageSetup) throws(DrawingError) -> [UInt8] {
    let pages = PosterPages(setup: setup, plan: setup.plan(for: layout.size))
    guard pages.plan.count <= PageSetup.mostPages else {
      throw .tooManyPages(pages.plan.count, most: PageSetup.mostPages)
    }
    let canvas = try Canvas(page: setup.page)
    for row in 0..<pages.plan.rows {
      for column in 0..<pages.plan.columns {
        try canvas.draw(
          layout, in: pages.window, at: pages.plan.origin(row: row, column: column), scale: pages.plan.scale)
        if pages.plan.count > 1 {
          pages.drawMarks(row: row, column: column, on: canvas)
          pages.drawPlace(row: row, column: column, on: canvas)
        }
        canvas.endPage()
      }
    }
    return try canvas.finish()
  }

  private var window: remit_window {
    remit_window(x: PageSetup.margin, y: PageSetup.margin, width: plan.window.width, height: plan.window.height)
  }

  /// In the middle of each overlap: ticks in the margin, along which to cut, and crosses that neighbouring pages share.
  private func drawMarks(row: Int, column: Int, on canvas: borrowing Canvas) {
    let (page, margin, half) = (setup.page, PageSetup.margin, PageSetup.overlap / 2)
    let xs = [(margin + half, column > 0), (page.width - margin - half, column + 1 < plan.columns)]
    let ys = [(margin + half, row > 0), (page.height - margin - half, row + 1 < plan.rows)]
    let tick = (from: 4 * Paper.millimetre, to: margin - Paper.millimetre)
    for (x, isShared) in xs where isShared {
      canvas.line(x, tick.from, x, tick.to)
      canvas.line(x, page.height - tick.to, x, page.height - tick.from)
    }
    for (y, isShared) in ys where isShared {
      canvas.line(tick.from, y, tick.to, y)
      canvas.line(page.width - tick.to, y, page.width - tick.from, y)
    }
    let arm = 2 * Paper.millimetre
    for (x, isSharedAcross) in xs {
      for (y, isSharedDown) in ys where isSharedAcross || isSharedDown {
        canvas.line(x - arm, y, x + arm, y, width: 0.35)
        canvas.line(x, y - arm, x, y + arm, width: 0.35)
      }
    }
  }

  /// Row and column in numbers, which need no language, and on a little map of all pages.
  private func drawPlace(row: Int, column: Int, on canvas: borrowing Canvas) {
    let number = row * plan.columns + column + 1
    let text = "\(row + 1)/\(plan.rows) ↓   \(column + 1)/\(plan.columns) →   \(number)/\(plan.count)"
    let half = PageSetup.overlap / 2
    let top = setup.page.height - PageSetup.margin + 2 * Paper.millimetre
    let cell = min(3.2, 5 * Paper.millimetre / Double(plan.rows), 50 * Paper.millimetre / Double(plan.columns))
    let left = PageSetup.margin + half + 3 * Paper.millimetre
    for y in 0..<plan.rows {
      for x in 0..<plan.columns {
        let box = remit_window(
          x: left + Double(x) * cell * 1.3, y: top + Double(y) * cell, width: cell * 1.1, height: cell * 0.8)
        canvas.fill(box, grey: y == row && x == column ? 0 : 0.8)
      }
    }
    canvas.text(text, size: 9, x: left + Double(plan.columns) * cell * 1.3 + 6, y: top)
  }
}
