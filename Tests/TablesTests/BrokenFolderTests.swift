import Files
import Testing

@testable import Tables

@Suite struct BrokenFolderTests {
  @Test(arguments: BrokenFolder.all)
  func `a broken folder is refused with every problem, its file and its line`(broken: BrokenFolder) throws {
    #expect(try broken.problems() == broken.messages)
  }
}

/// Folders with one slip, or a few.
extension BrokenFolder {
  static let all: [BrokenFolder] = [
    .init(
      "a column misspelled", "staff", "maxMinutes", "maxMinuts",
      [
        #"a/staff.csv:1: found the unknown column "maxMinuts"; expected "maxMinutes", the nearest known column"#
      ]),
    .init(
      "a column twice", "staff", "skills", "name",
      [
        #"a/staff.csv:1: found the column "name" a second time; expected each column once"#
      ]),
    .init(
      "a required column missing", "visits", "id,client,earliest", "id,klient,earliest",
      [
        #"a/visits.csv:1: found the unknown column "klient"; expected "client", the nearest known column"#
      ]),
    .init(
      "a row with a cell too few", "visits", "V2,C2,", "V2C2,",
      [
        "a/visits.csv:3: visits row 2: found 11 cells; expected 12, one for each column of the header"
      ]),
    .init(
      "a row with a cell too many", "staff", "Åsa", "Åsa, RN",
      [
        "a/staff.csv:2: staff row 1: found 6 cells; expected 5, one for each column of the header; text that holds a separator stands in quotes"
      ]),
    .init(
      "a quote never closed", "clients", "Bo,k1", #""Bo,k1"#,
      [
        "a/clients.csv:2: clients row 1: found a quote that is never closed; expected a closing quote"
      ]),
    .init(
      "text after a closing quote", "clients", "Bo,k1", #""Bo" Ek,k1"#,
      [
        "a/clients.csv:2: clients row 1: found text after a closing quote; expected a separator there; a quote inside quoted text is written twice"
      ]),
    .init(
      "an empty file", "shifts", nil, "",
      [
        "a/shifts.csv:1: found an empty file; expected a first line that names the columns: id,staff,start,end,kind,breakMinutes,breakFrom,breakTo"
      ]),
    .init(
      "a required cell empty", "clients", "C2,,k1", "C2,,",
      [
        "a/clients.csv:3: clients row 2 (C2), location: found an empty cell; expected the id of a row of locations, in text"
      ]),
    .init(
      "text where a number is due", "visits", "2026-03-02T12:15,20", "2026-03-02T12:15,twenty",
      [
        #"a/visits.csv:3: visits row 2 (V2), minutes: found "twenty"; expected a whole number from 1 to 10080"#
      ]),
    .init(
      "a decimal comma", "locations", "57.4875", #""57,4875""#,
      [
        #"a/locations.csv:2: locations row 1 (base), lat: found "57,4875"; expected a number from -90 to 90"#
      ]),
    .init(
      "a date-time with a space", "visits", "2026-03-02T11:30", "2026-03-02 11:30",
      [
        #"a/visits.csv:3: visits row 2 (V2), earliest: found "2026-03-02 11:30"; expected a date-time that exists, such as 2026-03-02T07:30"#
      ]),
    .init(
      "a date that does not exist", "history", "2026-02-27", "2026-02-30",
      [
        #"a/history.csv:2: history row 1, date: found "2026-02-30"; expected a date that exists, such as 2026-03-02"#
      ]),
    .init(
      "an unknown flag", "visits", "service,false", "service,nej",
      [
        #"a/visits.csv:3: visits row 2 (V2), counts: found "nej"; expected true or false"#
      ]),
    .init(
      "an unknown word", "shifts", "pool", "poool",
      [
        #"a/shifts.csv:3: shifts row 2 (P), kind: found "poool"; expected one of "rostered", "pool""#
      ]),
    .init(
      "part of a break", "shifts", "2026-03-02T13:30", "",
      [
        "a/shifts.csv:2: shifts row 1 (S01-0302), breakTo: found an empty cell; expected a date-time that exists, such as 2026-03-02T07:30, since breakMinutes and breakFrom go with it; or none of them"
      ]),
    .init(
      "a list with an unknown id", "clients", "S01,S01,S02", "S01,S01;S09,S02",
      [
        #"a/clients.csv:2: clients row 1 (C1), preferred: found "S09"; expected the id of a row of staff; add that row or correct the id"#
      ]),
    .init(
      "two rows in a table of one", "horizon", nil, "start,days\n2026-03-02,7\n2026-03-09,7\n",
      [
        "a/horizon.csv:3: horizon: found 2 rows below the header; expected one row"
      ]),
    .init(
      "no row in a table of one", "horizon", nil, "start,days\n",
      [
        "a/horizon.csv:1: horizon: found 0 rows below the header; expected one row"
      ]),
    .init(
      "another format", "instance", "samma-instance/1", "samma-instance/9",
      [
        #"a/instance.csv:2: instance, format: found "samma-instance/9"; expected one of "samma-instance/1", "samma-instance/2""#
      ]),
    .init(
      "a whole number out of range", "horizon", ",7,", ",0,",
      [
        "a/horizon.csv:2: horizon, days: found 0; expected a whole number from 1 to 3660"
      ]),
    .init(
      "a missing file", "visits", nil, nil,
      [
        "a/visits.csv: found no such file; expected the table visits, with a header even if no rows"
      ]),
    .init(
      "an unknown file", "visit", nil, "id\n",
      [
        #"a: found the unknown file "visit.csv"; expected "visits.csv", the nearest known file"#
      ]),
    .init(
      "a matrix beside coordinates", "matrix", nil, "from,base,k1\nbase,0,1\nk1,1,0\n",
      [
        "a/matrix.csv: travel, minutes: found a matrix where the kind of travel is coordinates; expected no such file, or kind matrix in travel.csv"
      ]),
    .init(
      "matrix travel without a matrix", "travel", nil, "kind\nmatrix\n",
      [
        "a/matrix.csv: travel, minutes: found no such file; expected a table of minutes, since kind is matrix"
      ]),
    .init(
      "a matrix of words", "travel+matrix", nil, "from,base,k1\nbase,0,x\nk1,1.5,-\n",
      [
        #"a/matrix.csv:2: travel, minutes: found "x" in the row from "base"; expected whole minutes"#,
        #"a/matrix.csv:3: travel, minutes: found "1.5" in the row from "k1" (2 such in the row); expected whole minutes"#,
      ]),
    .init(
      "a matrix with a place missing", "travel+matrix", nil, "from,base\nbase,0\n",
      [
        #"a/matrix.csv:1: travel, minutes: found no column "k1"; expected a column for each location"#,
        #"a/matrix.csv:1: travel, minutes: found no row "k1"; expected a row for each location"#,
      ]),
    .init(
      "a matrix with an unknown place", "travel+matrix", nil, "from,base,k2\nbase,0,1\nk2,0,1\n",
      [
        #"a/matrix.csv:1: travel, minutes: found the column "k2"; expected the id of a row of locations; perhaps "k1""#,
        #"a/matrix.csv:1: travel, minutes: found no column "k1"; expected a column for each location"#,
        #"a/matrix.csv:1: travel, minutes: found no row "k1"; expected a row for each location"#,
        #"a/matrix.csv:3: travel, minutes: found the row "k2"; expected the id of a row of locations; perhaps "k1""#,
      ]),
    .init(
      "a ragged matrix", "travel+matrix", nil, "from,base,k1\nbase,0\nk1,0,1\n",
      [
        #"a/matrix.csv:1: travel, minutes: found no row "base"; expected a row for each location"#,
        "a/matrix.csv:2: travel, minutes: found 2 cells; expected 3, one for each column of the header",
      ]),
    .init(
      "a matrix with a row and a column twice", "travel+matrix", nil,
      "from,base,k1,k1\nbase,0,1,1\nk1,1,0,0\nk1,1,0,0\n",
      [
        #"a/matrix.csv:1: travel, minutes: found the column "k1" a second time; expected each location once"#,
        #"a/matrix.csv:4: travel, minutes: found the row "k1" a second time; expected each location once"#,
      ]),
    .init(
      "a matrix with another corner", "travel+matrix", nil, "id,base,k1\nbase,0,1\nk1,1,0\n",
      [
        #"a/matrix.csv:1: travel, minutes: found "id"; expected "from", and after it the ids of the locations"#
      ]),
    .init(
      "an empty matrix", "travel+matrix", nil, "",
      [
        #"a/matrix.csv:1: travel, minutes: found an empty file; expected a first line with "from" and the ids of the locations"#
      ]),
    .init(
      "text that is not UTF-8", "clients", "Bo", "B\u{FFFF}",
      [
        "a/clients.csv:2: clients row 1 (C1), name: found text that is not UTF-8; expected UTF-8; save the file in that encoding"
      ]),
    .init(
      "problems in several files", "staff+visits", nil, "id,name\nS01\nS02,Bo\n",
      [
        "a/staff.csv:2: staff row 1: found 1 cell; expected 2, one for each column of the header",
        #"a/visits.csv:1: found the unknown column "name"; expected one of id, client, earliest, latest, minutes, staff, skills, kind, counts, priority, pinned, pinnedStart"#,
        #"a/visits.csv:1: found no column "client"; expected a column "client" with the id of a row of clients, in text"#,
        #"a/visits.csv:1: found no column "earliest"; expected a column "earliest" with a date-time that exists, such as 2026-03-02T07:30"#,
        #"a/visits.csv:1: found no column "latest"; expected a column "latest" with a date-time that exists, such as 2026-03-02T07:30"#,
        #"a/visits.csv:1: found no column "minutes"; expected a column "minutes" with a whole number from 1 to 10080"#,
        "a/visits.csv:2: visits row 1: found 1 cell; expected 2, one for each column of the header",
      ]),
  ]
}
