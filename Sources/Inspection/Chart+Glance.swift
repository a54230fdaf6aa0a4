import RemitModel

extension Chart {
  // Inlined, such loops go on with the next entity while the memory of one is on its way.
  /// About how many bytes the id and the name of an entity have. They lie all over the memory: whoever looks at those of
  /// all entities before writing them waits for all at once, rather than for each.
  @inlinable public func glance(at entity: Entity) -> Int {
    switch entity {
    case .organization(let id):
      organizations.key.texts.glance(at: id.index) &+ organizations.name.zh.texts.glance(at: id.index)
    case .post(let id): posts.key.texts.glance(at: id.index) &+ posts.name.zh.texts.glance(at: id.index)
    case .person(let id): persons.key.texts.glance(at: id.index) &+ persons.name.zh.texts.glance(at: id.index)
    case .duty(let id): duties.key.texts.glance(at: id.index) &+ duties.title.zh.texts.glance(at: id.index)
    case .oversight(let id): oversight.key.texts.glance(at: id.index)
    case .jurisdiction, .conflict, .waiver, .suppression, .clause, .role: 0
    }
  }
}
