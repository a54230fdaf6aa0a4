import Foundation

/// Medians of the kernels and of the same algorithms elsewhere, side by side, as a table in Markdown.
struct KernelTable {
  let timings: [Timing]

  /// Times the kernels, and the peers where a Python has them, on a nation's chart.
  init(seed: UInt64, runs: Int, peers: String?, in folder: URL) throws {
    let place = folder.appendingPathComponent("kernels")
    defer { try? FileManager.default.removeItem(at: place) }
    let nation = try Nation(Nation.Plan(size: .L, seed: seed), into: place)
    var measurement = Measurement(nation, stages: [.kernels], runs: runs, peers: peers)
    try measurement.run()
    timings = measurement.timings
  }

  init(_ timings: [Timing]) { self.timings = timings }

  var markdown: String {
    var lines: [String] = []
    var groups: [String] = []
    for timing in timings where !groups.contains(timing.group) { groups.append(timing.group) }
    let programs = ["", ": scipy", ": rustworkx", ": igraph"]
    for group in groups {
      let parts = group.split(separator: " ").map(String.init)
      let title = parts.count > 1 ? "\(parts[0]) (vertices/edges \(parts[1]))" : group
      lines += ["| \(title) | Remit | scipy | rustworkx | igraph |", "| --- | --: | --: | --: | --: |"]
      let own = timings.filter { $0.group == group }
      for kernel in Kernel.all {
        let cells = programs.map { program in
          own.first { $0.name == kernel.name + program }?.median.map(Self.milliseconds) ?? "–"
        }
        lines.append("| \(kernel.name) | \(cells.joined(separator: " | ")) |")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func milliseconds(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value)
  }
}

/// What the figures were measured on.
enum Machine {
  /// The processor, how many of them, the memory and the system, in one line.
  static var description: String {
    let words = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = words.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    let name = model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "an unknown processor"
    let info = ProcessInfo.processInfo
    let memory = (Double(info.physicalMemory) / Double(1 << 30)).rounded()
    return "\(name), \(info.activeProcessorCount) processors, \(Int(memory)) GiB, \(info.operatingSystemVersionString)"
  }
}
