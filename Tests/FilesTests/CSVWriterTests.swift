import Testing

@testable import Files

@Suite struct CSVWriterTests {
  private func line(_ values: [String], guardsFormulas: Bool = false) -> String {
    var writer = CSVWriter(guardsFormulas: guardsFormulas)
    for value in values { writer.append(value) }
    writer.endRecord()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `only fields that need quotes get them`() {
    #expect(line(["a b", "c,d", "e\"f", "g\nh", ""]) == "a b,\"c,d\",\"e\"\"f\",\"g\nh\",\n")
  }

  @Test func `data is written as it stands, formulas or not`() {
    #expect(line(["=1+1", "-5", "@x"]) == "=1+1,-5,@x\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
  func `an export for people guards text that would run as a formula`(text: String) {
    #expect(line([text, "x=1"], guardsFormulas: true) == "\"'\(text)\",x=1\n")
  }

  @Test func `numbers are no formulas, and read back as the same numbers`() {
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(-5)
    for value in [15.0, -0.0, 0.1, 1e300, Double.leastNonzeroMagnitude] { writer.append(value) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-5,15,-0.0,0.1,1e+300,5e-324")
  }
}
