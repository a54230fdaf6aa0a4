import RemitModel
import Synchronization

/// Something that several rules need to know of a chart, computed once when first asked for.
public protocol Fact: Sendable {
  /// Computes the fact. It may ask for others, but never in a circle.
  init(_ chart: Chart, _ facts: Facts)
}

/// The facts of one chart: `facts[ChainOfCommand.self]`. Safe to ask from several threads; each fact is computed once.
public final class Facts: Sendable {
  private final class Cell: Sendable {
    let value = Mutex<(any Fact)?>(nil)
  }

  /// What the facts are of.
  public let chart: Chart
  private let cells = Mutex<[ObjectIdentifier: Cell]>([:])

  /// No fact is computed yet.
  public init(_ chart: Chart) { self.chart = chart }

  /// The fact of a type. The first who asks computes it; others wait.
  public subscript<F: Fact>(_ type: F.Type) -> F {
    let cell = cells.withLock { cells in
      if let cell = cells[ObjectIdentifier(type)] { return cell }
      let cell = Cell()
      cells[ObjectIdentifier(type)] = cell
      return cell
    }
    return cell.value.withLock { value in
      if let known = value as? F { return known }
      let fact = F(chart, self)
      value = fact
      return fact
    }
  }
}
