import RemitKernel
import RemitModel

/// Who oversees whom, as graphs over nodes: posts first, then organizations, then duties.
package struct Watch: Fact {
  package let nodeCount: Int
  /// One graph for each kind of oversight, from overseer to target; an edge's index in `rows[kind]` is its row.
  package let graphs: [LinkKind: CSRGraph]
  /// The rows of oversight of each kind, in the order of the graph's input edges.
  package let rows: [LinkKind: [ID<Oversight>]]
  /// The rows whose target is a node, by node; assistance and support are left out.
  private let offsets: [Int32]
  private let targeting: [ID<Oversight>]
  private let space: NodeSpace

  package init(_ chart: Chart, _ facts: Facts) {
    space = NodeSpace(chart)
    nodeCount = space.count
    var rows: [LinkKind: [ID<Oversight>]] = [:]
    var counts = [Int32](repeating: 0, count: nodeCount + 1)
    for row in chart.oversight.ids where chart.oversight.kind[row].isOversight {
      rows[chart.oversight.kind[row], default: []].append(row)
      counts[space.index(chart.oversight.of[row]) + 1] += 1
    }
    for node in 0..<nodeCount { counts[node + 1] += counts[node] }
    offsets = counts
    var next = counts
    var targeting = [ID<Oversight>](repeating: ID(0), count: Int(counts[nodeCount]))
    for row in chart.oversight.ids where chart.oversight.kind[row].isOversight {
      let node = space.index(chart.oversight.of[row])
      targeting[Int(next[node])] = row
      next[node] += 1
    }
    self.targeting = targeting
    self.rows = rows
    let space = space
    let nodeCount = nodeCount
    graphs = rows.mapValues { rows in
      CSRGraph(
        vertexCount: nodeCount, sources: rows.map { Int32(space.index(chart.oversight.by[$0])) },
        targets: rows.map { Int32(space.index(chart.oversight.of[$0])) })
    }
  }

  /// The rows of oversight that name a node as their target, in file order.
  package func over(_ node: Node) -> ArraySlice<ID<Oversight>> {
    let index = space.index(node)
    return targeting[Int(offsets[index])..<Int(offsets[index + 1])]
  }

  /// The rows that reach a post: those over itself and over its organization.
  package func reaching(_ post: ID<Post>, in chart: Chart) -> [ID<Oversight>] {
    Array(over(.post(post))) + over(.organization(chart.posts.organization[post]))
  }

  package func index(_ node: Node) -> Int { space.index(node) }

  package func node(_ index: Int) -> Node { space.node(index) }
}

/// Dense numbers for nodes: posts first, then organizations, then duties.
package struct NodeSpace: Sendable {
  private let posts: Int
  private let organizations: Int
  package let count: Int

  package init(_ chart: Chart) {
    posts = chart.posts.key.count
    organizations = chart.organizations.key.count
    count = posts + organizations + chart.duties.key.count
  }

  package func index(_ node: Node) -> Int {
    switch node {
    case .post(let id): id.index
    case .organization(let id): posts + id.index
    case .duty(let id): posts + organizations + id.index
    }
  }

  package func node(_ index: Int) -> Node {
    if index < posts { return .post(ID(index)) }
    if index < posts + organizations { return .organization(ID(index - posts)) }
    return .duty(ID(index - posts - organizations))
  }
}
