import RemitModel

// The keys and names of a chart's tables stay where their draft has them.

extension TextColumn {
  /// Makes room for the keys of a table and what its rows are called.
  ///
  /// - Parameters:
  ///   - names: The keys' texts.
  ///   - texts: The bytes of what the rows are called.
  mutating func reserve(
    _ names: NameTable, _ named: inout LocalizedColumn<Entity>, _ called: some Collection<ChartDraft.Text>,
    of texts: [UInt8]
  ) {
    self = TextColumn(in: names.bytes)
    reserve(rows: called.count, bytes: 0)
    // What has no name is called by its key, which lies elsewhere.
    if !called.contains(.none) { named = LocalizedColumn(in: texts) }
    named.reserve(rows: called.count, bytes: called.reduce(0) { $0 + $1.width })
  }
}

extension Person {
  /// The people with some ids, what each is called, and where those texts are. O(people).
  init(_ keys: [Sourced<Name>], _ called: [ChartDraft.Text], names: NameTable, texts: [UInt8]) {
    self.init()
    reserve(rows: keys.count)
    key.reserve(names, &name, called, of: texts)
    for (person, text) in zip(keys, called) {
      names.append(person.value, to: &key)
      text.append(to: &name, from: texts, orKey: person.value, of: names)
      place.append(person.place)
    }
  }
}
