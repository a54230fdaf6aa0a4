import RemitInspection
import RemitModel
import RemitSource

// The results of a log, which may be a hundred thousand lines each of many: they are written as they go, with the keys of
// the standard in the order of the alphabet.
extension FindingsSARIF {
  /// All results, as the items of the list of a run. Written on all cores; O(length).
  func results(_ checked: [CheckedChart], _ indices: [String: Int]) -> [[UInt8]] {
    let results = checked.flatMap { checked in
      checked.findings.compactMap { finding in
        indices[finding.code].map {
          (finding: finding, index: $0, chart: checked.chart.key, isCompared: checked.isCompared)
        }
      }
    }
    return ParallelText.blocks(count: results.count) { range in
      var line = JSONLine(depth: 4)
      for result in results[range] {
        write(result.finding, result.index, of: result.chart, isCompared: result.isCompared, to: &line)
      }
      if range.upperBound < results.count { line.endBlock() }
      return line.bytes
    }
  }

  private func write(
    _ finding: Finding, _ index: Int, of chart: String, isCompared: Bool, to line: inout JSONLine
  ) {
    line.object { line in
      if isCompared { line.member("baselineState", finding.state == .baselined ? "unchanged" : "new") }
      line.member("level", finding.severity.rawValue)
      line.key("locations")
      line.list(CollectionOfOne(finding)) { line, finding in
        line.object { line in
          writeLogical(finding.entities, of: finding.chart, to: &line)
          write(finding.firstPlace, to: &line)
        }
      }
      writeMessage(finding.advice(language), to: &line)
      line.key("partialFingerprints")
      line.object { line in
        line.member("remit/chart/v1", chart)
        line.member("remit/v1", hexadecimal: finding.fingerprintNumber)
      }
      line.key("properties")
      line.object { line in
        line.member("chart", chart)
        line.key("clauses")
        line.list(finding.clauses) { $0.text($1.key) }
        line.member("defect", finding.defect.rawValue)
        if let suggestion = finding.suggestion { line.member("suggestion", suggestion[language]) }
      }
      writeRelated(finding, to: &line)
      line.member("ruleId", finding.code)
      line.member("ruleIndex", index)
      writeSuppressions(finding, to: &line)
    }
  }

  private func writeSuppressions(_ finding: Finding, to line: inout JSONLine) {
    let suppressions: [(kind: String, justification: String?)] =
      switch finding.state {
      case .open: []
      case .waived(let why), .suppressed(let why): [("inSource", why[language].isEmpty ? nil : why[language])]
      case .baselined: [("external", finding.allowance(language))]
      }
    line.key("suppressions")
    line.list(suppressions) { line, suppression in
      line.object { line in
        if let justification = suppression.justification { line.member("justification", justification) }
        line.member("kind", suppression.kind)
        line.member("status", "accepted")
      }
    }
  }

  /// The links and entities of the proof, numbered from 1.
  private func writeRelated(_ finding: Finding, to line: inout JSONLine) {
    let chart = finding.chart
    var number = 0
    line.key("relatedLocations")
    line.list(finding.ties + finding.context) { line, tie in
      number += 1
      line.object { line in
        line.member("id", number)
        writeLogical([tie.from, tie.to], of: chart, to: &line)
        writeMessage(text.lines([tie], in: chart).joined(), to: &line)
        let place =
          chart.sources.location(of: tie.place) ?? chart.location(of: tie.from) ?? chart.location(of: tie.to)
        write(place ?? finding.firstPlace, to: &line)
      }
    } then: { line in
      for entity in finding.alone {
        number += 1
        line.object { line in
          line.member("id", number)
          writeLogical([entity], of: chart, to: &line)
          writeMessage(chart.name(of: entity)[language], to: &line)
          write(chart.location(of: entity) ?? finding.firstPlace, to: &line)
        }
      }
    }
  }

  private func writeMessage(_ text: String, to line: inout JSONLine) {
    line.key("message")
    line.object { $0.member("text", text) }
  }

  private func writeLogical(_ entities: [Entity], of chart: Chart, to line: inout JSONLine) {
    line.key("logicalLocations")
    line.list(entities) { line, entity in
      let kind = chart.kind(of: entity)
      line.object { line in
        line.member("fullyQualifiedName", kind + ":" + chart.key(of: entity))
        line.member("kind", kind)
        line.member("name", chart.name(of: entity)[language])
      }
    }
  }

  /// A cell of a workbook has no line: it is the file.
  private func write(_ location: Location?, to line: inout JSONLine) {
    guard let location else { return }
    line.key("physicalLocation")
    line.object { line in
      line.key("artifactLocation")
      line.object { $0.member("uri", path.uri(location.path)) }
      if location.sheet == nil && location.line > 0 {
        line.key("region")
        line.object { line in
          if location.column > 0 { line.member("startColumn", location.column) }
          line.member("startLine", location.line)
        }
      }
    }
  }
}
