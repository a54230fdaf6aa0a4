import RemitDrawing
import RemitModel

extension DrawCommand {
  /// The command that a plain line of words asks for: a chart, and options of a few, each once and with its value as a word
  /// of its own. To build up the parser for all takes longer than to read a small chart.
  ///
  /// - Returns: nil for any other line, right or wrong, which the parser is for.
  init?(plain words: some Sequence<String>) {
    var values: [String: String] = [:]
    var option: String?
    for word in words {
      guard !word.isEmpty else { return nil }
      if option == nil, word.hasPrefix("-") {
        guard let name = Self.plainOptions[word] else { return nil }
        option = name
      } else {
        guard !word.hasPrefix("-"), values.updateValue(word, forKey: option ?? "") == nil else { return nil }
        option = nil
      }
    }
    guard option == nil, let chart = values[""] else { return nil }
    self.init()
    setDefaults()
    self.chart = chart
    var speech = SpeechOptions()
    speech.lang = values["lang"].flatMap { Language(rawValue: $0) }
    view = values["view"].flatMap { View(rawValue: $0) }
    format = values["format"].flatMap { PictureFormat(rawValue: $0) }
    output = values["output"]
    options.speech = speech
    // A word that none of them knows.
    let known = [speech.lang?.rawValue, view?.rawValue, format?.rawValue]
    guard known == [values["lang"], values["view"], values["format"]] else { return nil }
  }

  private static let plainOptions = [
    "--view": "view", "--format": "format", "--lang": "lang", "-o": "output", "--output": "output",
  ]

  /// Every option as it is where no word speaks of it.
  private mutating func setDefaults() {
    var foreign = ForeignOptions()
    (foreign.map, foreign.letters) = (nil, nil)
    var options = ChartOptions()
    (options.against, options.asOf, options.foreign) = ([], nil, foreign)
    self.options = options
    var parts = SelectionOptions()
    (parts.jurisdiction, parts.organization, parts.domain, parts.level, parts.kind) = ([], [], [], [], [])
    self.parts = parts
    var settings = SettingsOptions()
    (settings.config, settings.noConfig) = (nil, false)
    settingsFile = settings
    var paper = PaperOptions()
    (paper.page, paper.landscape, paper.poster) = (nil, false, false)
    self.paper = paper
    (describe, unfold, findings, only, theme) = (false, false, false, [], .screen)
    (focus, depth, font, url, each, jobs, timeLimit) = (nil, nil, nil, nil, nil, nil, nil)
  }
}
