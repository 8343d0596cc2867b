import Foundation
import Reports

/// Standard output or standard error, written without a buffer so that nothing is lost and every failure is seen.
enum StandardStream: Int32 {
  /// Where data goes.
  case output = 1
  /// Where progress and complaints go.
  case error = 2

  /// A stream could not be written.
  struct WriteFailure: Error, CustomStringConvertible {
    let stream: StandardStream
    let reason: String

    var description: String { "standard \(stream) cannot be written: \(reason)" }
  }

  /// Whether a person is likely to be looking at it.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Makes a write to a reader that has gone away fail instead of ending the process, which would lose a roster.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Keeps the numbers of streams that are closed from files and other things that are opened later, which would get what
  /// is meant for the stream; to read or write one of them fails as before.
  static func keepClosedOnesClosed() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of the bytes.
  ///
  /// A reader that has gone away (`samma report … | head`) wants no more: what is left is dropped without complaint.
  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(rawValue, $0.baseAddress, $0.count) }
      if written >= 0 {
        bytes = bytes.dropFirst(written)
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw WriteFailure(stream: self, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Writes all of the text.
  func write(_ text: String) throws(WriteFailure) { try write(Array(text.utf8)) }

  /// Writes a line or more that the command can do without: a failure is let pass.
  func tell(_ line: String) { try? write(line.printable + "\n") }

  /// Tells of something that the user should know and may well have meant.
  func note(_ line: some CustomStringConvertible, in language: Language = .english) {
    tell(language.note("\(line)"))
  }

  /// Tells of something that the user has hardly meant.
  func warn(_ line: String, in language: Language = .english) { tell(language.message("warning: \(line)")) }
}
