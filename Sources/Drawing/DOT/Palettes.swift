import RemitInspection
import RemitModel

extension Theme.Palette {
  static let screen = Self(
    ink: "#1f2933", line: "#55606b", muted: "#5f6b76", paper: "#ffffff", frame: "#c3cad1", accent: "#0b4f9c",
    emphasis: "#e6f0fb",
    fills: [
      .party: "#fdeeea", .government: "#e6f0fb", .department: "#f1f4f7", .watch: "#fff4d6", .assembly: "#f1ecfa",
      .justice: "#e4f4ef", .team: "#edf6e3", .enterprise: "#f6ede1",
    ],
    borders: [
      .party: "#b5483a", .government: "#2f6db0", .department: "#66727e", .watch: "#8a5d00", .assembly: "#7356a8",
      .justice: "#2c7f6a", .team: "#4d7526", .enterprise: "#826340",
    ],
    severities: [.error: "#b00020", .warning: "#9c4e00", .note: "#2b6cb0"],
    letters: [
      .accountable: "#9c2f24", .responsible: "#1f5fa8", .supports: "#2c7f6a", .consulted: "#7356a8",
      .informed: "#5f6b76",
    ],
    kinds: [
      .lead: "#1f2933", .guide: "#2f6db0", .urge: "#a85400", .supervise: "#1d7a63", .inspect: "#b00020",
      .check: "#c2405a", .audit: "#6b4bb0", .assess: "#0b7285", .evaluate: "#56802a", .discipline: "#7a1f1f",
      .coordinate: "#5f6b76", .assist: "#8a6a43", .support: "#8a6a43",
    ],
    charge: "#2f6db0")

  /// Greys that a printer's raster still tells apart; dashes and heads of arrows do the rest.
  static let print = Self(
    ink: "#000000", line: "#333333", muted: "#333333", paper: "#ffffff", frame: "#808080", accent: "#000000",
    emphasis: "#e0e0e0",
    fills: [
      .department: "#f0f0f0", .watch: "#d4d4d4", .assembly: "#f0f0f0", .justice: "#d4d4d4", .enterprise: "#f0f0f0",
    ],
    borders: Dictionary(uniqueKeysWithValues: Tone.allCases.map { ($0, "#000000") }),
    severities: [.error: "#000000", .warning: "#000000", .note: "#000000"], letters: [:], kinds: [:],
    charge: "#000000")

  static let dark = Self(
    ink: "#e6e9ed", line: "#9aa5b1", muted: "#aab4be", paper: "#12171d", frame: "#3b4652", accent: "#7cb8ff",
    emphasis: "#1d3350",
    fills: [
      .party: "#3a1f1b", .government: "#172b43", .department: "#222a33", .watch: "#38300f", .assembly: "#2a2140",
      .justice: "#14322a", .team: "#22310f", .enterprise: "#33281a",
    ],
    borders: [
      .party: "#ee9a8d", .government: "#82b6f0", .department: "#a3afbb", .watch: "#e3ba55", .assembly: "#bda6ec",
      .justice: "#79cbb4", .team: "#a7cf7a", .enterprise: "#d4b083",
    ],
    severities: [.error: "#ff8a94", .warning: "#ffb066", .note: "#8cc2ff"],
    letters: [
      .accountable: "#f09a90", .responsible: "#84b9f5", .supports: "#79cbb4", .consulted: "#bda6ec",
      .informed: "#aab4be",
    ],
    kinds: [
      .lead: "#e6e9ed", .guide: "#82b6f0", .urge: "#ffb066", .supervise: "#66d0b3", .inspect: "#ff8a94",
      .check: "#ff9fb3", .audit: "#bda6ec", .assess: "#5fc9dc", .evaluate: "#a7cf7a", .discipline: "#f0a3a3",
      .coordinate: "#aab4be", .assist: "#d4b083", .support: "#d4b083",
    ],
    charge: "#82b6f0")

  static let contrast = Self(
    ink: "#000000", line: "#1a1a1a", muted: "#262626", paper: "#ffffff", frame: "#4d4d4d", accent: "#00318f",
    emphasis: "#e0ebff",
    fills: [
      .party: "#fff0ed", .government: "#ebf3ff", .department: "#f5f5f5", .watch: "#fff6db", .assembly: "#f5f0ff",
      .justice: "#e8faf4", .team: "#f1fae6", .enterprise: "#faf2e6",
    ],
    borders: [
      .party: "#8a1205", .government: "#003a85", .department: "#262626", .watch: "#5c3d00", .assembly: "#45178f",
      .justice: "#00473a", .team: "#274a00", .enterprise: "#563300",
    ],
    severities: [.error: "#8f0018", .warning: "#6b3000", .note: "#003a85"],
    letters: [
      .accountable: "#8a1205", .responsible: "#003a85", .supports: "#00473a", .consulted: "#45178f",
      .informed: "#262626",
    ],
    kinds: [
      .lead: "#000000", .guide: "#003a85", .urge: "#6b3000", .supervise: "#00473a", .inspect: "#8f0018",
      .check: "#8a0a3a", .audit: "#45178f", .assess: "#004452", .evaluate: "#274a00", .discipline: "#5c0000",
      .coordinate: "#262626", .assist: "#563300", .support: "#563300",
    ],
    charge: "#003a85")
}
