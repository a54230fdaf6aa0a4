import RemitInspection
import RemitModel

extension Rule {
  /// DAT002: posts of one organization, or organizations of one jurisdiction, that their name does not tell apart.
  static let sameName = Rule(
    code: "DAT002", name: "same-name", family: .data, defect: .data, severity: .note,
    title: Localized(zh: "同名的岗位或单位", en: "Posts or organizations of one name"),
    explanation: Explanation(
      what: Localized(
        zh:
          "同一单位的几个岗位，或同一行政区的几个单位，中英文名称都相同（不计全半角、大小写和空格），又没有别的可以区分：各岗位没有各自的现任任职人或分管单位，各单位没有各自的上级单位。没有起名、只以 id 为名的不算，已撤销的不算。",
        en: "Several posts of an organization, or organizations of a jurisdiction, have one name in both languages "
          + "(width, case and spaces aside), and nothing else tells them apart: the posts have no holder or charge of "
          + "their own, the organizations no parent of their own. Those without a name, which are called by their id, "
          + "do not count, nor do abolished ones."),
      why: Localized(
        zh: "矩阵和图上看不出说的是哪一个；也可能是同一个录了两遍。",
        en: "Nobody can tell in a matrix or drawing which is meant; or one was entered twice."),
      remedy: Localized(
        zh: "在名称中加以区分（如“副县长（分管水利）”），写明任职人，或合并重复的条目。",
        en: "Tell them apart in their names, such as “Deputy magistrate for water”, enter their holders, or merge them "
          + "if they are one."),
      source: Localized(zh: "主数据查重惯例；机构编制“三定”中一岗一名。", en: "Duplicate detection in master data.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, name: 县政府, kind: government}
          - {id: water-a, name: {zh: 水利局, en: Water Bureau}, parent: government}  # expect: DAT002 organization:water-a organization:water-b
          - {id: water-b, name: {zh: "水 利 局", en: water bureau}}
        posts:
          - {id: magistrate, name: 县长, organization: government}
          - {id: deputy-1, name: 副县长（兼）, organization: government, reports-to: magistrate}  # expect: DAT002 post:deputy-1 post:deputy-2
          - {id: deputy-2, name: 副县长(兼), organization: government, reports-to: magistrate, vacant: true}
          # One person, entered twice.
          - {id: clerk-1, name: {zh: 文书, en: Clerk}, organization: water-a, reports-to: magistrate, holders: [{person: li}]}  # expect: DAT002 post:clerk-1 post:clerk-2
          - {id: clerk-2, name: {zh: 文书, en: Clerk}, organization: water-a, reports-to: magistrate, holders: [{person: li}]}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        organizations:
          - {id: government, name: 县政府, kind: government}
          - {id: water, name: 水利局, kind: sector-department, parent: government}
          - {id: road, name: 交通局, kind: sector-department, parent: government}
          # Each bureau has an office.
          - {id: water-office, name: 办公室, parent: water}
          - {id: road-office, name: 办公室, parent: road}
          - {id: old-road, name: 交通局, parent: government}
        posts:
          - {id: magistrate, name: 县长, organization: government}
          # Told apart by who holds them and what they are in charge of; one is vacant.
          - {id: deputy-1, name: 副县长, organization: government, reports-to: magistrate, holders: [{person: jia}]}
          - {id: deputy-2, name: 副县长, organization: government, reports-to: magistrate, holders: [{person: yi, acting: true}]}
          - {id: deputy-3, name: 副县长, organization: government, reports-to: magistrate, in-charge-of: road}
          - {id: deputy-4, name: 副县长, organization: government, reports-to: magistrate, vacant: true}
          - {id: deputy-5, name: 副县长, organization: government, status: abolished}
          - {id: water-chief, name: 股长, organization: water, reports-to: magistrate}
          - {id: road-chief, name: 股长, organization: road, reports-to: magistrate}
          - {id: member-1, name: {zh: 科员甲, en: Clerk}, organization: road-office, reports-to: road-chief}
          - {id: member-2, name: {zh: 科员乙, en: Clerk}, organization: road-office, reports-to: road-chief}
          - {id: guard, organization: old-road, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let incumbency = inspection.facts[Incumbency.self]
    let (members, postNames) = (chart.members, chart.posts.name)
    var hashes = NameHashes()
    for organization in chart.organizations.ids {
      guard hashes.mayRepeat(members.values, members.slots(of: organization), postNames) else { continue }
      let named = chart.members[organization].filter { post in
        chart.posts.status[post] != .abolished && chart.posts.name[post] != Localized(chart.posts.key[post])
      }
      for posts in groups(named, chart.posts.name) {
        let alike = withoutMark(posts, chart, incumbency)
        if alike.count > 1 { report(alike.map { .post($0) }, .organization(organization), &inspection) }
      }
    }
    let (bodies, bodyNames) = (chart.bodies, chart.organizations.name)
    for jurisdiction in chart.jurisdictions.ids {
      guard hashes.mayRepeat(bodies.values, bodies.slots(of: jurisdiction), bodyNames) else { continue }
      let named = chart.bodies[jurisdiction].filter { body in
        !chart.isAbolished(body) && chart.organizations.name[body] != Localized(chart.organizations.key[body])
      }
      for bodies in groups(named, chart.organizations.name).flatMap({ siblings($0, chart) }) {
        report(bodies.map { .organization($0) }, .jurisdiction(jurisdiction), &inspection)
      }
    }
  }
}

/// Hashes of some names, to tell whether one may occur twice. Mostly none does, and then nothing more need be looked at.
private struct NameHashes {
  private let seed = Lookalikes.nameSeed
  private var hashes: [UInt64] = []
  private var counts: [Int] = []

  mutating func mayRepeat<Row>(_ rows: [ID<Row>], _ slots: Range<Int>, _ names: LocalizedColumn<Row>) -> Bool {
    guard slots.count > 1 else { return false }
    let (texts, seed) = (names.zh, seed)
    if slots.count <= Self.few, areOfOtherLengths(rows, slots, texts) { return false }
    hashes.removeAll(keepingCapacity: true)
    for slot in slots { hashes.append(texts.withUTF8(of: rows[slot]) { Lookalikes.nameHash($0, seed: seed) }) }
    guard hashes.count > Self.few else {
      return hashes.indices.contains { place in hashes[..<place].contains(hashes[place]) }
    }
    hashes.sort()
    return zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
  }

  /// Of so few each is compared with each.
  private static let few = 8

  /// Whether no two of some names can be the same, since each has its own length.
  private mutating func areOfOtherLengths<Row>(
    _ rows: [ID<Row>], _ slots: Range<Int>, _ texts: TextColumn<Row>
  ) -> Bool {
    counts.removeAll(keepingCapacity: true)
    for slot in slots {
      guard let count = texts.withUTF8(of: rows[slot], Lookalikes.fixedCount), !counts.contains(count) else {
        return false
      }
      counts.append(count)
    }
    return true
  }
}

/// Rows of one name, where that are several; rows and groups in file order.
private func groups<Row>(_ rows: [ID<Row>], _ names: LocalizedColumn<Row>) -> [[ID<Row>]] {
  guard rows.count > 1 else { return [] }
  return grouped(rows) { row in
    let name = names[row]
    let zh = Lookalikes.name(name.zh)
    return Localized(zh: zh, en: name.en == name.zh ? zh : Lookalikes.name(name.en))
  }.filter { $0.count > 1 }
}

private func grouped<Row, Key: Hashable>(_ rows: [ID<Row>], by key: (ID<Row>) -> Key) -> [[ID<Row>]] {
  var numbers: [Key: Int] = [:]
  var groups: [[ID<Row>]] = []
  for row in rows {
    let key = key(row)
    let number = numbers[key] ?? groups.count
    if number == groups.count {
      numbers[key] = number
      groups.append([])
    }
    groups[number].append(row)
  }
  return groups
}

/// The posts that have neither a holder nor a charge that no other of them has.
private func withoutMark(_ posts: [ID<Post>], _ chart: Chart, _ incumbency: Incumbency) -> [ID<Post>] {
  var holders: [ID<Person>: Int] = [:]
  var charges: [ID<Organization>: Int] = [:]
  for post in posts {
    for person in incumbency.holders(of: post) { holders[person, default: 0] += 1 }
    for body in Set(chart.charges[post]) { charges[body, default: 0] += 1 }
  }
  return posts.filter { post in
    !incumbency.holders(of: post).contains { holders[$0] == 1 } && !chart.charges[post].contains { charges[$0] == 1 }
  }
}

/// Organizations of one name that have one parent; one without a parent could be any of them.
private func siblings(_ bodies: [ID<Organization>], _ chart: Chart) -> [[ID<Organization>]] {
  if bodies.contains(where: { chart.organizations.parent[$0] == nil }) { return [bodies] }
  return grouped(bodies) { chart.organizations.parent[$0] }.filter { $0.count > 1 }
}

private func report(_ entities: [Entity], _ home: Entity, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.name(of: entities[0])
  let place = chart.name(of: home)
  let keys = inspection.keys(entities)
  let isPost = if case .post = entities[0] { true } else { false }
  inspection.report(
    entities,
    Localized(
      zh: "“\(place.zh)”有 \(entities.count) 个\(isPost ? "岗位" : "单位")同名为“\(name.zh)”：\(keys)",
      en: "\(entities.count) \(isPost ? "posts" : "organizations") of “\(place.en)” are called “\(name.en)”: \(keys)"),
    alone: entities,
    suggestion: Localized(
      zh: "在 \(keys) 的 name 中加以区分，或合并重复的条目",
      en: "tell \(keys) apart in their names, or merge them if they are one"))
}
