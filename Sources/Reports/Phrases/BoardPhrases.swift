/// What the board's pages say: rows as those of `Phrase`, a column a language.
package enum BoardPhrase: String, CaseIterable, Sendable {
  // MARK: Every page
  case skipToContent = "Skip to the content | Till innehållet"
  case pages = "Pages | Sidor"
  case planOf = "Plan {1}: {2} | Planering {1}: {2}"
  case navDay = "Day by staff | Dag per personal"
  case navClients = "Day by client | Dag per kund"
  case staff = "Staff | Personal"
  case staffLead = """
    What the plan asks of everybody. Absences, swaps and other hours are told under | Vad planeringen kräver av var och en. Frånvaro, \
    byten och andra tider berättas under
    """
  case compare = "Compare | Jämför"
  case comparePlans = "Compare two plans | Jämför två planeringar"
  case withPlan = "with | med"
  case journalFile = "The whole journal as a table (CSV) | Hela loggen som tabell (CSV)"
  case navFortnight = "Fortnight | Period"
  case navPlans = "Plans | Planeringar"
  case navImport = "Import | Läs in"
  case navPrint = "Print | Skriv ut"
  case navJournal = "Journal | Logg"
  case logOut = "Log out | Logga ut"
  case inOtherLanguage = "På svenska | In English"
  case figuresOfPlan = "Figures of the plan | Planeringens nyckeltal"
  case meanFaces = "faces a client, mean | ansikten per kund, medel"
  case clientsAboveTarget = "clients above target | kunder över målet"
  case unassignedVisits = "unassigned visits | otilldelade besök"
  case exceptionsInForce = "exceptions | undantag"
  case steadyStarts = "steady starts | stadiga tider"
  case undoLast = "Undo the last change | Ångra senaste ändringen"
  case redoLast = "Do it again | Gör om"
  case done = "Done. | Klart."
  case undone = "Taken back. | Ångrat."
  case updatedByOthers =
    "The plan has changed; this is how it stands now. | Planeringen har ändrats; så här är den nu."
  case changedMeanwhile =
    "Somebody has changed the plan since this page was made. | Någon har ändrat planeringen sedan sidan gjordes."
  case lostContact = "No contact with the program; trying again. | Ingen kontakt med programmet; försöker igen."

  // MARK: Coming in
  case loginTitle = "Open the board | Öppna tavlan"
  case loginNeeded = """
    Open the board by the address that samma-board printed when it started. Each address opens it once; start the program again for \
    a new one. | Öppna tavlan med adressen som samma-board skrev ut när det startade. Varje adress gäller en gång; starta \
    programmet igen för en ny.
    """
  case loginUsed = "This address has been used or is wrong. | Adressen är redan använd eller fel."
  case loggedOut = "You are logged out. | Du är utloggad."
  case refusedTitle = "Refused | Nekat"
  case foreignRequest = """
    The request does not come from a page of the board. Open the board by its own address. | Anropet kommer inte från en sida \
    på tavlan. Öppna tavlan med dess egen adress.
    """
  case notFound = "There is no such page. | Sidan finns inte."
  case tooLarge = "That is too large: at most {1} MB. | Det är för stort: högst {1} MB."
  case badForm =
    "The form lacks something or says what cannot be read. | Formuläret saknar något eller går inte att läsa."

  // MARK: Import
  case importLead = """
    A workbook (.xlsx) or CSV files with clients, needs, staff and shifts; or an instance (.json) with or without its roster. \
    | En arbetsbok (.xlsx) eller CSV-filer med kunder, insatser, personal och arbetspass; eller en fil .json med eller utan sin \
    planering.
    """
  case files = "Files | Filer"
  case pasteTable = "Or paste a table from a spreadsheet | Eller klistra in en tabell från ett kalkylblad"
  case firstDay = "First day | Första dag"
  case numberOfDays = "Days | Antal dagar"
  case planName = "Name of the plan | Planeringens namn"
  case ofNeedsAlone = "(of needs alone) | (bara för insatser)"
  case readIn = "Read in | Läs in"
  case importedTitle = "What was read | Vad som lästes"
  case importedAs = """
    {1} {1:client/clients}, {2} staff, {3} {3:shift/shifts}, {4} {4:visit/visits}, {5} to {6} | {1} {1:kund/kunder}, {2} \
    personal, {3} arbetspass, {4} besök, {5} till {6}
    """
  case nothingToRead = "Choose files, or paste a table. | Välj filer eller klistra in en tabell."
  case severalInstances =
    "Several instances came in; read in one at a time. | Flera instanser på en gång; läs in en i taget."
  case rosterWithoutInstance = """
    A roster came in without its instance; choose both files. | En planering utan sin instans; välj båda filerna.
    """
  case importProblems = """
    {1} {1:problem/problems}; nothing was read in. Mend them and read in again. | {1} problem; inget lästes in. Rätta och läs \
    in igen.
    """
  case toThePlan = "To the plan | Till planeringen"

  // MARK: Plans
  case plan = "plan | planering"
  case madeBy = "made | gjord"
  case wasImported = "read in | inläst"
  case wasPlannedFrom = "planned from {1} | planerad från {1}"
  case publishedNow = "published | publicerad"
  case changedSince = "changed since | ändrad sedan dess"
  case planAnew = "Plan anew | Planera om"
  case seconds = "Seconds | Sekunder"
  case startRun = "Start | Starta"
  case stopRun = "Stop with the best so far | Stoppa med bästa hittills"
  case runTitle = "Planning | Planering pågår"
  case runGoing = "{1} of {2} s; unassigned {3}, faces {4} | {1} av {2} s; otilldelade {3}, ansikten {4}"
  case runBegins = "The first roster is being made. | Den första planeringen görs."
  case runStopping = "Stops soon. | Stoppar snart."
  case runDone = "Ready: plan {1}. | Klar: planering {1}."
  case runFailed = "No plan was made: {1} | Ingen planering gjordes: {1}"
  case runBeside = """
    The result is set beside the plan that it began with; nobody's work is lost. | Resultatet läggs bredvid planeringen som den \
    utgick från; ingens arbete går förlorat.
    """
  case publish = "Publish | Publicera"
  case discard = "Put away | Lägg undan"
  case open = "Open | Öppna"
  case noPlans = "There is no plan yet: read in needs first. | Det finns ingen planering än: läs in insatser först."
  case isPublished = "Published. | Publicerat."
  case runGoesOnAlready = "A run goes on already. | En planering pågår redan."

  // MARK: Day by staff
  case days = "Days | Dagar"
  case staffOfTheDay = "Shifts of the day | Dagens arbetspass"
  case tray = "Unassigned, {1} | Otilldelade, {1}"
  case whyUnassigned = "Why, and what can be done | Varför, och vad som kan göras"
  case clientsOfTheDay = "Clients of the day | Dagens kunder"
  case facesOfTarget = "faces {1} (target {2}) | ansikten {1} (mål {2})"
  case offUsual = "{1} min from the usual time | {1} min från vanlig tid"
  case help = "help | hjälp"
  case whyNotFewer = "Why it cannot be fewer | Varför det inte kan vara färre"
  case time = "time | tid"
  case trayEmpty = "Nothing is unassigned on this day. | Inget är otilldelat den här dagen."
  case visitAt = "{1}, {2}, {3} min | {1}, {2}, {3} min"
  case pickedUp = "Picked up: {1} | Upplyft: {1}"
  case nowWith = "Now with {1} at {2} | Nu hos {1} kl. {2}"
  case nowNobody = "Now with nobody | Nu hos ingen"
  case inPlaceOf = "In place of {1} | I stället för {1}"
  case takesPlaceOf = "Take the place of {1} | Ta platsen efter {1}"
  case putBack = "Put back | Lägg tillbaka"
  case leaveUnassigned = "Leave unassigned | Lämna otilldelat"
  case whoCanTakeIt = "Who can take it, best first | Vem som kan ta det, bäst först"
  case kindKnown = "known | känd"
  case kindNewFace = "new face | nytt ansikte"
  case kindIfMoved = "if {1} | om {1}"
  case kindWithException = "needs an exception | kräver undantag"
  case kindBlocked = "no | nej"
  case servesNow = "has it now | har det nu"
  case movesTo = "{1} moves to {2} | {1} flyttas till {2}"
  case goesTo = "{1} goes to {2} at {3} | {1} går till {2} kl. {3}"
  case startAt = "start {1} | start {1}"
  case facesOf = "faces {1} → {2} (target {3}) | ansikten {1} → {2} (mål {3})"
  case travelBy = "travel {1} min | restid {1} min"
  case giveTo = "Give to {1} | Ge till {1}"
  case allow = "Allow and give to {1} | Tillåt och ge till {1}"
  case reason = "Reason | Orsak"
  case cannot = "Cannot take it ({1}) | Kan inte ta det ({1})"
  case breakMinutes = "break {1} min | rast {1} min"
  case noVisits = "no visits | inga besök"
  case visitsOfShift = "{1} {1:visit/visits} | {1} besök"
  case pool = "on call | i beredskap"
  case dragHelp = """
    Choose a visit to see who can take it; or drag it onto a row. Escape puts it back. | Välj ett besök för att se vem som kan ta \
    det, eller dra det till en rad. Escape lägger tillbaka.
    """

  // MARK: Repair
  case navRepair = "Repair | Händelser"
  case repairTitle = "What has happened | Vad som har hänt"
  case repairLead = """
    Tell what has happened; the board shows how it can be mended, and changes nothing until you take one. | Berätta vad som har \
    hänt; tavlan visar hur det kan lösas och ändrar inget förrän du väljer.
    """
  case daysAreOver = """
    The plan's days are over; everything is shown as if nothing had begun. | Planeringens dagar är förbi; allt visas som om inget \
    hade börjat.
    """
  case asOf = "As of {1}; what has begun stays. | Läget {1}; det som har börjat ligger kvar."
  case tellMore = "Tell what has happened | Berätta vad som har hänt"
  case tellAbsent = "Somebody is ill or absent | Någon är sjuk eller borta"
  case tellBack = "Somebody works after all | Någon arbetar ändå"
  case tellTakenOver = "Somebody else works a shift | Någon annan tar ett pass"
  case tellHours = "A shift has other hours | Ett pass har andra tider"
  case tellAway = "A client is away | En kund är inte hemma"
  case tellCancelled = "A visit is called off | Ett besök avbokas"
  case tellMoved = "A visit moves | Ett besök flyttas"
  case tellLengthened = "A visit takes longer or shorter | Ett besök tar längre eller kortare tid"
  case tellExtra = "A client needs one more visit | En kund behöver ett extra besök"
  case worksThatDay = "Works that day | Arbetar den dagen"
  case others = "Others | Övriga"
  case fromDay = "From day | Från dag"
  case toDay = "To day | Till dag"
  case untilFurther = "(empty: until further notice) | (tomt: tills vidare)"
  case fromTime = "From | Från"
  case toTime = "To | Till"
  case wholeDayIfEmpty = "(empty: the whole day) | (tomt: hela dagen)"
  case shift = "shift | pass"
  case newMinutes = "Minutes | Minuter"
  case earliestStart = "Earliest start | Tidigast start"
  case latestStart = "Latest start | Senast start"
  case showOptions = "Show what can be done | Visa vad som kan göras"
  case wasAbsent = "{1} is absent from {2} to {3} | {1} är borta från {2} till {3}"
  case wasAbsentOpen = "{1} is absent from {2} until further notice | {1} är borta från {2} tills vidare"
  case wasBack = "{1} works from {2} to {3} | {1} arbetar från {2} till {3}"
  case wasTakenOver = "{1} works the shift of {2} | {1} tar passet för {2}"
  case hadHours = "the shift of {1} is from {2} to {3} | passet för {1} är från {2} till {3}"
  case wasAway = "{1} is away from {2} to {3} | {1} är inte hemma från {2} till {3}"
  case wasAwayOpen = "{1} is away from {2} until further notice | {1} är inte hemma från {2} tills vidare"
  case wasCancelled = "{1} is called off | {1} är avbokat"
  case wasMoved = "{1} moves to {2}–{3} | {1} flyttas till {2}–{3}"
  case wasLengthened = "{1} takes {2} min | {1} tar {2} min"
  case wasExtra = "{1} needs one more visit of {2} min, {3}–{4} | {1} behöver ett extra besök på {2} min, {3}–{4}"
  case forget = "Remove | Ta bort"
  case optionsTitle = "What can be done, up to three ways | Vad som kan göras, upp till tre sätt"
  case takeAll = "Take all of it | Ta allt"
  case takeChosen = "Take the chosen | Ta de valda"
  case changedVisitsOf = "changes of option {1} | ändringar i förslag {1}"
  case noVisitChanges = "No visit changes. | Inget besök ändras."
  case hasBegun = """
    What has begun cannot keep a rule any more; give a reason why it is allowed: {1} | Det som har börjat kan inte längre följa en \
    regel; ange varför det tillåts: {1}
    """

  // MARK: Whom to phone
  case whomToPhone = "Whom to phone | Vem man kan ringa"
  case phoneFor = "Whom to phone instead of {1} | Vem man kan ringa i stället för {1}"
  case absencesKnown = """
    Absences that were told on this board are heeded, others are not known. | Frånvaro som berättats på tavlan räknas med, annan är \
    inte känd.
    """

  // MARK: Refusals
  case refusalTitle = "Not done | Inte gjort"
  case nothingChanged = "Nothing has changed. | Inget har ändrats."
  case staleLead = """
    Others have changed the plan since you looked at it: | Andra har ändrat planeringen sedan du såg den:
    """
  case stillFits = "It still fits. | Det går fortfarande."
  case doItAnyway = "Do it | Gör det"
  case noLongerFits = "It no longer fits: | Det går inte längre:"
  case backToThePlan = "Back to the plan | Tillbaka till planeringen"
  case refusedBlocked = "{1} cannot take it: {2} | {1} kan inte ta det: {2}"
  case refusedReason = "It takes an exception; give a reason: {1} | Det kräver undantag; ange orsak: {1}"
  case refusedRules = "The roster would break rules: | Planeringen skulle bryta mot regler:"
  case refusedUnsound = "It does not fit the plan: | Det passar inte planeringen:"
  case refusedReshaped = """
    The plan has other visits, shifts or people than when this page was made; choose again. | Planeringen har andra besök, pass \
    eller personer än när sidan gjordes; välj igen.
    """
  case refusedNoRepair = """
    These options are no longer at hand; tell again what has happened. | De här förslagen finns inte längre; berätta igen vad som \
    har hänt.
    """
  case refusedNeedsOthers =
    "What was chosen does not go without more: | Det som valdes går inte utan mer:"
  case needsChange = "{1}, since otherwise: {2} | {1}, annars: {2}"
  case takeAlong = "Take these along | Ta med dem"
  case refusedNoPlan = "There is no plan {1}, or it was put away. | Planering {1} finns inte, eller är undanlagd."
  case refusedNothingToUndo = "There is nothing to take back. | Det finns inget att ångra."
  case refusedBuiltUpon =
    "Later changes build on it; take them back first: | Senare ändringar bygger på den; ångra dem först:"
  case refusedStore = "It could not be kept: {1} | Det kunde inte sparas: {1}"
  case refusedNoVisit =
    "There is no such visit, or nobody such serves it. | Besöket finns inte, eller har inte den personen."

  // MARK: The journal
  case when = "when (UTC) | när (UTC)"
  case who = "who | vem"
  case what = "what | vad"
  case journalImported = "read in plan {1}: {2} | läste in planering {1}: {2}"
  case journalPlanned = "plan {1} was planned from plan {2} | planering {1} planerades från planering {2}"
  case journalChanged = "plan {1}: {2} | planering {1}: {2}"
  case journalUndone = "plan {1}, taken back: {2} | planering {1}, ångrat: {2}"
  case journalPublished = "published plan {1} | publicerade planering {1}"
  case journalDiscarded = "put plan {1} away | lade undan planering {1}"
  case journalHappened = "{1}. {2} | {1}. {2}"
  case journalMove = "{1}: {2} → {3} | {1}: {2} → {3}"
  case nobody = "nobody | ingen"

  // MARK: Lists
  case noRows = "None. | Inga."
  case client = "client | kund"
  case area = "area | område"
  case faces = "faces | ansikten"
  case target = "target | mål"
  case window = "window | tidsfönster"
  case exception = "exception | undantag"
  case why = "why | varför"
  case allowedBy = "allowed by | tillåtet av"
  case usualTime = "usual time | vanlig tid"
  case spread = "spread, min | spridning, min"
  case unsteadyVisits = "Starts that vary by more than {1} minutes | Tider som varierar mer än {1} minuter"
  case everyClient = "Faces, client by client | Ansikten per kund"
  case aboveTitle = "Clients above target | Kunder över målet"
  case unassignedTitle = "Unassigned visits | Otilldelade besök"
  case exceptionsTitle = "Exceptions in force | Gällande undantag"
  case visit = "visit | besök"
  case minutes = "min | min"
  case fortnightTitle = "Who meets whom | Vem som möter vem"
  case fortnightLead = """
    Visits of each client (row) by each staff member (column). Faces are counted as against the target, in the period with the most. \
    | Besök hos varje kund (rad) av varje personal (kolumn). Ansikten räknas som mot målet, i perioden med flest.
    """

  // MARK: Print
  case printLead = "Sheets of plan {1} as it stands now. | Blad av planering {1} som den är nu."
  case sheetsStaff = "Staff's days | Personalens dagar"
  case sheetsClients = "Clients' weeks | Kundernas veckor"
  case sheetsWall = "Boards for the wall, without names of clients | Tavlor för väggen, utan kundnamn"
  case sheetsCrisis = "Crisis pack | Krispärm"
  case instanceFile = "Instance (JSON) | Instans (JSON)"
  case rosterFile = "Roster (JSON) | Planering (JSON)"
}

extension Language {
  /// A phrase of the board with its values; in English where the language lacks it.
  package func text(_ phrase: BoardPhrase, _ values: [String]) -> String {
    Self.text(cell(Self.boardRows[phrase]) ?? "", values)
  }

  private static let boardRows = Dictionary(
    uniqueKeysWithValues: BoardPhrase.allCases.map { ($0, cells($0.rawValue)) })
}
