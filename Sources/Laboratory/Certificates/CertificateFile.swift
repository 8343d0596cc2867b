import HomeCare
import Interchange
import Rostering

/// A certificate of a bound as a file that `Benchmarks/verify.py` confirms.
public enum CertificateFile {
  private static let format = "samma-certificate/1"
  /// What stands for the digest while it is worked out.
  private static let noDigest = String(repeating: "0", count: 64)

  /// The file of a certificate, which says so itself where one byte is changed: its `digest` is the SHA-256 of the file with
  /// zeros in the digest's place.
  public static func bytes(_ certificate: BoundCertificate, of instance: String) throws -> [UInt8] {
    var prices: [String: [String: Int]] = [:]
    for price in certificate.prices { prices[price.visit.rawValue, default: [:]][price.shift.rawValue] = price.price }
    let exclusions = certificate.exclusions.map { exclusion -> JSONObject in
      ["visits": exclusion.visits.map(\.rawValue), "left": exclusion.left]
    }
    let plans = certificate.plans.map { plan -> JSONObject in
      ["client": plan.client.rawValue, "period": plan.period, "visit": plan.visit?.rawValue, "worth": plan.worth]
    }
    let routes = Dictionary(certificate.routes.map { ($0.shift.rawValue, $0.worth) }, uniquingKeysWith: min)
    let file: JSONObject = [
      "format": format, "instance": instance, "bound": certificate.bound, "unit": certificate.unit,
      "exclusions": exclusions, "prices": prices, "plans": plans, "routes": routes, "digest": noDigest,
    ]
    let text = try JSONText.page(file)
    let digest = hexadecimal(SHA256.digest(of: Array(text.utf8)))
    return Array(text.replacing("\"\(noDigest)\"", with: "\"\(digest)\"", maxReplacements: 1).utf8)
  }
}
