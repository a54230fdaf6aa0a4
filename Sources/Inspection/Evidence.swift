import RemitModel
import RemitSource

/// Something that a finding speaks of, with what is needed to show it.
public struct Subject: Sendable, Hashable {
  /// What it is in its chart.
  public let entity: Entity
  /// The entity's kind in files, such as `post`.
  public let kind: String
  /// Its id in the file.
  public let id: String
  /// The name for people.
  public let name: Localized
  /// Where it was written.
  public let location: Location?

  package init(_ entity: Entity, in chart: Chart) {
    self.entity = entity
    kind = chart.kind(of: entity)
    id = chart.key(of: entity)
    name = chart.name(of: entity)
    location = chart.location(of: entity)
  }

  /// `kind:id`, which names it within a chart.
  public var key: String { "\(kind):\(id)" }
}

/// How two entities are tied, read from left to right.
public enum Bond: Sendable, Hashable {
  /// A post reports to a post.
  case reportsTo
  /// A post reports to a post by a dotted line.
  case dottedTo
  /// A post is in charge of an organization (分管).
  case inChargeOf
  /// A post sits in an organization.
  case sitsIn
  /// An organization or a jurisdiction is part of another, or an organization of a jurisdiction.
  case partOf
  /// A person holds a post.
  case holds
  /// A post or organization has a letter on a duty.
  case letter(Letter)
  /// One oversees the other.
  case oversight(LinkKind)
  /// Results go to a body.
  case feeds
  /// A post has adopted a clause.
  case adopts
  /// A duty or link rests on a clause.
  case restsOn
  /// A post fills a role.
  case fills
  /// A role, post or jurisdiction answers to a clause that asks for something.
  case requiredBy
  /// A duty shares a domain or clause with another.
  case overlaps
  /// A post has the next place in a chain of responsibility below another.
  case answersTo

  /// The word on the arrow.
  public var label: Localized {
    switch self {
    case .reportsTo: Localized(zh: "报告", en: "reports to")
    case .dottedTo: Localized(zh: "业务报告", en: "reports (dotted) to")
    case .inChargeOf: Localized(zh: "分管", en: "is in charge of")
    case .sitsIn: Localized(zh: "隶属", en: "sits in")
    case .partOf: Localized(zh: "属于", en: "is part of")
    case .holds: Localized(zh: "任", en: "holds")
    case .letter(let letter): Localized(zh: "\(letter.rawValue) \(letter.name.zh)", en: letter.rawValue)
    case .oversight(let kind): kind.name
    case .feeds: Localized(zh: "结果报送", en: "feeds")
    case .adopts: Localized(zh: "承担条款", en: "adopts")
    case .restsOn: Localized(zh: "依据", en: "rests on")
    case .fills: Localized(zh: "充任", en: "fills")
    case .requiredBy: Localized(zh: "按要求", en: "is required by")
    case .overlaps: Localized(zh: "重叠", en: "overlaps")
    case .answersTo: Localized(zh: "向上负责", en: "answers to")
    }
  }
}

/// One link that a finding stands on, as rules tell of it: what an `EvidenceLink` spells out.
///
/// A finding may have hundreds and most are looked at once, so that names and places are looked up when they are read.
package struct Tie: Sendable, Hashable {
  /// Where the link begins.
  package let from: Entity
  /// How the two are tied.
  package let bond: Bond
  /// Where the link ends.
  package let to: Entity
  /// False: the link is missing.
  package let present: Bool
  /// Where the link was written, in the chart's documents.
  package let place: Place

  package init(from: Entity, bond: Bond, to: Entity, present: Bool, place: Place = .none) {
    self.from = from
    self.bond = bond
    self.to = to
    self.present = present
    self.place = place
  }
}

/// One link that a finding stands on: one that is there, or one whose absence is the fault.
public struct EvidenceLink: Sendable, Hashable {
  /// Where the link begins.
  public let from: Subject
  /// How the two are tied.
  public let bond: Bond
  /// Where the link ends.
  public let to: Subject
  /// False: the link is missing.
  public let present: Bool
  /// Where the link was written.
  public let location: Location?

  package init(_ tie: Tie, in chart: Chart) {
    from = Subject(tie.from, in: chart)
    bond = tie.bond
    to = Subject(tie.to, in: chart)
    present = tie.present
    location = chart.sources.location(of: tie.place)
  }
}

/// The smallest part of the chart that proves a finding: links in the order of reading, and what stands alone. Take away
/// any link or entity of it, or add a link that it misses, and the finding is gone.
public struct Evidence: Sendable, Hashable {
  /// The links of the proof, in the order of reading.
  public let links: [EvidenceLink]
  /// Entities that belong to the proof and that no link touches, such as a duty that nobody has.
  public let alone: [Subject]
  /// What a reader wants to see beside the proof though it proves nothing, such as who has the other letters on a duty.
  public let context: [EvidenceLink]

  package init(links: [EvidenceLink] = [], alone: [Subject] = [], context: [EvidenceLink] = []) {
    self.links = links
    self.alone = alone
    self.context = context
  }
}
