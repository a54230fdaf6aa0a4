import Foundation

/// Times the same algorithms of scipy, rustworkx and igraph on the same graph, in a Python that has them.
struct Peers {
  let python: String
  let runs: Int

  private struct Answer: Decodable {
    let peer: String
    let name: String
    let result: Int?
    let milliseconds: [Double]
  }

  /// Hands the graph over as a file of pairs and reads the times back.
  ///
  /// - Throws: what kept the Python from being run or understood.
  func time(_ item: BenchGraph, group: String, in folder: URL) throws -> [Timing] {
    let file = folder.appendingPathComponent(item.name + ".edges")
    var data = Data()
    for graph in [item.graph, item.condensed] {
      let (sources, targets) = BenchGraph.pairs(of: graph)
      for numbers in [[Int32(graph.vertexCount), Int32(graph.edgeCount)], sources, targets] {
        numbers.withUnsafeBytes { data.append(contentsOf: $0) }
      }
    }
    item.sources.map { Int32($0) }.withUnsafeBytes { data.append(contentsOf: $0) }
    try data.write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", Self.script, file.path, String(item.root), String(runs)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try String(decoding: answer, as: UTF8.self).split(separator: "\n").map { line in
      let answer = try JSONDecoder().decode(Answer.self, from: Data(line.utf8))
      return Timing(
        group: group, name: answer.name + ": " + answer.peer, result: answer.result,
        milliseconds: answer.milliseconds)
    }
  }

  /// The public functions that do what a kernel does. Graphs are built before the clock starts, but for `build`.
  private static let script = """
    import sys, time, json
    import numpy as np

    words = np.fromfile(sys.argv[1], dtype="<i4")
    root, runs = int(sys.argv[2]), int(sys.argv[3])
    def take():
        global words
        n, m = int(words[0]), int(words[1])
        graph = n, words[2:2 + m], words[2 + m:2 + 2 * m]
        words = words[2 + 2 * m:]
        return graph
    (n, a, b), (k, c, d) = take(), take()
    sources = [int(x) for x in words]

    def timed(name, peer, body):
        times, result = [], None
        try:
            for run in range(runs + 1):
                start = time.perf_counter()
                result = body()
                times.append((time.perf_counter() - start) * 1e3)
                if sum(times) > 20000:
                    break
        except Exception as error:
            print(f"{peer}: {name}: {error}", file=sys.stderr)
            return
        kept = times[1:] or times
        print(json.dumps({"peer": peer, "name": name, "result": result, "milliseconds": kept}), flush=True)

    try:
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import connected_components, breadth_first_order
        build = lambda: csr_matrix((np.ones(len(a), dtype=np.int8), (a, b)), shape=(n, n))
        s = build()
        timed("build", "scipy", lambda: build().nnz)
        timed("strong components", "scipy", lambda: int(connected_components(s, True, "strong")[0]))
        timed("weak components", "scipy", lambda: int(connected_components(s, True, "weak")[0]))
        first = lambda v: len(breadth_first_order(s, v, True, False))
        timed("search from one", "scipy", lambda: first(root))
        timed("search from each of many", "scipy", lambda: sum(first(v) for v in sources))
    except ImportError as error:
        print(error, file=sys.stderr)

    try:
        import rustworkx as rx
        def digraph(n, a, b):
            graph = rx.PyDiGraph(multigraph=True)
            graph.add_nodes_from(range(n))
            graph.add_edges_from_no_data(list(zip(a.tolist(), b.tolist())))
            return graph
        r, e = digraph(n, a, b), digraph(k, c, d)
        u = r.to_undirected(multigraph=True)
        timed("build", "rustworkx", lambda: digraph(n, a, b).num_edges())
        timed("strong components", "rustworkx", lambda: len(rx.strongly_connected_components(r)))
        timed("weak components", "rustworkx", lambda: len(rx.weakly_connected_components(r)))
        timed("dominators", "rustworkx", lambda: len(rx.immediate_dominators(r, root)) - 1)
        timed("articulation points, bridges", "rustworkx", lambda: len(rx.articulation_points(u)) + len(rx.bridges(u)))
        if k < 500000:
            timed("transitive reduction", "rustworkx", lambda: rx.transitive_reduction(e)[0].num_edges())
    except ImportError as error:
        print(error, file=sys.stderr)

    try:
        import igraph
        pairs = np.stack([a, b], axis=1)
        build = lambda: igraph.Graph(n=n, edges=pairs, directed=True)
        g = build()
        h = igraph.Graph(n=k, edges=np.stack([c, d], axis=1), directed=True)
        timed("build", "igraph", lambda: build().ecount())
        timed("strong components", "igraph", lambda: len(g.connected_components("strong")))
        timed("weak components", "igraph", lambda: len(g.connected_components("weak")))
        timed("search from one", "igraph", lambda: len(g.subcomponent(root, "out")))
        timed("search from each of many", "igraph", lambda: sum(g.neighborhood_size(sources, order=n, mode="out")))
        timed("dominators", "igraph", lambda: sum(1 for x in g.dominator(root) if x is not None and x >= 0))
        timed("articulation points, bridges", "igraph", lambda: len(g.articulation_points()) + len(g.bridges()))
        timed("descendants of each", "igraph", lambda: sum(h.neighborhood_size(order=k, mode="out")) - k)
    except ImportError as error:
        print(error, file=sys.stderr)
    """
}
