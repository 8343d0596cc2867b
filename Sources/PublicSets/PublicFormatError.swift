/// A problem that a public set's format cannot hold.
public struct PublicFormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the format has no room for.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension PublicProblem {
  /// The problem as a file of a public set; the same bytes for the same problem.
  ///
  /// - Throws: `PublicFormatError` where the format cannot hold the problem.
  public func text(as format: Format) throws(PublicFormatError) -> [UInt8] {
    switch format {
    case .bredstromRonnqvist: try BredstromRonnqvistWriter.text(self)
    case .uhhc: try UHHCWriter.json(self)
    case .convrp: throw PublicFormatError("convrp is a set of problems over several days")
    }
  }
}
