import RemitModel

/// A chart as tables of texts.
public struct ChartTables: Sendable {}
