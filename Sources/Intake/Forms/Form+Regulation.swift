import RemitModel

extension Form {
  /// A regulation file.
  package static let regulation = Form(
    "regulation", Noun.regulation,
    [
      Key("regulation", .id, required: true, Localized(zh: "法规的编号", en: "the regulation's id")),
      Key("title", .name, Localized(zh: "标题", en: "the title")),
      Key("issued", .day, Localized(zh: "发布日", en: "the day of issue")),
      Key("levels", .levels, Localized(zh: "适用的层级，默认全部", en: "the levels that it is about; all by default")),
      Key("terms", .rows(term), Localized(zh: "责任用语及其字母", en: "its words for responsibility, and their letters")),
      Key("roles", .rows(role), Localized(zh: "职务类别", en: "the classes of posts that it speaks of")),
      Key("duties", .rows(regulationDuty), Localized(zh: "规定的职责", en: "the duties that it lays down")),
      Key("links", .rows(link), Localized(zh: "规定的指挥和监督关系", en: "the command and oversight that it lays down")),
      Key("chains", .rows(chain), Localized(zh: "责任链", en: "the chains of responsibility that it expects")),
      Key("joint", .rows(joint), Localized(zh: "共同责任，如党政同责", en: "roles that answer together")),
      Key(
        "accountability", .rows(accountability),
        Localized(zh: "追责、从轻和从重的情形", en: "when answering is pursued, eased or aggravated")),
      Key(
        "clauses", .rows(clause),
        Localized(zh: "大纲：条、款、项各一次", en: "the outline: every article, paragraph and item once")),
    ])

  static let term = Form(
    "term", Noun.term,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("zh", .text, Localized(zh: "中文用语", en: "the Chinese term")),
      Key("en", .text, Localized(zh: "英文用语", en: "the English term")),
      Key("letter", .letter, required: true, Localized(zh: "责任字母", en: "the letter that it means")),
    ], atLeastOneOf: ["zh", "en"])

  static let role = Form(
    "role", Noun.role,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("name", .name, Localized(zh: "名称", en: "the name")),
      Key(
        "organization", .organizationKind, required: true,
        Localized(zh: "所在单位的类型；写出新的即为声明", en: "the kind of body that it sits in; a new word declares one")),
      Key("levels", .levels, Localized(zh: "层级，默认同法规", en: "the levels; by default the regulation's")),
      Key("clause", clauseList(), Localized(zh: "依据条款", en: "the clauses")),
      Key("reports-to", .ids, Localized(zh: "上级职务类别", en: "the roles that it reports to")),
      Key("in-charge-of", .ids, Localized(zh: "分管的单位类型", en: "the kinds of bodies that it is in charge of")),
      Key("body", .flag, Localized(zh: "true 表示是单位而非个人", en: "true: a body, not a person")),
      Key("optional", .flag, Localized(zh: "true 表示可以没有", en: "true: a place may do without it")),
    ])

  static let regulationDuty = Form(
    "duty", Noun.duty,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("clause", clauseList(atLeastOne: true), required: true, Localized(zh: "依据条款", en: "the clauses")),
      Key(
        "role", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "承担的职务类别", en: "the roles that have it")),
      Key("term", .id, Localized(zh: "责任用语", en: "the term that it uses")),
      Key("letter", .letter, Localized(zh: "责任字母；与 term 只写其一", en: "the letter, where there is no term")),
      Key("domain", .tags, Localized(zh: "领域", en: "the domains")),
      Key("title", .name, Localized(zh: "内容", en: "what must be done")),
      Key("levels", .levels, Localized(zh: "层级", en: "the levels")),
      Key("each", .flag, Localized(zh: "true 表示每个这样的岗位都要有", en: "true: every post of the role must have it")),
    ], atMostOneOf: ["term", "letter"])

  static let link = Form(
    "link", Noun.link,
    [
      Key("kind", .kind, required: true, Localized(zh: "种类", en: "the kind")),
      Key(
        "by", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "监督者：职务类别或单位类型", en: "who does it: roles or kinds of bodies")),
      Key(
        "of", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "对象：职务类别或单位类型", en: "to whom: roles or kinds of bodies")),
      Key("clause", clauseList(), Localized(zh: "依据条款", en: "the clauses")),
      Key("feeds", .ids, Localized(zh: "结果报送何处", en: "where its results go")),
      Key("levels", .levels, Localized(zh: "层级", en: "the levels")),
      Key("downward", .flag, Localized(zh: "true 表示对下级行政区", en: "true: of the places below")),
      Key("instrument", .name, Localized(zh: "方式", en: "how it is done")),
    ])

  static let chain = Form(
    "chain", Noun.chain,
    [
      Key("id", .id, required: true, Localized(zh: "编号", en: "the id")),
      Key("name", .name, Localized(zh: "名称", en: "the name")),
      Key(
        "roles", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "自上而下的职务类别", en: "the roles from the top down")),
      Key("clause", clauseList(), Localized(zh: "依据条款", en: "the clauses")),
      Key("levels", .levels, Localized(zh: "层级", en: "the levels")),
    ])

  static let joint = Form(
    "joint", Noun.joint,
    [
      Key(
        "roles", .oneOrMore(.id, atLeastOne: true), required: true,
        Localized(zh: "共同负责的职务类别", en: "the roles that answer together")),
      Key("lead", .id, Localized(zh: "其中牵头的", en: "the one of them that goes first")),
      Key("clause", clauseList(), Localized(zh: "依据条款", en: "the clauses")),
    ])

  static let accountability = Form(
    "accountability", Noun.accountability,
    [
      Key("clause", clauseList(atLeastOne: true), required: true, Localized(zh: "条款", en: "the clauses")),
      Key(
        "effect", .effect, required: true,
        Localized(zh: "追责、从轻或从重", en: "what the circumstance does")),
      Key("circumstance", .name, required: true, Localized(zh: "情形", en: "the circumstance")),
    ])

  static let clause = Form(
    "clause", Noun.clause,
    [
      Key("id", .clause, required: true, Localized(zh: "条款号", en: "its number")),
      Key("chapter", .count, Localized(zh: "章", en: "its chapter")),
      Key(
        "about", .text, Localized(zh: "不产生职责、关系的条款讲什么", en: "what a clause is about that yields no role, duty or link")),
      Key("note", .name, Localized(zh: "说明", en: "a note")),
    ])

  private static func clauseList(atLeastOne: Bool = false) -> Value {
    .oneOrMore(.clauses, unique: false, atLeastOne: atLeastOne)
  }
}
