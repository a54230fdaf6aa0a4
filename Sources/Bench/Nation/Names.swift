/// Invented names, put together from rare characters so that they mean no place and no person.
enum Names {
  private static let first = Array("峁垴圪岽岙崀嵖峧崾嵊塄塬垲埝埏堉堾墈墕壖浠浬涠涿渑湨溆溧漹潍澧濞灞瀼泷浛洣洈洮沭泜泖沩汶汧汜氿畲畹")
  private static let last = Array("柘栌栒桕桤梾棪椴楝楸榉榧槭樗橼檫杻枥枧柢茀茇苘荙莜菀萆葭蒟蓍蔊薤藁藨蘘芄芎芘苕苠茺荭莳菝葶蒴蓇蕺薷")
  private static let surnames = Array("禚笪籍縻蒯昝郏亓厍虢訾諲綦夔逄郐眭莘牟杞亶璩濮瞿沓濯郄仉僪劂勖匡卮厝叱呙咎")
  private static let given = Array("翀翙翚翯翾翮翛翥羱羜翊翎骎骙骦骧駉駪騤騑豳豨貊貅甪甯畯疃睟瞫矞砉硁碏磏礽禋禔禛稌稑穈穞窅竑竣笙筀")

  /// The name of a place by its number; numbers below some 2,000 and from there some 100,000 give different ones.
  static func place(_ number: Int, _ suffix: String) -> String {
    let pair = first.count * last.count
    // A step that has no divisor in common with the number of pairs visits each of them.
    let spread = number % pair * 1019 % pair
    var name = String([first[spread / last.count], last[spread % last.count]])
    if number >= pair { name.append(given[number / pair % given.count]) }
    return name + suffix
  }

  static func person(_ random: inout SplitMix64) -> String {
    String([
      surnames[random.below(surnames.count)], given[random.below(given.count)], given[random.below(given.count)],
    ])
  }
}
