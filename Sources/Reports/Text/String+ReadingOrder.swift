import Foundation

extension String {
  /// Whether people read it before another name: area 2 before area 10, whatever the case.
  func isReadBefore(_ other: String) -> Bool {
    compare(other, options: [.numeric, .caseInsensitive]) == .orderedAscending
  }
}
