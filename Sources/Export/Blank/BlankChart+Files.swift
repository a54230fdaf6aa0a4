import RemitModel

extension BlankChart {
  /// The chart's files in a form. A workbook is a form to fill in; YAML begins with a word on how to go on.
  ///
  /// - Throws: That the form cannot hold something of the chart.
  public func files(_ format: ChartFormat) throws(ExportError) -> [ChartFile] {
    if format == .xlsx { return try FormWorkbook(self).files() }
    let files = try format.files(chart)
    guard format == .yaml || format == .csv else { return files }
    return files.map { file in
      guard file.name == nil || file.name == "chart.yaml" else { return file }
      return ChartFile(name: file.name, bytes: Array(introduction.utf8) + file.bytes)
    }
  }

  private var introduction: String {
    switch language {
    case .chinese:
      """
      # 按法规生成的待填责任图。填法：
      #   1. 名称改为实际名称；每个“待定”换成现任任职人，并写任职日期。
      #   2. 示例单位、示例岗位有几个就写几个；新岗位照抄 adopts。
      #   3. 办理职责的岗位（responsible）不是负总责者本人的，改为实际岗位。
      # 填好后用 remit check 检查。

      """
    case .english:
      """
      # A chart to fill in, made from a regulation:
      #   1. Enter the real names; put the present holder and the first day of the term in place of each TBD.
      #   2. Write one entry for each real organization and post where there is an example; new posts adopt the same.
      #   3. Where another post than the accountable one does a duty (responsible), name that post.
      # Then run remit check.

      """
    }
  }
}
