import RemitModel

extension Form {
  /// A chart file, or a part of a chart that is split over several.
  package static let chart = Form(
    "chart", Noun.chart,
    [
      Key(
        "chart", .id,
        Localized(zh: "责任图的编号；几个文件合成一图时，写在其中一个里", en: "the chart's id; of a chart in several files, one has it")),
      Key("title", .name, Localized(zh: "标题", en: "the title")),
      Key(
        "against", .oneOrMore(.id, unique: false),
        Localized(zh: "所对照的法规：编号或路径", en: "the regulations to check against, by id or path")),
      Key("as-of", .day, Localized(zh: "按哪一天判断任期和期限", en: "the day to judge terms and expiries by")),
      Key("jurisdictions", .rows(jurisdiction), Localized(zh: "行政区", en: "the places")),
      Key("organizations", .rows(organization), Localized(zh: "单位", en: "the bodies of these places")),
      Key("posts", .rows(post), Localized(zh: "岗位", en: "the seats in these bodies")),
      Key("duties", .rows(duty), Localized(zh: "职责，及其责任人", en: "what must be done, and by whom")),
      Key("oversight", .rows(oversight), Localized(zh: "监督关系", en: "who watches whom")),
      Key("conflicts", .rows(conflict), Localized(zh: "不得集于一人的职责", en: "duties that one person may not hold together")),
      Key("waivers", .rows(waiver), Localized(zh: "经批准暂不执行的法规要求", en: "demands of a regulation that are set aside")),
      Key("ignore", .rows(ignore), Localized(zh: "有理由搁置的发现", en: "findings that are set aside, with the reason")),
    ])

