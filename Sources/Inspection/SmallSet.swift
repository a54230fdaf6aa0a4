/// A set that mostly holds a few: these are looked through one by one, which is faster than any hash. With more it is a
/// `Set`.
package struct SmallSet<Element: Hashable> {
  private var few: [Element] = []
  private var many: Set<Element> = []

  private static var limit: Int { 16 }

  package init() {}

  package var isEmpty: Bool { few.isEmpty }

  package func contains(_ element: Element) -> Bool { many.isEmpty ? few.contains(element) : many.contains(element) }

  /// Adds an element; false where it was there.
  @discardableResult
  package mutating func insert(_ element: Element) -> Bool {
    if contains(element) { return false }
    if few.count < Self.limit {
      few.append(element)
    } else {
      if many.isEmpty { many = Set(few) }
      many.insert(element)
    }
    return true
  }
}
