import Interchange

extension Language {
  /// How CSV is laid out for the spreadsheets of those who speak it.
  public var csvDialect: CSVDialect { mark == "," ? .decimalComma : .plain }
}
