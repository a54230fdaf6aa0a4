import Foundation
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("SVG fit for the web")
struct WebTests {
  @Test func saysWhatItIs() throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .english))
    let picture = SVGPicture(try drawing.render(.svg).bytes)
    #expect(picture.root["role"] == "img")
    #expect(picture.root["aria-labelledby"] == "small_county_chain_title small_county_chain_desc")
    #expect(picture.title == "A small county — Chain of responsibility")
    #expect(picture.summary.contains("7 posts") && picture.summary.contains("1 vacancy"))
  }

  @Test(arguments: View.allCases)
  func holdsNoScriptAndFetchesNothing(view: View) throws {
    var options = DrawingOptions(view: view, language: .chinese)
    options.address = WebAddress("https://example.org/{kind}/{id}?a=1&b=2")
    options.font = "x\" onload=\"alert(1)\"><script>, 'y' & z"
    let bytes = try Drawing(Samples.named("<script>alert(1)</script> javascript:x"), options).render(.svg).bytes
    let picture = SVGPicture(bytes)
    #expect(
      picture.elements.subtracting([
        "svg", "g", "a", "title", "desc", "text", "path", "polygon", "polyline", "ellipse",
      ]).isEmpty)
    let text = String(decoding: bytes, as: UTF8.self)
    for word in [
      "<!DOCTYPE", "<!--", "<script", "<image", "<use", "@import", "url(", "href=\"java", " on", "transparent\"",
    ]
    where word != " on" {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.firstMatch(of: /\son[a-z]+="/) == nil)
    let addresses = picture.groups.compactMap(\.address)
    #expect(!addresses.isEmpty && addresses.allSatisfy { $0.hasPrefix("https://example.org/") })
  }

  @Test func leadsWhereItIsTold() throws {
    var options = DrawingOptions(view: .organization, language: .chinese)
    options.address = WebAddress("../{kind}/{id}.html?a=1&b=2")
    let picture = SVGPicture(try Drawing(Samples.named("a/../b & \"c\" 长"), options).render(.svg).bytes)
    #expect(picture.root["role"] == "graphics-document document")
    #expect(picture.group("organization_body")?.address == "../organization/body.html?a=1&b=2")
    let addresses = picture.groups.compactMap(\.address)
    #expect(addresses.contains("../post/a%2F..%2Fb%20%26%20%22c%22%20%E9%95%BF.html?a=1&b=2"))
  }

  @Test func knowsWhatIsAnAddress() {
    for good in [
      "https://a.example/{id}", "HTTP://a/{id}", "mailto:x@a.example?subject={id}", "posts/{id}", "#{id}", "{id}",
    ] {
      #expect(WebAddress(good) != nil, "\(good)")
    }
    for bad in [
      "javascript:alert({id})", "data:text/html,{id}", "file:///{id}", "//a.example/{id}", "", "a b", "x\"y", "{name}",
      "java\nscript:x", "a\\b", "vbscript:{id}", "{id", "é/{id}",
    ] {
      #expect(WebAddress(bad) == nil, "\(bad)")
    }
    #expect(WebAddress("{id}")?.address(kind: "post", id: "javascript:x") == "javascript%3Ax")
    #expect(WebAddress("p/{id}")?.address(kind: "post", id: "..") == "p/%2E%2E")
    #expect(WebAddress("{id}/{kind}")?.address(kind: "post", id: "{kind}") == "%7Bkind%7D/post")
  }

  /// Rows of cards are found like boxes.
  @Test func givesRowsIdsAndClasses() throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .organization, language: .chinese))
    let picture = SVGPicture(try drawing.render(.svg).bytes)
    let deputy = try #require(picture.group("post_deputy"))
    #expect(Set(deputy.classes).isSuperset(of: ["row", "post", "vacant"]))
    #expect(deputy.title.hasSuffix("post:deputy") && deputy.content.contains("副县长"))
  }

  @Test(arguments: GalleryTests.files, View.allCases)
  func usesEachIdOnce(file: String, view: View) throws {
    let drawing = try Drawing(Samples.file(file), DrawingOptions(view: view, language: .english))
    let ids = SVGPicture(try drawing.render(.svg).bytes).groups.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { !$0.contains("&") && !$0.contains(" ") })
  }
}
