/// A language of the reports.
///
/// This file and `Messages` are all there is of a language: a new one is a value here, and one more column in the rows.
public struct Language: Hashable, CaseIterable, Sendable {
  /// The code that a user gives and that a page states.
  public let code: String
  /// What stands before the decimals.
  let mark: String

  /// English, in which a phrase is told that another language lacks.
  public static let english = Language(code: "en", mark: ".")
  /// Swedish.
  public static let swedish = Language(code: "sv", mark: ",")

  /// All languages, in the order of the columns below.
  public static let allCases = [english, swedish]
}

/// What reports say: a row a phrase, a column a language, in the order of `Language.allCases`.
///
/// In a phrase `{1}` is the first value that it is given, and `{1:visit/visits}` the first word where that value is one
/// and the second otherwise. Titles stand in small letters; where one opens a line, its first letter is raised.
enum Phrase: String, CaseIterable {
  // MARK: Words of many reports
  case above = "above {1} | över {1}"
  case andMore = "… and {1} more | … och {1} till"
  case change = "change | ändring"
  case client = "client | kund"
  case clients = "clients | kunder"
  case coc = "COC | COC"
  case contact = "contact | fast kontakt"
  case excluded = "excluded | undantagna"
  case fiveMostMet = "share of the five most met | andel hos de fem vanligaste"
  case floor = "floor | golv"
  case from = "from | från"
  case knownStaffLine = """
    share of visits by staff met in the period before: {1}, mean over {2} {2:client/clients} \
    | andel besök av personal från perioden före: {1}, medel över {2} {2:kund/kunder}
    """
  case largest = "largest | störst"
  case max = "max | max"
  case mean = "mean | medel"
  case median = "median | median"
  case meetings = "meetings | möten"
  case met = "met | möter"
  case min = "min | min"
  case minutes = "minutes | minuter"
  case newStaff = "new | nya"
  case period = "period | period"
  case secon = "SECON | SECON"
  case shareOf = "{1}: {2} of {3} ({4}) | {1}: {2} av {3} ({4})"
  case skills = "skills | kompetens"
  case smallest = "smallest | minst"
  case staff = "staff | personal"
  case start = "start | start"
  case target = "target | mål"
  case titleAndValue = "{1}: {2} | {1}: {2}"
  case to = "to | till"
  case total = "total | poäng"
  case travel = "travel | restid"
  case unassigned = "unassigned | otilldelat"
  case upc = "UPC | UPC"
  case visit = "visit | besök"
  case visits = "visits | besök"
  case why = "why | varför"
  case whyAboveTarget = "why above target | varför över målet"
  case window = "window | tidsfönster"

  // MARK: Notes and refusals
  case noteLine = "note: {1} | notering: {1}"
  case sheetOfWorkbook = "sheet | blad"
  case rowOfTable = "row | rad"

  // MARK: Definitions
  case definitionInList = "{1}, version {2}: {3} | {1}, version {2}: {3}"
  case definitionLine = "Definition {1} | Definition {1}"
  case definitionHeading = "Definition: {1}, version {2} | Definition: {1}, version {2}"
  case definition = "definition | definition"
  case comparedDefinition = "Beside it, definition {1} | Bredvid, definition {1}"
  case whyMeansDiffer = """
    Why the means by {1} and by {2} differ, and by how much \
    | Varför medelvärdena enligt {1} och {2} skiljer sig, och hur mycket
    """
  case difference = "difference | skillnad"
  case countedByBoth = "clients counted by both | kunder som båda räknar"
  case countedByOne = "by {1} alone | som bara {1} räknar"
  case ofThem = "theirs | deras del"
  case leavesOut = """
    {1} leaves out, by rule, whom the other counts: {2} \
    | {1} undantar, efter regel, kunder som den andra räknar: {2}
    """
  case settingsOf = "Only in {1}, version {2}: {3} | Bara i {1}, version {2}: {3}"
  case definitionsCompared = "definitions compared | definitioner jämförda"
  case sameSettings = "The settings are the same | Inställningarna är desamma"
  case byHours = "told apart by hours of service a day: {1} | uppdelat efter hjälptimmar per dag: {1}"
  case hoursOfService = "hours of service a day | hjälptimmar per dag"
  case hoursBelow = "below {1} | under {1}"
  case hoursFromTo = "{1} to {2} | {1}–{2}"
  case hoursUnknown = "not known | okänt"
  case periodsOfDays = "periods of {1} {1:day/days} | perioder om {1} {1:dag/dagar}"
  case startsBetween = """
    visits that start {1} to {2}, both included | besök som börjar {1}–{2}, båda klockslagen inräknade
    """
  case daysOfTheWeek = "days of the week {1} | veckodagar {1}"
  case without = "without {1} | utan {1}"
  case withoutStaffOf = "without staff of {1} | utan personal av kategori {1}"
  case visitsEveryDay = """
    at least {1} {1:visit/visits} on every counted day | minst {1} besök varje dag som räknas
    """
  case visitsAtLeast = "at least {1} {1:visit/visits} | minst {1} besök"
  case unknownAgeCounts = """
    clients of {1} or over (unknown age counts) | kunder som är {1} år eller äldre (okänd ålder räknas)
    """
  case unknownAgeDoesNotCount = """
    clients of {1} or over (unknown age does not count) \
    | kunder som är {1} år eller äldre (okänd ålder räknas inte)
    """
  case withoutAway = "without clients who were away | utan kunder som varit borta"
  case oneVisitWithin = """
    one visit is what starts within {1} {1:minute/minutes} of its first start, what starts before all of those have left, and what one of those begins within {1} {1:minute/minutes} of that; who joins later does not prolong it; nothing that starts four hours after its first start belongs to it, and planned starts, where known, say which rows start together, though the visit starts when it really did \
    | ett besök är det som börjar inom {1} {1:minut/minuter} från dess första start, det som börjar innan alla dessa har gått, och det som någon av dessa fortsätter med inom {1} {1:minut/minuter} efter det; den som kommer till senare förlänger det inte; inget som börjar fyra timmar efter den första starten hör dit, och planerade starttider, där de finns, avgör vilka rader som börjar tillsammans, men besöket börjar när det verkligen gjorde det
    """
  case oneVisitAtOneStart = """
    rows that start at the same minute are one visit \
    | rader som börjar samma minut är ett besök
    """
  case allStaffOfDouble = "all staff of a double visit | all personal vid dubbelbemanning"
  case oneOfDouble = "one staff member of a double visit | en av personalen vid dubbelbemanning"
  case ownCalculation = "Own calculation. | Egen beräkning."
  case plannedVisits = ", planned visits | , planerade besök"

