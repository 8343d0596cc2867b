/// What the readers of logs say, for those who read another language than English.
///
/// A message is made where something is found, in English; here it stands as it is said there, with `{1}` for its first value, and
/// in the other languages in the order of `Language.allCases`. Values are put into words likewise. A message without a row stays
/// English.
enum Messages {
  static let rows = [
    // Columns
    "the columns {1}, of which each could be {2} | kolumnerna {1}, av vilka var och en kan vara {2}",
    "a mapping that says which: {1} | en mappning som säger vilken: {1}",
    """
    the column that the mapping names for {1}; a file of other columns has a mapping of its own \
    | kolumnen som mappningen anger för {1}; en fil med andra kolumner har en egen mappning
    """,
    """
    a column {1}, under one of the names in use or one that a mapping gives \
    | en kolumn {1}, med något av de vanliga namnen eller ett som en mappning anger
    """,
    "the columns {1} | kolumnerna {1}",
    "no header | inga rubriker",
    // Dates
    """
    in the column {1} dates that may be read as {2} such as {3} \
    | i kolumnen {1} datum som kan läsas som {2}, till exempel {3}
    """,
    "in the column {1} dates that may be read as {2} | i kolumnen {1} datum som kan läsas som {2}",
    """
    in the column {1} dates some of which are written as {2} such as {3} \
    | i kolumnen {1} datum som är skrivna dels som {2}, till exempel {3}
    """,
    "in the column {1} dates some of which are written as {2} | i kolumnen {1} datum som är skrivna dels som {2}",
    """
    dates in one order that is clear, such as 2026-03-02, or the order in a mapping: {1} \
    | datum i en entydig ordning, till exempel 2026-03-02, eller ordningen i en mappning: {1}
    """,
    """
    dates whose order shows only after the beginning | datum vars ordning syns först efter filens början
    """,
    """
    a file, which can be read again, or a mapping with {1} \
    | en fil, som kan läsas igen, eller en mappning med {1}
    """,
    "day, month, year | dag, månad, år",
    "month, day, year | månad, dag, år",
    "year, month, day | år, månad, dag",
    "{1} or as {2} | {1} eller som {2}",
    "\"{1}\" or \"{2}\" | \"{1}\" eller \"{2}\"",
    "\"{1}\" and \"{2}\" | \"{1}\" och \"{2}\"",
    // Ids
    "\"{1}\" in the column \"{2}\", and so in {3} rows | \"{1}\" i kolumnen \"{2}\", och så på {3} rader",
    "\"{1}\" in the column \"{2}\" | \"{1}\" i kolumnen \"{2}\"",
    """
    the id with all its digits: a spreadsheet has shortened it, and others may have become the same; export again with the \
    column as text | hela numret: ett kalkylprogram har förkortat det, och andra kan ha blivit lika; exportera igen med \
    kolumnen som text
    """,
    // Files
    "a file that can be read | en fil som kan läsas",
    "No such file or directory | ingen sådan fil",
    "an undamaged gzip file | en hel gzip-fil",
    "a workbook without a sheet to be seen | en arbetsbok utan synligt blad",
    "a sheet with a table | ett blad med en tabell",
    """
    a list of objects, each a row, or an object with such lists \
    | en lista med objekt, vart och ett en rad, eller ett objekt med sådana listor
    """,
    """
    no log of visits, since it lacks columns; not read | ingen besökslogg, eftersom kolumner saknas; läses inte
    """,
    """
    hidden sheets of the workbook are not read: {1}; show them to have them read \
    | arbetsbokens dolda blad läses inte: {1}; visa dem så läses de
    """,
    "1 hidden row is read like the others | 1 dold rad läses som de andra",
    "{1} hidden rows are read like the others | {1} dolda rader läses som de andra",
    """
    merged cells: their value is read in each of them, {1} more \
    | sammanfogade celler: värdet läses i var och en av dem, {1} till
    """,
    "errors in cells: {1} | fel i celler: {1}",
    """
    formulas without a value: {1}; open the workbook in a spreadsheet and save it \
    | formler utan värde: {1}; öppna arbetsboken i ett kalkylprogram och spara den
    """,
    """
    numbers of more than 15 digits, whose last are lost: {1}; keep ids as text \
    | tal med fler än 15 siffror, vars sista har gått förlorade: {1}; spara id som text
    """,
    """
    the key {1} holds lists of objects, which are no cells and are left out \
    | nyckeln {1} innehåller listor av objekt, som inte är celler och utelämnas
    """,
    "{1} and {2} more | {1} och {2} till",
    // Places
    "{1}, sheet {2}, row {3}: {4} | {1}, blad {2}, rad {3}: {4}",
    "{1}, sheet {2}: {3} | {1}, blad {2}: {3}",
    "{1}, sheet {2}, row {3} | {1}, blad {2}, rad {3}",
    "{1}, sheet {2} | {1}, blad {2}",
    "standard input | standard in",
    "{1}: {2} | {1}: {2}",
  ]
}
