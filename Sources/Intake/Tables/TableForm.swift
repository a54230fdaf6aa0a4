import RemitModel

/// One table of a chart: what it is called, and its columns. Sheets and headings may be Chinese.
struct TableForm: Sendable {
  /// A column, and what else its heading may be.
  struct Heading: Sendable {
    let column: TableColumn
    let others: [String]
    var isRequired = false
  }

  /// Which table it is.
  enum Kind: String, CaseIterable, Sendable {
    case chart, jurisdictions, organizations, posts, holders, duties, assignments, oversight, conflicts, waivers,
      ignores
  }

  let kind: Kind
  let noun: Localized
  var name: String { kind.rawValue }
  /// Other names of its sheet.
  let others: [String]
  let headings: [Heading]

  init(_ kind: Kind, _ noun: Localized, _ others: [String], _ headings: [Heading]) {
    self.kind = kind
    self.noun = noun
    self.others = others
    self.headings = headings
  }

  /// The form of a table by its name, as it may be written by hand.
  static func named(_ name: String) -> TableForm? {
    let name = folded(name)
    return all.first { form in form.name == name || form.others.contains { folded($0) == name } }
  }

  /// Whether a sheet is one that the program itself puts beside the tables: how to fill them in, what the regulation
  /// asks, the words of lists, and what was found.
  static func isAside(_ name: String) -> Bool { asides.contains(folded(name)) }

  private static let asides: Set<String> = [
    "填表说明", "howto", "法规要求", "requirements", "选项", "lists", "发现", "findings",
  ]

  /// Whether a row of a sheet is the heading rather than a title above it: it holds what no row can do without, or half
  /// of it is known.
  func isHeading(_ texts: [String]) -> Bool {
    let words = Set(texts.map(Self.folded)).subtracting([""])
    let found = headings.filter { heading in
      ([heading.column.word] + heading.others).contains { words.contains(Self.folded($0)) }
    }
    return found.count * 2 > words.count
      || headings.allSatisfy { heading in
        !heading.isRequired || found.contains { $0.column == heading.column }
      }
  }

