import RemitModel

extension Inspector {
  /// The rules that are chosen, not off everywhere, and have something to say of such a chart, in the order given.
  public func rulesThatRun(on chart: Chart) -> [Rule] {
    rules.filter { $0.scope.covers(chart.origin) && settings.canFind($0) }
  }
}
