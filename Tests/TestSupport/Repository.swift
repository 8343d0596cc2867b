import Foundation

/// The folder of the package, whose documents and instances tests read.
public let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