  // MARK: Measures of a log, as text
  case lastPeriod = "Last period, {1} to {2} | Senaste perioden, {1} till {2}"
  case meanAndMedian = """
    mean {1} ({2} staff met by {3} {3:client/clients}; rounded {4}), median {5} (rounded {6}) \
    | medel {1} ({2} personal mötte {3} {3:kund/kunder}; avrundat {4}), median {5} (avrundat {6})
    """
  case aboveTheTarget = "above the target {1} | över målet {1}"
  case meanToTarget = "; mean to the target: {1} | ; medel mot målet: {1}"
  case clientsMostStaffFirst = """
    Clients {1} to {2}, most staff first | Kunder {1} till {2}, de med mest personal först
    """
  case countedAtUnknownAge = "counted at unknown age: {1} | räknade med okänd ålder: {1}"
  case clientsLeftOutOf = "Clients left out: {1} of {2} | Undantagna kunder: {1} av {2}"
  case dataLine = """
    Data: {1} {1:row/rows}, {2} used, {3} repeated, {4} {4:client/clients}, {5} staff \
    | Data: {1} {1:rad/rader}, {2} {2:använd/använda}, {3} {3:upprepad/upprepade}, {4} {4:kund/kunder}, {5} personal
    """
  case datesAs = "{1} with dates as {2} | {1} med datum som {2}"
  case warning = "Warning: {1} | Varning: {1}"
  case readAsOf = "{1} was read as | {1} lästes som"
  case word = "word | ord"
  case wordsReadAs = "Words and their meanings | Ord och deras betydelser"
  case meaning = "meaning | betydelse"
  case verdict = "does it count | räknas det"
  case whatBecameOfRows = "what became of them | vad som blev av dem"
  case badRowsOf = "could not be used: {1} | kunde inte användas: {1}"
  case rowsOf = """
    Rows read: {1}, and {2} more staff named beside others; in the period {3} – {4}: \
    | Lästa rader: {1}, och {2} till av personalen nämnda bredvid andra; i perioden {3} – {4}:
    """
  case noRowLeftOut = """
    the definition leaves out {1}, but no word of the column of {2} means that \
    | definitionen undantar {1}, men inget ord i kolumnen för {2} betyder det
    """
  case noColumnToLeaveOut = """
    the definition leaves out {1}, but the log has no column of {2}: it cannot be told apart \
    | definitionen undantar {1}, men loggen har ingen kolumn för {2}: det går inte att skilja ut
    """
  case partOfPeriod = """
    the log has but a part of the period {1} – {2}: its visits are from {3} to {4}, so the period's figures are too low \
    | loggen har bara en del av perioden {1} – {2}: dess besök är från {3} till {4}, så periodens tal är för låga
    """
  case daysWithoutVisits = """
    the log has no visit at all on {1} {1:day/days} of the measured periods ({2}): their figures are too low, or nobody is counted \
    | loggen har inte ett enda besök {1} {1:dag/dagar} av de mätta perioderna ({2}): deras tal är för låga, eller så räknas ingen
    """
  case nursingLeftOut = """
    rows of nursing do not say what kind of staff came; they are left out as home nursing, and with them tasks delegated \
    to home-care staff \
    | rader om sjukvård säger inte vilken personal som kom; de undantas som hemsjukvård, och med dem insatser som \
    delegerats till hemtjänsten
    """
  case nursingByUnknownStaff = """
    {1} {1:row is/rows are} of nursing and {1:does/do} not say what kind of staff came; {1:it is/they are} left out as \
    home nursing, and with {1:it/them} tasks delegated to home-care staff; a column of staff category, or a mapping of the words, tells them apart \
    | {1} {1:rad/rader} gäller sjukvård utan att säga vilken personal som kom; {1:den/de} undantas som hemsjukvård, och \
    med {1:den/dem} insatser som delegerats till hemtjänsten; en kolumn för personalkategori, eller en mappning av orden, skiljer dem åt
    """
  case unknownWordsAsk = """
    words of {1} whose meaning is not known, with their rows; they count unless the definition names them: {2}; \
    decide in a mapping, such as {3} \
    | ord för {1} vars betydelse inte är känd, med antal rader; de räknas om inte definitionen nämner dem: {2}; \
    bestäm i en mappning, till exempel {3}
    """
  case contactsUnmatched = """
    {1} {1:fixed contact is/fixed contacts are} no staff of the log in any spelling, so nothing is said of {1:it/them} \
    | {1} {1:fast omsorgskontakt/fasta omsorgskontakter} finns inte bland loggens personal i någon stavning, så inget sägs \
    om {1:den/dem}
    """
  case cellsSplit = """
    {1} {1:list/lists} of several staff in a cell {1:was/were} read as several people \
    | {1} {1:lista/listor} med flera personer i en cell lästes som flera personer
    """
  case cellsNotSplit = """
    {1} {1:text looks like several staff and was taken for one person/texts look like several staff and were taken for one \
    person each} | {1} {1:text/texter} ser ut som flera personer men togs för {1:en person/en person var}
    """
  case severalGroups = """
    {1} {1:counted client has/counted clients have} more than one {2}; each is counted whole where most of the meetings \
    are | {1} {1:räknad kund/räknade kunder} har mer än en {2}; var och en räknas i sin helhet där de flesta \
    mötena är
    """
  case someSeveralGroups = """
    some counted clients have more than one {1}; each is counted whole where most of the meetings are \
    | några räknade kunder har mer än en {1}; var och en räknas i sin helhet där de flesta mötena är
    """
  case clientsOfSeveral = "clients of several | kunder med flera"
  case clientsOfSeveralCount = """
    {1} {1:client/clients} with several providers or areas | {1} {1:kund/kunder} med flera utförare eller områden
    """
  case several = "several | flera"
  case staffAndMeetings = "staff met with each | personal hos var och en"
  case partOfSeveral = """
    {1}: {2} staff in {3} {3:meeting/meetings} | {1}: {2} personal vid {3} {3:möte/möten}
    """
  case sharedNumbers = """
    {1} staff {1:number occurs/numbers occur} at more than one provider, with other names in {2} of them; {3} of them \
    {3:was/were} read as different people at each provider, the others as one; a mapping decides for all, by {4} \
    or false | {1} personalnummer finns hos mer än en \
    utförare, med andra namn i {2} av dem; {3} av dem lästes som olika personer hos varje utförare, de övriga som en; \
    en mappning bestämmer för alla, med {4} eller false
    """
  case sharedNumbersForBoards = """
    some numbers of staff occur at more than one provider, in files of several kinds or with several names, and one number \
    may be several people: the figures may be too low | några personalnummer finns hos mer än en utförare, i filer av flera \
    slag eller med flera namn, och ett nummer kan vara flera personer: talen kan vara för låga
    """
  case rowsLeftAside = """
    {1} of {2} {2:row/rows} could not be used ({3}), and the figures are of the others alone \
    | {1} av {2} {2:rad/rader} kunde inte användas ({3}), och talen gäller bara de övriga
    """
  case strays = """
    {1} {1:visit lies/visits lie} four weeks or more from all others ({2} to {3}, the others {4} to {5}), as mistyped dates do, \
    and {1:is/are} measured only where --from or --to asks for it \
    | {1} besök ligger fyra veckor eller mer från alla andra ({2} till {3}, de andra {4} till {5}), som felskrivna datum gör, \
    och mäts bara där --from eller --to ber om det
    """
  case straysForBoards = """
    a few visits lie four weeks or more from all others, which are of {1} to {2}, and are not measured unless asked for \
    | några få besök ligger fyra veckor eller mer från alla andra, som är från {1} till {2}, och mäts inte utan att man ber om det
    """
  case statusNotRead = """
    the column {1} is not read, and on {2} {2:row/rows} speaks of visits that did not take place, such as {3}: they count; a \
    mapping reads it as the status, {4}, or passes it over, {5} \
    | kolumnen {1} läses inte, och talar på {2} {2:rad/rader} om besök som inte blev av, till exempel {3}: de räknas; en \
    mappning läser den som status, {4}, eller går förbi den, {5}
    """
  case zerosDropped = """
    a mapping makes one of ids with and without zeros in front, by {1} \
    | en mappning gör id med och utan nollor framför till ett, med {1}
    """
  case startSuchAs = "{1} holds texts such as {2} | {1} innehåller texter som {2}"
  case noVisits = """
    {1} {1:row is/rows are} of no visit at a client's ({2}) and not counted; a mapping may say otherwise, such as {3} \
    | {1} {1:rad/rader} är inget besök hos någon kund ({2}) och räknas inte; en mappning kan säga annat, till exempel {3}
    """
  case staffLacking = """
    by the column {1}, {2} {2:visit/visits} had more staff than the log names, who are not counted: the figures are too low \
    | enligt kolumnen {1} hade {2} besök fler personal än loggen nämner, och de räknas inte: talen är för låga
    """
  case staffLackingForBoards = """
    some visits had more staff than the log names, who are not counted: the figures are too low \
    | en del besök hade fler personal än loggen nämner, och de räknas inte: talen är för låga
    """
  case partsWithoutVisits = """
    {2}: {1} of them {1:has/have} days without any visit on which others have visits, such as {3}: an export may end too early or \
    have gaps \
    | {2}: {1} av dem saknar besök vissa dagar då andra har besök, till exempel {3}: en export kan sluta för tidigt eller ha luckor
    """
  case partsWithoutVisitsForBoards = """
    {2}: {1} of them {1:has/have} days without any visit on which others have visits: the figures may be too low \
    | {2}: {1} av dem saknar besök vissa dagar då andra har besök: talen kan vara för låga
    """
  case statusNotReadForBoards = """
    a column of the log that is not read speaks of visits that did not take place, which count: the figures may be too high \
    | en kolumn i loggen som inte läses talar om besök som inte blev av, och de räknas: talen kan vara för höga
    """
  case withoutLength = """
    {1} {1:visit begins and ends/visits begin and end} at the same minute, as those often do that did not take place; \
    {1:it counts/they count} | {1} besök börjar och slutar samma minut, som de ofta gör som inte blev av; de räknas
    """
  case withoutLengthForBoards = """
    some visits begin and end at the same minute, as those often do that did not take place: the figures may be too high \
    | en del besök börjar och slutar samma minut, som de ofta gör som inte blev av: talen kan vara för höga
    """
  case nearNames = """
    {1} {1:name/names} of the column of {2} are written as another is but for the order of the words or a word for what \
    somebody is; each is read as a person of its own | {1} namn i kolumnen för {2} är skrivna som ett annat så när som på \
    ordföljden eller ett ord för vad någon är; vart och ett läses som en egen person
    """
  case nearNumbers = """
    {1} {1:number/numbers} of the column of {2} are written as another is but for zeros that a spreadsheet takes or gives; \
    each is read as a person of its own; a mapping brings them together, {3} \
    | {1} nummer i kolumnen för {2} är skrivna som ett annat så när som på nollor som ett kalkylprogram tar bort eller \
    lägger till; vart och ett läses som en egen person; en mappning för dem samman, {3}
    """
  case nearIDsForBoards = """
    some people seem to be written in several ways in the log, and count several times: the figures may be wrong \
    | en del personer tycks vara skrivna på flera sätt i loggen, och räknas flera gånger: talen kan vara fel
    """
  case severalNames = """
    beside {1} staff {1:number/numbers} stand names without a word in common, as of several people; each number is read as \
    one person; a mapping that reads staff by name tells them apart: {2} \
    | vid {1} personalnummer står namn utan något ord gemensamt, som på flera personer; varje nummer läses som en person; \
    en mappning som läser personalen efter namn skiljer dem åt: {2}
    """
  case sharedAcrossFiles = """
    {1} staff {1:number occurs/numbers occur} in files of several kinds that cover the same time ({2}), and {1:is/are each} \
    read as one person; where each system numbers its own staff, a mapping for each file names its provider: {3} \
    | {1} personalnummer finns i filer av flera slag för samma tid ({2}) och läses som en person var; där varje system \
    numrerar sin egen personal anger en mappning för varje fil dess utförare: {3}
    """
  case agesUnknown = """
    the definition leaves out clients under {1}, but the age of {2} of the {3} counted is not known, and so they count \
    | definitionen undantar kunder under {1} år, men åldern är okänd för {2} av de {3} räknade, som därför räknas med
    """
  case agesUnknownForBoards = """
    the definition leaves out clients under {1}, but the log does not tell the age of all: those of unknown age count \
    | definitionen undantar kunder under {1} år, men loggen anger inte allas ålder: de av okänd ålder räknas med
    """
  case centuriesGuessed = """
    the personal {1:number/numbers} of {1} {1:client does/clients do} not tell the century and would make {1:a child/children} \
    of them: read as born a hundred years before; a number with its century, or a year of birth, settles it \
    | {1} {1:kunds/kunders} personnummer anger inte århundradet och skulle göra dem till barn: de läses som födda hundra år \
    tidigare; ett nummer med århundrade, eller ett födelseår, avgör det
    """
  case birthYearsTaken = """
    the year of birth of {1} {1:client/clients} was taken from a personal number \
    | {1} {1:kunds/kunders} födelseår togs ur ett personnummer
    """
  case headsAndTails = """
    {1} {1:row is/rows are} the head or the tail of a file, or of no client and no visit, such as travel \
    | {1} {1:rad/rader} är filens huvud eller slut, eller utan kund och inget besök, till exempel restid
    """
  case staffNotRead = """
    the column {1} is not read, but {2} of its {3} different {3:value is/values are} staff of the log, in {4} \
    {4:row/rows}: whoever it names is not counted; decide in a mapping, by {5} or by {6} \
    | kolumnen {1} läses inte, men {2} av dess {3} olika {3:värde/värden} är personal i loggen, på {4} {4:rad/rader}: den \
    som nämns där räknas inte; bestäm i en mappning, med {5} eller med {6}
    """
  case peopleNotRead = """
    the column {1} is not read, but {2} of its {3} different {3:value is/values are} written like {4}, in {5} \
    {5:row/rows}: if they are staff at the visits, they are not counted; decide in a mapping, by {6} or by {7} \
    | kolumnen {1} läses inte, men {2} av dess {3} olika {3:värde/värden} skrivs som {4}, på {5} {5:rad/rader}: om det är \
    personal vid besöken räknas den inte; bestäm i en mappning, med {6} eller med {7}
    """
  case staffReadAsOther = """
    the column {1} is read as {2}, but {3} of its {4} different {4:value is/values are} staff of the log; a mapping can \
    say otherwise, by {5} or by {6} \
    | kolumnen {1} läses som {2}, men {3} av dess {4} olika {4:värde/värden} är personal i loggen; en mappning kan säga \
    något annat, med {5} eller med {6}
    """
  case staffNotReadForBoards = """
    a column of the log that is not read seems to hold staff, who are not counted: the figures may be too low \
    | en kolumn i loggen som inte läses tycks innehålla personal, som inte räknas: talen kan vara för låga
    """
  case foundExpected = "{1}: found {2}; expected {3} | {1}: hittade {2}; väntade {3}"
  case inputRefused = """
    the input is refused, {1} {1:problem/problems}: | indata avvisas, {1} {1:problem/problem}:
    """
  case visitsFromOnly = """
    there are visits from {1} to {2} only | det finns besök från {1} till {2} bara
    """
  case shorterThanPeriod = """
    {1} to {2} is shorter than a period of {3} {3:day/days} | {1} till {2} är kortare än en period om {3} {3:dag/dagar}
    """
  case periodOutside = """
    the period {1} to {2} lies outside the log, which has visits from {3} to {4} \
    | perioden {1} till {2} ligger utanför loggen, som har besök från {3} till {4}
    """
  case question = "question: {1} | fråga: {1}"
  case noVisitRead = """
    no visit was read that took place or is planned ({1}); --explain-columns shows how columns are read \
    | inget besök lästes som har utförts eller planerats ({1}); --explain-columns visar hur kolumnerna läses
    """
  case unknownStatuses = """
    words of status whose meaning is not known: {1}; a mapping says what they mean: {2} \
    | ord för status som inte är kända: {1}; en mappning säger vad de betyder: {2}
    """
  case noVisitOfAny = """
    no visit was read that took place or is planned; --explain-columns shows how columns are read \
    | inget besök lästes som har utförts eller planerats; --explain-columns visar hur kolumnerna läses
    """
  case rowsUnusable = """
    {1} of {2} {2:row/rows} could not be used; --bad-rows lists them \
    | {1} av {2} {2:rad/rader} kunde inte användas; --bad-rows listar dem
    """
  case rowsUnusableListed = """
    {1} of {2} {2:row/rows} could not be used; they are listed in {3} \
    | {1} av {2} {2:rad/rader} kunde inte användas; de listas i {3}
    """
  case rowsUnusableListedInPart = """
    {1} of {2} {2:row/rows} could not be used; the first {3} are listed in {4} \
    | {1} av {2} {2:rad/rader} kunde inte användas; de första {3} listas i {4}
    """
  case numbersMissing = """
    {1} {1:row has/rows have} a name in the column {2} and no number in {3}, and could not be used; a mapping can take the \
    names instead: {4} | {1} {1:rad/rader} har ett namn i kolumnen {2} men inget nummer i {3} och kunde inte användas; en \
    mappning kan ta namnen i stället: {4}
    """
  case strangersAwayNamed = """
    {1} {1:absence is/absences are} of clients who are not in the log, and {1:changes/change} nothing \
    | {1} {1:frånvaro/frånvaror} gäller kunder som inte finns i loggen och ändrar inget
    """
  case nearestIs = "{1} (the nearest is {2}) | {1} (närmast är {2})"
  case absencesFoundByName = """
    {1} {1:absence names its client/absences name their clients} by name instead of id \
    | {1} {1:frånvaro anger kunden/frånvaror anger kunderna} med namn i stället för id
    """
  case absencesElsewhere = """
    {1} {1:absence lies/absences lie} outside the dates of the log \
    | {1} {1:frånvaro/frånvaror} ligger utanför loggens datum
    """
  case badRows = "bad rows, {1}: {2} | oanvändbara rader, {1}: {2}"
  case idsInSeveralSpellings = "ids in several spellings: {1} | id i flera stavningar: {1}"
  case absencesOfOthersLine = """
    absences of clients who are not in the log: {1} | frånvaro för kunder som inte finns i loggen: {1}
    """
  case column = "column | kolumn"
  case readAsTitle = "read as | läst som"
  case example = "example | exempel"
  case headerOnLine = "header on line {1} | rubriker på rad {1}"
  case tab = "tab | tabb"
  case comma = "comma | komma"
  case semicolon = "semicolon | semikolon"
  case bar = "bar | lodstreck"
  case missingAndNeeded = "missing and needed: {1} | saknas men behövs: {1}"
  case notThere = "not there: {1} | finns inte: {1}"

  // MARK: How sure the measures of a log are, and why they changed
  case interval = "{1} interval | {1}-intervall"
  case fromTo = "{1} to {2} | {1} till {2}"
  case withInterval = ", interval {1} | , intervall {1}"
  case intervalOf = "{1} interval of the {2}: {3} | {1}-intervall för {2}: {3}"
  case concludedClear = """
    That differs from the target by more than chance between clients explains ({1} interval {2}). \
    | Det skiljer sig från målet mer än vad slumpen mellan kunder förklarar ({1}-intervall {2}).
    """
  case concludedNear = """
    Chance between clients alone may explain the difference from the target ({1} interval {2}). \
    | Enbart slumpen mellan kunder kan förklara skillnaden mot målet ({1}-intervall {2}).
    """
  case concludedRise = """
    The mean rose by {1} since the period before (interval {2}), by more than chance between clients explains. \
    | Medelvärdet steg med {1} sedan föregående period (intervall {2}), mer än vad slumpen mellan kunder förklarar.
    """
  case concludedFall = """
    The mean fell by {1} since the period before (interval {2}), by more than chance between clients explains. \
    | Medelvärdet sjönk med {1} sedan föregående period (intervall {2}), mer än vad slumpen mellan kunder förklarar.
    """
  case concludedNoChange = """
    No clear change since the period before: {1} (interval {2}). \
    | Ingen tydlig ändring sedan föregående period: {1} (intervall {2}).
    """
  case concludedSignal = """
    The latest period is unlike the usual ({1}): {2}. | Den senaste perioden avviker från det vanliga ({1}): {2}.
    """
  case concludedUsual = """
    Periods usually lie from {1}; the latest does too. | Perioder ligger vanligen från {1}; så även den senaste.
    """
  case concludedFew = """
    So few clients do not tell whether that differs from the target by more than chance ({1} interval {2}). \
    | Så få kunder avgör inte om det skiljer sig från målet mer än slumpen ({1}-intervall {2}).
    """
  case concludedChangeOfFew = """
    So few clients do not tell whether the mean changed since the period before: {1} (interval {2}). \
    | Så få kunder avgör inte om medelvärdet ändrades sedan föregående period: {1} (intervall {2}).
    """
  case fewClients = """
    Fewer than {1} {1:client/clients}: the intervals cannot be relied on. \
    | Färre än {1} {1:kund/kunder}: intervallen går inte att lita på.
    """
  case fewClientsMarked = """
    * fewer than {1} {1:client/clients}: not to be relied on | * färre än {1} {1:kund/kunder}: inget att lita på
    """
  case nobodyStayed = """
    no client is counted in both periods: the whole change is one of who is counted \
    | ingen kund räknas i båda perioderna: hela ändringen beror på vilka som räknas
    """
  case changeSince = """
    Change since the period before, {1} to {2}, and whose it is \
    | Ändring sedan föregående period, {1} till {2}, och vilkas den är
    """
  case stayed = "the {1} counted in both | de {1} i båda"
  case came = "{1} who came | {1} som tillkom"
  case wentAway = "{1} who left | {1} som föll bort"
  case pointsAboveTarget = "share above the target, points | andel över målet, procentenheter"
  case cameBecause = "Those who came were left out before: {1} | De som tillkom var undantagna före: {1}"
  case leftBecause = "Those who left are left out now: {1} | De som föll bort är undantagna nu: {1}"
  case changeBy = """
    Change of the mean since {1} to {2}, by {3}: {4} within groups, {5} by other sizes of groups \
    | Medelvärdets ändring sedan {1} till {2}, efter {3}: {4} inom grupperna, {5} av andra gruppstorlekar
    """
  case clientsBefore = "clients before | kunder före"
  case clientsNow = "clients now | kunder nu"
  case meanBefore = "mean before | medel före"
  case meanNow = "mean now | medel nu"
  case within = "within the group | inom gruppen"
  case between = "by its size | av storleken"
  case controlChart = """
    Control chart of {1} {1:period/periods} (individual values; limits three deviations from the centre, by moving ranges) \
    | Styrdiagram över {1} {1:period/perioder} (enskilda värden; gränser tre avvikelser från mitten, av rörliga spann)
    """
  case provisionalLimits = """
    fewer than {1} {1:period/periods}: the limits are provisional | färre än {1} {1:period/perioder}: gränserna är preliminära
    """
  case noControlChart = """
    No control chart: it takes {1} {1:period/periods} that do not overlap. \
    | Inget styrdiagram: det kräver {1} {1:period/perioder} som inte överlappar.
    """
  case centre = "centre | mitten"
  case lowerLimit = "lower limit | nedre gräns"
  case upperLimit = "upper limit | övre gräns"
  case signals = "Signals, which chance alone seldom gives: | Signaler, som slumpen ensam sällan ger:"
  case signalAt = "{1} to {2}: {3}, {4} | {1} till {2}: {3}, {4}"
  case high = "high | högt"
  case low = "low | lågt"
  case noSignal = """
    No signals: the periods differ as chance makes them. \
    | Inga signaler: perioderna skiljer sig som slumpen gör.
    """

  case howSureAndWhy = "how sure, and why | hur säkert, och varför"
  case intervalsOfLatest = "Latest period, {1} to {2} | Senaste perioden, {1} till {2}"
  case value = "value | värde"
  case controlChartTitle = """
    Control chart: means with intervals, centre and limits | Styrdiagram: medelvärden med intervall, mitt och gränser
    """
  case dashedLimits = """
    Dashed: the centre, and the limits between which periods usually lie. \
    | Streckat: mitten, och gränserna som perioder vanligen ligger mellan.
    """
  case whatCausesAdd = """
    What causes add, {1} to {2}: the same clients without the meetings of each. Causes overlap and do not add up. \
    | Vad orsaker lägger till, {1} till {2}: samma kunder utan mötena av var och en. Orsaker överlappar och summerar inte.
    """
  case cause = "cause | orsak"
  case meanWithout = "mean without | medel utan"
  case fewer = "fewer | färre"
  case clientsWithFewer = "clients with fewer | kunder med färre"
  case fewerWithout = "fewer staff without | färre personal utan"
  case causeCategory = "staff: {1} | personal: {1}"
  case causeOnce = "staff met once | personal som mötts en gång"
  case causeWeekdays = "Monday to Friday | måndag till fredag"
  case causeWeekend = "weekends | helger"
  case causeDoubles = "double-staffed visits | dubbelbemannade besök"
  case planAgainstOutcome = """
    The plan against the outcome, {1} to {2}: mean {3} planned, {4} met, over {5} {5:client/clients} \
    | Planen mot utfallet, {1} till {2}: medel {3} planerat, {4} mött, för {5} {5:kund/kunder}
    """
  case meetingIs = "a meeting is | ett möte är"
  case bringsStaff = "brings staff, a client | ger personal, per kund"
  case plannedNotMet = "planned and not met: −{1} a client | planerade men inte mötta: −{1} per kund"
  case plannedNotMade = """
    planned visits near which none took place: {1} | planerade besök som inget besök ligger nära: {1}
    """
  case unknownToPlan = """
    counted clients whom the plan does not know, left out here: {1} \
    | räknade kunder som planen inte känner, utelämnade här: {1}
    """
  case unknownToLog = """
    staff of the plan who are not in the log by their ids: {1}; they are taken for absent \
    | personal i planen som inte finns i loggen med sina id: {1}; de räknas som frånvarande
    """
  case foundInOtherSpelling = """
    clients and staff found in the plan by another spelling of the id, or by the name: {1} \
    | kunder och personal som hittades i planen med annan stavning av id, eller med namnet: {1}
    """

