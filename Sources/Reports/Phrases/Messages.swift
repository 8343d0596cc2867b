/// What commands tell of files, and how it is said in other languages.
///
/// The lower floors make their messages in English, out of what they found; here is each of them once more, as a template,
/// with what it is in the other languages, in the order of `Language.allCases`. `{1}` is a value; values that are messages
/// themselves are translated too. `{1#}` is a number, and `{row/rows}` a word or another, by the number before it.
enum Messages {
  static let rows = frames + notes + found + expected + logs

  private static let frames = [
    "samma: {1} read as {2} | samma: {1} lästes som {2}",
    "and {1} more | och {1} till",
  ]

  /// What is told of tables that were read, and of what was made of them.
  private static let notes = [
    "{1}: read as {2}, {3#} {row/rows}; {4} | {1}: läst som {2}, {3} rader; {4}",
    "{1}: read as {2}, {3#} {row/rows} | {1}: läst som {2}, {3} rader",
    "a grid, {1} | ett rutschema, {1}",
    "{1}; {2#} {cell is an absence, which leaves/cells are absences, which leave} no shift | {1}; {2} rutor är frånvaro, utan pass",
    """
    {1}; {2#} {row that is/rows that are} no staff, such as sums and explanations \
    | {1}; {2} rader som inte är personal, till exempel summor och förklaringar
    """,
    "every week alike from {1} | alla veckor lika från {1}",
    "a cycle of {1} weeks from {2} | ett schema på {1} veckor från {2}",
    "{1}, the first Monday | {1}, den första måndagen",
    "from {1} to {2} only | bara från {1} till {2}",
    "{1}: no table of needs, by its columns; not read | {1}: ingen tabell med behov, av kolumnerna att döma; läses inte",
    "{1}: no table, by its name; not read | {1}: ingen tabell, av namnet att döma; läses inte",
    "{1}: not read, as the mapping says | {1}: läses inte, som mappningen säger",
    "{1}: could be the table {2} too; not read, since {3} is | {1}: kunde också vara tabellen {2}; läses inte, eftersom {3} läses",
    "{1}: marks of a schedule; not read | {1}: koder för ett schema; läses inte",
    "{1}: read as the schedule's marks | {1}: läst som schemats koder",
    "{1}: {2} hidden {row is/rows are} read like the others | {1}: {2} {2:dold rad/dolda rader} läses som de andra",
    "{1}: merged cells: their value is read in each of them, {2} more | {1}: sammanfogade celler: värdet läses i var och en, {2} till",
    "{1}: errors in cells: {2} | {1}: fel i celler: {2}",
    """
    {1}: formulas without a value: {2}; open the workbook in a spreadsheet and save it \
    | {1}: formler utan värde: {2}; öppna arbetsboken i ett kalkylprogram och spara den
    """,
    """
    {1}: numbers of more than 15 digits, whose last are lost: {2}; keep ids as text \
    | {1}: tal med mer än 15 siffror, där de sista har gått förlorade: {2}; håll id som text
    """,
    """
    {1}: hidden sheets of the workbook are not read: {2}; show them to have them read \
    | {1}: dolda blad i arbetsboken läses inte: {2}; visa dem så läses de
    """,
    "{1}: not read: {2}; a mapping can say what a column is | {1}: läses inte: {2}; en mappning kan säga vad en kolumn är",
    "{1}: in {2}, {3} | {1}: i {2}, {3}",
    "{1}: coordinates are in {2} | {1}: koordinaterna är i {2}",
    "coordinates are in {1} | koordinaterna är i {1}",
    "{1}, with north and east exchanged | {1}, med nord och öst omkastade",
    "a local zone of SWEREF 99 | en lokal zon av SWEREF 99",
    "{1} is {2}, and so dates have the order {3} | {1} är {2}, och datumen har alltså ordningen {3}",
    "{1} is {2} percent | {1} är {2} procent",
    "{1} is {2#} {minute/minutes} | {1} är {2} {2:minut/minuter}",
    "{1} is the time {2} | {1} är klockslaget {2}",
    "{1#} {client is/clients are} placed by {2} | {1} kunder placeras av {2}",
    "{1}: {2#} {row/rows}, {3} used; {4} | {1}: {2} rader, {3} använda; {4}",
    "{1}: {2#} {row/rows}, {3} used | {1}: {2} rader, {3} använda",
    "{1} not before the horizon; {2} | {1} inte före planeringstiden; {2}",
    "{1} not before the horizon | {1} inte före planeringstiden",
    "{1} not in the horizon; {2} | {1} inte i planeringstiden; {2}",
    "{1} not in the horizon | {1} inte i planeringstiden",
    "{1} without a shift; {2} | {1} utan pass; {2}",
    "{1} without a shift | {1} utan pass",
    "of nobody in the tables: {1} | om ingen i tabellerna: {1}",
    "{1} in {2#}; the nearest is {3} | {1} i {2}; närmast är {3}",
    "{1} in {2#}, {3} | {1} i {2}, {3}",
    "{1} in {2#} | {1} i {2}",
    "{1}, is planned as a {2}: visits {3}, shifts {4} | {1}, planeras som {2}: besök {3}, pass {4}",
    "{1} left out, {2} taken in | {1} utelämnade, {2} tillagda",
    """
    absences without an end, which last to the end of the horizon: {1} \
    | frånvaro utan slut, som gäller till planeringstidens slut: {1}
    """,
    """
    times away without an end, which last to the end of the horizon: {1} \
    | vistelser utan slut, som gäller till planeringstidens slut: {1}
    """,
    """
    {1}: {2} a {3} on days that the planner chooses, {4#} {visit/visits}, at least {5#} {day/days} apart \
    | {1}: {2} per {3} på dagar som planeringen väljer, {4} besök, minst {5} {5:dag/dagar} isär
    """,
    """
    {1}: from {2} on there is room for {3#} {day/days} between visits only \
    | {1}: från {2} finns plats för bara {3} {3:dag/dagar} mellan besöken
    """,
    """
    {1}: of the days from {2} on only a part is planned, and {3} of {4} visits \
    | {1}: av dagarna från {2} planeras bara en del, och {3} av {4} besök
    """,
    "{1} would begin after the horizon, and is left out | {1} skulle börja efter planeringstiden, och utelämnas",
    "{1#} {exception/exceptions} taken along, from {2#} {row/rows} | {1} undantag togs med, från {2} {2:rad/rader}",
    """
    exceptions of visits and shifts that this horizon does not have, left out: {1} \
    | undantag för besök och pass som inte finns under planeringstiden, utelämnade: {1}
    """,
    "clients without a need: {1} | kunder utan behov: {1}",
    "staff without a shift in the horizon: {1} | personal utan pass under planeringstiden: {1}",
    "{1#} {visit is/visits are} left out while their clients are away | {1} besök utelämnas medan kunderna är borta",
    """
    {1}, the fixed contact of {2}, has no shift in the horizon; name another contact \
    | {1}, fast kontakt för {2}, har inget pass under planeringstiden; ange en annan kontakt
    """,
    """
    {1}, the fixed contact of {2}, leaves after {3}: {4} of {5} visits are within reach; name another contact where that \
    is too few \
    | {1}, fast kontakt för {2}, slutar efter {3}: {4} av {5} besök kan nås; ange en annan kontakt om det är för få
    """,
    """
    {1}, the fixed contact of {2}, is blocked by the client; take the block away or name another contact \
    | {1}, fast kontakt för {2}, är spärrad av kunden; ta bort spärren eller ange en annan kontakt
    """,
    """
    {1}, the fixed contact of {2}, lacks {3}, which each visit needs; name another contact \
    | {1}, fast kontakt för {2}, saknar {3}, som varje besök kräver; ange en annan kontakt
    """,
    """
    {1}, the fixed contact of {2}, is never on shift when the client has a visit; name another contact \
    | {1}, fast kontakt för {2}, arbetar aldrig när kunden har besök; ange en annan kontakt
    """,
    """
    {1} no longer has the overtime that was excepted, since an absence cuts it \
    | {1} har inte längre den övertid som undantagits, eftersom en frånvaro kapar den
    """,
    """
    {1} is no longer pinned to {2}, which lies outside its new window \
    | {1} är inte längre låst till {2}, som ligger utanför det nya tidsfönstret
    """,
    """
    {1} is no longer pinned to {2}, who cannot serve it now | {1} är inte längre låst till {2}, som inte kan ta det nu
    """,
    "week | vecka", "month | månad", "Monday | måndag", "Tuesday | tisdag", "Wednesday | onsdag",
    "Thursday | torsdag", "Friday | fredag", "Saturday | lördag", "Sunday | söndag",
  ]

