import Files
import HomeCare
import Testing

@testable import VisitLogs

@Suite struct ByteInternerTests {
  @Test func everyDifferentRunHasANumberOfItsOwnAndIsFoundAgain() {
    var random = SeededGenerator(seed: 15)
    var interner = ByteInterner()
    var numbers: [[UInt8]: Int32] = [:]
    for _ in 0..<20_000 {
      // Few letters and all lengths around the borders of a word, so that many runs share their beginnings and ends.
      let run = (0..<random.int(in: 0...20)).map { _ in UInt8(97 + random.int(below: 2)) }
      let number = run.withUnsafeBytes { interner.number(of: $0) }
      #expect(numbers[run] == nil || numbers[run] == number)
      if numbers[run] == nil { #expect(Int(number) == numbers.count) }
      numbers[run] = number
    }
    #expect(interner.count == numbers.count && numbers.count > 5000)
    #expect(numbers.allSatisfy { Array(interner.bytes(of: Int($0.value))) == $0.key })
  }
}