  // MARK: Measures of a log, as a page
  case pageTitle = "Continuity of staff | Personalkontinuitet"
  case periodsMeasured = "{1} {1:period/periods} | {1} {1:period/perioder}"
  case noPeriod = "No period | Ingen period"
  case performedBasis = "Performed visits. | Utförda besök."
  case plannedBasis = """
    Planned visits, since none is known to be performed. \
    | Planerade besök, eftersom inga utförda är kända.
    """
  case notFromStatistics = """
    Own calculation, not taken from Kolada or other statistics. \
    | Egen beräkning, inte hämtad från Kolada eller annan statistik.
    """
  case staffMean = "staff, mean ({1}) | personal i medeltal ({1})"
  case targetAtMost = "target, at most | mål, högst"
  case aboveCountOf = "above {1}: {2} of {3} | över {1}: {2} av {3}"
  case whoMetWhom = """
    {1} counted {1:client/clients} met {2} staff in all, each counted once for every client; smallest {3}, largest {4}. \
    | {1} {1:räknad kund/räknade kunder} mötte tillsammans {2} personal, var och en räknad för varje kund; minst {3}, störst {4}.
    """
  case indices = """
    UPC {1}, COC {2}, SECON {3}, share of visits with the fixed contact {4}; on average {5} {5:visit/visits} per client. \
    | UPC {1}, COC {2}, SECON {3}, andel besök med fast omsorgskontakt {4}; i medeltal {5} besök per kund.
    """
  case meanAgainstTarget = """
    Mean against the target {1}: {2}; above the target: {3} of {4} ({5}). \
    | Medelvärdet mot målet {1}: {2}; över målet: {3} av {4} ({5}).
    """
  case published = "Published figures to compare with | Publicerade värden att jämföra med"
  case publishedWhere = "where | var"
  case year = "year | år"
  case source = "source | källa"
  case figuresOfOthers = "Figures of others | Andras värden"
  case othersDiffer = """
    Others may have counted by other rules. | Andra kan ha räknat efter andra regler.
    """
  case trendTitle = "Mean number of staff by period | Personal i medeltal per period"
  case trendTitleWithPlan = """
    Mean number of staff by period (dotted: the plan) | Personal i medeltal per period (prickad: planen)
    """
  case trendDescription = """
    {1} {1:period/periods} from {2} to {3}; means {4}; dashed line: the target, {5} \
    | {1} {1:period/perioder} från {2} till {3}; medelvärden {4}; streckad linje: målet {5}
    """
  case lastDayOfPeriod = "last day of the period | periodens sista dag"
  case distribution = "Distribution | Fördelning"
  case distributionTitle = "Clients by the number of staff they met | Kunder efter antal personal de mött"
  case distributionDescription = "Clients by number of staff: {1} | Antal kunder efter antal personal: {1}"
  case periodByPeriod = "Period by period | Period för period"
  case shareAboveLimits = "Share of clients above the limits | Andel kunder över gränserna"
  case range = "range | minst–störst"
  case groups = "Groups | Grupper"
  case by = "By {1} | Efter {1}"
  case unknown = "unknown | okänt"
  case planAndOutcome = "Plan and outcome | Plan och utfall"
  case meansOfPlan = "Means by the plan and by what was met | Medel enligt planen och enligt utfallet"
  case planMean = "plan, mean | plan, medel"
  case outcomeMean = "outcome, mean | utfall, medel"
  case planClients = "plan, clients | plan, kunder"
  case outcomeClients = "outcome, clients | utfall, kunder"
  case clientsAboveTarget = "Clients above the target | Kunder över målet"
  case clientsAboveTargetCount = """
    {1} of {2} {2:client/clients} above the target, {3} | {1} av {2} {2:kund/kunder} över målet {3}
    """
  case nobodyAboveTarget = """
    None of {1} {1:client/clients} met more than {2}. | Ingen av {1} {1:kund/kunder} mötte fler än {2}.
    """
  case metMostClients = "Those who met the most clients | De som mött flest kunder"
  case shareWithOwnContacts = "share with own contact clients | andel med egna kontaktkunder"
  case staffMeetClients = """
    {1} staff {1:member meets/members meet} {2} {2:client/clients} each on average. | {1} {1:person/personer} möter i medeltal {2} {2:kund/kunder} var.
    """
  case clientsLeftOut = "Clients left out | Undantagna kunder"
  case countedAndLeftOut = "{1} counted, {2} left out | {1} räknade, {2} undantagna"
  case rule = "rule | regel"
  case atUnknownAge = "Counted at unknown age | Räknade med okänd ålder"
  case namedInAppendix = "All are named in the appendix at the end. | Alla namnges i bilagan sist."
  case appendix = "Appendix: clients left out | Bilaga: undantagna kunder"
  case dataQuality = "Data quality | Datakvalitet"
  case rows = "rows | rader"
  case rowsNotUsed = "Rows that could not be used | Rader som inte kunde användas"
  case firstLines = "first lines | första raderna"
  case absencesOfOthers = """
    Absences of clients who are not in the log | Frånvaro för kunder som inte finns i loggen
    """
  case mergedIds = "Ids found in several spellings | Id som fanns i flera stavningar"
  case method = "Method | Metod"
  case methodText = """
    Distinct staff are counted for each client and period. UPC: the share of meetings with the person met most. COC: \
    Bice and Boxerman's index. SECON: the share of visits with someone from the visit before. UPC and COC fall as \
    visits rise, so the number of visits always stands beside them. \
    | Antal olika personal räknas per kund och period. UPC: den vanligaste personens andel av mötena. COC: Bice och \
    Boxermans index. SECON: andel besök med någon från besöket innan. Ju fler besök, desto lägre UPC och COC, så \
    antalet besök står alltid bredvid.
    """
  case idsReplaced = "ids replaced by pseudonyms | id ersatta av pseudonymer"

  // MARK: The first page of every edition
  case conclusionAbove = """
    From {1} to {2}, clients met {3} different staff on average: {4} more than the target of at most {5}. \
    | Från {1} till {2} mötte kunderna i medeltal {3} olika personal: {4} fler än målet på högst {5}.
    """
  case conclusionAt = """
    From {1} to {2}, clients met {3} different staff on average, which is the target of at most {5}. \
    | Från {1} till {2} mötte kunderna i medeltal {3} olika personal, precis som målet på högst {5}.
    """
  case conclusionBelow = """
    From {1} to {2}, clients met {3} different staff on average: {4} fewer than the target of at most {5}. \
    | Från {1} till {2} mötte kunderna i medeltal {3} olika personal: {4} färre än målet på högst {5}.
    """
  case conclusionRose = """
    That is {1} more than in the period before ({2}). | Det är {1} fler än under föregående period ({2}).
    """
  case conclusionStayed = """
    That is as many as in the period before ({2}). | Det är lika många som under föregående period ({2}).
    """
  case conclusionFell = """
    That is {1} fewer than in the period before ({2}). | Det är {1} färre än under föregående period ({2}).
    """
  case conclusionNobody = """
    From {1} to {2} there is no client whom the definition counts. \
    | Från {1} till {2} finns ingen kund som definitionen räknar.
    """
  case conclusionTooFew = """
    From {1} to {2} fewer than {3} {3:client/clients} are counted, so no figure is shown. \
    | Från {1} till {2} räknas färre än {3} {3:kund/kunder}, så inget värde visas.
    """
  case clientsCounted = "clients counted | räknade kunder"
  case uprightIntervals = "Upright: {1} intervals. | Lodrätt: {1}-intervall."
  case intervalsApart = """
    Intervals stand at the latest day and at whole periods before it, since the periods of days between share most of their days. \
    | Intervall står vid den senaste dagen och vid hela perioder före den, eftersom periodernas dagar däremellan till största delen är samma.
    """
  case dashedTarget = "Dashed: the target, {1}. | Streckad: målet, {1}."
  case axisBegins = """
    The axis begins at {1}, not at 0, so that the change can be seen. \
    | Axeln börjar vid {1}, inte vid 0, så att förändringen syns.
    """
  case byInPeriod = "By {1}, {2} – {3} | Efter {1}, {2} – {3}"
  case meanOnScale = "Mean on a scale, {1} (line: target) | Medel på en skala, {1} (streck: mål)"
  case trendsBy = "By {1}, period by period | Efter {1}, period för period"
  case smallGroupsWithoutChart = """
    {1} smaller {1:group/groups} without a chart: the tables have them. \
    | {1} mindre {1:grupp/grupper} utan diagram: de finns i tabellerna.
    """
  case workEdition = """
    Edition for work: it holds ids, and is not to be published. | Utgåva för arbetet: innehåller id och ska inte publiceras.
    """

  // MARK: The edition for a board
  case fewerThan = "fewer than {1} | färre än {1}"
  case allButFewerThan = "all but fewer than {1} | alla utom färre än {1}"
  case notShown = "not shown | visas inte"
  case putTogether = "together: {1} | tillsammans: {1}"
  case boardEdition = """
    Edition for the board and the public: it names no client and no staff member. Counts of fewer than {1} {1:client/clients} are not \
    shown, nor is what they could be worked out from. \
    | Utgåva för nämnd och allmänhet: den namnger varken kunder eller personal. Antal under {1} {1:kund/kunder} visas inte, och inte \
    heller det som de kunde räknas fram ur.
    """
  case boardGroups = """
    Each client stands in the group that most of their visits are in. Groups of few clients stand together, in all periods \
    alike. \
    | Varje kund står i den grupp där flest av kundens besök är gjorda. Grupper med få kunder står tillsammans, lika i alla \
    perioder.
    """
  case boardLeftOut = """
    Not told apart by {1}, since that would show counts of few clients. \
    | Redovisas inte efter {1}, eftersom det skulle visa antal för få kunder.
    """
  case leftOutByRules = """
    Left out of the latest period: {1} {1:client/clients} ({2}) | Undantagna senaste perioden: {1} {1:kund/kunder} ({2})
    """
  case leftOutNotTold = """
    How many clients were left out is not shown: in some period they were few. \
    | Hur många kunder som undantagits visas inte: någon period var de få.
    """
  case reasonOfClients =
    "Above the target for this reason, {1}: {2} {2:client/clients} | Över målet av detta skäl, {1}: {2} {2:kund/kunder}"
  case reasonsOverlap = """
    Clients above the target, by reason; a client may have several \
    | Kunder över målet, efter skäl; en kund kan ha flera
    """
  case rowsRead = """
    {1} {1:row/rows} read, {2} of them used; {3} repeated | {1} {1:rad läst/rader lästa}, varav {2} {2:använd/använda}; {3} {3:upprepad/upprepade}
    """
  case rolesFound = "Found in the log: {1} | Fanns i loggen: {1}"
  case unknownWordCount = """
    Words of {1} without a known meaning: {2}; the edition for work lists them \
    | Ord i {1} utan känd betydelse: {2}; utgåvan för arbetet listar dem
    """
  case whatIsNotShown = "What is not shown | Vad som inte visas"
  case bandsAreWide = """
    Bands are so wide that each holds at least {1} {1:client/clients}. | Klasserna är så breda att var och en rymmer minst {1} {1:kund/kunder}.
    """
  case boardMethod = """
    Different staff are counted for each client and period: each staff member who came at least once. The mean is taken over \
    the clients counted. A share of clients is not shown where it, or what is left of the whole, is fewer than the limit; \
    then others beside it are not shown either. \
    | Olika personal räknas per kund och period: alla som kom minst en gång. Medelvärdet tas över de räknade kunderna. En \
    andel kunder visas inte där den, eller det som återstår, är färre än gränsen; då visas inte heller andra bredvid den.
    """

  // MARK: Continuity of a roster
  case continuityOf = """
    Continuity of {1}, {2} to {3}, distinct staff in {4} {4:day/days} \
    | Kontinuitet för {1}, {2} till {3}, olika personal på {4} {4:dag/dagar}
    """
  case nobodyMet = "No client meets anyone. | Ingen kund möter någon."
  case overClients = "over {1} {1:client/clients} | för {1} {1:kund/kunder}"
  case overClientsAndPeriods = "over {1} {1:client/clients} and periods | för {1} {1:kund/kunder} och perioder"
  case aboveOwnTarget = "above own target | över eget mål"
  case metAndFloor = """
    staff met, all clients: {1}; continuity floor: {2} | personal som möts, alla kunder: {1}; kontinuitetsgolv: {2}
    """
  case clientsWithoutMeeting = "clients without any meeting: {1} | kunder utan något möte: {1}"
  case clientsAndPeriodsWithoutMeeting = """
    clients and periods without any meeting: {1} | kunder och perioder utan något möte: {1}
    """
  case staffMet = "staff met | personal som möts"
  case nobodyHasAShift = "No staff member has a shift. | Ingen i personalen har något arbetspass."
  case clientHours = "client h | kundtid, h"
  case contractHours = "contract h | avtalad, h"
  case share = "share | andel"
  case travelHours = "travel h | restid, h"
  case shifts = "shifts | arbetspass"
  case evenings = "evenings | kvällar"
  case weekendDays = "weekend days | dagar på helg"
  case clientTimeShare = """
    client time {1} of contract time over {2} staff, from {3} ({4}) to {5} ({6}) \
    | kundtid {1} av avtalad tid för {2} i personalen, från {3} ({4}) till {5} ({6})
    """

