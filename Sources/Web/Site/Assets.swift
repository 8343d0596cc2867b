import Hummingbird

/// The style sheets and the script, which the program holds in itself.
enum Assets {
  static func add(to router: Router<SiteContext>) {
    let files: [(String, [UInt8], String)] = [
      ("board.css", PackageResources.board_css, "text/css; charset=utf-8"),
      ("board.js", PackageResources.board_js, "text/javascript; charset=utf-8"),
      ("axis.css", Array(axis.utf8), "text/css; charset=utf-8"),
    ]
    for (name, bytes, type) in files {
      router.get("assets/\(name)") { _, _ in
        var answer = Response.file(bytes, type: type)
        answer.headers[.cacheControl] = "private, max-age=300"
        return answer
      }
    }
  }

  /// Days and nights that a time axis can hold, in minutes.
  static let mostMinutes = 36 * 60

  /// The rules by which a page, which may hold no style of its own, says where something stands on a time axis: `m420` begins at
  /// 07:00, `s45` takes 45 minutes, `f360` is an axis that begins at 06:00, and `l960` one of 16 hours.
  static let axis: String = {
    let minutes = (0...mostMinutes).map { ".m\($0){--m:\($0)}.s\($0){--s:\($0)}" }
    let axes = stride(from: 0, through: mostMinutes, by: 60).map { ".f\($0){--f:\($0)}.l\($0){--l:\($0)}" }
    return (minutes + axes).joined(separator: "\n") + "\n"
  }()
}
