import Foundation
import HomeCare
import Interchange
import Rostering
import Scenarios
import TestSupport
import Testing

@testable import Laboratory

/// What `Benchmarks/verify.py`, which shares nothing with the bounds, says of certificates.
///
/// Some changed numbers by default; `SAMMA_THOROUGH` in the environment changes two hundred (`make thorough`).
@Suite(.needs(.python3)) struct CertificateTests {
  private static let changes = ProcessInfo.processInfo.environment["SAMMA_THOROUGH"] == nil ? 8 : 200

  /// An instance, what was proven of it, and the files that the program reads.
  private struct Case {
    let certificate: BoundCertificate
    let text: String
    let folder: TemporaryFolder

    init(_ format: InstanceFormat, allRules: Bool = true, allowsWays: Bool = false) throws {
      var options = ScenarioOptions()
      options.format = format
      options.clients = 5
      options.days = 4
      options.allRules = allRules
      options.historyDays = 20
      options.seed = 3
      var draft = try Scenario.draft(options)
      // Ways of one's own, which the program does not look into.
      if !allowsWays { draft.exceptions.removeAll { $0.rule == .route } }
      let instance = try Instance(validating: draft)
      var proof = BoundOptions(rounds: 25, threads: 1)
      proof.keepsCertificate = true
      certificate = try #require(Bounds.proven(for: instance, proof).certificate)
      text = String(decoding: try CertificateFile.bytes(certificate, of: instance.name), as: UTF8.self)
      folder = try TemporaryFolder()
      try folder.write(String(decoding: instance.tables.json(), as: UTF8.self), to: "instance.json")
    }

    /// How the program ends, and what it says.
    func verdict(on text: String) throws -> (status: Int32, output: String) {
      let certificate = try folder.write(text, to: "certificate.json")
      let process = Process()
      process.executableURL = URL(filePath: try #require(Tool.python3.path))
      process.arguments = [
        "-B", repository.appending(path: "Benchmarks/verify.py").path, folder["instance.json"].path, certificate,
        "--processes", "1",
      ]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, said)
    }

    /// What is said of another certificate that fits its own digest.
    func verdict(changing change: (inout BoundCertificate) -> Void) throws -> (status: Int32, output: String) {
      var changed = certificate
      change(&changed)
      return try verdict(on: String(decoding: CertificateFile.bytes(changed, of: "other"), as: UTF8.self))
    }
  }

  @Test(arguments: [InstanceFormat.one, .two], [false, true])
  func whatWasProvenIsConfirmed(_ format: InstanceFormat, allRules: Bool) throws {
    let proven = try Case(format, allRules: allRules)
    #expect(proven.certificate.bound > 0)
    #expect(!proven.certificate.prices.isEmpty)
    let verdict = try proven.verdict(on: proven.text)
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains("scores below \(proven.certificate.bound) "))
  }

  @Test func exceptionsThatItDoesNotLookIntoAreRefused() throws {
    let proven = try Case(.two, allowsWays: true)
    let verdict = try proven.verdict(on: proven.text)
    #expect(verdict.status == 1 && verdict.output.contains("exception of H4"), "\(verdict.output)")
  }

  @Test func theDocumentedExampleHasTheKeysOfTheFile() throws {
    let document = try String(contentsOf: repository.appending(path: "docs/files.md"), encoding: .utf8)
    let example = try #require(document.split(separator: "```").first { $0.contains("samma-certificate/1\",") })
      .dropFirst(5)
    let shown = try #require(JSONSerialization.jsonObject(with: Data(example.utf8)) as? [String: Any])
    let written = try #require(JSONSerialization.jsonObject(with: Data(Case(.two).text.utf8)) as? [String: Any])
    #expect(shown.keys.sorted() == written.keys.sorted())
  }

  @Test func aCertificateWithOneNumberChangedIsRefused() throws {
    let proven = try Case(.two)
    let numbers = proven.text.matches(of: /: (-?\d+)/).map { $0.output.1 }
    for change in 0..<Self.changes {
      let number = numbers[change * 7919 % numbers.count]
      let value = try #require(Int(number))
      var text = proven.text
      text.replaceSubrange(number.startIndex..<number.endIndex, with: "\(value + (change % 2 == 0 ? 1 : -1))")
      let verdict = try proven.verdict(on: text)
      #expect(verdict.status == 1, "\(number) changed: \(verdict.output)")
    }
  }

  @Test func noClaimThatIsTooHighIsBelieved() throws {
    let proven = try Case(.one, allRules: false)
    #expect(try proven.verdict { $0.bound += 1 }.status == 1)
    let unit = proven.certificate.unit
    for plan in proven.certificate.plans.indices.prefix(3) {
      let verdict = try proven.verdict {
        // By whole points, so that the bound still is the sum.
        $0.plans[plan].worth += unit
        $0.bound += 1
      }
      #expect(verdict.status == 1, "\(verdict.output)")
      #expect(verdict.output.contains("some plan of"))
    }
    for route in proven.certificate.routes.indices.prefix(3) {
      let verdict = try proven.verdict {
        $0.routes[route].worth += unit
        $0.bound += 1
      }
      #expect(verdict.status == 1, "\(verdict.output)")
      #expect(verdict.output.contains("some route of"))
    }
    let free = try proven.verdict { certificate in
      for price in certificate.prices.indices { certificate.prices[price].price *= 2 }
    }
    #expect(free.status == 1, "\(free.output)")
  }
}
