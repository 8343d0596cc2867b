/// Text of a page in which nothing from outside is markup.
///
/// What a program's literals say stands as it is; whatever is interpolated is made harmless, unless it is `HTML` itself:
///
///     let row: HTML = "<td>\(client.name)</td>"
///
/// The literals of the source are the only door for markup: no string can become `HTML` without being escaped.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  package private(set) var text: String

  /// Markup that stands in the source.
  package init(stringLiteral literal: StaticString) { text = literal.description }

  /// Markup that stands in the source, with values.
  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  private init(safe text: String) { self.text = text }

  /// An id or a name: its own reading direction, and long ones break.
  package static func name(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

  /// The same with the sign of percent kept beside its number.
  var keepingUnits: HTML { HTML(safe: text.replacing(" %", with: "\u{A0}%")) }

  /// Both, one after the other.
  package static func + (left: HTML, right: HTML) -> HTML { HTML(safe: left.text + right.text) }

  /// Adds more at the end.
  package static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// Collects literals as they are and values made harmless.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Room for the literals.
    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(2 * literalCapacity) }

    /// Adds markup of the source.
    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
    }

    /// Adds HTML.
    package mutating func appendInterpolation(_ html: HTML) { text += html.text }

    /// Adds any other value as text.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += HTML.escaped(value.description)
    }
  }

  /// Text as it stands between tags and in attribute values.
  ///
  /// Control characters and marks that turn the reading direction become visible, so that no id can pretend to be another.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}

extension Sequence<HTML> {
  /// All, one after the other, with something between them.
  package func joined(separator: HTML = "") -> HTML {
    var result: HTML = ""
    for (place, html) in enumerated() { result += place > 0 ? separator + html : html }
    return result
  }
}