  /// What stands in a file and should not.
  private static let found = [
    "nothing | ingenting",
    "{1}, which may be {2} | {1}, som kan vara {2}",
    "no table {1} | ingen tabell {1}",
    "columns that could be {1} | kolumner som kunde vara {1}",
    "{1} or the table {2} | {1} eller tabellen {2}",
    "the table {1} | tabellen {1}",
    "several tables {1}: {2} | flera tabeller {1}: {2}",
    "the mark {1}, which stands in {2} too | koden {1}, som också står i {2}",
    "the mark {1} | koden {1}",
    "a share beside weekly hours | en andel vid sidan av veckotimmar",
    "no such file | filen finns inte", "no folder that can be listed | ingen mapp som kan läsas",
    "{1}, the id of row {2} already | {1}, som redan är id för rad {2}", "a folder | en mapp",
    "{1} again | {1} en gång till",
    "a workbook with a password | en arbetsbok med lösenord",
    "a workbook of the old kind (.xls) | en arbetsbok av den gamla sorten (.xls)",
    "{1} and {2} | {1} och {2}",
  ]

  /// What should stand there.
  private static let expected = [
    "a table, under any name, with the columns {1}, or a schedule with a column for each day | en tabell, vad den än heter, med kolumnerna {1}, eller ett schema med en kolumn för varje dag",
    "a table, under any name, with the columns {1} | en tabell, vad den än heter, med kolumnerna {1}",
    "a name of the {1} that says which, or the mapping's \"sources\" | ett namn på {1} som säger vilken, eller mappningens \"sources\"",
    "sheet | bladet", "file | filen",
    """
    one of them, or the mapping's "sources", which says what each is and may name several \
    | en av dem, eller mappningens "sources", som säger vad var och en är och kan nämna flera
    """,
    "the client's id | kundens id", "a client's id | en kunds id", "the staff member's id | personalens id",
    "a staff member's id | en anställds id", "one of the two | ett av de två", "one of {1} | något av {1}",
    "why it is allowed | varför det tillåts", "what the day is called | vad dagen heter",
    "a date such as 2026-12-24 | ett datum som 2026-12-24",
    "a date such as 2026-03-02, or with a time such as 2026-03-02 14:00 | ett datum som 2026-03-02, eller med en tid som 2026-03-02 14:00",
    "a date such as 2026-03-02 | ett datum som 2026-03-02",
    "a date that is not before the first, {1} | ett datum som inte är före det första, {1}",
    "a time after from, {1} | en tid efter from, {1}",
    "a time of day such as 07:30 | ett klockslag som 07:30",
    "another time than the start | en annan tid än början",
    "a day of the week such as söndag; Sunday where nothing is said | en veckodag som söndag; söndag där inget sägs",
    "one way of planning it; another row has it as {1} | ett sätt att planera den; en annan rad har den som {1}",
    "days such as {1}, without the word {2} | dagar som {1}, utan ordet {2}",
    "days such as {1} or {2} | dagar som {1} eller {2}",
    """
    the days too, such as {1}, or {2}, or how often, such as {3} | dagarna också, som {1}, eller {2}, eller hur ofta, som {3}
    """,
    "a date in the column first to count from, or {1} or {2} | ett datum i kolumnen first att räkna från, eller {1} eller {2}",
    "one rhythm alone, such as {1}; write the other as a row of its own | en enda takt, som {1}; skriv den andra som en egen rad",
    """
    days, such as {1}, and a row for each time of the day, with its part of the day or start \
    | dagar, som {1}, och en rad för varje gång på dagen, med del av dagen eller start
    """,
    "how often in what, such as {1} or {2} | hur ofta på vad, som {1} eller {2}",
    "{1}, {2} or {3}; every second month is not known | {1}, {2} eller {3}; varannan månad är inte känt",
    "one part of the day; write the other as a row of its own | en del av dagen; skriv den andra som en egen rad",
    "dates alone, such as {1}, or days of the week | bara datum, som {1}, eller veckodagar",
    """
    no more times than days, of which there are {1}; for {2} times write a row for each time of the day \
    | inte fler gånger än dagar, som är {1}; skriv för {2} gånger en rad för varje gång på dagen
    """,
    """
    fewer days apart than {1}, for which {2} visits have no room in a week or month \
    | färre dagar isär än {1}, som {2} besök inte har plats för på en vecka eller månad
    """,
    "a number of times a week or month, such as {1}, beside days apart | ett antal gånger per vecka eller månad, som {1}, vid dagar isär",
    "the days of a shift, such as {1}, and its times in start and end | dagarna för ett pass, som {1}, och dess tider i start och end",
    "the visit's length in minutes | besökets längd i minuter",
    """
    a whole number of minutes from {1} to {2}, such as 30, 00:30 or 0,5 tim \
    | ett helt antal minuter från {1} till {2}, som 30, 00:30 eller 0,5 tim
    """,
    "hours from {1} to {2}, such as 38,25 or 38:15 | timmar från {1} till {2}, som 38,25 eller 38:15",
    "a whole number from {1} to {2} | ett heltal från {1} till {2}",
    "a number from {1} to {2} | ett tal från {1} till {2}",
    """
    percent alone or parts of one alone, where the column has both {1} and {2}; a percent sign settles it \
    | bara procent eller bara delar av ett, där kolumnen har både {1} och {2}; ett procenttecken avgör det
    """,
    "ja or nej, yes or no, or nothing | ja eller nej, yes eller no, eller ingenting",
    "{1} or \"dateOrder\": {2} | {1} eller \"dateOrder\": {2}",
    "a part of the day such as {1} or {2}, or a start time | en del av dagen som {1} eller {2}, eller en starttid",
    """
    morgon, lunch, middag, kväll, two times such as 07:00-10:00, or a word that a mapping gives in slots \
    | morgon, lunch, middag, kväll, två klockslag som 07:00-10:00, eller ett ord som en mappning ger i slots
    """,
    "the part of the day that the days name, {1} | den del av dagen som dagarna nämner, {1}",
    "a time in the part of the day that the days name, {1} | en tid i den del av dagen som dagarna nämner, {1}",
    "a length that the part of the day has room for, {1} minutes | en längd som får plats i den delen av dagen, {1} minuter",
    "a number of minutes that is not below minGap, {1} | ett antal minuter som inte är under minGap, {1}",
    "a word that the tied visits of the client have in common | ett ord som kundens kopplade besök har gemensamt",
    "nothing, where the planner chooses the days: a tie is of one day | ingenting, där planeringen väljer dagarna: en koppling gäller en dag",
    "what line {1} says of the client, {2}, or nothing | det rad {1} säger om kunden, {2}, eller ingenting",
    "degrees north | grader nord", "degrees east | grader öst",
    "coordinates as in the other rows: {1}, north before east | koordinater som i de andra raderna: {1}, nord före öst",
    "coordinates as in the other rows: {1}, east before north | koordinater som i de andra raderna: {1}, öst före nord",
    """
    the zone of SWEREF 99 in which these are, in the header or in a mapping, such as {1} \
    | den zon av SWEREF 99 som de är i, i rubriken eller i en mappning, som {1}
    """,
    """
    the town too, since the address is found in {1} | orten också, eftersom adressen finns i {1}
    """,
    "{1} and in {2} | {1} och i {2}",
    """
    an address of {1}, or coordinates; the nearest is {2} | en adress i {1}, eller koordinater; närmast är {2}
    """,
    "an address of {1}, or coordinates | en adress i {1}, eller koordinater",
    "rostered or pool, schemalagt or vikarie | schemalagt eller vikarie",
    "the break's length, since its times are given | rastens längd, eftersom dess tider är givna",
    "a break shorter than its shift | en rast som är kortare än sitt pass",
    "a time at which the break fits into the shift | en tid då rasten får plats i passet",
    """
    two times such as 07-16, or a mark with a meaning: a row {1} below the schedule or in a sheet of its own, or the \
    mapping's "shifts" \
    | två klockslag som 07-16, eller en kod med en betydelse: en rad {1} under schemat eller på ett eget blad, eller \
    mappningens "shifts"
    """,
    "{1}; the nearest is {2} | {1}; närmast är {2}",
    """
    the id or name of somebody in the table staff; add that row or correct this one \
    | id eller namn på någon i tabellen staff; lägg till den raden eller rätta denna
    """,
    "the id or name of somebody in the table staff | id eller namn på någon i tabellen staff",
    """
    the id or name of a client in the tables; add the client or correct this row \
    | id eller namn på en kund i tabellerna; lägg till kunden eller rätta denna rad
    """,
    "the id of a row of {1}; add that row or correct the id | id i en rad i {1}; lägg till den raden eller rätta id:t",
    "an id, since the name is that of {1} | ett id, eftersom namnet bärs av {1}",
    "{1} and of {2} | {1} och av {2}",
    "{1}, before {2} of the same staff member ends at {3} | {1}, innan {2} för samma person slutar {3}",
    "shifts of {1} that do not overlap; move, shorten or remove one | pass för {1} som inte överlappar; flytta, korta eller ta bort ett",
    """
    staff who can serve the visit; remove the pin or mend what keeps them from it \
    | personal som kan ta besöket; ta bort låsningen eller rätta det som hindrar
    """,
    "each id once in {1}; give one of the two rows another id | varje id en gång i {1}; ge en av de två raderna ett annat id",
    "none in format 1; format 2 has them | inga i format 1; format 2 har dem",
    "a workbook saved as .xlsx, or a table saved as CSV | en arbetsbok sparad som .xlsx, eller en tabell sparad som CSV",
    "one saved without a password | en som är sparad utan lösenord",
    "a folder, or a workbook, with the tables of needs | en mapp, eller en arbetsbok, med tabellerna över behov",
  ]

  /// What the readers of logs say, and of files of every kind.
  private static let logs = [
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
