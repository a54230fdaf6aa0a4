import RemitInspection

extension Rule {
  /// The rules of the TMP family, by code.
  static let time: [Rule] = [.vacantAccountability, .departedHolder, .placeholderHolder, .onePersonManyPosts]
}
