import RemitModel

/// Something beside the rules that `remit explain` explains: a number of the summary.
public struct Topic: Sendable {
  /// The words that choose it; the first is its name.
  public let names: [String]
  /// What it is called for people.
  public let title: Localized
  let sections: [(heading: Localized, text: Localized)]

  /// Every topic.
  public static let all = [coverage, krackhardt] + dimensions

  /// The topic with a name, whatever the case.
  public static func named(_ word: String) -> Topic? {
    let word = word.lowercased()
    return all.first { $0.names.contains(word) }
  }

  static let dimensions = [connectedness, hierarchy, efficiency, leastUpperBoundedness]

  private static func sections(
    what: Localized, formula: Localized, reading: Localized
  ) -> [(heading: Localized, text: Localized)] {
    [
      (Localized(zh: "是什么", en: "What it is"), what), (Localized(zh: "公式", en: "Formula"), formula),
      (Localized(zh: "怎么读", en: "How to read it"), reading),
    ]
  }

  static let coverage = Topic(
    names: ["coverage"], title: Localized(zh: "法规落实", en: "Coverage of a regulation"),
    sections: [
      (
        Localized(zh: "是什么", en: "What it is"),
        Localized(
          zh: "法规对图中每个行政区提出的每项要求算一次：应有的职务、条款压给职务的职责、应有的领导和监督关系、应当贯通的责任链。",
          en:
            "Each thing that a regulation asks of each jurisdiction in the chart counts once: a role that must be filled, a "
            + "clause's duty that a role must hold, a link of command or oversight, a chain that must hold."
        )
      ),
      (
        Localized(zh: "怎么算", en: "How it is counted"),
        Localized(
          zh: "满足的为“已落实”；有效豁免（理由、批准人、期限齐全且未到期）覆盖的为“豁免”；其余为“缺”。职务无人充任时，"
            + "压在它身上的职责、关系和责任链一并算缺。只被 ignore 忽略的问题仍算缺。每项要求按其第一条款归入章。",
          en:
            "What holds is met; what a valid waiver covers, with reason, approver and an expiry to come, is waived; the rest is "
            + "missing. Where nobody fills a role, its duties, links and chains are missing with it. What only an ignore sets "
            + "aside stays missing. A requirement is filed under the chapter of its first clause."
        )
      ),
      (
        Localized(zh: "与规则的关系", en: "How it goes with the rules"),
        Localized(
          zh: "“缺”为零，当且仅当 REG001、REG002、REG003、REG004 和 CHN001 没有未豁免的问题。",
          en: "Nothing is missing just where REG001, REG002, REG003, REG004 and CHN001 find nothing that is not waived."
        )
      ),
    ])

  static let krackhardt = Topic(
    names: ["krackhardt", "command"],
    title: Localized(zh: "指挥结构的四个维度", en: "Four dimensions of command"),
    sections: [
      (
        Localized(zh: "是什么", en: "What it is"),
        Localized(
          zh: "把岗位看作点、把“上级→下级”（reports-to 实线）看作有向边，衡量指挥关系离“一棵树”有多近：一个总负责人，"
            + "人人只有一个直接上级，没有人管到自己头上。四个维度各取 0 到 1，都是 1 才是一棵树。撤销和拟设的岗位不计。",
          en:
            "Posts are points, and an arrow leads from a superior to whoever reports to it by the solid line. The four "
            + "dimensions tell how near that is to a tree: one at the top, one direct superior for everybody else, nobody above "
            + "himself. Each runs from 0 to 1, and all four are 1 just for a tree. Abolished and drafted posts do not count."
        )
      ),
      (
        Localized(zh: "四个维度", en: "The four"),
        Localized(
          zh: "每个维度 = 1 − 违反次数 ÷ 可能违反的次数。连通度 connectedness：有没有人脱离整体；层级度 hierarchy：有没有互为上级；"
            + "效率 efficiency：有没有多余的报告线；最小上界度 least-upper-boundedness：任意两人有没有共同的最近上级。"
            + "用 remit explain 加英文名看各自的公式。",
          en:
            "Each is 1 − violations / possible violations. Connectedness: is anybody cut off; hierarchy: is anybody above his "
            + "own superior; efficiency: are there more lines than needed; least-upper-boundedness: have any two a nearest common "
            + "superior. remit explain with one of these names shows its formula."
        )
      ),
      (
        Localized(zh: "怎么读", en: "How to read it"),
        Localized(
          zh: "数字向下截到三位小数，只有完全满足才显示 1.000。它们描述形状，不是评分：党政双重领导会使效率略低，属于正常；"
            + "调整前后对比最有用。图太大、多重上级太多时，层级度和最小上界度可能写“未计算”，不作估计。",
          en:
            "Values are cut off after three decimals, so that 1.000 means exactly that. They describe a shape and are no marks: "
            + "two superiors by design make efficiency a little lower. They tell most before and after a reorganization. In a "
            + "large chart with very many posts of several superiors, hierarchy and least-upper-boundedness may be “not computed”; "
            + "nothing is estimated."
        )
      ),
      (
        Localized(zh: "出处", en: "Where it comes from"),
        Localized(
          "D. Krackhardt, Graph theoretical dimensions of informal organizations. In: K. M. Carley, M. J. Prietula (eds.), "
            + "Computational Organization Theory, 1994, pp. 89–111."
        )
      ),
    ])