  // MARK: Exceptions
  case exceptedWindow = """
    visit {1} may start {2} {2:minute/minutes} sooner and {3} later | besöket {1} får börja {2} {2:minut/minuter} tidigare och {3} senare
    """
  case exceptedSooner =
    "visit {1} may start {2} {2:minute/minutes} sooner | besöket {1} får börja {2} {2:minut/minuter} tidigare"
  case exceptedLater =
    "visit {1} may start {2} {2:minute/minutes} later | besöket {1} får börja {2} {2:minut/minuter} senare"
  case exceptedShift = """
    shift {1} begins {2} {2:minute/minutes} sooner and ends {3} later \
    | arbetspasset {1} börjar {2} {2:minut/minuter} tidigare och slutar {3} senare
    """
  case exceptedEarlyShift = """
    {2} {2:minute/minutes} of overtime before shift {1} | {2} {2:minut/minuter} övertid före arbetspasset {1}
    """
  case exceptedLateShift = """
    {2} {2:minute/minutes} of overtime after shift {1} | {2} {2:minut/minuter} övertid efter arbetspasset {1}
    """
  case exceptedWay = """
    the way from visit {1} to visit {2} takes {3} {3:minute/minutes} \
    | vägen från besöket {1} till besöket {2} tar {3} {3:minut/minuter}
    """
  case exceptedBreak = "shift {1} needs no break | arbetspasset {1} behöver ingen rast"
  case exceptedSkills = "{2} serves visit {1} without its skills | {2} tar besöket {1} utan dess kompetens"
  case exceptedOfPairs = "{2} serves visit {1} all the same: {3} | {2} tar besöket {1} ändå: {3}"
  case exceptedBlocked = "{2} serves visit {1} although blocked | {2} tar besöket {1} fast kunden har valt bort"
  case exceptedHours = """
    {1} works up to {2} {2:minute/minutes} above the cap | {1} arbetar upp till {2} {2:minut/minuter} över timtaket
    """
  case exceptedOverlap = "visits {1} and {2} may overlap | besöken {1} och {2} får överlappa"
  case becauseOf = "{1}; {2} | {1}; {2}"
  case allowedByWhom = "{1} (allowed by {2}) | {1} (tillåtet av {2})"
  case exceptionNeeded = "EXCEPTED {1}: {2} | UNDANTAG {1}: {2}"
  case exceptionNotNeeded = "not needed {1}: {2} | behövs inte {1}: {2}"
  case exceptionProposed = "PROPOSED {1}: {2} | FÖRSLAG {1}: {2}"
  case nothingCovers = "no exception covers {1} | inget undantag hjälper mot {1}"
  case proposalsCoverAll = """
    {1} {1:exception/exceptions} would cover what is broken | {1} undantag skulle täcka det som bryts
    """
  case proposalSums = """
    {1} {1:exception/exceptions} would cover what is broken, but for {2} {2:violation/violations} that none covers \
    | {1} undantag skulle täcka det som bryts, utom {2} regelbrott som inget undantag hjälper mot
    """
  case exceptionsNeedFormat = """
    Exceptions need an instance of format 2; samma upgrade makes one. \
    | Undantag kräver ett underlag i format 2; samma upgrade gör ett.
    """

  // MARK: Upgrades
  case upgradedAlready = """
    The instance is of format 2 already. | Underlaget är redan i format 2.
    """
  case upgraded = """
    Made format 2 of format 1. In both a roster must keep the rules H1 to H11; in format 2 also H12: two visits of one \
    client do not overlap. \
    | Gjorde format 2 av format 1. I båda ska en planering hålla reglerna H1 till H11; i format 2 även H12: två besök hos \
    en kund överlappar inte.
    """
  case upgradedWeight = "Weight {1}: {2}, was {3} | Vikt {1}: {2}, var {3}"
  case upgradedSeries = """
    {1} series found, with {2} of {3} {3:visit/visits}: of one client, with the same window on the clock, length, staff, skills and \
    kind on different days. \
    | {1} {1:serie/serier} hittades, med {2} av {3} besök: hos en kund, med samma tidsfönster på klockan, längd, bemanning, \
    kompetens och typ olika dagar.
    """
  case upgradedAlongside = """
    {1} {1:visit/visits} may take place beside another of the client, since their windows force them to: {2} \
    | {1} besök får äga rum bredvid ett annat hos kunden, eftersom tidsfönstren tvingar dem till det: {2}
    """

  // MARK: Figures of a roster
  case rosterTitle = "A roster in figures | En planering i siffror"
  case warningOfBrokenRules = """
    Warning: the roster breaks rules in {1} {1:place/places}; see samma check \
    | Varning: planeringen bryter mot regler på {1} {1:ställe/ställen}; se samma check
    """
  case unassignedVisits = "Unassigned visits: {1} of {2} | Otilldelade besök: {1} av {2}"
  case steadinessOfSeries = "Steadiness of starts, by series | Jämna starttider, per besöksserie"
  case steadinessOfRecurring = """
    Steadiness of starts, by visits that come again in the same window \
    | Jämna starttider, för besök som återkommer i samma tidsfönster
    """
  case seriesCounted = "series with two visits or more | besöksserier med minst två besök"
  case spreadMedian = """
    largest minus smallest start, median, min | från tidigaste till senaste start, median, min
    """
  case spreadNinetieth = """
    largest minus smallest start, 90 % at most, min | från tidigaste till senaste start, 90 % högst, min
    """
  case spreadLargest = """
    largest minus smallest start, largest, min | från tidigaste till senaste start, störst, min
    """
  case steadySeries = "series within 30 minutes | serier inom 30 minuter"
  case changeMedian = """
    from one visit to the next, median, min | från ett besök till nästa, median, min
    """
  case largeChanges = "changes of more than 60 minutes | ändringar på mer än 60 minuter"
  case unsteadyPerVisit = "minutes beyond the tolerance, a visit | minuter utöver toleransen, per besök"
  case contactOfClients = "The fixed contact | Fast omsorgskontakt"
  case byContact = "visits by the contact | besök av kontakten"
  case contactMost = "the most that shifts allow | mest som arbetspassen medger"
  case contactShareOfMost = "by the contact, of the most | av kontakten, av det möjliga"
  case clientsMeetingContact = "clients who meet theirs | kunder som möter sin"
  case clientsWithinReach = "clients whose contact could come | kunder vars kontakt kan komma"
  case workOfShifts = "Work | Arbete"
  case emptyShifts = "rostered shifts without a visit | schemalagda pass utan besök"
  case shiftsOfFewVisits = "shifts with one visit or two | pass med ett eller två besök"
  case longIdle = "idle stretches of more than 120 minutes | håltider på mer än 120 minuter"
  case rosteredUse = "client time of rostered shifts | kundtid av schemalagd tid"
  case poolShiftsCalledIn = "pool shifts called in | inkallade vikariepass"
  case poolHours = "hours of pool shifts called in | timmar i inkallade vikariepass"
  case poolUse = "client time of pool shifts called in | kundtid av inkallad vikarietid"
  case rollingPeriods = """
    Any {1} {1:day/days}, {2} {2:period/periods} that end {3} to {4}, meetings before the roster included \
    | Alla perioder om {1} {1:dag/dagar}, {2} stycken som slutar {3} till {4}, även tidigare möten
    """
  case rollingMean = "distinct staff, mean | olika personal, medel"
  case rollingLargest = "distinct staff, largest | olika personal, störst"
  case travelByMode = "Travel by mode | Förflyttning per färdsätt"
  case mode = "mode | färdsätt"
  case ownWay = "the unit's own | enhetens eget"
  case ways = "ways | vägar"
  case worstSeries = "Series, largest spread first | Besöksserier, störst spridning först"
  case series = "series | serie"
  case severalSeries = "series | serier"
  case countOf = "{1} of {2} ({3}) | {1} av {2} ({3})"
  case usualTime = "usual | brukar"
  case earliest = "earliest | tidigast"
  case latest = "latest | senast"
  case spread = "spread, min | spridning, min"
  case largestChange = "largest change, min | största ändring, min"
  case startsAround = "starts, ± {1} h around the usual | starter, ± {1} h kring det vanliga"
  case spreadsTitle = """
    Series by their largest minus smallest start | Besöksserier efter tid från tidigaste till senaste start
    """
  case missedContacts = """
    Clients who never meet their contact, though shifts allow it \
    | Kunder som aldrig möter sin kontakt, fast arbetspassen medger det
    """
  case couldServe = "visits the contact could serve | besök som kontakten kan ta"
  case longestIdle = "Idle stretches, longest first | Håltider, längst först"
  case shift = "shift | arbetspass"

  // MARK: Workbooks
  case areaTitle = "area | område"
  case breakTitle = "break, minutes | rast, minuter"
  case endTitle = "end | slut"
  case nameOfClient = "client's name | kundens namn"
  case nameOfStaff = "staff member's name | personalens namn"
  case visitMinutes = "minutes with clients | minuter hos kunder"
  case weekTitle = "week | vecka"
  case rollingPeaks = "Clients by their fullest period | Kunder efter sin period med mest personal"
  case exceptionsOfInstance = "Exceptions | Undantag"
  case exceptionsInUse = "exceptions in use | undantag som används"
  case neededExceptions = "In use: without it a rule would be broken | Används: utan det vore en regel bruten"
  case idleExceptions = "Not in use | Används inte"
  case allowed = "allowed | tillåtet"
  case reason = "reason | skäl"
  case allowedBy = "allowed by | tillåtet av"

  // MARK: Changes of a roster
  case was = "was | var"
  case diffTitle = "Difference between two rosters | Skillnad mellan två planeringar"
  case figures = "Figures | Nyckeltal"
  case noVisitChanged = "No visit is changed. | Inget besök är ändrat."
  case changedVisitsCount = "{1} changed {1:visit/visits} | {1} {1:ändrat/ändrade} besök"
  case changedVisitsLine = """
    Changed visits: {1}, of them {2} with other staff | Ändrade besök: {1}, varav {2} med annan personal
    """
  case scoreAndParts = "The score and its parts | Poängen och dess delar"
  case figure = "figure | nyckeltal"
  case before = "before | före"
  case after = "after | efter"
  case visitsWithOtherStaff = """
    Visits with other staff or another start | Besök med annan personal eller starttid
    """
  case clientsWithOtherStaff = "Clients who meet other staff | Kunder som möter annan personal"
  case of = "of | av"
  case gained = "gained | nya"
  case lost = "lost | borta"
  case staffWithOtherHours = "Staff with other hours | Personal med andra timmar"
  case hoursWithClients = "hours with clients | timmar hos kund"
  case travelMinutes = "travel minutes | minuter restid"
  case minutesOfTravel = "minutes of travel | minuter på väg"

  // MARK: Planning
  case planningWith = "Planning {1} with: | Planerar {1} med:"
  case planVisits = "clients {1}, visits {2}, days {3} | kunder {1}, besök {2}, dagar {3}"
  case planShifts = "staff {1}, shifts {2} | personal {1}, arbetspass {2}"
  case planLimits = "threads {1}, seed {2}, {3} | trådar {1}, frö {2}, {3}"
  case atMostSeconds = "at most {1} s | högst {1} s"
  case atMostIterations = "at most {1} iterations | högst {1} steg"
  case progressIterations = "iterations | steg"
  case progressBound = "bound | gräns"
  case progressGap = "gap | gap"
  case runEnded = "{1} after {2} s and {3} iterations. | {1} efter {2} s och {3} steg."
  case provenOptimal = "Proven optimal | Bevisat bäst"
  case runInterrupted = "Interrupted | Avbruten"
  case runOver = "Ended | Klar"
  case movesEvaluated = """
    {1} {1:move/moves} evaluated, {2} million a second. | {1} försök prövade, {2} miljoner i sekunden.
    """
  case bestRoster = "Best roster: score {1}{2}. | Bästa planering: poäng {1}{2}."
  case withoutBound = ", without a bound | , utan gräns"
  case boundAndGap = """
    ; no valid roster scores below {1}, a gap of {2} | ; ingen giltig planering får lägre poäng än {1}, ett gap på {2}
    """
  case visitsLeft = "{1} {1:visit is/visits are} unassigned: | {1} besök är {1:otilldelat/otilldelade}:"
  case shiftKept = "shift {1} of {2}: {3} | arbetspass {1}, {2}: {3}"
  case moreShifts = "and {1} more {1:shift/shifts} | och {1} arbetspass till"
  case moreVisitsInJSON = "and {1} more; --json lists them all | och {1} till; --json tar upp alla"
  case lockNotKept = "warning: the lock {1} cannot be kept: {2} | varning: låsningen {1} kan inte hållas: {2}"
  case lockedAt = "at {1} | {1}"
  case exceptionWouldKeep = """
    ; an exception would let it be kept: {1} | ; ett undantag skulle göra det möjligt: {1}
    """
  case noteOfWeights = """
    note: planned by {1}; the roster's file states its score by the instance's own weights, {2} \
    | notering: planerat efter {1}; i planeringens fil står poängen enligt underlagets egna vikter, {2}
    """

  // MARK: Repairs
  case bestContinuity = "best continuity | bäst kontinuitet"
  case fewestChanges = "fewest changes | minst ändringar"
  case leastTravel = "least travel | minst restid"
  case option = "option | förslag"
  case startedNeedExceptions = """
    What has started cannot be changed any more and needs exceptions: \
    | Det som har börjat går inte att ändra och kräver undantag:
    """
  case visitsFallAway = """
    {1}: {2} {2:visit/visits} no longer made, {3} to {4}: {5} | {1}: {2} besök utgår, {3} till {4}: {5}
    """
  case newlyUnassigned = "newly unassigned | nu otilldelade"
  case unassignedAsBefore = """
    {1} {1:visit/visits} unassigned as before; samma explain tells why \
    | {1} besök otilldelade som förut; samma explain säger varför
    """
  case newlyAboveTarget = "newly above target | nu över målet"
  case addedFaces = "added faces | tillkomna ansikten"
  case changedVisits = "changed visits | ändrade besök"
  case othersChanges = "of them others' | varav andras"
  case addedStaff = "more staff met | fler möter"
  case neededAt = "Needed {1} to {2}, {3} {3:visit/visits} | Behövs {1} till {2}, {3} besök"
  case nobodyToCall = "Nobody is free and rested. | Ingen är ledig och utvilad."
  case absencesUnknown = """
    Who is absent is not known here: --absences names a table or the unit's workbook. \
    | Vem som är frånvarande är inte känt här: --absences anger en tabell eller enhetens arbetsbok.
    """
  case absentOpen = "absent, no end known | frånvarande, utan känt slut"
  case absentUntil = "absent until {1} {2} | frånvarande till {1} {2}"
  case cannotCome = "Cannot come: | Kan inte komma:"
  case phone = "phone | telefon"
  case knownTo = "known to clients | känd av kunder"
  case callFaces = "new faces | nya ansikten"
  case hoursLeft = "hours left | timmar kvar"
  case onCall = "on call | i beredskap"
  case lacks = "lacks | saknar"
  case worksThen = "works then ({1}) | arbetar då ({1})"
  case tooLittleRest = "{1} h of rest, {2} h are asked for | {1} h vila, {2} h krävs"
  case outsideScope = """
    {1} {1:visit has/visits have} lost {1:its/their} place outside what may be touched and {1:stays/stay} unassigned: {2} | \
    {1} besök har förlorat sin plats utanför det som får röras och förblir {1:otilldelat/otilldelade}: {2}
    """
  case carriedOut =
    "{1} {1:change/changes} carried out, score {2} | {1} {1:ändring genomförd/ändringar genomförda}, poäng {2}"
  case comesAlong = "{1} needs the change of {2}: {3} | {1} kräver ändringen av {2}: {3}"
  case comesAnyway = "The change of {1} is needed: {2} | Ändringen av {1} krävs: {2}"
  case leftWithoutChange = """
    {1} {1:visit stands/visits stand} nowhere, since the change that would give {1:it/them} a place is not accepted: {2} | \
    {1} besök saknar plats, eftersom ändringen som skulle ge plats inte är godtagen: {2}
    """
  case nothingCarriedOut =
    "Nothing is carried out: accept what is needed, too. | Inget genomförs: godta även det som krävs."
  case slightChanges = """
    {1} {1:visit starts/visits start} a little sooner or later, within the tolerance: {2} | {1} besök börjar något tidigare \
    eller senare, inom toleransen: {2}
    """
  case shiftsAlone = """
    {1} {1:visit stands/visits stand} in a shift of another id, with the same staff and start | {1} besök står i ett \
    arbetspass med annat id, med samma personal och starttid
    """
  case unassignedCount = "unassigned | otilldelade"
  case nothingChanges = "Nothing changes. | Inget ändras."
  case staffMetLine = "Staff met: {1} | Personal som möts: {1}"
  case metChange = "{1}: {2} → {3} of {4} | {1}: {2} → {3} av {4}"
  case unassignedBecause = "Unassigned {1}: {2} | Otilldelat {1}: {2}"
  case absentStaff = "{1} absent | {1} frånvarande"
  case cancelled = "cancelled | avbokat"
  case clientAway = "client away | kunden borta"
  case added = "added | tillagt"
  case moved = "moved | flyttat"
  case lengthened = "lengthened | förlängt"
  case displaced = "cannot stay where it was | kan inte stå kvar"
  case makesRoom = "makes room for {1} | ger plats åt {1}"
  case wasUnassigned = "was unassigned | var otilldelat"
  case helpsTheRest = "helps the rest | hjälper övriga"
  case handedOver = "handed over | överlämnat"

