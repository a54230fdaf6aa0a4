import RemitIntake
import RemitModel
import Testing

@testable import RemitExport

@Suite struct RoundTripTests {
  @Test(arguments: Files.charts) func chartsOfTheHouseSurviveYAML(name: String) throws {
    let chart = try Files.chart(name)
    let text = try ChartFormat.yaml.text(chart)
    let again = try ChartReader().read(text: text, path: Files.path(of: name))
    #expect(difference(ChartText.lines(chart), ChartText.lines(again)) == "")
    #expect(try ChartFormat.yaml.text(again) == text)
  }
}
