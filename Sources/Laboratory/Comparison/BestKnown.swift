import Foundation
import Interchange

/// What is known best of instances: a file such as `instances/best-known.json`.
public struct BestKnown: Decodable, Sendable {
  /// What is known of one instance.
  public struct Entry: Decodable, Hashable, Sendable {
    /// The instance's name.
    public let instance: String
    /// The total of the best roster known.
    public let total: Int
    /// A proven lower bound on the total.
    public let bound: Int?
  }

  private static let format = "samma-best-known/1"

  private let format: String
  /// What is known, one entry an instance.
  public let entries: [Entry]

  /// Nothing known.
  public init() {
    format = Self.format
    entries = []
  }

  /// Reads a file.
  ///
  /// - Throws: `InputError` where it is none of best known totals.
  public init(path: String) throws(InputError) {
    let bytes = try FileBytes.read(path)
    guard let known = try? JSONDecoder().decode(BestKnown.self, from: Data(bytes)), known.format == Self.format else {
      throw InputError(
        file: path, found: "another file", expected: "format \(Self.format) with entries of instance and total")
    }
    self = known
  }

  subscript(instance: String) -> Entry? { entries.first { $0.instance == instance } }
}