  // MARK: Suggestions
  case whoCouldTake = "Who could take {1} at {2} | Vem som kan ta {1} hos {2}"
  case minutesShort = ", {1} {2}, {3} min | , {1} {2}, {3} {3:minut/minuter}"
  case nowServedBy = "Now {1} at {2} | Nu {1} kl. {2}"
  case inPlaceOf = "; in place of {1} | ; i stället för {1}"
  case nowUnassigned = "Now unassigned | Nu otilldelat"
  case could = "could | kan"
  case faces = "faces | ansikten"
  case score = "score | poäng"
  case facesChange = "{1} → {2} of {3} | {1} → {2} av {3}"
  case no = "no | nej"
  case noBecause = "no: {1}, {2} | nej: {1}, {2}"
  case yes = "yes | ja"
  case servesItNow = "serves it now | har det nu"
  case knownFromOthers = """
    , known: {1} other {1:visit/visits} | , känd: {1} {1:annat/andra} besök
    """
  case knownFromBefore = ", known from before | , känd sedan tidigare"
  case noOtherVisit = ", no other visit | , inget annat besök"
  case newFaceAfter = ", new face | , nytt ansikte"
  case ifGoesTo = "if {1} goes to {2} at {3} | om {1} går till {2} kl. {3}"
  case ifMovesAt = "if {1} moves at {2} | om {1} flyttas till kl. {2}"
  case together = ", with {1} | , med {1}"

  case withException = "with an exception: {1} | med undantag: {1}"
  case afterUsual = "{1}, {2} min after the usual | {1}, {2} min efter den vanliga"
  case beforeUsual = "{1}, {2} min before the usual | {1}, {2} min före den vanliga"

  // MARK: The check of a roster
  case brokenLine = "BROKEN {1} | BRUTEN {1}"
  case partOfScore = "part | del"
  case count = "count | antal"
  case weight = "weight | vikt"
  case cost = "cost | kostnad"
  case plannedByWeights = "planned by {1} | planerad med {1}"
  case weightInstead = "{1} {2} instead of {3} | {1} {2} i stället för {3}"
  case valid = "VALID | GILTIG"
  case invalid = "INVALID: {1} {1:violation/violations} | OGILTIG: {1} regelbrott"

  // MARK: Broken rules
  case rosterBreaks = """
    The roster breaks rules in {1} {1:place/places}. What breaks them stays as it stands: \
    | Planeringen bryter mot regler på {1} {1:ställe/ställen}. Det som bryter mot dem står kvar:
    """
  case exceptionsWouldCover = "These exceptions would cover it: | Dessa undantag skulle täcka det:"
  case noneCovers = "No exception covers: | Inget undantag hjälper mot:"
  case needsException = "Needs an exception: {1} | Kräver undantag: {1}"
  case remedy = "with an exception: {1}; then {2} at {3} | med undantag: {1}; då {2}, {3}"

  // MARK: Explanations
  case isServedBy = "{1} at {2} is served by {3} at {4}. | {1} hos {2} har {3}, {4}."
  case moreWithOthers = """
    What the score would be more with others: | Hur mycket högre poängen vore med andra:
    """
  case isUnassigned = "{1} at {2} is unassigned: {3}. | {1} hos {2} är otilldelat: {3}."
  case note = "note | anmärkning"
  case ifMoves = "if {1} moves | om {1} flyttas"
  case anotherVisit = "another visit | ett annat besök"
  case known = "known | känd"
  case newFace = "new face | nytt ansikte"
  case meetsAtMost = """
    {1} meets {2} of at most {3} staff from {4} to {5}. | {1} möter {2} av högst {3} personal från {4} till {5}.
    """
  case fewestExactly = """
    Were there no other client, {1} would be the fewest | Utan andra kunder vore {1} det minsta möjliga
    """
  case fewestAtLeast = """
    Were there no other client, at least {1} would be the fewest | Utan andra kunder vore minst {1} det minsta möjliga
    """
  case metBeforeHorizon = """
    , {1} of them met before the horizon | , varav {1} mötta före planeringsperioden
    """
  case visitsForceIt = """
    {1:This visit forces it/These visits force it}: | {1:Detta besök tvingar fram det/Dessa besök tvingar fram det}:
    """
  case nothingLacking = """
    Every visit is assigned; nothing is lacking. | Alla besök är tilldelade; ingenting saknas.
    """
  case lacking = "Lacking: | Saknas:"
  case notPlaced = """
    Not placed in this roster; another one might need no more working time: | Inte placerade i denna planering; en \
    annan kanske klarar sig utan mer arbetstid:
    """
  case withSkills = " with {1} | \u{20}med {1}"
  case hours = "{1} h | {1} h"
  case people = "{1} {1:person/people} | {1} {1:person/personer}"
  case left = "Left: | Kvar:"
  case impossible = " (impossible) | \u{20}(omöjligt)"
  case noShiftAround = """
    no shift at all on {1}; add a shift or move the window \
    | inget arbetspass alls {1}; lägg till ett pass eller flytta tidsfönstret
    """
  case tooFewAble = """
    no roster can serve it: fewer than {1} able staff on {2}; add one or widen it \
    | ingen planering klarar det: färre än {1} som kan {2}; lägg till någon eller vidga tidsfönstret
    """
  case keptBy = "{1} by {2} | {1} genom {2} ({3})"
  case shiftsAreFree = """
    {1} of the {2} shifts around {3} have time for it as the roster stands; repair it, or plan for longer | \
    {1} av de {2} arbetspassen kring {3} har tid som planeringen står; reparera den eller planera längre
    """
  case shiftsAreKept = """
    all {1} shifts around {2} are kept from it: {3} | alla {1} arbetspass kring {2} hindras: {3}
    """

  // MARK: The frontier
  case againstTravel = "Continuity against travel of {1} | Kontinuitet mot restid för {1}"
  case againstTravelOf = """
    Continuity against travel of {1}, {2} {2:roster/rosters} | Kontinuitet mot restid för {1}, {2} {2:planering/planeringar}
    """
  case travelAtMost = "travel at most | restid högst"
  case distinct = "distinct | olika personal"
  case perClient = "per client | per kund"
  case knee = "knee | knä"
  case kneeLine = """
    Knee: {1} {1:minute/minutes} of travel, {2} distinct staff. | Knä: {1} {1:minut/minuter} restid, {2} olika personal.
    """
  case everyRosterLeaves = """
    Every roster leaves {1} {1:visit/visits} unassigned. | Varje planering lämnar {1} besök otilldelade.
    """
  case frontierDescription = """
    Fewest distinct staff found for each amount of travel, from {1} down to {2}. \
    | Minsta antal olika personal som hittats för varje restid, från {1} ned till {2}.
    """
  case distinctAllClients = "distinct staff, all clients | olika personal, alla kunder"
  case bestFound = "best found | bästa hittade"

  // MARK: Sheets and calendars
  case daysVisits = "The day's visits | Dagens besök"
  case weeksVisits = "The week's visits | Veckans besök"
  case daysBoard = "The day at a glance | Dagen i översikt"
  case week = "Week {1}, {2} | Vecka {1}, {2}"
  case visitsInOrder = "The day in order | Dagen i ordning"
  case time = "time | tid"
  case clientOrWay = "client, way | kund, väg"
  case care = "care | insats"
  case togetherWith = "together with | tillsammans med"
  case wayThere = "way | väg"
  case wayToBase = "way to the base | väg till basen"
  case rest = "break | rast"
  case waiting = "waiting | väntan"
  case withoutVisit = "no visit | inget besök"
  case dayInSum = """
    {1} {1:visit/visits}: {2} {2:minute/minutes} with clients, {3} on the way, {4} of break, {5} without a visit. \
    | {1} besök: {2} {2:minut/minuter} hos kund, {3} på väg, {4} rast, {5} utan besök.
    """
  case shiftTimes = "shift {1} | arbetspass {1}"
  case withoutBreak = "without a break | utan rast"
  case visitsAndWhoComes = "Visits and who comes | Besök och vem som kommer"
  case day = "day | dag"
  case begins = "begins | börjar"
  case beginsWithin = "begins {1} | börjar {1}"
  case who = "who | vem"
  case notYetSettled = "not yet settled | ännu inte bestämt"
  case fixedContact = "Fixed contact: | Fast omsorgskontakt:"
  case differentStaffInWeek = "Different staff in the week | Olika personal under veckan"
  case telephone = "tel. {1} | tel. {1}"
  case access = "way in: {1} | nyckel, portkod: {1}"
  case crisisPack = "Crisis pack | Krispärm"
  case holdsParticulars = """
    Holds personal particulars: keep it locked up, and destroy it when the next one is printed. \
    | Innehåller personuppgifter: förvara den inlåst och förstör den när nästa skrivs ut.
    """
  case packInSum = """
    {1} {1:visit/visits} planned, {2} not yet settled. | {1} planerade besök, {2} ännu inte bestämda.
    """
  case statusTitle = "status | status"
  case noShiftInPeriod = "no shift in the period | inget pass i perioden"
  case whoWorksWhen = "Who works when | Vem arbetar när"
  case everyDaysVisits = "Every day's visits, by staff | Varje dags besök, efter personal"
  case phoneTitle = "telephone | telefon"
  case addressTitle = "address | adress"
  case accessTitle = "key, door code | nyckel, portkod"
  case remarkTitle = "remark | anmärkning"
  case calendarWith = "With | Med"
}

/// What words and names of files and of the program are to people, again a column a language.
enum Words {
  /// Words that are English as they stand; a word without a row stands as it is.
  static let rows = [
    // Categories of visits and staff, and what became of visits.
    "alarm | larm",
    "cancelled | inställd",
    "care | omvårdnad",
    "declined | avböjd",
    "home-care | hemtjänst",
    "home-nursing | hemsjukvård",
    "meal | matleverans",
    "no-visit | inget besök",
    "nursing | sjukvård",
    "other | övrigt",
    "performed | utförd",
    "planned | planerad",
    "service | service",
    "substitute | vikarie",
    "unassigned | otilldelat",
    // Ways to travel.
    "bicycle | cykel",
    "bike | cykel",
    "car | bil",
    "foot | till fots",
    "walk | till fots",
    // Parts of the day.
    "night | natt",
    "morning | morgon",
    "lunch | lunch",
    "afternoon | eftermiddag",
    "dinner | middag",
    "evening | kväll",
    // Purposes of the definitions that come with the program.
    """
    The number of staff whom a home-care client of 65 or over meets in 14 days (U21401) \
    | Antal personal som en hemtjänstkund på 65 år eller mer möter under 14 dagar (U21401)
    """,
    """
    Every client with at least one visit, all hours and all categories \
    | Alla kunder med minst ett besök, hela dygnet
    """,
    """
    The visits that the planner's score counts, by its continuity periods \
    | Besöken som planeringens poäng räknar
    """,
    """
    The number of staff whom a home-care client meets in 28 days \
    | Antal personal som en hemtjänstkund möter under 28 dagar
    """,
    """
    The number of staff whom a home-care client meets in a week, and the share of the five most met \
    | Antal personal som en hemtjänstkund möter under en vecka, och andelen hos de fem vanligaste
    """,
    """
    The share of visits by staff whom the client met in the four weeks before \
    | Andel besök av personal som kunden mött under de fyra veckorna före
    """,
    """
    Continuity of care (Bice and Boxerman) in 28 days, by hours of service a day \
    | Kontinuitet (Bice och Boxerman) under 28 dagar, efter hjälptimmar per dag
    """,
  ]

