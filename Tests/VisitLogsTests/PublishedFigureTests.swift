import Files
import Foundation
import TestSupport
import Testing

@testable import VisitLogs

@Suite struct PublishedFigureTests {
  @Test func theFiguresInTheDocumentsAreReadEachWithItsSource() throws {
    let figures = try PublishedFigure.read(repository.appending(path: "docs/published-figures.json").path)
    #expect(figures.contains { $0.place == "Sverige" && $0.year == 2021 && $0.mean == 14.9 })
    #expect(figures.allSatisfy { $0.source.contains("http") })
  }

  @Test func everyProblemIsToldAtOnce() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      #"{"format": "samma-published/1", "figures": [{"place": "A", "year": 2020}, {"place": 3, "year": 1, "mean": 9, "source": "B"}]}"#,
      to: "figures.json")
    do {
      _ = try PublishedFigure.read(path)
      Issue.record("a figure without a source was read")
    } catch {
      #expect(error.problems.count == 4)
      #expect("\(error)".contains("source") && "\(error)".contains("mean") && "\(error)".contains("year"))
    }
  }
}
