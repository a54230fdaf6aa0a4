/// What is made of a name once, by its number; one more for no name.
struct Shared<Value> {
  private var numbers: [Int32] = []
  private var values: [Value] = []

  @inline(__always)
  mutating func value(_ name: Name, _ make: () -> Value) -> Value {
    let slot = name.index + 1
    if slot < numbers.count, numbers[slot] >= 0 { return values[Int(numbers[slot])] }
    return value(name) { _ in make() }
  }

  mutating func value(_ name: Name?, _ make: (Name?) -> Value) -> Value {
    let slot = name.map { $0.index + 1 } ?? 0
    if slot >= numbers.count {
      numbers += repeatElement(-1, count: max(slot + 1 - numbers.count, numbers.count))
    }
    if numbers[slot] < 0 {
      numbers[slot] = Int32(values.count)
      values.append(make(name))
    }
    return values[Int(numbers[slot])]
  }
}
