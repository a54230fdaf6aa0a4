import Foundation

/// The processor cores that this process may use.
package enum Processors {
  /// How many there are; fewer than the machine's where the process is bound to some.
  package static let available: Int = {
    let all = ProcessInfo.processInfo.activeProcessorCount
    // proc_pid_status(5): a mask in hexadecimal digits, parted by commas.
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed:") })
    else { return all }
    let allowed = line.dropFirst("Cpus_allowed:".count).reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount }
    return max(1, min(all, allowed))
  }()
}
