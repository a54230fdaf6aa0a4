/// What a column's heading says that the column holds, where it is none of a matrix's letters.
enum HeadingKind: Sendable, Hashable {
  /// What must be done.
  case duty
  /// Posts or roles.
  case post
  /// Bodies.
  case organization
  /// Ids of the rows.
  case id
  /// Numbers of the rows, which change when rows come and go.
  case number
  /// The domain, phase or group that duties belong to.
  case domain
  /// The clauses that duties rest on.
  case basis
  /// Notes, which a chart has no place for.
  case remarks
}

/// The words of headings, in Chinese and English.
enum HeadingWords {
  /// What a heading says; nil where it is no word of these. Of a heading such as `任务\岗位`, which names rows and columns
  /// in one corner, both.
  static func kinds(of heading: String) -> [HeadingKind] {
    let parts = heading.split(whereSeparator: { "/\\|\n／＼→↓".contains($0) }).map(String.init)
    var kinds: [HeadingKind] = []
    for kind in (parts.isEmpty ? [heading] : parts).prefix(4).compactMap(kind) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    return kinds
  }

  private static func kind(of text: String) -> HeadingKind? {
    let text = String(text.prefix(80))
    let folded = PlainText.folded(text)
    guard !folded.isEmpty else { return nil }
    if let kind = exact[folded] { return kind }
    let tokens = Set(text.lowercased().split { !$0.isLetter && $0 != "#" }.map(String.init))
    for (kind, words) in english {
      if words.contains(where: { tokens.contains($0) || tokens.contains($0 + "s") }) { return kind }
    }
    for (kind, words) in chinese where words.contains(where: folded.contains) { return kind }
    return nil
  }

  /// Where one word stands in another, the longer decides.
  private static let exact: [String: HeadingKind] = [
    "责任人": .post, "责任岗位": .post, "责任单位": .organization, "责任部门": .organization, "工作单位": .organization,
    "工作岗位": .post, "岗位职责": .duty, "部门职责": .duty, "单位职责": .duty, "项目": .duty, "内容": .duty, "工作": .duty,
    "no": .number, "no.": .number, "nr": .number, "nr.": .number, "#": .number, "id": .id, "ref": .id,
    "activities": .duty, "duties": .duty, "responsibilities": .duty, "categories": .domain, "bases": .basis,
    "authorities": .organization, "bodies": .organization,
  ]

  /// By token, in the order of what goes first: a task's number is a number.
  private static let english: [(HeadingKind, [String])] = [
    (.id, ["id", "code", "identifier", "ref"]), (.number, ["#", "no", "number"]),
    (
      .remarks,
      [
        "remark", "note", "comment", "description", "deadline", "due", "status", "frequency", "date", "priority",
        "done",
        "rationale",
      ]
    ),
    (.basis, ["basis", "clause", "article"]),
    (.domain, ["domain", "area", "category", "workstream", "theme", "phase", "stage", "group", "section"]),
    (
      .duty,
      [
        "task", "activity", "deliverable", "duty", "process", "step", "action", "responsibility", "function",
        "decision",
        "milestone", "item", "work", "package", "procedure",
      ]
    ),
    (.organization, ["department", "organization", "organisation", "team", "unit", "body", "agency", "office"]),
    (.post, ["role", "post", "position", "person", "stakeholder", "job", "title", "staff", "member"]),
  ]

  private static let chinese: [(HeadingKind, [String])] = [
    (.number, ["序号"]), (.id, ["编号", "编码", "代码"]),
    (.remarks, ["备注", "说明", "描述", "时限", "期限", "完成", "频次", "频率", "状态", "优先级", "联系"]),
    (.basis, ["依据", "条款", "条文", "法规"]), (.domain, ["领域", "类别", "分类", "板块", "条线", "模块", "阶段", "环节", "类型"]),
    (.duty, ["职责", "任务", "事项", "活动", "流程", "步骤", "交付物", "工作内容", "具体工作", "重点工作", "措施"]),
    (.organization, ["单位", "部门", "科室", "机构"]), (.post, ["岗位", "职务", "角色", "职位", "人员", "姓名"]),
  ]
}
