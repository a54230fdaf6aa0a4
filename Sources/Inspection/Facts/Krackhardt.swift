import RemitKernel
import RemitModel

/// How near the chart's command comes to an out-tree, by Krackhardt's dimensions.
package struct Krackhardt: Fact {
  /// Over posts in force, from a superior to who reports to it by the solid line. Nil for fewer than two posts, and for
  /// a regulation, whose roles stand for many posts each.
  package let shape: OutTreeLikeness?

  package init(_ chart: Chart, _ facts: Facts) {
    var numbers = [Int32](repeating: -1, count: chart.posts.key.count)
    var count: Int32 = 0
    for post in chart.posts.ids where chart.isInForce(post) {
      numbers[post.index] = count
      count += 1
    }
    guard chart.origin == .chart, count > 1 else {
      shape = nil
      return
    }
    var sources: [Int32] = []
    var targets: [Int32] = []
    for post in chart.posts.ids where numbers[post.index] >= 0 {
      for superior in chart.superiors[post] where numbers[superior.index] >= 0 {
        sources.append(numbers[superior.index])
        targets.append(numbers[post.index])
      }
    }
    shape = CSRGraph(vertexCount: Int(count), sources: sources, targets: targets).outTreeLikeness()
  }
}
