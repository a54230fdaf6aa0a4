/// Where a place stands in the nation.
struct Site {
  let key: String
  let name: String
  let level: String
  /// The key of the place above; empty at the top.
  let upper: String
  /// Counts the places in the order of writing; seeds what is invented for it.
  let number: Int
}

/// How large a chart is.
enum Size: String, CaseIterable, Sendable {
  /// A county.
  case S
  /// A province with 10 prefectures and 85 counties.
  case M
  /// A nation: 31 provinces, 333 prefectures, 2,844 counties.
  case L
  /// The same with 38,000 townships.
  case XL
}

/// The places of a chart, each after the one above it.
struct Sites {
  private let visit: (Site) throws -> Void
  private let withTownships: Bool
  private var number = 0

  /// Calls `visit` for each place.
  static func forEach(_ size: Size, _ visit: (Site) throws -> Void) rethrows {
    try withoutActuallyEscaping(visit) { visit in
      var sites = Sites(visit: visit, withTownships: size == .XL)
      switch size {
      case .S: try sites.county("c001", upper: "", 0..<0)
      case .M: try sites.province("p01", upper: "", prefectures: 0..<10, counties: 85)
      case .L, .XL:
        try sites.add("n", "示例国", "nation", upper: "")
        for province in 0..<31 {
          let range = part(province, of: 31, from: 333)
          let counties = part(range.lowerBound, of: 333, from: 2844).lowerBound
          let end = part(range.upperBound, of: 333, from: 2844).lowerBound
          try sites.province("p" + padded(province + 1, 2), upper: "n", prefectures: range, counties: end - counties)
        }
      }
    }
  }

  private init(visit: @escaping (Site) throws -> Void, withTownships: Bool) {
    self.visit = visit
    self.withTownships = withTownships
  }

  private mutating func add(_ key: String, _ name: String, _ level: String, upper: String) throws {
    try visit(Site(key: key, name: name, level: level, upper: upper, number: number))
    number += 1
  }

  private mutating func province(_ key: String, upper: String, prefectures: Range<Int>, counties: Int) throws {
    try add(key, Names.place(number, "省"), "province", upper: upper)
    for index in 0..<prefectures.count {
      let below = "\(key)-\(Self.padded(index + 1, 2))"
      try add(below, Names.place(number, "市"), "prefecture", upper: key)
      for (order, county) in Self.part(index, of: prefectures.count, from: counties).enumerated() {
        let total = Self.part(county, of: max(1, counties), from: counties * 38_000 / 2844)
        try self.county("\(below)-\(Self.padded(order + 1, 2))", upper: below, withTownships ? total : 0..<0)
      }
    }
  }

  private mutating func county(_ key: String, upper: String, _ townships: Range<Int>) throws {
    try add(key, Names.place(number, "县"), "county", upper: upper)
    for index in 0..<townships.count {
      try add("\(key)-\(Self.padded(index + 1, 2))", Names.place(number, "镇"), "township", upper: key)
    }
  }

  /// The part with an index when a whole is dealt out as evenly as can be.
  private static func part(_ index: Int, of parts: Int, from whole: Int) -> Range<Int> {
    (whole * index / parts)..<(whole * (index + 1) / parts)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
