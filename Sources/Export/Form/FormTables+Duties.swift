import RemitModel

extension FormTable {
  static let duties = FormTable(
    name: "duties", sheet: Localized(zh: "职责", en: "Duties"), room: 120,
    columns: [
      FormColumn(
        "id", Localized(zh: "简称", en: "Id"), width: 42, required: true,
        Localized(zh: "别的表用它指这项职责；不可重复", en: "Other sheets name the duty by this; unique")),
      FormColumn(
        "title", Localized(zh: "职责内容", en: "Title"), width: 44,
        Localized(zh: "一句话写明做什么", en: "What must be done, in one line")),
      FormColumn(
        "domain", Localized(zh: "领域", en: "Domain"), width: 24,
        Localized(zh: "如 water;forest；几个之间用分号", en: "Such as water;forest, with semicolons between several")),
      FormColumn(
        "basis", Localized(zh: "依据条款", en: "Basis"), width: 12,
        Localized(zh: "如 7(2)，即第七条第(二)项；5.1，即第五条第一款", en: "Such as 7(2), item 2 of article 7; 5.1, its paragraph 1")),
      FormColumn(
        "joint", Localized(zh: "共同责任", en: "Joint"), .word(.flags), width: 10,
        Localized(zh: "几个岗位共同负总责的选“是”", en: "true where several answer together")),
      FormColumn(
        "status", Localized(zh: "状态", en: "Status"), .word(.dutyStatuses), width: 10,
        Localized(zh: "有效的不填", en: "Empty for a duty in force")),
      FormColumn(
        "risk", Localized(zh: "风险等级", en: "Risk"), .word(.risks), width: 10,
        Localized(zh: "出了差错危害多大", en: "How much harm its failure does")),
    ])

  static let assignments = FormTable(
    name: "assignments", sheet: Localized(zh: "责任分工", en: "Assignments"), room: 300,
    columns: [
      FormColumn(
        "duty", Localized(zh: "职责", en: "Duty"), .one("duties"), width: 46, required: true,
        Localized(zh: "职责的简称，从列表中选", en: "The id of a duty, from the list")),
      FormColumn(
        "post", Localized(zh: "岗位", en: "Post"), .body, width: 32, required: true,
        Localized(zh: "岗位的简称，从列表中选", en: "The id of a post, from the list")),
      FormColumn(
        "letter", Localized(zh: "责任字母", en: "Letter"), .word(.letters), width: 11, required: true,
        Localized(
          zh: "A 负总责或领导责任，R 直接责任或主办，S 协助配合，C 会商，I 知会",
          en: "A accountable, R responsible, S supports, C consulted, I informed")),
      FormColumn(
        "term", Localized(zh: "责任用语", en: "Term"), width: 20,
        Localized(zh: "法规的说法，如 负总责", en: "The regulation's own word, such as overall responsibility")),
      FormColumn(
        "lead", Localized(zh: "是否牵头", en: "Lead"), .word(.flags), width: 10,
        Localized(zh: "几个岗位之中牵头的选“是”", en: "true for the one of several that goes first")),
    ])

  static let oversight = FormTable(
    name: "oversight", sheet: Localized(zh: "监督关系", en: "Oversight"), room: 80,
    columns: [
      FormColumn(
        "kind", Localized(zh: "监督种类", en: "Kind"), .word(.linkKinds), width: 10, required: true,
        Localized(zh: "从列表中选", en: "From the list")),
      FormColumn(
        "by", Localized(zh: "监督主体", en: "By"), .body, width: 20, required: true,
        Localized(zh: "监督别人的岗位或单位", en: "The post or organization that oversees")),
      FormColumn(
        "of", Localized(zh: "监督对象", en: "Of"), .bodies, width: 44, required: true,
        Localized(zh: "被监督的岗位或单位；几个之间用分号", en: "Posts or organizations, with semicolons between several")),
      FormColumn(
        "instrument", Localized(zh: "方式", en: "Instrument"), width: 20,
        Localized(zh: "如 离任审计", en: "What it is done with, such as an audit on leaving office")),
      FormColumn(
        "basis", Localized(zh: "依据条款", en: "Basis"), width: 11, Localized(zh: "如 13", en: "Such as 13")),
      FormColumn(
        "feeds", Localized(zh: "结果报送", en: "Feeds"), .bodies, width: 20,
        Localized(zh: "结果报给哪些单位或岗位；几个之间用分号", en: "Who gets the results, with semicolons between several")),
      FormColumn(
        "per_year", Localized(zh: "每年次数", en: "Per year"), .number, width: 10,
        Localized(zh: "平均每年几次；五年一次填 0.2", en: "Visits in a year; 0.2 for one in five years")),
      FormColumn(
        "planned", Localized(zh: "列入计划", en: "Planned"), .word(.flags), width: 10,
        Localized(zh: "是否列入年度计划", en: "Whether the year's plan has it")),
      FormColumn(
        "scope", Localized(zh: "范围", en: "Scope"), width: 15,
        Localized(zh: "限于哪些领域；不限的不填", en: "The domains that it is limited to; empty for everything")),
    ])

  static let conflicts = FormTable(
    name: "conflicts", sheet: Localized(zh: "不相容职责", en: "Conflicts"), room: 30,
    columns: [
      FormColumn("id", Localized(zh: "编号", en: "Id"), width: 14, required: true, Localized(zh: "不可重复", en: "Unique")),
      FormColumn(
        "duties", Localized(zh: "职责", en: "Duties"), .several("duties"), width: 70, required: true,
        Localized(
          zh: "不可由一人兼任的职责；几项之间用分号", en: "Duties that one person must not hold together; semicolons between them")),
      FormColumn(
        "at_most", Localized(zh: "最多几项", en: "At most"), .number, width: 10,
        Localized(zh: "一人最多几项；不填是一项", en: "How many one person may hold; one if empty")),
    ])

  static let waivers = FormTable(
    name: "waivers", sheet: Localized(zh: "豁免", en: "Waivers"), room: 30,
    columns: [
      FormColumn(
        "regulation", Localized(zh: "法规", en: "Regulation"), .word(.regulations), width: 22,
        Localized(zh: "从列表中选", en: "From the list")),
      FormColumn(
        "clause", Localized(zh: "条款", en: "Clause"), width: 12, required: true,
        Localized(zh: "经批准不必做到的条款，如 11", en: "The clause that is set aside, such as 11")),
      FormColumn(
        "jurisdiction", Localized(zh: "行政区", en: "Jurisdiction"), .one("jurisdictions"), width: 16,
        Localized(zh: "不填就是全部", en: "All if empty")),
      FormColumn("reason", Localized(zh: "理由", en: "Reason"), width: 44, Localized(zh: "必须写明", en: "Must be given")),
      FormColumn(
        "approver", Localized(zh: "批准人", en: "Approver"), width: 24, Localized(zh: "批准的单位或负责人", en: "Who allowed it")),
      FormColumn(
        "until", Localized(zh: "有效期至", en: "Until"), .day, width: 14,
        Localized(zh: "如 2027-12-31", en: "Such as 2027-12-31")
      ),
    ])
}
