import RemitModel

extension Chart {
  /// Looks at the bytes of an entity's id, without a `String` where a table holds it. They are valid only within the call.
  package func withKey(of entity: Entity, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    switch entity {
    case .jurisdiction(let id): jurisdictions.key.withUTF8(of: id, body)
    case .organization(let id): organizations.key.withUTF8(of: id, body)
    case .post(let id): posts.key.withUTF8(of: id, body)
    case .person(let id): persons.key.withUTF8(of: id, body)
    case .duty(let id): duties.key.withUTF8(of: id, body)
    case .oversight(let id): oversight.key.withUTF8(of: id, body)
    case .conflict, .waiver, .suppression, .clause, .role:
      var key = key(of: entity)
      key.withUTF8(body)
    }
  }
}
