import RemitModel

extension FormTable {
  static let all = [
    chart, jurisdictions, organizations, posts, holders, duties, assignments, oversight, conflicts, waivers,
  ]

  static let chart = FormTable(
    name: "chart", sheet: Localized(zh: "基本信息", en: "Chart"), room: 4,
    columns: [
      FormColumn(
        "key", Localized(zh: "项目", en: "Key"), width: 12, required: true,
        Localized(zh: "编号、标题、法规、日期", en: "chart, title, against, as-of")),
      FormColumn(
        "value", Localized(zh: "内容", en: "Value"), width: 60,
        Localized(
          zh: "日期：按哪一天判断任期，如 2026-06-30；不填就按检查的当天",
          en: "as-of: the day by which terms are judged, such as 2026-06-30; the present day if empty")),
    ])

  static let jurisdictions = FormTable(
    name: "jurisdictions", sheet: Localized(zh: "行政区", en: "Jurisdictions"), room: 20,
    columns: [
      FormColumn(
        "id", Localized(zh: "简称", en: "Id"), width: 16, required: true,
        Localized(zh: "别的表用它指这一行；改了，别处也要改", en: "Other sheets name the row by it; change it there too")),
      FormColumn(
        "name", Localized(zh: "名称", en: "Name"), width: 28, look: .named,
        Localized(zh: "全称", en: "The full name")),
      FormColumn(
        "level", Localized(zh: "层级", en: "Level"), .word(.levels), width: 12,
        Localized(zh: "从列表中选", en: "From the list")
      ),
      FormColumn(
        "parent", Localized(zh: "上级行政区", en: "Parent"), .one("jurisdictions"), width: 16,
        Localized(zh: "上一级行政区的简称", en: "The id of the place above")),
    ])

  static let organizations = FormTable(
    name: "organizations", sheet: Localized(zh: "单位", en: "Organizations"), room: 80,
    columns: [
      FormColumn(
        "id", Localized(zh: "简称", en: "Id"), width: 24, required: true,
        Localized(zh: "别的表用它指这个单位，如 水利局；不可重复", en: "Other sheets name it by this, such as water-bureau; unique")),
      FormColumn(
        "name", Localized(zh: "单位名称", en: "Name"), width: 36, look: .named,
        Localized(zh: "全称", en: "The full name")),
      FormColumn(
        "kind", Localized(zh: "单位类型", en: "Kind"), .word(.kinds), width: 24,
        Localized(zh: "从列表中选", en: "From the list")),
      FormColumn(
        "jurisdiction", Localized(zh: "所属行政区", en: "Jurisdiction"), .one("jurisdictions"), width: 16,
        Localized(zh: "填了上级单位的可以不填", en: "May be left empty where there is a parent")),
      FormColumn(
        "parent", Localized(zh: "上级单位", en: "Parent"), .one("organizations"), width: 24,
        Localized(zh: "所属单位的简称", en: "The id of what it is part of")),
      FormColumn(
        "apex", Localized(zh: "居于最高", en: "Apex"), .word(.flags), width: 10,
        Localized(
          zh: "“是”：本表不追问由谁监督它。填了谁监督它，就清空",
          en: "true: this chart does not ask who watches it. Clear it once you say who does")),
    ])

  static let posts = FormTable(
    name: "posts", sheet: Localized(zh: "岗位", en: "Posts"), room: 150,
    columns: [
      FormColumn(
        "id", Localized(zh: "简称", en: "Id"), width: 25, required: true,
        Localized(zh: "别的表用它指这个岗位；不可重复", en: "Other sheets name the post by this; unique")),
      FormColumn(
        "name", Localized(zh: "岗位名称", en: "Name"), width: 28, look: .named,
        Localized(zh: "实际职务，如 县水利局局长", en: "The real title, such as Head of the water bureau")),
      FormColumn(
        "organization", Localized(zh: "所在单位", en: "Organization"), .one("organizations"), width: 21,
        Localized(zh: "单位的简称，从列表中选", en: "The id of an organization, from the list")),
      FormColumn(
        "role", Localized(zh: "职务类别", en: "Role"), .word(.roles), width: 25,
        Localized(zh: "法规所说的职务；法规没有说到的岗位不填", en: "The regulation's role; empty for posts of which it does not speak")),
      FormColumn(
        "reports_to", Localized(zh: "直接上级", en: "Reports to"), .several("posts"), width: 22,
        Localized(zh: "上级岗位的简称；几个之间用分号", en: "The superior's id; semicolons between several")),
      FormColumn(
        "in_charge_of", Localized(zh: "分管单位", en: "In charge of"), .several("organizations"), width: 20,
        Localized(zh: "分管的单位；几个之间用分号，如 水利局;农业农村局", en: "Organizations in its charge; semicolons between several")),
      FormColumn(
        "status", Localized(zh: "状态", en: "Status"), .word(.statuses), width: 10,
        Localized(zh: "有效的不填", en: "Empty for a post in force")),
      FormColumn(
        "adopts", Localized(zh: "承担条款", en: "Adopts"), width: 11,
        Localized(
          zh: "岗位照条款原样承担的职责，如 5.4;12；同类岗位照抄",
          en: "Clauses that the post takes on as written, such as 5.4;12; the same for all posts of a role")),
    ])

  static let holders = FormTable(
    name: "holders", sheet: Localized(zh: "任职", en: "Holders"), room: 200,
    columns: [
      FormColumn(
        "post", Localized(zh: "岗位", en: "Post"), .one("posts"), width: 30, required: true,
        Localized(zh: "岗位的简称，从列表中选", en: "The id of a post, from the list")),
      FormColumn(
        "person", Localized(zh: "人员", en: "Person"), width: 20, required: true,
        Localized(
          zh: "姓名；一人多职写同样的姓名，同名的两人加编号，如 张示例(2)",
          en: "The name; the same for all posts of a person, with a number for another person of that name")),
      FormColumn(
        "from", Localized(zh: "任职日期", en: "From"), .day, width: 14,
        Localized(zh: "如 2024-03-01", en: "Such as 2024-03-01")),
      FormColumn(
        "until", Localized(zh: "离任日期", en: "Until"), .day, width: 14,
        Localized(zh: "在任的不填", en: "Empty while the term runs")),
      FormColumn(
        "acting", Localized(zh: "是否代理", en: "Acting"), .word(.flags), width: 10,
        Localized(zh: "代理的选“是”", en: "true for one who stands in")),
    ])
}