  /// Names by kind and key: what a key of files, a rule or a number is in words.
  static let names = [
    "table.clients | clients | kunder",
    "table.periods | periods and groups | perioder och grupper",
    "table.staff | staff | personal",
    "table.several-groups | clients of several groups | kunder med flera grupper",
    "table.distribution | distribution | fördelning",
    "table.figures | figures | nyckeltal",
    "table.read-as | read as | läst som",
    "weekday.1 | Monday | måndag",
    "weekday.2 | Tuesday | tisdag",
    "weekday.3 | Wednesday | onsdag",
    "weekday.4 | Thursday | torsdag",
    "weekday.5 | Friday | fredag",
    "weekday.6 | Saturday | lördag",
    "weekday.7 | Sunday | söndag",
    "role.client | client | kund",
    "role.staff | staff | personal",
    "role.start | start | start",
    "role.end | end | slut",
    "role.date | date | datum",
    "role.plannedStart | planned start | planerad start",
    "role.category | category | besökstyp",
    "role.area | area | område",
    "role.provider | provider | utförare",
    "role.staffCategory | staff category | personalkategori",
    "role.status | status | status",
    "role.birthYear | year of birth | födelseår",
    "role.contact | contact | fast omsorgskontakt",
    "role.clientName | name of the client | kundens namn",
    "role.staffName | name of the staff member | personalens namn",
    "grouping.area | area | område",
    "grouping.category | category | besökstyp",
    "grouping.provider | provider | utförare",
    "grouping.status | status | status",
    "grouping.staffCategory | staff category | personalkategori",
    "exclusion.under-age | younger than the definition's age | yngre än definitionens ålder",
    "exclusion.unknown-age | unknown age | okänd ålder",
    "exclusion.away | away on a day of the period | borta någon dag",
    "exclusion.no-visits | no visits in the period | inga besök under perioden",
    "exclusion.none-took-place | no visit took place | inga besök blev av",
    "exclusion.no-counted-visits | no visits that count | inga besök som räknas",
    "exclusion.too-few-visits-on-a-day | too few visits on some day | för få besök någon dag",
    "exclusion.too-few-visits | too few visits | för få besök",
    "above.many-visits | many visits | många besök",
    "above.double-staffing | double staffing | dubbelbemanning",
    "above.one-off-staff | staff who came once | personal som kom en gång",
    "above.substitutes | substitutes | vikarier",
    "above.widely-shared | shared by many regular staff | delas av många ordinarie",
    "outcome.as-planned | as planned | enligt planen",
    "outcome.absence | instead of somebody absent | i stället för någon frånvarande",
    "outcome.swap | instead of somebody who worked elsewhere | i stället för någon som arbetade hos andra",
    "outcome.vacancy | at a visit left unassigned | vid ett besök som planen lämnat otilldelat",
    "outcome.extra-staff | beside all who were planned | utöver alla som var planerade",
    "outcome.unplanned | at a visit that was not planned | vid ett oplanerat besök",
    "outcome.other-day | on a day without a plan | en dag utan plan",
    "charted.mean | mean | medel",
    "charted.aboveTarget | share above the target | andel över målet",
    "signal.beyond-limits | beyond the limits | utanför gränserna",
    "signal.two-of-three | two of three beyond two deviations | två av tre bortom två avvikelser",
    "signal.four-of-five | four of five beyond one deviation | fyra av fem bortom en avvikelse",
    "signal.eight-on-one-side | eight in a row on one side of the centre | åtta i rad på samma sida om mitten",
    "signal.six-in-one-direction | six in a row in one direction | sex i rad åt samma håll",
    "order.dmy | day, month, year | dag, månad, år",
    "order.mdy | month, day, year | månad, dag, år",
    "order.ymd | year, month, day | år, månad, dag",
    "row.shortened-id | shortened id | förkortat id",
    "evidence.like-ids | ids of people | personers id",
    "evidence.like-names | names of people | personnamn",
    "part.area | areas | områden",
    "part.provider | providers | utförare",
    "part.file | files | filer",
    "reason.ignored | ignored, as the mapping says | utelämnas, enligt mappningen",
    "reason.mapping | named by the mapping | anges av mappningen",
    "reason.header | by its header | av rubriken",
    "reason.beside | beside the one chosen | bredvid den valda",
    "reason.numbered | by its header with a number | av rubriken med en siffra",
    "verdict.counted | counts | räknas",
    "verdict.left-out | left out by the definition | undantas av definitionen",
    "verdict.not-measured | not measured | mäts inte",
    "verdict.left-out-by-unknown-staff | left out as home nursing | undantas som hemsjukvård",
    "verdict.unusable | rows cannot be used | rader kan inte användas",
    "rowRule.repeated | equal to another row | lika en annan rad",
    "rowRule.did-not-take-place | did not take place | blev inte av",
    "rowRule.category | visit type that does not count | besökstyp som inte räknas",
    "rowRule.staff-category | staff who do not count | personal som inte räknas",
    "rowRule.nursing-by-unknown-staff | nursing by unknown staff | sjukvård av okänd personal",
    "rowRule.hours | outside the hours that count | utanför tiden som räknas",
    "rowRule.other-dates | outside the period | utanför perioden",
    "rowRule.client-left-out | client left out | undantagen kund",
    "rowRule.further-task | a further task of a meeting | ytterligare insats vid ett möte",
    "rowRule.registered-twice | a meeting registered twice | möte registrerat två gånger",
    "rowRule.other-staff | other staff of a double visit | annan personal vid dubbelbemanning",
    "rowRule.counted | counted meetings | räknade möten",
    "row.too-few-fields | too few fields | för få fält",
    "row.unclosed-quote | a quote that is not closed | citattecken som inte avslutas",
    "row.nul-byte | a byte 0 | byte 0",
    "row.no-client | no client | ingen kund",
    "row.no-client-number | no number of the client beside the name | inget nummer för kunden bredvid namnet",
    "row.no-staff-number | no number of the staff member beside the name | inget nummer för personalen bredvid namnet",
    "row.no-staff | no staff member | ingen personal",
    "row.bad-start | a start that cannot be read | oläslig starttid",
    "row.no-date | a time without a date | klockslag utan datum",
    "row.bad-end | an end that cannot be read | oläslig sluttid",
    "row.end-before-start | ends before it starts | slutar före start",
    "row.longer-than-a-day | longer than a day | längre än ett dygn",
    "row.no-end | no end | ingen sluttid",
    "row.unknown-status | unknown status | okänd status",
    "column.unassigned | unassigned | otilldelade",
    "column.distinct | distinct | olika",
    "column.overTarget | overTarget | över mål",
    "column.newFace | newFace | nya",
    "column.notContact | notContact | ej kontakt",
    "column.notPreferred | notPreferred | ej önskad",
    "column.travelMinutes | travelMinutes | restid",
    "column.poolShifts | poolShifts | vikariepass",
    "column.imbalance | imbalance | ojämnt",
    "column.poolMinutes | poolMinutes | vikarietid",
    "column.unsteadyMinutes | unsteadyMinutes | ostadigt",
    "column.clientsAboveTarget | clientsAboveTarget | kunder över mål",
    "column.byContact | byContact | kontaktens",
    "score.total | score | poäng",
    "score.unassigned | unassigned visits | otilldelade besök",
    "score.distinct | distinct staff, all clients | olika personal, alla kunder",
    "score.overTarget | staff above target | personal över målet",
    "score.newFace | new faces | nya ansikten",
    "score.notContact | visits without the fixed contact | besök utan fast omsorgskontakt",
    "score.notPreferred | visits by others than preferred | besök av annan än önskad",
    "score.travelMinutes | minutes of travel | minuter på väg",
    "score.poolShifts | pool shifts | vikariepass",
    "score.imbalance | minutes above the fair share | minuter över rättvis andel",
    "score.poolMinutes | minutes of pool shifts | minuter i vikariepass",
    "score.unsteadyMinutes | minutes beside usual times | minuter vid sidan av vanliga tider",
    "score.clientsAboveTarget | clients above their target | kunder över sitt mål",
    "rule.H1 | the visit needs other staff beside | besöket behöver fler som börjar samtidigt",
    "rule.H2 | outside the window | utanför tidsfönstret",
    "rule.H3 | does not work then | arbetar inte då",
    "rule.H4 | no time between the visits | hinner inte mellan besöken",
    "rule.H5 | no time for the way from or to the base | hinner inte från eller till basen",
    "rule.H6 | no room for the break | rasten får inte plats",
    "rule.H7 | lacks a skill | saknar kompetens",
    "rule.H8 | blocked by the client | kunden har valt bort",
    "rule.H9 | pinned otherwise | fastlåst på annat sätt",
    "rule.H10 | linked to another visit | knutet till ett annat besök",
    "rule.H11 | the hours cap would be passed | timtaket passeras",
    "rule.H12 | another visit of the client at that time | kunden har ett annat besök då",
    "rule.instance | made for another instance | gjord för en annan instans",
    "rule.unknown-visit | no visit of the instance | finns inte bland besöken",
    "rule.unknown-staff | nobody of the staff | finns inte bland personalen",
    "rule.repeated-visit | more than once in the roster | står mer än en gång i schemat",
    "rule.missing-visit | missing in the roster | saknas i schemat",
    "rule.score | the score comes to something else | poängen blir en annan",
    "rule.usual-time | the usual time is another | den vanliga tiden är en annan",
    "rule.bound | the bound is above the score | gränsen ligger över poängen",
    "rule.none | has time for it | har tid för det",
    "rule.weights | leaving it costs less | kostar mer än att lämna det",
  ]
}

/// What commands tell of files, and how it is said in other languages.
///
/// The lower floors make their messages in English, out of what they found; here is each of them once more, as a template,
/// with what it is in the other languages, in the order of `Language.allCases`. `{1}` is a value; values that are messages
/// themselves are translated too. `{1#}` is a number, and `{row/rows}` a word or another, by the number before it.
enum Messages {
  static let rows =
    frames + tables + notes + planning + found + expected + instances + logs + json + workbooks + files

  private static let frames = [
    "spellings read as one: {1} | stavningar som lästes som en: {1}",
    "and {1} more | och {1} till",
  ]

  /// What tables are called.
  private static let tables = [
    "needs | insatser", "clients | brukare", "staff | personal", "shifts | schema", "absences | frånvaro",
    "away | bortavaro", "history | historik", "holidays | helgdagar", "exceptions | undantag", "takeovers | byten",
    "visits | besök", "links | kopplingar", "series | serier", "locations | platser", "alternatives | tidsfönster",
    "added | tillagda besök",
  ]

  /// What the columns of tables of needs are called in them.
  static let columns = [
    "client | Kund", "recurrence | Dagar", "minutes | Längd", "slot | När på dagen", "start | Start", "end | Slut",
    "before | Min före", "after | Min efter", "earliest | Tidigast", "latest | Senast", "double | Dubbel",
    "skills | Kompetens", "kind | Besökstyp", "counts | Räknas", "priority | Prioritet", "pinned | Bunden personal",
    "tie | Koppling", "minGap | Minst mellanrum", "maxGap | Störst mellanrum", "sameStaff | Samma personal",
    "daysApart | Dagar isär", "tolerance | Tolerans", "alongside | Samtidigt", "tasks | Insats",
    "first | Gäller från", "last | Gäller till", "name | Namn", "givenName | Förnamn", "familyName | Efternamn",
    "lat | Nord", "lon | Öst", "area | Område", "targetStaff | Mål", "contact | Fast omsorgskontakt",
    "preferred | Önskad personal", "blocked | Spärrad personal", "address | Adress", "town | Ort", "phone | Telefon",
    "access | Nyckel", "remark | Anmärkning", "staff | Personal", "contract | Sysselsättningsgrad",
    "hours | Timmar", "breakMinutes | Rast", "breakFrom | Rast från", "breakTo | Rast till", "from | Från",
    "to | Till", "date | Datum", "holiday | Helgdag", "as | Som", "rule | Regel", "reason | Skäl",
    "visit | Besök", "second | Andra besöket", "shift | Pass", "at | Beslutad", "by | Ersättare",
  ]

