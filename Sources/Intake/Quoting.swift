/// Input as a message shows it: in quotes, at most sixty characters, with control characters, line breaks and the marks
/// that turn the direction of writing spelled out.
package func quoted(_ text: String) -> String {
  var result = "\""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == 60 {
      result += "…"
      break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// The first few of a list of words for a message.
func listed(_ words: some Sequence<String>, limit: Int = 24) -> String {
  var shown: [String] = []
  for word in words {
    if shown.count == limit {
      shown.append("…")
      break
    }
    shown.append(plain(word) ? word : quoted(word))
  }
  return shown.joined(separator: ", ")
}

private func plain(_ word: String) -> Bool {
  word.utf8.count <= 60
    && word.utf8.allSatisfy { ($0 | 32) >= 97 && ($0 | 32) <= 122 || (45...58).contains($0) || $0 == 40 || $0 == 41 }
}
