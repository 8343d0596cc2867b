import Continuity

/// The words of logs for categories, staff categories and statuses, in Swedish and English.
enum LogWords {
  /// What a column's words mean, by the word in lower case.
  static func standard(_ column: LogColumn) -> [String: String] {
    switch column {
    case .category:
      meanings([
        "care": [
          "omsorg", "omvårdnad", "personlig omvårdnad", "personlig omsorg", "hemtjänst", "home care", "personal care",
          "vård och omsorg", "måltid", "måltider", "måltidsstöd", "matning", "hjälp med måltid", "hjälp vid måltid",
          "meal preparation",
        ],
        "service": ["serviceinsats", "serviceinsatser", "städ", "städning", "tvätt", "inköp", "cleaning", "shopping"],
        "alarm": [
          "larm", "trygghetslarm", "larmbesök", "safety alarm", "emergency alarm", "trygghetsalarm", "nødkald",
          "turvapuhelin", "åtgärd larm", "larmåtgärd", "larmutryckning", "medicinlarm",
        ],
        // Food that is brought; help with eating is care.
        "meal": [
          "matdistribution", "matlåda", "matlådor", "matleverans", "matservice", "måltidsleverans", "meal delivery",
          "meals on wheels", "home delivered meals", "distribution av matportioner", "matkorg", "leverans matlåda",
          "hemleverans av mat",
          "matombringing", "madudbringning", "ateriapalvelu",
        ],
        "nursing": [
          "hsl", "hsv", "hälso- och sjukvård", "sjukvård", "hemsjukvård", "sjuksköterska", "ssk", "distriktssköterska",
          "dsk", "hsl-insats", "hsl insats", "skilled nursing", "nursing visit", "hjemmesykepleie", "hjemmesygepleje",
          "kotisairaanhoito", "ssk-besök", "sjuksköterskebesök", "rehab", "hemrehabilitering", "fysioterapi",
          "arbetsterapi",
          "fysioterapeut", "arbetsterapeut",
        ],
        // Nobody comes to a client's door.
        Trait.noVisit: [
          "restid", "resa", "resor", "förflyttning", "körning", "gångtid", "rast", "paus", "lunchrast", "möte", "apt",
          "arbetsplatsträff", "teammöte", "dokumentation", "administration", "admin", "rapportering",
          "överrapportering", "utbildning", "telefonsamtal", "telefon", "telefontillsyn", "tillsyn via telefon",
          "digital tillsyn", "tillsyn via kamera", "trygghetskamera", "nattkamera", "videosamtal", "digitalt besök",
          "travel", "travel time", "mileage", "break", "meeting", "documentation", "phone call", "telephone call",
          "video call", "telehealth", "reise", "pause", "møte", "matka-aika", "tauko",
        ],
        "other": ["övrigt", "annat", "misc"],
      ])
    case .staffCategory:
      meanings([
        "home-care": [
          "hemtjänst", "home care", "homecare", "undersköterska", "usk", "vårdbiträde", "vb", "hemtjänstpersonal",
          "omvårdnadspersonal", "carer", "care worker", "aide", "home health aide", "hha", "cna", "pca",
          "helsefagarbeider", "hjemmehjelp", "hjemmehjælp", "sosu-hjælper", "sosu-assistent", "lähihoitaja",
        ],
        "home-nursing": [
          "hemsjukvård", "home nursing", "sjuksköterska", "ssk", "distriktssköterska", "dsk", "specialistsjuksköterska",
          "hsl", "hsl-personal", "nurse", "registered nurse", "rn", "lpn", "district nurse", "legitimerad",
          // Therapists are health care of the municipality, as nurses are.
          "arbetsterapeut", "at", "fysioterapeut", "ft", "sjukgymnast", "rehab", "occupational therapist",
          "physiotherapist", "sykepleier", "sygeplejerske", "sairaanhoitaja",
        ],
        "substitute": [
          "vikarie", "timvikarie", "timanställd", "timavlönad", "intermittent", "semestervikarie", "pool",
          "bemanningspool",
          "bemanning", "bemanningsföretag", "resursteam", "agency staff", "temp", "relief", "vikar", "sijainen",
        ],
        "other": ["övrig", "övrigt", "annan"],
      ])
    case .status:
      meanings([
        "performed": [
          "utförd", "utfört", "completed", "complete", "done", "verified", "registrerad", "godkänd", "genomförd",
          "genomfört", "ja", "yes", "actual", "approved", "utført", "gjennomført", "gennemført", "toteutunut", "tehty",
          "attesterad", "attesterat", "avslutad", "avslutat", "slutförd", "slutfört", "klar", "klart", "bekräftad",
          "manuellt registrerad", "manuell registrering",
        ],
        "planned": ["planerad", "planerat", "scheduled", "plan", "planlagt", "suunniteltu"],
        "declined": ["avböjd", "avböjt", "tackat nej", "nekad", "nekat", "refused", "declined"],
        "cancelled": [
          "inställd", "inställt", "avbokad", "avbokat", "avbeställd", "avbeställt", "canceled", "missed", "no show",
          "no-show", "utebliven", "uteblivet", "bom", "bomtur", "bombesök", "bomkörning", "ej hemma", "ej utförd",
          "ej utfört", "inte utförd", "inte utfört", "ej genomförd", "ej genomfört", "makulerad", "makulerat", "nej",
          "avlyst", "aflyst", "peruttu", "peruutettu",
        ],
      ])
    default: [:]
    }
  }

  /// The meaning of a word of a column among those known.
  ///
  /// What opens as a visit that did not take place, such as `Avbokad av brukare`, is one. Nothing else is taken from the
  /// beginning of a text: `Utförd, ej signerad` is not known.
  static func meaning(of word: String, _ column: LogColumn, in known: [String: String]) -> String? {
    let folded = folded(word)
    if let meaning = known[folded] { return meaning }
    guard column == .status else { return nil }
    let words = folded.split { !$0.isLetter && $0 != "-" }
    return (1..<max(1, min(words.count, 3))).lazy.compactMap { known[words.prefix($0).joined(separator: " ")] }.first {
      $0 == "cancelled" || $0 == "declined"
    }
  }

  private static func meanings(_ words: [String: [String]]) -> [String: String] {
    var meanings: [String: String] = [:]
    for (meaning, words) in words {
      meanings[meaning] = meaning
      for word in words { meanings[word] = meaning }
    }
    return meanings
  }

  /// A word as it is compared.
  static func folded(_ word: String) -> String { trimmed(word).lowercased() }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return first == scalars.startIndex && last == scalars.index(before: scalars.endIndex)
      ? text : String(scalars[first...last])
  }
}
