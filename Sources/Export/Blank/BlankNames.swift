import RemitModel

/// What bodies of a place are usually called, until people enter the real names.
enum BlankNames {
  /// A place above, of which only the level is known.
  static func above(_ level: Level, _ language: Language) -> String {
    switch (level, language) {
    case (.nation, .chinese): "国家"
    case (.nation, .english): "Nation"
    case (.province, .chinese): "所属省"
    case (.prefecture, .chinese): "所属市"
    case (.county, .chinese): "所属县"
    case (_, .chinese): "所属" + level.name.zh
    case (_, .english): "Higher " + level.word
    }
  }

  /// Whether a kind has a name beside its word.
  static func isNamed(_ kind: OrganizationKind) -> Bool { kind.name.zh != kind.word }

  /// A body's usual name in a place; nil for kinds that have none.
  static func name(of kind: OrganizationKind, in place: BlankPlace) -> String? {
    place.language == .chinese ? chinese(kind, place.name) : english(kind, place.name)
  }

  private static func chinese(_ kind: OrganizationKind, _ place: String) -> String? {
    switch kind.word {
    case "party-committee": "中共\(place)委"
    case "government": "\(place)人民政府"
    case "organization-department": "中共\(place)委组织部"
    case "environment-department": "\(place)生态环境主管部门"
    case "sector-department": "\(place)某行业主管部门"
    case "congress": "\(place)人大常委会"
    case "cppcc": "政协\(place)委员会"
    case "discipline-commission": "\(place)纪委监委"
    case "audit-office": "\(place)审计局"
    case "court": "\(place)人民法院"
    case "procuratorate": "\(place)人民检察院"
    default: nil
    }
  }

  private static func english(_ kind: OrganizationKind, _ place: String) -> String? {
    switch kind.word {
    case "party-committee": "\(place) Party Committee"
    case "government": "\(place) Government"
    case "organization-department": "\(place) Organization Department"
    case "environment-department": "\(place) Environment Department"
    case "sector-department": "\(place) department of some sector"
    case "congress": "\(place) People's Congress"
    case "cppcc": "\(place) CPPCC Committee"
    case "discipline-commission": "\(place) Discipline Commission"
    case "audit-office": "\(place) Audit Office"
    case "court": "\(place) Court"
    case "procuratorate": "\(place) Procuratorate"
    default: nil
    }
  }
}
