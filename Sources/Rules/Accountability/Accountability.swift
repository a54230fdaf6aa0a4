import RemitInspection

extension Rule {
  /// The rules of the ACC family, by code.
  static let accountability: [Rule] = [
    .unaccountedDuty, .rivalAccountability, .unperformedDuty, .crowdedDuty, .overConsultedDuty, .silentDuty,
    .mixedLetters, .leaderlessDuty, .collectiveAccountability, .powerlessAccountability, .unawareSuperior,
  ]
}
