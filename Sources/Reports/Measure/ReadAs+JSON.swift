import Continuity
import Interchange

extension ReadAs {
  /// Columns, words, rows and warnings.
  func write(_ json: inout JSONWriter, showsIDs: Bool) {
    json.object { json in
      json.key("files")
      json.list { json in for file in quality.files { write(file, &json) } }
      json.newLine()
      json.key("words")
      json.list { json in
        for word in words {
          json.object { json in
            json.member("column", word.word.column.rawValue)
            json.member("word", word.word.word)
            json.member("meaning", word.word.meaning)
            json.member("rows", word.word.rows)
            json.member("verdict", word.verdict.rawValue)
          }
        }
      }
      json.newLine()
      json.key("rows")
      write(rowsOf: &json)
      json.newLine()
      json.key("warnings")
      json.list { json in
        for warning in warnings {
          json.object { json in
            json.member("kind", warning.key)
            json.member("text", warning.text(.english, showsIDs: showsIDs))
          }
        }
      }
    }
  }

  private func write(_ file: LogFileReading, _ json: inout JSONWriter) {
    json.object { json in
      json.member("file", file.file)
      json.member("encoding", file.encoding.rawValue)
      json.member("headerLine", file.headerLine)
      json.key("columns")
      json.list { json in
        for column in file.columns {
          json.object { json in
            json.member("header", column.header)
            json.member("column", column.column?.rawValue)
            json.member("why", column.reason?.rawValue)
            json.member("dateOrder", column.dateOrder?.rawValue)
          }
        }
      }
    }
  }

  private func write(rowsOf json: inout JSONWriter) {
    guard let account else { return json.null() }
    json.object { json in
      json.members(account.dates)
      json.member("read", quality.rows)
      json.member("furtherStaff", quality.extraMeetings)
      json.key("became")
      json.object { json in for (key, count) in rows { json.member(key, count) } }
    }
  }
}
