/// What can be worked into a full place, and how often it is.
enum Fault: String, CaseIterable, Sendable {
  case unaccountedDuty = "ACC001"
  case rivalAccountability = "ACC002"
  case unperformedDuty = "ACC003"
  case crowdedDuty = "ACC004"
  case commandCycle = "STR001"
  case twoSuperiors = "STR005"
  case detachedPost = "STR007"
  case departmentWithoutDeputy = "STR009"
  case departmentUnderTwoDeputies = "STR010"
  case unwatchedWatcher = "OVS005"
  case circularOversight = "OVS003"
  case unusedResult = "OVS006"
  case selfOversight = "IND001"
  case duplicateDuty = "DUP001"
  case vacantAccountability = "TMP001"
  case departedHolder = "TMP002"
  case placeholderHolder = "TMP003"

  /// The rule that finds it.
  var code: String { rawValue }

  /// In how many of a thousand full places it is.
  var permille: Int {
    switch self {
    case .unaccountedDuty: 500
    case .rivalAccountability, .unperformedDuty, .crowdedDuty: 250
    case .vacantAccountability: 200
    case .departmentWithoutDeputy, .departmentUnderTwoDeputies, .twoSuperiors, .unusedResult: 100
    case .commandCycle, .detachedPost, .circularOversight, .selfOversight, .departedHolder, .placeholderHolder: 50
    case .duplicateDuty: 40
    case .unwatchedWatcher: 10
    }
  }
}

extension PlaceDraft {
  /// Works faults in, each at another department, and tells which.
  mutating func plant(seed: UInt64) -> [Fault] {
    guard level != "township" else { return [] }
    random = SplitMix64(seed: ~seed, part: Int(truncatingIfNeeded: random.next() >> 1))
    let hit = Fault.allCases.filter { random.happens(permille: $0.permille) }
    var free = Array(9..<Department.all.count)
    free.shuffle(using: &random)
    for fault in hit {
      guard let department = free.popLast() else { break }
      spoil(department, fault)
    }
    return hit
  }

  private mutating func spoil(_ department: Int, _ fault: Fault) {
    switch fault {
    case .unaccountedDuty, .rivalAccountability, .unperformedDuty, .crowdedDuty, .duplicateDuty:
      spoilDuty(department, fault)
    case .commandCycle, .twoSuperiors, .detachedPost, .departmentWithoutDeputy, .departmentUnderTwoDeputies:
      spoilCommand(department, fault)
    case .unwatchedWatcher, .circularOversight, .unusedResult, .selfOversight: spoilOversight(department, fault)
    case .vacantAccountability, .departedHolder, .placeholderHolder: spoilTerm(department, fault)
    }
  }

  private mutating func spoilDuty(_ department: Int, _ fault: Fault) {
    let slug = Department.all[department].slug
    guard let duty = duties.firstIndex(where: { $0.key == id(slug + "-duty-1") }) else { return }
    switch fault {
    case .unaccountedDuty: duties[duty].letters.removeAll { $0.letter == "A" }
    case .unperformedDuty: duties[duty].letters.removeAll { $0.letter == "R" }
    case .rivalAccountability:
      duties[duty].letters.insert(Assignment(post: id("vice-secretary"), letter: "A"), at: 1)
    case .crowdedDuty:
      let taken = Set(duties[duty].letters.map(\.post))
      let more = (Department.partyCount..<Department.all.count).map(head).filter { !taken.contains($0) }
      duties[duty].letters += more.prefix(3).map { Assignment(post: $0, letter: "R") }
    default:
      let second = (0..<9).first { Department.all[$0].duties.count > 1 } ?? 0
      let other = id(Department.all[second].slug + "-duty-2")
      duties[duty].title = duties.first { $0.key == other }?.title ?? ""
    }
  }

  private mutating func spoilCommand(_ department: Int, _ fault: Fault) {
    guard let head = posts.firstIndex(where: { $0.key == self.head(department) }),
      let chief = posts.firstIndex(where: { $0.key == self.chief(department) })
    else { return }
    let body = id(Department.all[department].slug)
    let rival = Leader.deputies.first { $0 != Department.all[department].chief } ?? 0
    switch fault {
    case .commandCycle: posts[chief].superiors.append(posts[head].key)
    case .twoSuperiors: posts[head].superiors.append(posts[rival].key)
    case .detachedPost: posts[head].superiors = []
    case .departmentWithoutDeputy: posts[chief].charges.removeAll { $0 == body }
    default: posts[rival].charges.append(body)
    }
  }

  private mutating func spoilOversight(_ department: Int, _ fault: Fault) {
    let (body, head) = (id(Department.all[department].slug), self.head(department))
    let watcher = id("safety")
    switch fault {
    case .unwatchedWatcher:
      let congress = id("congress")
      let watched = Set(posts.filter { $0.organization == congress }.map(\.key) + [congress])
      oversight.removeAll { watched.contains($0.of) }
    case .circularOversight:
      oversight.append(Oversight(kind: "supervise", by: body, of: watcher))
      oversight.append(Oversight(kind: "supervise", by: watcher, of: body))
    case .unusedResult:
      guard let row = oversight.firstIndex(where: { $0.kind == "audit" && $0.of == head }) else { return }
      oversight[row].feeds = ""
    default: oversight.append(Oversight(kind: "supervise", by: head, of: head))
    }
  }

  private mutating func spoilTerm(_ department: Int, _ fault: Fault) {
    guard let post = posts.firstIndex(where: { $0.key == head(department) }) else { return }
    switch fault {
    case .vacantAccountability:
      posts[post].holder = nil
      let slug = Department.all[department].slug
      guard let duty = duties.firstIndex(where: { $0.key == id(slug + "-duty-1") }) else { return }
      duties[duty].letters.removeAll { $0.letter == "R" || $0.letter == "A" }
      duties[duty].letters.insert(Assignment(post: posts[post].key, letter: "A"), at: 0)
      duties[duty].letters.insert(Assignment(post: id("vice-secretary"), letter: "R", leads: true), at: 1)
    case .departedHolder: posts[post].holder?.until = "2025-11-30"
    default: posts[post].holder?.name = "待定"
    }
  }
}
