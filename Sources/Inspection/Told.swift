import RemitModel
import RemitSource

extension Finding {
  /// What a rule told of a finding: numbers of the chart, which are spelled out as names and places when they are read.
  package final class Told: Sendable, Equatable {
    let code: String
    let name: String
    let defect: Defect
    let severity: Severity
    let chart: Chart
    let entities: [Entity]
    let message: Localized
    /// Places that go before those of its entities.
    let first: [Location]
    let ties: [Tie]
    let alone: [Entity]
    let context: [Tie]
    let clauses: [CitedClause]
    let suggestion: Localized?
    let requirement: Requirement?
    let detail: String

    /// - Parameters:
    ///   - entities: its subjects, at least one.
    ///   - first: places that go before theirs.
    package init(
      code: String, name: String, defect: Defect, severity: Severity, of chart: Chart, entities: [Entity],
      message: Localized, first: [Location] = [], ties: [Tie] = [], alone: [Entity] = [], context: [Tie] = [],
      clauses: [CitedClause] = [], suggestion: Localized? = nil, requirement: Requirement? = nil, detail: String = ""
    ) {
      self.code = code
      self.name = name
      self.defect = defect
      self.severity = severity
      self.chart = chart
      self.entities = entities
      self.message = message
      self.first = first
      self.ties = ties
      self.alone = alone
      self.context = context
      self.clauses = clauses
      self.suggestion = suggestion
      self.requirement = requirement
      self.detail = detail
    }

    var evidence: Evidence {
      Evidence(
        links: ties.map { EvidenceLink($0, in: chart) }, alone: alone.map { Subject($0, in: chart) },
        context: context.map { EvidenceLink($0, in: chart) })
    }

    /// The first of `places`.
    var firstPlace: Location? {
      if let location = first.first { return location }
      for entity in entities { if let location = chart.location(of: entity) { return location } }
      for tie in ties + context where tie.present {
        if let location = chart.sources.location(of: tie.place) { return location }
      }
      return nil
    }

    /// Each place once, those of the subjects before those of the links.
    var places: [Location] {
      var seen = SmallSet<Location>()
      var places: [Location] = []
      func add(_ location: Location?) {
        if let location, seen.insert(location) { places.append(location) }
      }
      first.forEach(add)
      for entity in entities { add(chart.location(of: entity)) }
      for tie in ties where tie.present { add(chart.sources.location(of: tie.place)) }
      for tie in context where tie.present { add(chart.sources.location(of: tie.place)) }
      return places
    }

    /// What `places` spells out, where all of it stands in the chart's own documents; else nil. Each place once.
    var placesInChart: [Place]? {
      guard first.isEmpty else { return nil }
      let documents = chart.sources.documents.indices
      var seen = SmallSet<Place>()
      var places: [Place] = []
      func add(_ place: Place) {
        if documents.contains(Int(place.document)), seen.insert(place) { places.append(place) }
      }
      for entity in entities {
        guard let place = chart.place(of: entity) else { return nil }
        add(place)
      }
      for tie in ties where tie.present { add(tie.place) }
      for tie in context where tie.present { add(tie.place) }
      return places
    }

    package static func == (a: Told, b: Told) -> Bool {
      guard
        a.code == b.code && a.name == b.name && a.defect == b.defect && a.severity == b.severity
          && a.message == b.message && a.clauses == b.clauses && a.suggestion == b.suggestion
          && a.requirement == b.requirement && a.detail == b.detail && a.entities == b.entities && a.first == b.first
      else { return false }
      if a.chart === b.chart { return a.ties == b.ties && a.alone == b.alone && a.context == b.context }
      return a.places == b.places && a.evidence == b.evidence
        && a.entities.allSatisfy { Subject($0, in: a.chart) == Subject($0, in: b.chart) }
    }
  }
}
