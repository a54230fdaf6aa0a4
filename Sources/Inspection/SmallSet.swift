/// A set that mostly holds a few: these are looked through one by one, which is faster than any hash. With more it is a
/// `Set`.
public struct SmallSet<Element: Hashable> {
  // Rules of other modules fill such sets in their inner loops; inlined, these loops know the types.
  @usableFromInline var few: [Element] = []
  @usableFromInline var many: Set<Element> = []

  @usableFromInline static var limit: Int { 16 }

  /// Nothing.
  @inlinable public init() {}

  /// Whether there is nothing in it.
  @inlinable public var isEmpty: Bool { few.isEmpty }

  /// Whether an element is in it.
  @inlinable public func contains(_ element: Element) -> Bool {
    many.isEmpty ? few.contains(element) : many.contains(element)
  }

  /// Adds an element; false where it was there.
  @inlinable @discardableResult
  public mutating func insert(_ element: Element) -> Bool {
    if contains(element) { return false }
    if few.count < Self.limit {
      few.append(element)
    } else {
      if many.isEmpty { many = Set(few) }
      many.insert(element)
    }
    return true
  }

  /// Takes all out, and keeps the room of a few.
  @inlinable public mutating func removeAll() {
    few.removeAll(keepingCapacity: true)
    many = []
  }
}
