import Testing

@testable import Laboratory

/// What is believed of what solvers tell.
@Suite struct TraceTests {
  private func moment(_ seconds: Double, _ total: Int) -> RunTrace.Moment { .init(seconds: seconds, total: total) }

  private func line(_ seconds: Double, _ total: Int) -> [UInt8] {
    Array("{\"event\":\"progress\",\"seconds\":\(seconds),\"score\":{\"total\":\(total)}}\n".utf8)
  }

  @Test func aTraceKeepsOnlyWhatIsBetterAtTheTimeItCame() {
    let lines = """
      {"event":"start","version":"9.9"}
      {"event":"progress","seconds":0.1,"score":{"total":50,"distinct":4}}
      it goes well
      {"event":"progress","score":{"total":50}}
      {"event":"progress","seconds":0.3,"iterations":7,"score":{"total":40,"unassigned":1}}
      {"event":"progress","seconds":"soon"}
      {"event":"progress","seconds":0.4,"score":{"total":60}}
      """
    var trace = RunTrace()
    trace.read(lines.utf8.prefix(140), at: 0.5)
    trace.read(lines.utf8.dropFirst(140), at: 0.75)
    trace.end(at: 0.75)
    #expect(trace.moments.map(\.total) == [50, 40])
    #expect(trace.moments.map(\.seconds) == [0.5, 0.75])
    #expect(trace.moments.map(\.iterations) == [nil, 7])
    #expect(trace.solverVersion == "9.9")
    #expect(trace.lastWords == "it goes well")
    #expect(trace.remarks.isEmpty)
  }

  @Test func whatIsBetterThanAllThatWasCheckedIsRefusedAndTold() {
    var trace = RunTrace()
    trace.read(line(0.01, 1), at: 0.01)
    trace.read(line(0.5, 900), at: 0.5)
    trace.settle([moment(2, 700)])
    #expect(trace.moments.map(\.total) == [700])
    var honest = RunTrace()
    honest.read(line(0.5, 900), at: 0.5)
    honest.read(line(0.6, 700), at: 0.6)
    honest.settle([moment(2, 700)])
    #expect(honest.moments.map(\.total) == [900, 700])
    #expect(honest.remarks.isEmpty)
    #expect(
      trace.remarks == ["1 moment of the trace refused for a total below every checked one (1 at 0.01 s, checked 700)"])
  }

  @Test func figuresBelowZeroAndTimesToComeAreRefusedAndTold() {
    var trace = RunTrace()
    trace.read(line(-3, 50), at: 0.1)
    trace.read(line(0.1, -50), at: 0.1)
    trace.read(line(9, 40), at: 0.1)
    trace.settle([moment(1, 30)])
    #expect(trace.moments.map(\.total) == [30])
    #expect(
      trace.remarks == [
        "2 moments of the trace refused for a figure below 0 (-3 s)",
        "1 moment of the trace refused for a time that was still to come (9 s at 0.1 s)",
      ])
  }

  @Test func whatIsHeldBackCountsWhenItCame() {
    var trace = RunTrace()
    trace.read(line(0.1, 50), at: 8)
    trace.settle([moment(8.1, 50)])
    #expect(trace.moments.map(\.seconds) == [8])
    #expect(trace.remarks.count == 1 && trace.remarks[0].contains("flush standard error"))
    var other = RunTrace(comparesTimes: false)
    other.read(line(0.1, 50), at: 8)
    #expect(other.remarks.isEmpty, "seconds of another clock say nothing")
  }

  @Test func withoutARosterNothingIsBelieved() {
    var trace = RunTrace()
    trace.read(line(0.1, 50), at: 0.1)
    trace.settle([])
    #expect(trace.moments.isEmpty && trace.remarks.count == 1)
  }
}
