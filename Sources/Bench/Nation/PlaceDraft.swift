/// The chart of one place while it is made up: what stands in the tables, before faults are worked in.
struct PlaceDraft {
  struct Organization {
    let key: String
    let name: String
    let kind: String
    var parent = ""
  }

  struct Holder {
    var person: String
    var name: String
    var until = ""
  }

  struct Post {
    let key: String
    let name: String
    let organization: String
    let role: String
    var superiors: [String] = []
    var charges: [String] = []
    var holder: Holder?
  }

  struct Assignment {
    let post: String
    let letter: Character
    var leads = false
  }

  struct Duty {
    let key: String
    var title: String
    let domain: String
    var letters: [Assignment] = []
    let risk: String
  }

  struct Oversight {
    let kind: String
    let by: String
    let of: String
    var perYear = ""
    var feeds = ""
  }

  let key: String
  let name: String
  let level: String
  /// The place above; empty at the top.
  let upper: String
  var organizations: [Organization] = []
  var posts: [Post] = []
  var duties: [Duty] = []
  var oversight: [Oversight] = []
  var random: SplitMix64

  init(_ site: Site, seed: UInt64) {
    (key, name, level, upper) = (site.key, site.name, site.level, site.upper)
    random = SplitMix64(seed: seed, part: site.number)
    if level == "township" { fillTownship() } else { fill() }
    for index in posts.indices {
      posts[index].holder = Holder(person: "\(key)-p\(index + 1)", name: Names.person(&random))
    }
  }

  func id(_ slug: String) -> String { key + "-" + slug }

  func head(_ department: Int) -> String { id(Department.all[department].slug + "-head") }

  func chief(_ department: Int) -> String { id(Leader.all[Department.all[department].chief].slug) }

  /// Somebody else than the given one of a list of numbers that has several.
  mutating func other(than one: Int, of range: Range<Int>) -> Int {
    let pick = range.lowerBound + random.below(range.count - 1)
    return pick >= one ? pick + 1 : pick
  }

  /// A full place: 32 organizations, 50 posts, some 50 duties.
  private mutating func fill() {
    organizations = Leader.Body.allCases.map {
      Organization(key: id($0.rawValue), name: name + $0.name, kind: $0.kind)
    }
    for (index, department) in Department.all.enumerated() {
      organizations.append(
        Organization(
          key: id(department.slug), name: name + department.name, kind: department.kind,
          parent: id(index < Department.partyCount ? "committee" : "government")))
    }
    fillPosts()
    fillDuties()
    fillOversight()
  }

  private mutating func fillPosts() {
    for (index, leader) in Leader.all.enumerated() {
      var post = Post(
        key: id(leader.slug), name: name + leader.name, organization: id(leader.body.rawValue), role: leader.role)
      if index == Leader.secretary {
        if !upper.isEmpty { post.superiors = [upper + "-secretary"] }
      } else {
        let isDeputy = index == Leader.executive || Leader.deputies.contains(index)
        post.superiors = [id(isDeputy ? "governor" : "secretary")]
      }
      post.charges = Department.all.filter { $0.chief == index }.map { id($0.slug) }
      posts.append(post)
    }
    for (index, department) in Department.all.enumerated() {
      var head = Post(
        key: self.head(index), name: "\(name)\(department.name)主要负责人", organization: id(department.slug),
        role: index == Department.environment ? "environment-head" : "sector-head")
      head.superiors = [chief(index)]
      let isVertical = [Department.discipline, Department.audit, Department.environment].contains(index)
      if isVertical, !upper.isEmpty { head.superiors.append("\(upper)-\(department.slug)-head") }
      posts.append(head)
    }
    for (index, department) in Department.all.enumerated() where Self.hasAide(index) {
      var aide = Post(
        key: id(department.slug + "-aide"), name: "\(name)\(department.name)副职", organization: id(department.slug),
        role: "department-deputy")
      aide.superiors = [self.head(index)]
      posts.append(aide)
    }
  }

  /// Whether a department has a second post.
  static func hasAide(_ department: Int) -> Bool { department >= 5 && department % 3 == 2 && department < 25 }

  private mutating func fillDuties() {
    let government = Department.partyCount..<Department.all.count
    for (index, department) in Department.all.enumerated() {
      for (number, title) in department.duties.enumerated() {
        var duty = Duty(
          key: id("\(department.slug)-duty-\(number + 1)"), title: title, domain: "\(department.slug)-\(number + 1)",
          risk: random.happens(permille: 150) ? "high" : "")
        let performer = number == 1 && Self.hasAide(index) ? id(department.slug + "-aide") : head(index)
        duty.letters = [
          Assignment(post: number == 0 ? chief(index) : head(index), letter: "A"),
          Assignment(post: performer, letter: "R", leads: true),
        ]
        if index >= Department.partyCount {
          let helper = other(than: index, of: government)
          duty.letters.append(Assignment(post: head(helper), letter: "S"))
          if random.happens(permille: 700) {
            let adviser = other(than: index, of: government)
            if adviser != helper { duty.letters.append(Assignment(post: head(adviser), letter: "C")) }
          }
        }
        let superior = index < Department.partyCount ? "secretary" : number == 0 ? "governor" : "executive"
        duty.letters.append(Assignment(post: id(superior), letter: "I"))
        duties.append(duty)
      }
    }
  }
}
