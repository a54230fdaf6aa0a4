import RemitModel

/// What kind of thing a box stands for; each has a shape of its own.
enum Shape: String, Sendable, CaseIterable {
  /// A post or role: a rounded box.
  case post
  /// An organization: a box with a tab.
  case organization
  /// A duty: a note.
  case duty
  /// An organization with its posts, a domain with its duties, or several targets at once: a table.
  case card
  /// The place that all belongs to.
  case jurisdiction
  /// What evidence names beside these: a clause, a role, a person.
  case reference
  /// A unit that stands for all in it, with counts: a box with depth.
  case fold
  /// What was cut off.
  case stub
}

/// The family that an organization belongs to, by its kind: a fill.
enum Tone: String, Sendable, CaseIterable {
  case party, government, department, watch, assembly, justice, team, enterprise, neutral

  init(_ kind: OrganizationKind) {
    switch kind.word {
    case "party-committee", "party-department", "organization-department": self = .party
    case "government": self = .government
    case "discipline-commission", "audit-office", "inspection-team", "assessment-body": self = .watch
    case "congress", "cppcc": self = .assembly
    case "court", "procuratorate": self = .justice
    case "committee", "team": self = .team
    case "enterprise": self = .enterprise
    default: self = kind.isDepartment ? .department : .neutral
    }
  }

  var name: Localized {
    switch self {
    case .party: Localized(zh: "党委及其部门", en: "Party body")
    case .government: Localized(zh: "政府", en: "government")
    case .department: Localized(zh: "部门", en: "department")
    case .watch: Localized(zh: "监督机构", en: "oversight body")
    case .assembly: Localized(zh: "人大、政协", en: "congress, CPPCC")
    case .justice: Localized(zh: "司法机关", en: "court, procuratorate")
    case .team: Localized(zh: "议事机构、专班", en: "committee, team")
    case .enterprise: Localized(zh: "企业", en: "enterprise")
    case .neutral: Localized(zh: "其他", en: "other body")
    }
  }
}

/// What an edge stands for.
enum EdgeLook: Sendable, Hashable {
  /// From a superior to a report.
  case command
  /// From a post to what it is in charge of (分管).
  case charge
  /// Both at once.
  case commandAndCharge
  /// From a functional superior to a report.
  case functional
  /// A part of a whole.
  case part
  /// From a post to a duty.
  case letter(Letter)
  /// From overseer to target; several kinds are bundled.
  case oversight([LinkKind])
  /// Something else that a finding rests on.
  case evidence
  /// Missing, and that is the fault.
  case missing
  /// To what was cut off.
  case cut

  /// The classes of the edge in SVG.
  var classes: [String] {
    switch self {
    case .command: ["command"]
    case .charge: ["charge"]
    case .commandAndCharge: ["command", "charge"]
    case .functional: ["functional"]
    case .part: ["part"]
    case .letter(let letter): ["letter", letter.key]
    case .oversight(let kinds): ["oversight"] + kinds.map(\.rawValue)
    case .evidence: ["evidence"]
    case .missing: ["missing"]
    case .cut: ["cut"]
    }
  }

  var isLetter: Bool { if case .letter = self { true } else { false } }

  /// What the upper end does to the lower.
  var verb: Localized {
    switch self {
    case .command: Localized(zh: "领导", en: "commands")
    case .charge: Localized(zh: "分管", en: "is in charge of")
    case .commandAndCharge: Localized(zh: "领导并分管", en: "commands and is in charge of")
    case .functional: Localized(zh: "业务领导", en: "directs by a functional line")
    default: name
    }
  }

  /// What the legend says of it.
  var name: Localized {
    switch self {
    case .command: Localized(zh: "领导（上级→下级）", en: "command (superior → report)")
    case .charge: Localized(zh: "分管", en: "in charge of")
    case .commandAndCharge: Localized(zh: "领导并分管", en: "command and charge")
    case .functional: Localized(zh: "业务领导", en: "functional line")
    case .part: Localized(zh: "隶属", en: "is part of")
    case .letter(let letter):
      Localized(zh: "\(letter.rawValue) \(letter.name.zh)", en: "\(letter.rawValue) \(letter.name.en)")
    case .oversight(let kinds):
      kinds.count == 1 ? kinds[0].name : Localized(zh: "多种监督，见线上文字", en: "several kinds, named on the line")
    case .evidence: Localized(zh: "问题所依据的关系", en: "link that a finding rests on")
    case .missing: Localized(zh: "缺失的关系", en: "missing link")
    case .cut: Localized(zh: "范围之外（+个数）", en: "left out (+count)")
    }
  }
}
