import RemitModel
import RemitSource

extension [Regulation] {
  /// Reports a clause without a readable number, where it is of a regulation that the chart is checked against.
  func check(_ reference: ClauseReference, at place: Place, log: ProblemLog) {
    if reference.number != nil || isEmpty { return }
    if let name = reference.regulation, !contains(where: { $0.key == name }) { return }
    let forms = WordReader.clauseForms
    log.report(
      at: place,
      Localized(
        zh: "\(quoted(reference.text)) 不是条款号；应为 \(forms.zh)",
        en: "\(quoted(reference.text)) is no clause number; expected \(forms.en)"))
  }
}