  /// A name or heading without case, and without spaces, lines and marks around or within it.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "-", " ", "\u{3000}", "\n", "\r", "\t", "*", "＊", "\u{FEFF}": continue
      case "_": continue
      case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      case "（": result.append("(")
      case "）": result.append(")")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension TableForm {
  private static func must(_ column: TableColumn, _ others: String...) -> Heading {
    Heading(column: column, others: others, isRequired: true)
  }

  private static func may(_ column: TableColumn, _ others: String...) -> Heading {
    Heading(column: column, others: others)
  }

  private static let reasons = [
    may(.reason, "理由", "原因"), may(.reasonEnglish, "英文理由"), may(.until, "到期", "有效期至", "结束"),
  ]

  static let jurisdictions = TableForm(
    .jurisdictions, Noun.jurisdiction, ["行政区", "行政区划", "地区"],
    [
      must(.id, "编号", "代码", "行政区代码", "简称"), may(.name, "名称", "行政区", "地区"), may(.nameEnglish, "英文名称"),
      may(.level, "层级", "级别"), may(.parent, "上级", "上级行政区"),
    ])

  static let organizations = TableForm(
    .organizations, Noun.organization, ["单位", "部门", "机构"],
    [
      must(.id, "编号", "单位编号", "代码", "简称"), may(.name, "名称", "单位", "单位名称", "部门"), may(.nameEnglish, "英文名称"),
      may(.kind, "类型", "单位类型"), may(.jurisdiction, "行政区", "所属行政区"), may(.parent, "上级", "上级单位"),
      may(.apex, "最高", "居于最高"),
    ])

  static let posts = TableForm(
    .posts, Noun.post, ["岗位", "职务", "岗位表"],
    [
      must(.id, "编号", "岗位编号", "简称"), may(.name, "名称", "岗位", "岗位名称", "职务"), may(.nameEnglish, "英文名称"),
      may(.organization, "单位", "所在单位", "部门"), may(.role, "职务类别", "类别"),
      may(.reportsTo, "直接上级", "上级", "上级岗位", "汇报对象"), may(.dottedTo, "业务上级", "业务指导"),
      may(.inChargeOf, "分管", "分管单位", "分管部门"), may(.apex, "最高", "居于最高"), may(.status, "状态"),
      may(.staff, "下属人数", "人数"), may(.adopts, "承担条款", "采用条款"),
    ])

  static let holders = TableForm(
    .holders, Noun.holder, ["任职", "任职人", "任职情况", "人员"],
    [
      must(.post, "岗位", "岗位编号", "职务"), must(.person, "人员", "人员编号", "任职人编号"), may(.name, "姓名", "任职人"),
      may(.nameEnglish, "英文姓名"), may(.from, "开始", "任职时间", "任职日期", "起"), may(.until, "结束", "离任时间", "离任日期", "止"),
      may(.acting, "代理", "是否代理"),
    ])

  static let duties = TableForm(
    .duties, Noun.duty, ["职责", "职责清单", "责任清单"],
    [
      must(.id, "编号", "职责编号", "简称"), may(.title, "职责", "职责内容", "内容", "名称", "事项"), may(.titleEnglish, "英文内容"),
      may(.jurisdiction, "行政区", "所属行政区"), may(.domain, "领域"), may(.basis, "依据", "依据条款"),
      may(.joint, "共同负责", "共同责任"), may(.status, "状态"), may(.risk, "风险", "风险等级"),
    ])

  static let assignments = TableForm(
    .assignments, Noun.assignment, ["责任分工", "分工", "责任矩阵", "责任"],
    [
      must(.duty, "职责", "职责编号"), must(.post, "岗位", "岗位编号", "岗位或单位", "责任人"),
      must(.letter, "字母", "责任字母", "责任"), may(.term, "用语", "责任用语"), may(.termEnglish, "英文用语"),
      may(.lead, "牵头", "是否牵头"),
    ])

  static let oversight = TableForm(
    .oversight, Noun.oversight, ["监督", "监督关系"],
    [
      may(.id, "编号"), must(.kind, "种类", "监督种类", "方式种类"), must(.by, "监督者", "监督主体", "主体"),
      must(.of, "对象", "监督对象", "被监督者"), may(.scope, "范围"), may(.instrument, "方式", "文书"),
      may(.instrumentEnglish, "英文方式"), may(.basis, "依据", "依据条款"), may(.perYear, "每年次数", "频次"),
      may(.planned, "列入计划", "计划内"), may(.feeds, "结果报送", "报送"),
    ])

  static let conflicts = TableForm(
    .conflicts, Noun.conflict, ["不相容职责", "职责冲突"],
    [must(.id, "编号"), must(.duties, "职责"), may(.atMost, "最多", "最多几项")])

  static let waivers = TableForm(
    .waivers, Noun.waiver, ["豁免"],
    [
      may(.regulation, "法规"), must(.clause, "条款"), may(.jurisdiction, "行政区"), may(.approver, "批准人"),
      may(.approverEnglish, "英文批准人"),
    ] + reasons)

  static let ignores = TableForm(
    .ignores, Noun.ignore, ["忽略", "ignore"], [must(.rule, "规则"), may(.subject, "对象")] + reasons)

  /// Id, title, day and regulations of the chart, as pairs; a folder has a `chart.yaml` instead.
  static let chart = TableForm(
    .chart, Noun.chart, ["责任图", "基本信息"], [must(.key, "项目"), may(.value, "值", "内容"), may(.valueEnglish, "英文")])

  static let all = [
    chart, jurisdictions, organizations, posts, holders, duties, assignments, oversight, conflicts, waivers, ignores,
  ]
}
