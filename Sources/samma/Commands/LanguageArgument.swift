import ArgumentParser
import Reports

/// In which language a command tells people of its results.
struct LanguageArgument: ParsableArguments {
  @Option(help: "Language of what people read; without it, texts are in English and pages in Swedish.")
  var lang: Language?

  var ofText: Language { lang ?? .english }
  var ofPages: Language { lang ?? .swedish }
}

/// A command that tells of files in a language: also what it says of files that it refuses.
protocol Speaker {
  /// The language.
  var language: LanguageArgument { get }
}

extension Language: ExpressibleByArgument {
  /// The language of a code.
  public init?(argument: String) {
    guard let language = Language.allCases.first(where: { $0.code == argument }) else { return nil }
    self = language
  }

  /// The codes of all languages.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}