  static let jurisdiction = Form(
    "jurisdiction", Noun.jurisdiction,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("name", .name, Localized(zh: "名称", en: "the name")),
      Key("level", .level, Localized(zh: "层级；一个行政区写了，就都要写", en: "the level; where one place has it, all must")),
      Key("parent", .id, Localized(zh: "上级行政区", en: "the place that it is part of")),
    ])

  static let organization = Form(
    "organization", Noun.organization,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("name", .name, Localized(zh: "名称", en: "the name")),
      Key(
        "kind", .organizationKind,
        Localized(zh: "类型：通用的一种，或法规里写到的一种", en: "the kind: a common one, or one that a regulation declares")),
      Key(
        "jurisdiction", .id,
        Localized(zh: "所在行政区；不写则随上级单位", en: "the place; by default that of the parent")),
      Key("parent", .id, Localized(zh: "上级单位", en: "the body that it is part of")),
      Key("apex", .flag, Localized(zh: "true 表示按设计居于最高，无须被监督", en: "true: stands at the top by design")),
    ])

  static let post = Form(
    "post", Noun.post,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("name", .name, Localized(zh: "名称", en: "the name")),
      Key("organization", .id, Localized(zh: "所在单位；单位不止一个时必写", en: "its body; needed where there are several")),
      Key("role", .id, Localized(zh: "法规中的职务类别", en: "the role of a regulation that it fills")),
      Key("reports-to", .ids, Localized(zh: "直接上级岗位", en: "the posts that it reports to")),
      Key(
        "dotted-to", .ids, Localized(zh: "业务上报告的岗位", en: "the posts that it reports to by a second, functional line")),
      Key("in-charge-of", .ids, Localized(zh: "分管的单位", en: "the bodies that it is in charge of")),
      Key(
        "apex", .flag,
        Localized(zh: "true 表示按设计居于指挥和监督的最高处", en: "true: stands at the top of command and oversight by design")),
      Key("status", .postStatus, Localized(zh: "状态，默认 active", en: "active by default")),
      Key("vacant", .flag, Localized(zh: "true 表示空缺，同 status: vacant", en: "true: the same as status: vacant")),
      Key(
        "staff", .amount,
        Localized(zh: "岗位之下没有单列岗位的人数，折合全时", en: "staff below it without posts of their own, in full-time equivalents")),
      Key("holders", .rows(holder), Localized(zh: "任职人", en: "who holds it or held it")),
      Key("adopts", .ids, Localized(zh: "照条文承担的条款，如 7(4)", en: "clauses taken on as written, such as 7(4)")),
    ])

  static let holder = Form(
    "holder", Noun.holder,
    [
      Key("person", .id, required: true, Localized(zh: "人的编号；一人任几职时相同", en: "the person's id, the same in every post")),
      Key("name", .name, Localized(zh: "姓名", en: "the person's name")),
      Key("from", .day, Localized(zh: "任期开始日", en: "the first day of the term")),
      Key("until", .day, Localized(zh: "任期结束日", en: "the last day of the term")),
      Key("acting", .flag, Localized(zh: "true 表示代理", en: "true: acts for a holder")),
    ])

  static let duty = Form(
    "duty", Noun.duty,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("title", .name, Localized(zh: "内容", en: "what must be done")),
      Key(
        "jurisdiction", .id,
        Localized(zh: "所属行政区；不写则随责任人", en: "the place; by default that of who answers for it")),
      Key("domain", .tags, Localized(zh: "领域", en: "the domains")),
      Key("basis", .ids, Localized(zh: "依据条款，如 7(4)", en: "the clauses that it rests on, such as 7(4)")),
    ] + Letter.allCases.map(letter) + [
      Key("lead", .ids, Localized(zh: "牵头的岗位或单位", en: "who goes first of several")),
      Key("joint", .flag, Localized(zh: "true 表示按设计共同负责", en: "true: several answer together by design")),
      Key("status", .dutyStatus, Localized(zh: "状态，默认 active", en: "active by default")),
      Key("risk", .risk, Localized(zh: "失职的危害", en: "how much harm it does when not done")),
    ])

  private static func letter(_ letter: Letter) -> Key {
    Key(
      letter.key, .oneOrMore(.idOrMapping(assignment)),
      Localized(
        zh: "\(letter.rawValue)：\(letter.name.zh)的岗位或单位", en: "\(letter.rawValue): the posts or bodies with this letter"
      ))
  }

  /// A post or organization with a letter, where there is more to say of it.
  static let assignment = Form(
    "assignment", Noun.assignment,
    [
      Key("post", .id, required: true, Localized(zh: "岗位或单位", en: "the post or body")),
      Key("term", .name, Localized(zh: "责任用语，如 负总责", en: "the word for the responsibility, such as 负总责")),
      Key("lead", .flag, Localized(zh: "true 表示在这个字母上牵头", en: "true: goes first with this letter")),
    ])

  static let oversight = Form(
    "oversight", Noun.oversight,
    [
      Key("id", .id, Localized(zh: "编号；不写则为 种类:监督者:对象", en: "the id; by default kind:by:of")),
      Key("kind", .kind, required: true, Localized(zh: "种类", en: "the kind")),
      Key("by", .id, required: true, Localized(zh: "监督者：岗位或单位", en: "the overseer: a post or body")),
      Key(
        "of", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "对象：岗位、单位或职责", en: "whom or what it oversees: posts, bodies or duties")),
      Key("scope", .tags, Localized(zh: "范围", en: "what it is limited to")),
      Key("instrument", .name, Localized(zh: "方式或文书", en: "how it is done, or by what paper")),
      Key("basis", .ids, Localized(zh: "依据条款", en: "the clauses that it rests on")),
      Key("per-year", .amount, Localized(zh: "每年几次", en: "how often a year")),
      Key("planned", .flag, Localized(zh: "是否列入计划", en: "whether it is in the plan")),
      Key("feeds", .ids, Localized(zh: "结果报送何处", en: "where its results go")),
    ])

  static let conflict = Form(
    "conflict", Noun.conflict,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key(
        "duties", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "互不相容的职责", en: "the duties that do not go together")),
      Key("at-most", .count, Localized(zh: "一人最多可有几项，默认 1", en: "how many one person may hold; 1 by default")),
    ])

  static let waiver = Form(
    "waiver", Noun.waiver,
    [
      Key("clause", .id, required: true, Localized(zh: "所豁免要求的条款", en: "the clause whose demand is set aside")),
      Key("regulation", .id, Localized(zh: "法规编号", en: "the regulation's id")),
      Key("jurisdiction", .id, Localized(zh: "只在这个行政区豁免", en: "only in this place")),
      Key("reason", .name, Localized(zh: "理由；没有则不生效", en: "why; without it the waiver is void")),
      Key("approver", .name, Localized(zh: "批准人；没有则不生效", en: "who approved; without it the waiver is void")),
      Key("until", .day, Localized(zh: "有效的最后一天；没有则不生效", en: "the last day; without it the waiver is void")),
    ])

  static let ignore = Form(
    "ignore", Noun.ignore,
    [
      Key(
        "rule", .id, required: true,
        Localized(zh: "规则的代码、名称、门类或缺陷", en: "a rule's code or name, or a family or defect")),
      Key("subject", .id, Localized(zh: "发现的第一个对象；不写则全部", en: "the finding's first subject; all by default")),
      Key("reason", .name, Localized(zh: "理由；没有则不生效", en: "why; without it the entry is void")),
      Key("until", .day, Localized(zh: "有效的最后一天", en: "the last day")),
    ])
}
