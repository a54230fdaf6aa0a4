import RemitModel

/// Which persons only keep a place: their id or name is TBD, vacant, N/A, 待定, 空缺 or the like.
package struct Placeholders: Fact {
  /// By person.
  package let isPlaceholder: [Bool]

  package init(_ chart: Chart, _ facts: Facts) {
    let persons = chart.persons
    isPlaceholder = persons.ids.map { person in
      persons.key.withUTF8(of: person, Placeholder.matches) || persons.name.zh.withUTF8(of: person, Placeholder.matches)
        || persons.name.hasEnglish && Placeholder.matches(persons.name[person, .english])
    }
  }
}
