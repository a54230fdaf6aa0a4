import RemitInspection
import RemitModel

extension Rule {
  /// DAT001: ids of one table that differ only in what a reader overlooks.
  static let nearSameID = Rule(
    code: "DAT001", name: "near-same-id", family: .data, defect: .data, severity: .warning,
    title: Localized(zh: "几乎相同的 id", en: "Ids that are nearly the same"),
    explanation: Explanation(
      what: Localized(
        zh:
          "同一张表（行政区、单位、岗位、人员、职责、互斥组）中的 id，只差大小写、全半角、数字的前导零、看不见的字符，或形近的字符（如拉丁字母 a 与西里尔字母 а、0 与 O、1 与 l 与 I）。a-1 与 a-10 不算。",
        en: "Ids of one table (jurisdictions, organizations, posts, persons, duties, conflicts) differ only in case, "
          + "width, the zeros before a number, invisible characters or look-alike ones, such as Latin a and Cyrillic а, "
          + "0 and O, 1 and l and I. Ids such as a-1 and a-10 do not."),
      why: Localized(
        zh: "多半是同一个对象录了两遍，责任和任职被拆到两处；即使不是，引用时也极易写错。",
        en: "Most often one thing was entered twice, so that its duties are split in two; else the next reference will "
          + "name the wrong one."),
      remedy: Localized(
        zh: "是同一个的，合并为一个 id；不是的，改成一眼能分清的 id。",
        en: "Merge them if they are one; if not, give them ids that can be told apart."),
      source: Localized(
        zh: "Unicode 技术标准 UTS #39（易混淆字符）；主数据查重惯例。",
        en: "Unicode Technical Standard #39 (confusables); duplicate detection in master data.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: water-bureau}  # expect: DAT001 organization:water-bureau organization:Water-Bureau
          - {id: Water-Bureau}
        posts:
          - {id: deputy-1, organization: water-bureau}  # expect: DAT001 post:deputy-1 post:deputy-01
          - {id: deputy-01, organization: water-bureau}
          - {id: clerk, organization: water-bureau}  # expect: DAT001 post:clerk post:сlеrk
          - {id: сlеrk, organization: Water-Bureau}
          # A full-width digit.
          - {id: post2, organization: Water-Bureau, holders: [{person: "100l"}]}  # expect: DAT001 post:post2 post:post２
          - {id: post２, organization: Water-Bureau, holders: [{person: "1001"}]}  # expect: DAT001 person:100l person:1001
        duties:
          - {id: D-I0}  # expect: DAT001 duty:D-I0 duty:d-10
          - {id: d-10}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: water}, {id: waters}, {id: 水利局}, {id: 水务局}]
        posts:
          # Ids of two tables are told apart by their tables.
          - {id: Water, organization: water}
          - {id: a-1, organization: water}
          - {id: a-10, organization: water}
          - {id: a-100, organization: water}
          - {id: a1, organization: water}
          - {id: a-11, organization: water}
          # Letters that are alike in neither case.
          - {id: mail, organization: waters}
          - {id: mall, organization: waters}
          - {id: team-i, organization: waters}
          - {id: team-ii, organization: waters}
          - {id: team-1, organization: waters, holders: [{person: TBD}]}
          - {id: team-11, organization: waters, holders: [{person: tbd}]}
          - {id: fo, organization: 水利局}
          - {id: foo, organization: 水利局}
          - {id: вода, organization: 水务局}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    find(chart.jurisdictions.key, &inspection) { .jurisdiction($0) }
    find(chart.organizations.key, &inspection) { .organization($0) }
    find(chart.posts.key, &inspection) { .post($0) }
    find(chart.persons.key, &inspection) { .person($0) }
    find(chart.duties.key, &inspection) { .duty($0) }
    find(chart.conflicts.key, &inspection) { .conflict($0) }
  }
}

private func find<Row>(
  _ keys: TextColumn<Row>, _ inspection: inout Inspection, _ entity: (ID<Row>) -> Entity
) {
  for group in Lookalikes.groups(keys.texts) {
    let entities = group.map { entity(ID($0)) }
    // That a holder is no person is told by TMP003.
    if case .person(let first) = entities[0], inspection.facts[Placeholders.self].isPlaceholder[first.index] {
      continue
    }
    report(entities, &inspection)
  }
}

private func report(_ entities: [Entity], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let keys = entities.map(chart.key)
  let difference = difference(between: keys[0], keys[1])
  let zh = keys.map { "“\($0)”" }.joined(separator: "、")
  let en = keys.map { "“\($0)”" }.joined(separator: ", ")
  inspection.report(
    entities,
    Localized(zh: "id \(zh) 几乎相同：\(difference.zh)", en: "the ids \(en) are nearly the same: \(difference.en)"),
    alone: entities,
    suggestion: Localized(
      zh: "是同一个的，把 \(keys[1]) 并入 \(keys[0])；不是的，把 \(keys[1]) 改成一眼能分清的 id",
      en: "merge \(keys[1]) into \(keys[0]) if they are one; else change \(keys[1]) to an id that can be told apart"))
}

/// What tells two ids apart, in words, with the first characters that a reader takes for one another.
private func difference(between a: String, _ b: String) -> Localized {
  switch Lookalikes.difference(a, b) {
  case .width: return Localized(zh: "只差全半角或看不见的字符", en: "they differ in width or in invisible characters")
  case .letterCase: return Localized(zh: "只差大小写", en: "they differ in case")
  case .zeros: return Localized(zh: "只差数字的前导零", en: "they differ in leading zeros")
  case .shapes:
    let pair = zip(a.unicodeScalars, b.unicodeScalars).first { $0 != $1 }
    let (x, y) = pair.map { (spelled($0), spelled($1)) } ?? ("", "")
    return Localized(zh: "只差形近的字符 \(x) 与 \(y)", en: "they differ in look-alike characters, \(x) and \(y)")
  }
}

/// A character with its code point: “а” (U+0430).
private func spelled(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "“\(scalar)” (U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits))"
}
