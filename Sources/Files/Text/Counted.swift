/// A number with what is counted, in the singular where it is one.
///
/// - Parameter many: The plural, where it is not made with an s.
package func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
