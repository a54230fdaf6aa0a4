import RemitModel

/// A picture in words, for those who cannot see it: its title, then a line for each item under the frame it stands in, then
/// one for each tie. Cells are parted by tabs, which no text of a chart holds by then.
struct PictureTable {
  let network: Network
  let legend: Legend
  let language: Language

  var text: String {
    var lines = [network.title]
    if !network.subtitle.isEmpty { lines.append(network.subtitle) }
    lines += network.remarks
    for rule in legend.rules {
      lines.append("\(rule.severity.sign) \(rule.code) \(rule.name)" + (rule.count > 1 ? " ×\(rule.count)" : ""))
    }
    lines += ["", say("图中内容（\(network.items.count)）", "What is shown (\(network.items.count))")]
    let children = Dictionary(grouping: network.items, by: \.parent)
    addItems(nil, depth: 0, children, to: &lines)
    lines += ["", say("连线（\(network.links.count)）", "Ties (\(network.links.count))")]
    let names = Dictionary(network.items.map { ($0.id, $0.name) }) { first, _ in first }
    for link in network.links { lines.append(self.line(link, names)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Frames are never deeper than place, organization, box and row.
  private func addItems(
    _ parent: String?, depth: Int, _ children: [String?: [Network.Item]], to lines: inout [String]
  ) {
    for item in children[parent] ?? [] {
      lines.append(String(repeating: "  ", count: depth + 1) + self.line(item))
      if item.isFrame, depth < 8 { addItems(item.id, depth: depth + 1, children, to: &lines) }
    }
  }

  private static let told = [
    "organization", "holders", "duties", "accountable", "responsible", "supports", "consulted", "informed", "domains",
    "risk", "clauses", "posts", "hidden",
  ]

  private func line(_ item: Network.Item) -> String {
    var cells = [item.name]
    if let key = item.attributes["key"], let entity = item.attributes["entity"] {
      cells.append(entity.text + ":" + key.text)
    }
    for name in Self.told where item.attributes[name] != nil && !(item.isFrame && name == "organization") {
      if let value = item.attributes[name] { cells.append(Self.word(name)[language] + " " + value.text) }
    }
    if item.attributes["vacant"] != nil { cells.append(say("空缺", "vacant")) }
    return (cells + mark(item.attributes)).joined(separator: "\t")
  }

  private func line(_ link: Network.Link, _ names: [String: String]) -> String {
    let word = link.attributes["label"] ?? link.attributes["kind"]
    var cells = ["\(names[link.from] ?? link.from) → \(names[link.to] ?? link.to)", word?.text ?? ""]
    if let sentence = link.attributes["sentence"] { cells.append(sentence.text) }
    for name in ["instruments", "clauses", "feeds"] {
      if let value = link.attributes[name] { cells.append(Self.word(name)[language] + " " + value.text) }
    }
    if link.attributes["missing"] != nil { cells.append(say("缺失", "missing")) }
    return "  " + (cells + mark(link.attributes)).joined(separator: "\t")
  }

  private func mark(_ attributes: Attributes) -> [String] {
    guard let codes = attributes["findings"] else { return [] }
    return [say("问题 ", "findings ") + codes.text]
  }

  private func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  private static func word(_ name: String) -> Localized {
    switch name {
    case "organization": Localized(zh: "单位", en: "organization")
    case "holders": Localized(zh: "任职人", en: "holders")
    case "duties": Localized(zh: "职责", en: "duties")
    case "accountable": Localized(zh: "负总责", en: "accountable")
    case "responsible": Localized(zh: "主办", en: "responsible")
    case "supports": Localized(zh: "协助", en: "supports")
    case "consulted": Localized(zh: "会商", en: "consulted")
    case "informed": Localized(zh: "知会", en: "informed")
    case "domains": Localized(zh: "领域", en: "domains")
    case "risk": Localized(zh: "风险", en: "risk")
    case "clauses": Localized(zh: "条款", en: "clauses")
    case "posts": Localized(zh: "岗位数", en: "posts")
    case "hidden": Localized(zh: "未列出", en: "hidden")
    case "instruments": Localized(zh: "方式", en: "instruments")
    case "feeds": Localized(zh: "结果报送", en: "feeds")
    default: Localized(name)
    }
  }
}
