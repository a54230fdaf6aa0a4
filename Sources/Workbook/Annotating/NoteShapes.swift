/// The windows of comments, which Excel keeps as drawings in VML (ISO/IEC 29500-4 §14 and §19.4).
struct NoteShapes {
  /// A window: the cell that it belongs to, and the cells that it covers.
  struct Window {
    var place: CellPlace
    /// Rows and columns from 0.
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int

    private static let pixels = 260

    init(_ cell: MarkedCell, _ survey: SheetSurvey) {
      place = cell.place
      // At the sheet's last columns the window stands before the cell.
      let first = min(place.column + 1, WorkbookLimits.columns - 4)
      left = first - 1
      right = min(survey.lastColumn(from: first, pixels: Self.pixels), WorkbookLimits.columns - 1)
      // Lines of a small font are about 0.7 of a row high.
      let lines = ColumnWidth.lines(of: String(cell.comment.prefix(4_000)), width: 36)
      let height = min(max(3, lines * 7 / 10 + 2), 40)
      top = min(max(0, place.row - 2), WorkbookLimits.rows - 1 - height)
      bottom = top + height
    }
  }

  private static let spaces =
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
  private static let type = """
    <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
    <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """

  /// A drawing for a sheet that has none.
  ///
  /// - Parameter block: the number of a block of 1,024 ids, of which no other drawing may have one.
  static func part(_ windows: [Window], block: Int) -> [UInt8] {
    let blocks = (0...windows.count / 1_024).map { String(block + $0) }.joined(separator: ",")
    return Array(
      """
      <xml \(spaces)><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="\(blocks)"/></o:shapelayout>\(type)\
      \(shapes(windows, from: block * 1_024 + 1))</xml>
      """.utf8)
  }

  /// A drawing with more windows. It is not parsed, since Excel's own drawings of controls are not always XML.
  static func edit(_ bytes: [UInt8], adding windows: [Window], part: String) throws(WorkbookError) -> [UInt8] {
    guard let end = ByteSearch.last(Array("</xml>".utf8), in: bytes) else {
      throw WorkbookError(.unexpectedRoot(found: "", expected: "xml"), part: part)
    }
    let hasType = ByteSearch.first("id=\"_x0000_t202\"".utf8, in: bytes) != nil
    let isKnown = spaces.split(separator: " ").allSatisfy { ByteSearch.first($0.utf8, in: bytes) != nil }
    let all = (hasType ? "" : type) + shapes(windows, from: largestID(bytes) + 1)
    // Some writers have other prefixes.
    let new =
      isKnown
      ? all
      : all.replacing("<v:shapetype ", with: "<v:shapetype \(spaces) ").replacing(
        "<v:shape ", with: "<v:shape \(spaces) ")
    return Splice.apply([Splice(offset: end, count: 0, bytes: Array(new.utf8))], to: bytes)
  }

  /// The largest number of `_x0000_s…` in a drawing.
  private static func largestID(_ bytes: [UInt8]) -> Int {
    var largest = 1_024
    var index = 0
    let stem = Array("_x0000_s".utf8)
    while let hit = ByteSearch.first(stem, in: bytes, from: index) {
      index = hit + stem.count
      let digits = bytes[index...].prefix(9).prefix { (48...57).contains($0) }
      largest = max(largest, Int(String(decoding: digits, as: UTF8.self)) ?? 0)
    }
    return largest
  }

  private static func shapes(_ windows: [Window], from id: Int) -> String {
    windows.enumerated().map { index, window in
      """
      <v:shape id="_x0000_s\(id + index)" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;\
      width:195pt;height:\((window.bottom - window.top) * 15)pt;z-index:\(index + 1);visibility:hidden" \
      fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
      <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
      </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(window.left), 15, \
      \(window.top), 4, \(window.right), 15, \(window.bottom), 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>\(window.place.row - 1)</x:Row><x:Column>\(window.place.column - 1)</x:Column></x:ClientData></v:shape>
      """
    }.joined()
  }
}