  private static let connectedness = Topic(
    names: ["connectedness"], title: Localized(zh: "连通度", en: "Connectedness"),
    sections: sections(
      what: Localized(
        zh: "不看方向，任意两个岗位之间有没有报告线相连。",
        en: "Whether lines of command, taken without direction, join any two posts."),
      formula: Localized(
        zh: "1 − V ÷ [n(n−1)/2]。n 为岗位数，V 为互不相连的岗位对数。",
        en: "1 − V / [n(n−1)/2], where n is the number of posts and V the number of pairs that nothing joins."),
      reading: Localized(
        zh: "低于 1：有岗位或班子游离在指挥体系之外（参见 STR007、STR003）。图中有几个互不隶属的机构时自然低于 1。",
        en:
          "Below 1, posts or whole bodies stand apart from the rest (see STR007, STR003). A chart of bodies that do not "
          + "command one another is below 1 by nature."))
  )

  private static let hierarchy = Topic(
    names: ["hierarchy"], title: Localized(zh: "层级度", en: "Hierarchy"),
    sections: sections(
      what: Localized(
        zh: "上下级关系有没有倒过来：甲在乙之上，乙又在甲之上。", en: "Whether anybody stands above his own superior."),
      formula: Localized(
        zh: "1 − V ÷ M。V 为沿指挥方向互相可达的岗位对数，M 为至少一方可达另一方的岗位对数。没有环时为 1。",
        en:
          "1 − V / M, where V is the number of pairs that reach each other along the arrows, and M the number of pairs of "
          + "which at least one reaches the other. Without a cycle it is 1."),
      reading: Localized(
        zh: "低于 1：指挥关系成环，STR001 给出每个环。", en: "Below 1, command runs in a circle; STR001 shows each."))
  )

  private static let efficiency = Topic(
    names: ["efficiency"], title: Localized(zh: "效率", en: "Efficiency"),
    sections: sections(
      what: Localized(
        zh: "报告线有没有多于所需：n 个岗位连成一体只需 n−1 条。",
        en: "Whether there are more lines of command than needed: n posts hang together by n − 1."),
      formula: Localized(
        zh: "1 − V ÷ M。V 为各连通部分中超出 nᵢ−1 的边数之和，M 为各部分 (nᵢ−1)² 之和，nᵢ 为该部分的岗位数。",
        en:
          "1 − V / M, where V adds up, over the connected parts, the arrows beyond nᵢ − 1, and M adds up (nᵢ−1)², nᵢ being the "
          + "posts of a part."),
      reading: Localized(
        zh: "越低，多头指挥越多（参见 STR005、STR010）。", en: "The lower, the more posts have several superiors (see STR005, STR010)."
      ))
  )

  private static let leastUpperBoundedness = Topic(
    names: ["least-upper-boundedness", "lub", "lubness"],
    title: Localized(zh: "最小上界度", en: "Least-upper-boundedness"),
    sections: sections(
      what: Localized(
        zh: "任意两个岗位有没有一个最近的共同上级来裁决分歧：他在两者之上（或就是其中之一），而且其他共同上级都在他之上。",
        en:
          "Whether any two posts have a nearest common superior to settle what they disagree on: one that stands above both, "
          + "or is one of them, and below every other that does."),
      formula: Localized(
        zh: "1 − V ÷ M。V 为各连通部分中没有最近共同上级的岗位对数，M 为各部分 (nᵢ−1)(nᵢ−2)/2 之和。",
        en:
          "1 − V / M, where V is the number of pairs within connected parts that have no such superior, and M adds up "
          + "(nᵢ−1)(nᵢ−2)/2 over the parts."),
      reading: Localized(
        zh: "低于 1：有些分歧找不到唯一的人拍板，常见于并列的两个头或交叉的双重领导。",
        en:
          "Below 1, some disputes have no one person to settle them, as under two equal heads or crossed double command."
      ))
  )
}

extension RuleReports {
  /// Everything that is told of a topic, under headings.
  public func explain(_ topic: Topic) -> String {
    var lines = [ink.bold(topic.names[0]) + "  " + topic.title[language]]
    for (heading, text) in topic.sections {
      lines += ["", ink.bold(heading[language])] + Matrix.wrap(text[language], to: 96).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
