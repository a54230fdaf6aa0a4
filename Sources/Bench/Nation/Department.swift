/// What departments a place has, and what each must do.
struct Department {
  let slug: String
  let name: String
  let kind: String
  let duties: [String]
  /// Which of the leaders is in charge, by its index in `Leader.all`.
  let chief: Int

  private init(_ slug: String, _ name: String, _ duties: [String], chief: Int, kind: String = "sector-department") {
    self.slug = slug
    self.name = name
    self.duties = duties
    self.chief = chief
    self.kind = kind
  }

  /// The first four belong to the Party committee.
  static let partyCount = 4
  static let (discipline, organization, audit, environment, safety, market) = (0, 1, 4, 5, 6, 7)

  static let all: [Department] = [
    Department("discipline", "纪检机构", ["问题线索处置"], chief: 2, kind: "discipline-commission"),
    Department("organization", "组织机构", ["班子任期考察"], chief: 3, kind: "party-department"),
    Department("publicity", "宣传机构", ["公益广告投放"], chief: 4, kind: "party-department"),
    Department("liaison", "联络机构", ["党外人士座谈"], chief: 1, kind: "party-department"),
    Department("audit", "审计局", ["决算草案审计"], chief: 5, kind: "audit-office"),
    Department("environment", "生态环境局", ["空气站点运维", "排污口排查"], chief: 7, kind: "environment-department"),
    Department("safety", "应急管理局", ["尾矿库巡查", "避险演练组织"], chief: 6),
    Department("market", "市场监管局", ["计量器具检定", "网络餐饮抽查"], chief: 8),
    Department("finance", "财政局", ["转移支付下达", "资产处置审批"], chief: 6),
    Department("planning", "发展改革局", ["能耗强度核算", "粮库轮换"], chief: 6),
    Department("water", "水利局", ["取水许可核验", "堤防隐患整治"], chief: 7),
    Department("forestry", "林草局", ["林地征占审核", "防火道维护"], chief: 7),
    Department("farming", "农业农村局", ["种质资源普查", "农膜回收"], chief: 7),
    Department("land", "自然资源局", ["地灾点监测", "闲置地块清理"], chief: 8),
    Department("housing", "住建局", ["危房改造", "燃气管网更新"], chief: 8),
    Department("transport", "交通局", ["桥梁定期检测", "超限治理"], chief: 8),
    Department("industry", "工业局", ["窑炉淘汰", "园区用电保障"], chief: 9),
    Department("commerce", "商务局", ["废旧物资回收", "农贸市场改造"], chief: 9),
    Department("science", "科技局", ["样机中试扶持", "仪器共享"], chief: 9),
    Department("data", "数据局", ["政务目录编制", "机房灾备"], chief: 9),
    Department("education", "教育局", ["校车线路审核", "营养餐招标"], chief: 10),
    Department("health", "卫健局", ["乡村医生轮训", "医废转运"], chief: 10),
    Department("culture", "文旅局", ["古树碑刻保护", "景区客流预警"], chief: 10),
    Department("sports", "体育局", ["健身步道建设", "场馆开放"], chief: 10),
    Department("civil", "民政局", ["地名标志管理", "养老机构评级"], chief: 11),
    Department("labour", "人社局", ["工伤认定", "零工驿站管理"], chief: 11),
    Department("justice", "司法局", ["规范性文件审查", "社区矫正"], chief: 11),
    Department("veterans", "退役军人局", ["优抚对象核查", "光荣院修缮"], chief: 11),
  ]
}

/// The leading posts of a place: the committee's, the government's, and the chairs of the assemblies.
struct Leader {
  enum Body: String, CaseIterable {
    case committee, government, congress, cppcc

    var kind: String { self == .committee ? "party-committee" : rawValue }

    var name: String {
      switch self {
      case .committee: "党委"
      case .government: "政府"
      case .congress: "人大机关"
      case .cppcc: "政协机关"
      }
    }
  }

  let slug: String
  let name: String
  let role: String
  let body: Body

  static let (secretary, governor, executive) = (0, 12, 5)
  /// Those that departments of the government stand under.
  static let deputies = 6...11

  static let all: [Leader] =
    [
      Leader(slug: "secretary", name: "党委书记", role: "committee-principal", body: .committee),
      Leader(slug: "vice-secretary", name: "党委副书记", role: "leadership-member", body: .committee),
      Leader(slug: "discipline-member", name: "党委委员（纪检）", role: "leadership-member", body: .committee),
      Leader(slug: "organization-member", name: "党委委员（组织）", role: "leadership-member", body: .committee),
      Leader(slug: "publicity-member", name: "党委委员（宣传）", role: "leadership-member", body: .committee),
      Leader(slug: "executive", name: "常务副职", role: "sector-deputy", body: .government),
    ]
    + deputies.map {
      Leader(
        slug: "deputy-\($0)", name: "副职（第\($0)号分工）", role: $0 == 7 ? "environment-deputy" : "sector-deputy",
        body: .government)
    } + [
      Leader(slug: "governor", name: "政府主要负责人", role: "government-principal", body: .government),
      Leader(slug: "congress-chair", name: "人大主任", role: "congress-chair", body: .congress),
      Leader(slug: "cppcc-chair", name: "政协主席", role: "cppcc-chair", body: .cppcc),
    ]
}