  /// What is told of tables that were read, and of what was made of them.
  private static let notes = [
    "{1}: read as {2}, {3#} {row/rows}; {4} | {1}: läst som {2}, {3} {3:rad/rader}; {4}",
    "{1}: read as {2}, {3#} {row/rows} | {1}: läst som {2}, {3} {3:rad/rader}",
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
    "in {1}, {2} | i {1}, {2}",
    "{1}: coordinates are in {2} | {1}: koordinaterna är i {2}",
    "coordinates are in {1} | koordinaterna är i {1}",
    "{1}, with north and east exchanged | {1}, med nord och öst omkastade",
    "a local zone of SWEREF 99 | en lokal zon av SWEREF 99",
    "{1} is {2}, and so dates have the order {3} | {1} är {2}, och datumen har alltså ordningen {3}",
    "{1} is {2} percent | {1} är {2} procent",
    "{1} is {2#} {minute/minutes} | {1} är {2} {2:minut/minuter}",
    "{1} is the time {2} | {1} är klockslaget {2}",
    "{1#} {client is/clients are} placed by {2} | {1} kunder placeras av {2}",
    "{1}: {2#} {row/rows}, {3} used; {4} | {1}: {2} {2:rad/rader}, {3} använda; {4}",
    "{1}: {2#} {row/rows}, {3} used | {1}: {2} {2:rad/rader}, {3} använda",
    "nobody of the staff has {1}, which needs ask for: row {2}; the nearest is {3} | ingen i personalen har {1}, som insatser kräver: rad {2}; närmast är {3}",
    "nobody of the staff has {1}, which needs ask for: row {2} | ingen i personalen har {1}, som insatser kräver: rad {2}",
    """
    {1#} {member/members} of the staff with no share of full time, and so with no most of hours: row {2} \
    | {1} i personalen utan sysselsättningsgrad, och alltså utan högsta antal timmar: rad {2}
    """,
    "{1\"} is {2} | {1} är {2}",
    "no visit asks for {1}, which {2} gains | inget besök kräver {1}, som {2} får",
    "{1#} of the visits added are in the instance already, and have these times now | {1} av de tillagda besöken finns redan, och får dessa tider",
    "{1} is worked to its end by {2}, who has begun it | {1} arbetas till slut av {2}, som har börjat det",
    "{1} not before the horizon; {2} | {1} inte före planeringstiden; {2}",
    "{1} not before the horizon | {1} inte före planeringstiden",
    "{1} not in the horizon: row {2}; {3} | {1} inte i planeringstiden: rad {2}; {3}",
    "{1} not in the horizon: row {2} | {1} inte i planeringstiden: rad {2}",
    "{1} not in the horizon; {2} | {1} inte i planeringstiden; {2}",
    "{1} not in the horizon | {1} inte i planeringstiden",
    "{1} without a shift: row {2}; {3} | {1} utan pass: rad {2}; {3}",
    "{1} without a shift: row {2} | {1} utan pass: rad {2}",
    "{1} as needed, not planned: row {2}; {3} | {1} vid behov, planeras inte: rad {2}; {3}",
    "{1} as needed, not planned: row {2} | {1} vid behov, planeras inte: rad {2}",
    """
    {1} with a start outside the part of the day, which goes before it: row {2}; {3} \
    | {1} med en start utanför delen av dagen, som går före den: rad {2}; {3}
    """,
    """
    {1} with a start outside the part of the day, which goes before it: row {2} \
    | {1} med en start utanför delen av dagen, som går före den: rad {2}
    """,
    "{1#} {sum or heading/sums or headings}: row {2}; {3} | {1} summor eller rubriker: rad {2}; {3}",
    "{1#} {sum or heading/sums or headings}: row {2} | {1} summor eller rubriker: rad {2}",
    "a date without a year is the nearest, such as {1} for {2} | ett datum utan år är det närmaste, som {1} för {2}",
    """
    travel at {1} km/h, {2} times the distance, {3} minutes more a way; --speed-kmh, --detour and --fixed-minutes say \
    otherwise | resor i {1} km/h, {2} gånger fågelvägen och {3} minuter till per resa; --speed-kmh, --detour och \
    --fixed-minutes säger annat
    """,
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
    "windows that run past the last midnight, shortened to it: {1} | fönster som går över sista midnatt, avkortade dit: {1}",
    "{1} would begin after the horizon, and is left out | {1} skulle börja efter planeringstiden, och utelämnas",
    "{1#} {exception/exceptions} taken along, from {2#} {row/rows} | {1} undantag togs med, från {2} {2:rad/rader}",
    """
    exceptions of visits and shifts that this horizon does not have, left out: {1} \
    | undantag för besök och pass som inte finns under planeringstiden, utelämnade: {1}
    """,
    "clients without a need: {1} | kunder utan behov: {1}",
    """
    {1#} {shift/shifts} of more than {2} hours without a break, of {3} \
    | {1} pass på mer än {2} timmar utan rast, av {3}
    """,
    "staff without a shift in the horizon: {1} | personal utan pass under planeringstiden: {1}",
    "{1#} {visit is/visits are} written as changes | {1} besök är skrivna som ändringar",
    "{1} has no visit in these days: {2} | {1} har inget besök dessa dagar: {2}",
    "no need falls on them | inget behov infaller då",
    "away {1} to no known end, {2} | borta från {1}, utan känt slut, {2}",
    "away {1} to {2}, {3} | borta från {1} till {2}, {3}",
    "away {1} to no known end | borta från {1}, utan känt slut",
    "away {1} to {2} | borta från {1} till {2}",
    """
    {1#} {visit that the roster does not know is/visits that the roster does not know are} new: {2} \
    | {1} besök som inte finns i planeringen är nya: {2}
    """,
    """
    {1#} {visit of the roster is/visits of the roster are} not in the instance and {is/are} left out: {2} \
    | {1} besök i planeringen finns inte längre bland behoven och utelämnas: {2}
    """,
    """
    {1#} {visit/visits} of {2} had started before {3} was lost, and {is/are} excepted \
    | {1} besök som {2} har hade börjat innan {3} gick förlorad, och är undantagna
    """,
    "{1#} of the visits added are in the instance as they stand already | {1} av de tillagda besöken finns redan",
    "{1} read as {2} | {1} läst som {2}",
    "{1} has no shift from {2} to {3}: the absence changes nothing | {1} har inget pass från {2} till {3}: frånvaron ändrar ingenting",
    "{1} has no visit from {2} to {3}: nothing changes | {1} har inget besök från {2} till {3}: inget ändras",
    """
    a date-time or a date that exists, such as {1} or {2} | en tidpunkt eller ett datum som finns, som {1} eller {2}
    """,
    "a date-time that exists, such as {1} | en tidpunkt som finns, som {1}",
    "a date that exists, such as {1} | ett datum som finns, som {1}",
    "the instance has no shift {1}; the nearest is {2} | underlaget har inget pass {1}; närmast är {2}",
    "the instance has no visit {1}; the nearest is {2} | underlaget har inget besök {1}; närmast är {2}",
    "the instance has no client {1}; name one of its clients | underlaget har ingen kund {1}; ange en av dess kunder",
    """
    the list does not lead from this roster, which later changes have made another: take those back first, the newest \
    first, or tell repair what holds now in a file of changes, such as back or newShifts \
    | listan utgår inte från den här planeringen, som senare ändringar har gjort till en annan: ta tillbaka dem först, den \
    senaste först, eller låt repair få veta vad som gäller nu genom en fil med ändringar, som back eller newShifts
    """,
    """
    {1#} {shift/shifts} of the roster {is/are} not in the instance: {2}; an instance expanded anew lacks what was changed \
    since, absences too: go on from the one that repair --instance-out wrote, and write what is new by expand --clients and \
    --as-changes \
    | {1} arbetspass i planeringen finns inte i underlaget: {2}; ett underlag som är gjort på nytt saknar det som ändrats \
    sedan, också frånvaro: fortsätt från det som repair --instance-out skrev, och skriv det nya genom expand --clients och \
    --as-changes
    """,
    "the instance has no shift {1}; name one of its own | underlaget har inget pass {1}; ange ett av dess egna",
    "the instance has no visit {1}; name one of its own | underlaget har inget besök {1}; ange ett av dess egna",
    "--only {1}: the instance has no such client | --only {1}: underlaget har ingen sådan kund",
    "--only {1}: the instance has no such staff | --only {1}: underlaget har ingen sådan personal",
    "--only {1}: the instance has no such area | --only {1}: underlaget har inget sådant område",
    "no day to change lies in the horizon, {1} to {2} | ingen av dagarna ligger i planeringstiden, {1} till {2}",
    "--until {1} lies before {2}, the first day to change | --until {1} ligger före {2}, den första dagen att ändra",
    "the needs have no client {1} | bland behoven finns ingen kund {1}",
    "{1} is ambiguous: expected {2} | {1} är tvetydigt: väntade {2}",
    "{1} works {2} to {3} in a new shift, {4}, without a break; a row of newShifts can have one | {1} arbetar {2} till {3} i ett nytt pass, {4}, utan rast; en rad i newShifts kan ha en",
    """
    {1} works {2} to {3} in {4}, which takes in {5}, without a break \
    | {1} arbetar {2} till {3} i {4}, som tar över {5}, utan rast
    """,
    "{1} works {2} to {3} in {4}, which takes in {5} | {1} arbetar {2} till {3} i {4}, som tar över {5}",
    "{1} works {2} to {3} in {4}, without a break | {1} arbetar {2} till {3} i {4}, utan rast",
    "{1} works {2} to {3} in {4} | {1} arbetar {2} till {3} i {4}",
    """
    {1} has no break left in {2}: nothing is left of its time, {3} to {4} \
    | {1} har ingen rast kvar i {2}: inget är kvar av dess tid, {3} till {4}
    """,
    "the break of {1} in {2} begins between {3} and {4} now | rasten för {1} i {2} börjar nu mellan {3} och {4}",
    """
    {1} no longer has the overtime that was excepted, since its hours are others \
    | {1} har inte längre den övertid som undantagits, eftersom dess tider är andra
    """,
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

  /// What is told of an instance that is planned, of what keeps visits from shifts, and of locks.
  private static let planning = [
    "warning: {1} | varning: {1}", "note: {1} | notering: {1}",
    "{1} row {2#} ({3}), {4}: found {5}; expected {6} | {1} rad {2} ({3}), {4}: hittade {5}; väntade {6}",
    "{1} row {2#}, {3}: found {4}; expected {5} | {1} rad {2}, {3}: hittade {4}; väntade {5}",
    "found {1}; expected {2} | hittade {1}; väntade {2}",
    "{1} (labour rules {2}, {3}) | {1} (arbetstidsregler {2}, {3})",
    "daily rest | dygnsvila", "weekly rest | veckovila", "weekly hours | veckoarbetstid", "break | rast",
    "longest stretch | längsta stund utan rast",
    "at most {1} of unbroken rest in the 24 hours from {2} | högst {1} obruten vila under 24 timmar från {2}",
    "at most {1} of unbroken rest in the 7 days from {2} | högst {1} obruten vila under 7 dagar från {2}",
    "{1} of work a week on average | {1} arbete i veckan i genomsnitt",
    "no break in a shift of {1} | ingen rast i ett pass på {1}",
    "a break where a shift exceeds {1} | en rast där ett pass är längre än {1}",
    "{1} in a row wherever the break is laid | {1} i följd var rasten än läggs",
    "at most {1} in a row without a break | högst {1} i följd utan rast",
    "at least {1} | minst {1}", "at most {1} | högst {1}",
    """
    limit reached: the proof was not finished, and the roster is the best so far \
    | gränsen nådd: beviset blev inte klart, och planeringen är den bästa hittills
    """,
    """
    limit reached: the routes are too many to list; the roster is that of a short search \
    | gränsen nådd: turerna är för många att räkna upp; planeringen kommer ur en kort sökning
    """,
    "{1} lacks {2} | {1} saknar {2}", "{1} is blocked by client {2} | {1} är spärrad av kunden {2}",
    "no start in the window lies inside the shift {1}–{2} | ingen start i tidsfönstret ligger i passet {1}–{2}",
    """
    with travel from and to the base the visit does not fit between the shift's ends and its break \
    | med resa från och till basen får besöket inte plats mellan passets ändar och rasten
    """,
    "the visit leaves no room for the break of {1} minutes | besöket lämnar ingen plats för rasten på {1} minuter",
    "the visit is pinned to {1} | besöket är låst till {1}",
    """
    the starts of linked visits leave no start in the window \
    | kopplade besöks starter lämnar ingen start i tidsfönstret
    """,
    """
    a link forbids this staff member beside those of the linked visit \
    | en koppling hindrar denna person vid sidan av dem som har det kopplade besöket
    """,
    "the client has another visit at that time | kunden har ett annat besök då",
    """
    no gap among the {1} visits of the route is long enough with travel and break \
    | ingen lucka mellan turens {1} besök räcker med restid och rast
    """,
    "the hours cap of {1} minutes would be passed | timtaket på {1} minuter skulle passeras",
    "has time, but the visit needs {1} staff who start together | har tid, men besöket kräver {1} som börjar samtidigt",
    "has time, but leaving the visit costs less | har tid, men det kostar mindre att lämna besöket",
    "the instance has no such visit | underlaget har inget sådant besök",
    "another lock holds the visit at {1} | en annan låsning håller besöket {1}",
    "{1} is locked to {2} too and cannot serve both | {1} är låst till {2} också och hinner inte båda",
    "{1} is locked to {2} too and cannot serve all of them | {1} är låst till {2} också och hinner inte alla",
    "nobody on shift could serve it at {1} | ingen som arbetar då kan ta det {1}",
    """
    too few staff on shift could serve it beside {1}, locked to overlap it \
    | för få som arbetar då kan ta det vid sidan av {1}, som är låsta så att de överlappar det
    """,
    "no shift of {1} has room for it | inget pass för {1} har plats för det",
    "H{1#}, {2}; {3} is locked to {4} around then | H{1}, {2}; {3} är låst till {4} vid den tiden",
    "H{1#}, {2} | H{1}, {2}",
    "no roster was found that keeps it; the visit is unassigned | ingen planering hittades som håller den; besöket är otilldelat",
    """
    no roster was found that keeps it; {1} {serves/serve} the visit at {2} \
    | ingen planering hittades som håller den; {1} har besöket {2}
    """,
    "--lock {1} holds nothing of the roster | --lock {1} träffar inget i planeringen",
    """
    --start: {1} of {2} assignments are of visits that the instance lacks \
    | --start: {1} av {2} tilldelade besök finns inte i underlaget
    """,
    """
    --start: the roster breaks rules {1} times ({2}); what keeps them is taken over \
    | --start: planeringen bryter mot regler {1} gånger ({2}); det som håller dem tas över
    """,
    """
    --certificate confirms a bound of {1}; that of {2} was proven in another way, which no certificate holds \
    | --certificate styrker en undre gräns på {1}; den på {2} är bevisad på ett annat sätt, som inget intyg rymmer
    """,
    "--history names {1} clients and staff otherwise than by their ids | --history nämner {1} kunder och personal på annat sätt än vid deras id",
    """
    {1} of {2} meetings are of others than the instance's clients and staff: \
    | {1} av {2} möten gäller andra än underlagets kunder och personal:
    """,
    "{1} of {2} meetings are not before the instance's horizon | {1} av {2} möten är inte före planeringstiden",
    "--history adds no meeting to the instance | --history lägger inget möte till underlaget",
    "{1} of {2} of {3} could not be used | {1} av {2} i {3} gick inte att använda",
    "{1#} needed, {2#} with the skills and not blocked (none) | {1} behövs, ingen har kompetensen utan att vara spärrad ({2})",
    "{1#} needed, {2#} with the skills and not blocked ({3}) | {1} behövs, {2} har kompetensen och är inte spärrade ({3})",
    """
    as many staff as the visit needs; until then it is left unassigned \
    | så många som besöket kräver; tills dess förblir det otilldelat
    """,
    "0 minutes before and after | 0 minuter före och efter",
    "before or after above 0; or no exception | före eller efter över 0; eller inget undantag",
    "a shift without a break | ett pass utan rast",
    "a shift that has one; or no exception | ett pass som har en; eller inget undantag",
    "{1}, who has the visit's skills | {1}, som har besökets kompetenser",
    "a staff member who lacks one; or no exception | någon som saknar en; eller inget undantag",
    "{1}, whom the client does not block | {1}, som kunden inte har spärrat",
    "a staff member who is blocked; or no exception | någon som är spärrad; eller inget undantag",
    "{1}, who has no cap | {1}, som inte har något tak",
    "a staff member with maxMinutes; or no exception | någon med maxMinutes; eller inget undantag",
    "overtime into the shift {1} of the same staff member, {2} to {3} | övertid in i samma persons pass {1}, {2} till {3}",
    """
    overtime that ends where the other shift begins; nobody can be in two places \
    | övertid som slutar där det andra passet börjar; ingen kan vara på två ställen
    """,
  ]

  /// What stands in a file and should not.
  private static let found = [
    "nothing | ingenting",
    "no column {1*}; not read are {2\"} | ingen kolumn {1}; {2} läses inte",
    "no column {1*} | ingen kolumn {1}",
    "{1}; so in {2#} more {row/rows}: {3} | {1}; likaså i {2} {2:rad/rader} till: {3}",
    """
    the column {1}, which is not read and holds the names by which {2#} {cell calls/cells call} people \
    | kolumnen {1}, som inte läses och som har de namn som {2} {2:cell/celler} kallar folk vid
    """,
    "{1}, which may be {2}; so may {3#} {more cell/more cells} of the column | {1}, som kan vara {2}; det gäller {3} {3:cell/celler} till i kolumnen",
    "{1}, which may be {2} | {1}, som kan vara {2}",
    "a sum or a heading | en summa eller en rubrik",
    "no table {1} | ingen tabell {1}",
    "columns that could be {1} | kolumner som kunde vara {1}",
    "{1} or the table {2} | {1} eller tabellen {2}",
    "the table {1} | tabellen {1}",
    "several tables {1}: {2} | flera tabeller {1}: {2}",
    "the mark {1}, which stands in {2} too | koden {1}, som också står i {2}",
    "the mark {1}, explained as {2} | koden {1}, förklarad som {2}",
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
    "a table, under any name, with the columns {1*}, or a schedule with a column for each day | en tabell, vad den än heter, med kolumnerna {1}, eller ett schema med en kolumn för varje dag",
    "a table, under any name, with the columns {1*} | en tabell, vad den än heter, med kolumnerna {1}",
    "a name of the {1} that says which, or the mapping's \"sources\" | ett namn på {1} som säger vilken, eller mappningens \"sources\"",
    "sheet | bladet", "file | filen",
    """
    one of them, or the mapping's "sources", which says what each is and may name several \
    | en av dem, eller mappningens "sources", som säger vad var och en är och kan nämna flera
    """,
    "the client's id | kundens id", "a client's id | en kunds id", "the staff member's id | personalens id",
    "a staff member's id | en anställds id", "one of the two | ett av de två", "one of {1} | något av {1}",
    "the header {1}, or a mapping that says that it is the column name of {2} | rubriken {1}, eller en mappning som säger att den är kolumnen name i {2}",
    "weeks of the calendar, from 1 to 52 or 53 | veckor i kalendern, från 1 till 52 eller 53",
    "why it is allowed | varför det tillåts", "what the day is called | vad dagen heter",
    "a date such as 2026-12-24 | ett datum som 2026-12-24",
    "a date such as 2026-03-02, or with a time such as 2026-03-02 14:00 | ett datum som 2026-03-02, eller med en tid som 2026-03-02 14:00",
    "a date such as 2026-03-02 | ett datum som 2026-03-02",
    "a date that is not before the first, {1} | ett datum som inte är före det första, {1}",
    "a time after from, {1} | en tid efter from, {1}",
    "a time of day such as 07:30 | ett klockslag som 07:30",
    "a time of day such as 07:00 | ett klockslag som 07:00",
    "{1}; {2} comes nearest, with {3}, and lacks {4*} | {1}; {2} liknar den mest, med {3}, men saknar {4}",
    "another time than the start | en annan tid än början",
    "a day of the week such as söndag; Sunday where nothing is said | en veckodag som söndag; söndag där inget sägs",
    "one way of planning it; another row has it as {1} | ett sätt att planera den; en annan rad har den som {1}",
    "days such as {1}, without the word {2} | dagar som {1}, utan ordet {2}",
    "days such as {1} or {2} | dagar som {1} eller {2}",
    """
    the days too, such as {1}, or {2}, or how often, such as {3} | dagarna också, som {1}, eller {2}, eller hur ofta, som {3}
    """,
    "a date in the column first to count from, or {1} or {2} | ett datum i kolumnen Gäller från att räkna från, eller {1} eller {2}",
    """
    days; what comes as needed cannot be planned: take the row away, or write how often, such as {1} \
    | dagar; det som görs vid behov kan inte planeras: ta bort raden, eller skriv hur ofta, som {1}
    """,
    "one meaning; correct the explanations, or decide in the mapping's \"shifts\" | en betydelse; rätta förklaringarna, eller bestäm i mappningens \"shifts\"",
    "records alone; take the row away | bara poster; ta bort raden",
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
    "the days of a shift, such as {1}, and its times in the columns start and end | dagarna för ett pass, som {1}, och dess tider i kolumnerna Start och Slut",
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
    "coordinates, or an address that --addresses finds | koordinater, eller en adress som --addresses hittar",
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

  /// What is wrong with an instance, and with changes of one.
  private static let instances = [
    "text that could not be read | text som inte gick att läsa",
    "a value of the column's type | ett värde av kolumnens typ",
    "no reason | inget skäl", "why it is allowed, so that everybody sees it | varför det tillåts, så att alla ser det",
    "{1}, which has no exceptions | {1}, som inte har några undantag",
    """
    {1}; mend the roster or the instance where another rule is in the way \
    | {1}; rätta schemat eller underlaget där en annan regel är i vägen
    """,
    "the exception of row {1} again | undantaget på rad {1} en gång till",
    "each once; remove the repeat | vart och ett en gång; ta bort dubbletten",
    "a value, where the rule is {1} | ett värde, där regeln är {1}",
    "none; an exception of {1} has {2} | inget; ett undantag från {1} har {2}",
    "{1}, since an exception of {2} has {3} | {1}, eftersom ett undantag från {2} har {3}",
    "the id of a row of {1} | id i en rad i {1}", "a number of minutes | ett antal minuter",
    "{1}, the first visit itself | {1}, som är det första besöket självt",
    "another visit than visit | ett annat besök än visit", "another visit than first | ett annat besök än first",
    "{1}, a visit of another client than {2} | {1}, ett besök hos en annan kund än {2}",
    """
    two visits of one client; visits of different clients may overlap anyhow \
    | två besök hos en kund; besök hos olika kunder får överlappa ändå
    """,
    "{1} in an instance of format 1 | {1} i ett underlag av format 1", "a value | ett värde", "{1#} rows | {1} rader",
    "1 row | 1 rad",
    "none; or format 2, which has the table | inga; eller format 2, som har tabellen",
    "none; or format 2, which has the column | inget; eller format 2, som har kolumnen",
    "at least minGap, {1} | minst minGap, {1}",
    "same, where {1} needs {2} staff and {3} {4} | same, där {1} kräver {2} personal och {3} {4}",
    "the same staff number on both visits, or staff any | samma antal personal på båda besöken, eller staff any",
    "{1}, who is blocked for the client | {1}, som är spärrad för kunden",
    "a contact who may serve the client; change the contact or blocked | en kontakt som får besöka kunden; ändra kontakten eller spärren",
    """
    staff who may serve the client; remove them from preferred or blocked \
    | personal som får besöka kunden; ta bort dem från önskade eller spärrade
    """,
    "a date in the years 1 to 9999 | ett datum under åren 1 till 9999",
    "{1} minutes from midnight | {1} minuter från midnatt", "a time of day such as 08:10 | ett klockslag som 08:10",
    "{1}, a series of client {2} | {1}, en serie för kunden {2}",
    "a series of the visit's client, {1}; correct the series or the client | en serie för besökets kund, {1}; rätta serien eller kunden",
    "{1} to {2}, which overlaps its own window of visit {3} | {1} till {2}, som överlappar det egna tidsfönstret för besöket {3}",
    "{1} to {2}, which overlaps {3} of visit {4} | {1} till {2}, som överlappar {3} för besöket {4}",
    """
    windows of one visit that do not overlap; make one of the two, move it or remove it \
    | tidsfönster för ett besök som inte överlappar; gör ett av de två, flytta det eller ta bort det
    """,
    "an empty name | ett tomt namn",
    "a name; rosters name the instance they answer by it | ett namn; scheman nämner sitt underlag vid det",
    "{1} days from {2} | {1} dagar från {2}", "a last day in the years 1 to {1} | en sista dag under åren 1 till {1}",
    "the IANA name of a time zone, such as Europe/Stockholm | IANA-namnet på en tidszon, som Europe/Stockholm",
    "a time after the shift's start, {1} | en tid efter passets början, {1}",
    "{1}, {2} minutes after the start | {1}, {2} minuter efter början",
    "a shift of at most {1} minutes; split it or check the dates | ett pass på högst {1} minuter; dela det eller se över datumen",
    "a shift near the horizon, {1} to {2}; correct the date or remove the shift | ett pass nära planeringstiden, {1} till {2}; rätta datumet eller ta bort passet",
    """
    a whole number from 1 to {1}; leave the break's three cells out where there is no break \
    | ett heltal från 1 till {1}; lämna rastens tre celler tomma där det inte finns någon rast
    """,
    "a time at or after breakFrom, {1} | en tid vid eller efter breakFrom, {1}",
    "{1} in a shift of {2} minutes | {1} i ett pass på {2} minuter",
    "a break no longer than its shift | en rast som inte är längre än passet",
    "a time in the shift, {1} to {2} | en tid i passet, {1} till {2}",
    "{1}, {2} minutes before the shift ends | {1}, {2} minuter innan passet slutar",
    """
    a time at or before {1}, so that a break of {2} minutes ends within the shift \
    | en tid vid eller före {1}, så att en rast på {2} minuter slutar inom passet
    """,
    "at least 1; a road is no shorter than the crow's flight | minst 1; en väg är inte kortare än fågelvägen",
    "{1} rows for {2} locations | {1} rader för {2} platser",
    "one row for each location, in the order of locations | en rad för varje plats, i platsernas ordning",
    "{1} numbers in the row from {2}, for {3} locations | {1} tal i raden från {2}, för {3} platser",
    "one number for each location, in the order of locations | ett tal för varje plats, i platsernas ordning",
    "{1} from {2} to {3} | {1} från {2} till {3}", "whole minutes from 0 to {1} | hela minuter från 0 till {1}",
    "degrees from {1} to {2}, since travel is computed from coordinates | grader från {1} till {2}, eftersom restiden räknas från koordinater",
    "a time at or after earliest, {1} | en tid vid eller efter earliest, {1}",
    "a start in the horizon, from {1} to before {2}; correct the date or remove the visit | en start i planeringstiden, från {1} till före {2}; rätta datumet eller ta bort besöket",
    "a start in the horizon, from {1} to before {2}; correct the date or remove the window | en start i planeringstiden, från {1} till före {2}; rätta datumet eller ta bort fönstret",
    """
    a start in the horizon, from {1} to before {2}; correct the date or end the window sooner \
    | en start i planeringstiden, från {1} till före {2}; rätta datumet eller låt fönstret sluta tidigare
    """,
    "a start in the visit's window, {1} | en start i besökets tidsfönster, {1}", "{1}, or {2} | {1}, eller {2}",
    "{1} to {2} | {1} till {2}",
    "{1} pinned staff for a visit of {2} | {1} låsta för ett besök av {2}",
    "no more pins than the visit's staff; raise staff or remove a pin | inte fler låsta än besökets personal; höj antalet eller ta bort en låsning",
    "{1}, who lacks {2} | {1}, som saknar {2}",
    "{1}, who has no shift that can hold the visit | {1}, som inte har något pass som rymmer besöket",
    "an empty id | ett tomt id", "an id that no other row of {1} has | ett id som ingen annan rad i {1} har",
    "{1} twice | {1} två gånger",
    "each item of the list once; remove the repeat | varje post i listan en gång; ta bort dubbletten",
    "an empty skill | en tom kompetens",
    "a name for each skill; remove the empty item | ett namn på varje kompetens; ta bort den tomma posten",
    "a date-time in the years 1 to 9999 | en tidpunkt under åren 1 till 9999",
    "the id of a row of the instance's {1} | id i en rad i underlagets {1}",
    "{1}, which is cancelled too | {1}, som också är inställt",
    "a visit that is not cancelled | ett besök som inte är inställt",
    "{1} a second time | {1} en andra gång", "each visit once in a table | varje besök en gång i en tabell",
    "each shift once in a table | varje pass en gång i en tabell",
    "{1}, which has started | {1}, som har börjat", "a visit that has not started | ett besök som inte har börjat",
    "neither start nor end | varken början eller slut", "one of them | ett av dem",
    "a time after start, {1} | en tid efter början, {1}",
    "an exception that the instance has | ett undantag som underlaget har",
    "{1}, which {2} does not have | {1}, som {2} inte har",
    "no skill, since there is none to lose | ingen kompetens, eftersom det inte finns någon att mista",
    "{1}, on which {2} begins no shift | {1}, då {2} inte börjar något pass",
    "a day of a shift of theirs | en dag då de har ett pass",
    "no table of changes | ingen tabell med ändringar",
    """
    a table with the columns staff, from, to, or client, from, to, or date, staff, by \
    | en tabell med kolumnerna Personal, Från, Till, eller Kund, Från, Till, eller Datum, Personal, Ersättare
    """,
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
    a column {1}, under one of the names in use or one that a mapping gives, such as {2} \
    | en kolumn {1}, med något av de vanliga namnen eller ett som en mappning anger, till exempel {2}
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

  /// What is wrong with JSON, and with the keys and values of the files that are written in it.
  private static let json = [
    "the end of the file after the outermost value | filens slut efter det yttersta värdet",
    "a comma or {1} | ett komma eller {1}",
    "another value after the comma; remove the comma | ett värde till efter kommat; ta bort kommat",
    "a key in double quotes, or }; JSON has no comments | en nyckel i dubbla citattecken, eller }; JSON har inga kommentarer",
    "a key in double quotes, or } | en nyckel i dubbla citattecken, eller }",
    "a colon after the key | ett kolon efter nyckeln",
    "a value; JSON has no comments | ett värde; JSON har inga kommentarer",
    "a value; JSON puts text in double quotes | ett värde; JSON har text i dubbla citattecken",
    "a value | ett värde",
    "arrays or objects nested more than {1#} deep | listor eller objekt i fler än {1} nivåer",
    "the nesting that the file format shows | så många nivåer som filformatet visar",
    "{1}, another value, or quotes around the text | {1}, ett annat värde, eller citattecken runt texten",
    "a digit | en siffra", "a digit after the decimal point | en siffra efter decimalpunkten",
    "a digit of the exponent | en siffra i exponenten",
    "a number that begins with 0 | ett tal som börjar med 0",
    "a number without leading zeros | ett tal utan inledande nollor",
    "a line end inside a text | ett radslut inne i en text",
    "a control character inside a text | ett styrtecken inne i en text",
    "a closing quote on the same line, or \\n | ett avslutande citattecken på samma rad, eller \\n",
    "an escape, such as \\t | ett omskrivet tecken, som \\t",
    "a byte that is not UTF-8 (0x{1}) | en byte som inte är UTF-8 (0x{1})",
    "UTF-8; save the file in that encoding | UTF-8; spara filen i den teckenkodningen",
    "a text without an end | en text utan slut", "a closing quote | ett avslutande citattecken",
    "half of a surrogate pair | hälften av ett surrogatpar",
    "both halves, or the character itself | båda hälfterna, eller själva tecknet",
    "an escape that JSON does not have | ett omskrivet tecken som JSON inte har",
    "\\\\ for a backslash | \\\\ för ett omvänt snedstreck",
    "an unfinished \\u escape | ett oavslutat \\u", "four hexadecimal digits | fyra hexadecimala siffror",
    "a UTF-16 text | en text i UTF-16", "{1#} bytes | {1} byte",
    "a file of less than 4 GiB | en fil på mindre än 4 GiB",
    "the end of the file | filens slut", "a double quote | ett dubbelt citattecken", "a line end | ett radslut",
    "a control character | ett styrtecken", "the byte 0x{1} | byten 0x{1}",
    "an object | ett objekt", "a list | en lista", "text | text", "a number | ett tal",
    "true or false | true eller false",
    "a list of texts | en lista med texter", "a list of whole numbers | en lista med heltal",
    "an object, since the lines before are objects | ett objekt, eftersom raderna före är objekt",
    "an object that holds {1} | ett objekt som innehåller {1}",
    "an object for {1} | ett objekt för {1}", "a list for {1} | en lista för {1}", "{1\"} for {2} | {1} för {2}",
    "{1#} for {2} | {1} för {2}", "true for {1} | true för {1}", "false for {1} | false för {1}",
    "null for {1} | null för {1}",
    "no {1} | {1} saknas", "the key {1\"} with {2} | nyckeln {1} med {2}",
    "the key {1\"}, a list | nyckeln {1}, en lista",
    "the key {1\"}, which is printed beside every figure | nyckeln {1}, som skrivs vid varje tal",
    "the key {1\"}, a number raised with every change | nyckeln {1}, ett tal som höjs med varje ändring",
    "the unknown key {1\"} in {2} | den okända nyckeln {1} i {2}", "the unknown key {1\"} | den okända nyckeln {1}",
    "the key {1\"} of {2} a second time | nyckeln {1} i {2} en andra gång", "each key once | varje nyckel en gång",
    "the key {1\"} in {2} | nyckeln {1} i {2}", "the key {1\"} | nyckeln {1}",
    "{1\"}, the nearest known key | {1}, den närmaste kända nyckeln",
    "{1\"}, the nearest known file | {1}, den närmaste kända filen",
    "{1\"}, the nearest known column | {1}, den närmaste kända kolumnen",
    "the definition | definitionen", "the settings | inställningarna", "the mapping | mappningen",
    "the published figures | de publicerade talen", "a figure | ett tal",
    "a figure without {1\"} | ett tal utan {1}", "the keys {1} and {2} | nycklarna {1} och {2}",
    "one character such as {1\"} | ett tecken som {1}", "a time such as {1\"} | ett klockslag som {1}",
    "an IANA name such as {1\"} | ett IANA-namn som {1}", "the time zone {1\"} | tidszonen {1}",
    "hours a day that increase, such as {1} | timmar per dag som ökar, som {1}",
    "a time \"from\" and a time \"to\" that is no earlier | ett klockslag \"from\" och ett klockslag \"to\" som inte är tidigare",
    "two times of day such as {1\"} | två klockslag som {1}", "a header at least | minst en rubrik",
  ]

  /// What is wrong with workbooks, their archives and their XML.
  private static let workbooks = [
    """
    an undamaged workbook; open it in a spreadsheet and save it again \
    | en hel arbetsbok; öppna den i ett kalkylprogram och spara den igen
    """,
    "an archive of {1#} parts | ett arkiv med {1} delar", "an archive without an end | ett arkiv utan slut",
    "a directory of parts that is cut off | en avklippt förteckning över delarna",
    "two parts of one name | två delar med samma namn", "a part that is cut off | en avklippt del",
    "a part that is not where the directory says | en del som inte finns där förteckningen säger",
    "a part that is encrypted | en krypterad del",
    "a workbook saved without a password | en arbetsbok sparad utan lösenord",
    "a part packed by method {1} | en del packad med metod {1}",
    """
    one that is stored or deflated; open the workbook in a spreadsheet and save it again \
    | en som är lagrad eller packad med deflate; öppna arbetsboken i ett kalkylprogram och spara den igen
    """,
    "a part of more than {1} MiB | en del på mer än {1} MiB",
    "a sheet of more than {1} MiB | ett blad på mer än {1} MiB",
    "a smaller workbook; save large tables as CSV | en mindre arbetsbok; spara stora tabeller som CSV",
    "a smaller sheet; save large tables as CSV | ett mindre blad; spara stora tabeller som CSV",
    "a checksum that fails | en kontrollsumma som inte stämmer",
    "packed bytes with an end in the middle | packade byte som slutar mitt i",
    "packed bytes that cannot be unpacked | packade byte som inte kan packas upp",
    "XML with a document type, which no workbook has | XML med en dokumenttyp, vilket ingen arbetsbok har",
    "a workbook of a spreadsheet | en arbetsbok från ett kalkylprogram",
    "XML that cannot be read (line {1#}: {2}) | XML som inte kan läsas (rad {1}: {2})",
    "not well-formed (invalid token) | inte välformad (ogiltigt tecken)", "mismatched tag | taggar som inte hör ihop",
    "no element found | inget element", "unclosed token | något som inte avslutas", "syntax error | syntaxfel",
    "junk after document element | något efter dokumentets element", "undefined entity | en okänd entitet",
    "duplicate attribute | ett attribut två gånger", "unclosed CDATA section | ett CDATA-avsnitt utan slut",
    "partial character | ett halvt tecken", "unbound prefix | ett prefix utan namnrymd",
    "a sheet {1\"} that lies nowhere | ett blad {1} som inte ligger någonstans",
    "a sheet {1\"} without its part | ett blad {1} utan sin del", "a row {1#} | en rad {1}",
    "more than {1#} columns | fler än {1} kolumner", "two cells at {1} | två celler på {1}",
    "a text in {1} that the workbook does not hold | en text i {1} som arbetsboken inte innehåller",
    "a web page or XML, whatever the file is called | en webbsida eller XML, vad filen än heter",
    "a table; open the file in a spreadsheet and save it as .xlsx or CSV | en tabell; öppna filen i ett kalkylprogram och spara den som .xlsx eller CSV",
    "a binary workbook (.xlsb) | en binär arbetsbok (.xlsb)",
    "a workbook of the OpenDocument kind (.ods) | en arbetsbok av OpenDocument-slag (.ods)",
    "an archive that is no workbook | ett arkiv som inte är en arbetsbok",
  ]

  /// What keeps a file from being read.
  private static let files = [
    "a file that cannot be opened: {1} | en fil som inte kan öppnas: {1}",
    "a read that fails: {1} | en läsning som misslyckas: {1}",
    "a file | en fil", "a file to be read | en fil att läsa", "a link | en länk",
    "a folder, a pipe or a device | en mapp, ett rör eller en enhet",
    "Permission denied | åtkomst nekad", "Is a directory | det är en mapp", "Input/output error | fel vid läsning",
    "an end in the middle | ett slut mitt i", "more than {1#} MB | mer än {1} MB",
    "a file that unpacks to at most {1#} times its size | en fil som packas upp till högst {1} gånger sin storlek",
    """
    at most that; {1}=… in the environment sets another number of megabytes \
    | högst det; {1}=… i miljön anger ett annat antal megabyte
    """,
  ]
}
