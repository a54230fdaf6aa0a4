/// What is made of a name once, by its number; one more for no name.
struct Shared<Value> {
  private var numbers: [Int32] = []
  private var values: [Value] = []

  mutating func value(_ name: Name, among count: Int, _ make: () -> Value) -> Value {
    value(name, among: count) { _ in make() }
  }

  mutating func value(_ name: Name?, among count: Int, _ make: (Name?) -> Value) -> Value {
    if numbers.isEmpty { numbers = [Int32](repeating: -1, count: count + 1) }
    let slot = name?.index ?? count
    if numbers[slot] < 0 {
      numbers[slot] = Int32(values.count)
      values.append(make(name))
    }
    return values[Int(numbers[slot])]
  }
}
