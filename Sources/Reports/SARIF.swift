/// The parts of a SARIF 2.1.0 log that this program writes, by the names of the standard (OASIS, 2020).
enum SARIF {
  struct Log: Encodable {
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case version, runs
      case schema = "$schema"
    }
  }

  struct Run: Encodable {
    let tool: Tool
    let invocations: [Invocation]
    let language: String
    let columnKind = "unicodeCodePoints"
    /// Empty; the results are written by themselves.
    let results: [String]
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "remit"
    let version: String
    let semanticVersion: String
    let language: String
    let rules: [Descriptor]
  }

  struct Descriptor: Encodable {
    struct Configuration: Encodable {
      let level: String
    }

    struct Properties: Encodable {
      let tags: [String]
      let defect: String
      let family: String
    }

    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let defaultConfiguration: Configuration
    let properties: Properties
  }

  /// A message, or a multiformat message string of a descriptor: both are text with Markdown beside it.
  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
  }
}
