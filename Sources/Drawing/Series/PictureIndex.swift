import RemitModel

/// A page of the web that shows the pictures of a folder: one file without scripts, which fetches nothing but these.
public struct PictureIndex: Sendable {
  /// One picture, or why there is none.
  public enum Entry: Sendable {
    /// A file beside the page, its thumbnail if it is no image that a page can show, and what to know of it.
    case picture(file: String, size: PictureSize?, thumbnail: [UInt8], notes: [String])
    case failed(String)
  }

  /// What the pages of this program begin with.
  public static let mark = "<!DOCTYPE html>\n<!-- remit -->\n"

  private let title: String
  private let language: Language
  private var items = ""
  private var drawn = 0
  private var failed = 0

  /// A page without pictures yet.
  public init(title: String, language: Language) {
    self.title = title
    self.language = language
  }

  /// Adds one entity's picture.
  public mutating func add(_ member: Series.Member, _ entry: Entry) {
    let name =
      "<b><bdi>\(Self.shown(member.name))</bdi></b> "
      + "<code><bdi>\(Self.shown(member.key, limit: 200))</bdi></code>"
    switch entry {
    case .picture(let file, let size, let thumbnail, let notes):
      drawn += 1
      let address = Self.encoded(file)
      items += "<li><a href=\"\(address)\">\(image(address, size, thumbnail))\(name)</a>"
      for note in notes { items += "<p>\(Self.shown(note))</p>" }
      items += "</li>\n"
    case .failed(let why):
      failed += 1
      items += "<li class=\"failed\">\(name)<p>\(Self.shown(why))</p></li>\n"
    }
  }

  /// The whole page.
  public var html: String {
    let heading = Self.shown(title)
    let count =
      language == .chinese
      ? "\(drawn) 幅图" + (failed > 0 ? "，\(failed) 幅没有画成" : "")
      : "\(drawn) picture\(drawn == 1 ? "" : "s")" + (failed > 0 ? ", \(failed) failed" : "")
    return Self.mark + """
      <html lang="\(language == .chinese ? "zh" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(heading)</title>
      <style>
      body { margin: 2rem; font-family: sans-serif; color: #1f2933; background: #fff; }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1.5rem; padding: 0; }
      li { list-style: none; overflow-wrap: anywhere; }
      a { color: inherit; text-decoration: none; }
      a:hover b, a:focus b { text-decoration: underline; }
      img { display: block; width: 100%; height: 11rem; margin-bottom: .5rem; object-fit: contain;
        border: 1px solid #c3cad1; }
      code, p { color: #55606b; font-size: .85rem; }
      p { margin: .25rem 0; }
      .failed { border-left: .3rem solid #b00020; padding-left: .7rem; }
      .failed p { color: #b00020; }
      </style>
      </head>
      <body>
      <h1>\(heading)</h1>
      <p>\(count)</p>
      <ul>
      \(items)</ul>
      </body>
      </html>

      """
  }

  /// Images show themselves, once they are in sight; of others a small one stands in the page.
  private func image(_ address: String, _ size: PictureSize?, _ thumbnail: [UInt8]) -> String {
    if !thumbnail.isEmpty { return "<img alt=\"\" src=\"data:image/png;base64,\(Base64.text(thumbnail))\">" }
    guard size != nil, address.hasSuffix(".svg") || address.hasSuffix(".png") else { return "" }
    return "<img alt=\"\" loading=\"lazy\" src=\"\(address)\">"
  }

  private static func shown(_ text: String, limit: Int = PlainText.limit) -> String {
    XMLText.escaped(PlainText.clean(text, limit: limit))
  }

  /// A file's name as a relative address.
  private static func encoded(_ file: String) -> String {
    var result = ""
    for byte in file.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}

/// Bytes as text (RFC 4648, 4).
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        let isFilled = place <= part.count
        result.append(isFilled ? letters[Int(bits >> UInt32(18 - 6 * place)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
