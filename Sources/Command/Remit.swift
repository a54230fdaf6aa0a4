import ArgumentParser
import RemitDrawing
import RemitModel

/// The program.
struct Remit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit",
    abstract: "Finds who answers for what, who watches them, and where nobody does.",
    discussion: """
      A CHART is a chart file, a regulation file, or a folder with a chart.yaml; - is standard input.
      Exit status: 0 nothing found at or above the failing severity, 1 findings, 2 unusable input or usage.
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, DrawCommand.self, MatrixCommand.self, TraceCommand.self, RulesCommand.self,
      ExplainCommand.self, SchemaCommand.self, InitCommand.self, ConvertCommand.self,
    ])
}

/// Maps every way to end to the program's three exit statuses.
@main
enum Program {
  /// By what name to start it again.
  static let path = "/proc/self/exe"

  static func main() {
    LayoutWorker.runIfAsked(CommandLine.arguments)
    EarlyLayout.start(for: CommandLine.arguments)
    do {
      var command = try command(CommandLine.arguments.dropFirst())
      try command.run()
      Console.exit(0)
    } catch let status as ExitCode {
      Console.exit(status.rawValue)
    } catch {
      let message = Remit.fullMessage(for: error)
      if Remit.exitCode(for: error) == .success {
        Console.print(message + "\n")
        Console.exit(0)
      }
      Console.complain(message + "\n")
      Console.exit(2)
    }
  }

  /// What the words of the command line ask for. The command that they name is asked by itself, which takes its parser half
  /// of the time; where it does not understand the words, the program as a whole tells why.
  private static func command(_ words: ArraySlice<String>) throws -> any ParsableCommand {
    if words.first == "draw", let command = DrawCommand(plain: words.dropFirst()) { return command }
    let named = Remit.configuration.subcommands.first { $0.configuration.commandName == words.first }
    if let named, let command = try? named.parseAsRoot(Array(words.dropFirst())) { return command }
    return try Remit.parseAsRoot()
  }
}
