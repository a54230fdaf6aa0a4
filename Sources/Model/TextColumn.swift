/// A column of texts: a row costs 4 bytes and those of its text.
public struct TextColumn<Entity>: Sendable {
  // Readers of other modules fill columns and loop over them; inlined, these loops know the types.
  @usableFromInline var storage = Texts()

  /// The texts by row, for loops that do not care of which table they are.
  @inlinable public var texts: Texts { storage }

  /// No rows.
  public init() {}

  /// No rows yet, whose texts will lie in a pool, which is not copied.
  package init(in pool: [UInt8]) { storage = Texts(in: pool) }

  /// The text of a row. O(its bytes), since a `String` is made each time.
  @inlinable public subscript(id: ID<Entity>) -> String { storage[id.index] }

  /// All texts in row order. O(bytes).
  @inlinable public var values: [String] { storage.values }

  /// The number of rows.
  @inlinable public var count: Int { storage.count }

  /// All ids of the column's table.
  @inlinable public var ids: IDs<Entity> { IDs(count: count) }

  /// Looks at the bytes of a row's text, without a `String`. They are valid only within the call.
  @inlinable public func withUTF8<Result>(of id: ID<Entity>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUTF8(at: id.index, body)
  }

  /// Adds a row.
  @inlinable public mutating func append(_ text: String) { storage.append(text) }

  /// Adds a row by its text's bytes.
  @inlinable public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) { storage.append(utf8: text) }

  /// Adds a row by where its text lies in the pool, or in bytes that are copied if there is no pool.
  package mutating func append(at range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    storage.append(at: range, of: bytes)
  }

  /// Puts another text into a row. O(bytes).
  package mutating func set(_ id: ID<Entity>, to text: String) { storage.set(id.index, to: text) }

  /// Keeps the rows that are wanted. O(bytes).
  package mutating func keep(_ kept: [ID<Entity>]) {
    var column = Self()
    for id in kept { storage.withUTF8(at: id.index) { column.append(utf8: $0) } }
    self = column
  }

  /// Makes room for so many rows of so many bytes.
  @inlinable public mutating func reserve(rows: Int, bytes: Int) { storage.reserve(count: rows, bytes: bytes) }
}

/// A column of texts in Chinese and English. One that is the same in both is held once.
public struct LocalizedColumn<Entity>: Sendable {
  /// The Chinese texts.
  public private(set) var zh = TextColumn<Entity>()
  /// The rows with another text in English, in row order, and those texts.
  private var rows: [Int32] = []
  private var en = TextColumn<Entity>()

  /// No rows.
  public init() {}

  /// No rows yet, whose Chinese texts will lie in a pool, which is not copied.
  package init(in pool: [UInt8]) { zh = TextColumn(in: pool) }

  /// The text of a row. O(its bytes).
  public subscript(id: ID<Entity>) -> Localized {
    let zh = zh[id]
    return englishRow(id).map { Localized(zh: zh, en: en[$0]) } ?? Localized(zh)
  }

  /// The text of a row in one language. O(its bytes).
  public subscript(id: ID<Entity>, language: Language) -> String {
    if language == .english, let row = englishRow(id) { return en[row] }
    return zh[id]
  }

  /// Whether any row has another text in English.
  package var hasEnglish: Bool { !rows.isEmpty }

  /// All texts in row order. O(bytes).
  public var values: [Localized] { ids.map { self[$0] } }

  /// The number of rows.
  public var count: Int { zh.count }

  /// All ids of the column's table.
  public var ids: IDs<Entity> { zh.ids }

  /// The row of `en` that holds a row's English, where that differs.
  private func englishRow(_ id: ID<Entity>) -> ID<Entity>? {
    if rows.isEmpty { return nil }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < id.raw { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == id.raw ? ID(low) : nil
  }

  /// Adds a row.
  package mutating func append(_ text: Localized) {
    if text.zh != text.en { appendEnglish(text.en) }
    zh.append(text.zh)
  }

  /// Adds a row by its texts' bytes; without English it is the same in both languages.
  package mutating func append(zh text: UnsafeBufferPointer<UInt8>, en english: UnsafeBufferPointer<UInt8>?) {
    if let english {
      rows.append(Int32(zh.count))
      en.append(utf8: english)
    }
    zh.append(utf8: text)
  }

  /// Adds a row by where its Chinese text lies in the pool, or in bytes that are copied if there is no pool.
  package mutating func append(
    at range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, en english: UnsafeBufferPointer<UInt8>?
  ) {
    if let english {
      rows.append(Int32(zh.count))
      en.append(utf8: english)
    }
    zh.append(at: range, of: bytes)
  }

  private mutating func appendEnglish(_ text: String) {
    rows.append(Int32(zh.count))
    en.append(text)
  }

  /// Puts another text into a row. O(bytes).
  package mutating func set(_ id: ID<Entity>, to text: Localized) {
    var column = Self()
    for row in ids { column.append(row == id ? text : self[row]) }
    self = column
  }

  /// Makes room for so many rows of so many bytes.
  package mutating func reserve(rows: Int, bytes: Int) { zh.reserve(rows: rows, bytes: bytes) }
}

// What a column holds is its texts, however it holds them.

extension TextColumn: CustomReflectable {
  /// The values by row.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: values, displayStyle: .collection) }
}

extension LocalizedColumn: CustomReflectable {
  /// The values by row.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: values, displayStyle: .collection) }
}
