/// What the board's pages say: rows as those of `Phrase`, a column a language.
package enum BoardPhrase: String, CaseIterable, Sendable {
  // MARK: Every page
  case skipToContent = "Skip to the content | Till innehållet"
  case pages = "Pages | Sidor"
  case planOf = "Plan {1}: {2} | Planering {1}: {2}"
  case navDay = "Day by staff | Dag per personal"
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
    "Somebody has changed the plan while a visit is picked up. | Någon har ändrat medan ett besök är upplyft."
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
  case trayEmpty = "Nothing is unassigned on this day. | Inget är otilldelat den här dagen."
  case visitAt = "{1}, {2}, {3} min | {1}, {2}, {3} min"
  case pickUp = "pick up | lyft upp"
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
  case hoursLacking = "Why | Varför"
  case dragHelp = """
    Choose a visit to see who can take it; or drag it onto a row. Escape puts it back. | Välj ett besök för att se vem som kan ta \
    det, eller dra det till en rad. Escape lägger tillbaka.
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
  case refusedUnsound = "The exceptions do not fit: | Undantagen passar inte:"
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
