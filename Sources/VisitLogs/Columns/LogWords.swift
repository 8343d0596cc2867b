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
        "alarm": ["larm", "trygghetslarm", "larmbesök", "safety alarm", "emergency alarm"],
        // Food that is brought; help with eating is care.
        "meal": [
          "matdistribution", "matlåda", "matlådor", "matleverans", "matservice", "måltidsleverans", "meal delivery",
          "meals on wheels",
          "home delivered meals",
        ],
        "nursing": [
          "hsl", "hsv", "hälso- och sjukvård", "sjukvård", "hemsjukvård", "sjuksköterska", "ssk", "distriktssköterska",
          "dsk", "hsl-insats", "hsl insats", "skilled nursing", "nursing visit",
        ],
        "other": ["övrigt", "annat", "misc"],
      ])
    case .staffCategory:
      meanings([
        "home-care": [
          "hemtjänst", "home care", "homecare", "undersköterska", "usk", "vårdbiträde", "vb", "hemtjänstpersonal",
          "omvårdnadspersonal", "carer", "care worker", "aide", "home health aide", "hha", "cna", "pca",
        ],
        "home-nursing": [
          "hemsjukvård", "home nursing", "sjuksköterska", "ssk", "distriktssköterska", "dsk", "specialistsjuksköterska",
          "hsl", "hsl-personal", "nurse", "registered nurse", "rn", "lpn", "district nurse", "legitimerad",
          // Therapists are health care of the municipality, as nurses are.
          "arbetsterapeut", "at", "fysioterapeut", "ft", "sjukgymnast", "rehab", "occupational therapist",
          "physiotherapist",
        ],
        "substitute": [
          "vikarie", "timvikarie", "timanställd", "timavlönad", "intermittent", "semestervikarie", "pool",
          "bemanningspool",
          "bemanning", "bemanningsföretag", "resursteam", "agency staff", "temp", "relief",
        ],
        "other": ["övrig", "övrigt", "annan"],
      ])
    case .status:
      meanings([
        "performed": [
          "utförd", "utfört", "completed", "complete", "done", "verified", "registrerad", "godkänd", "genomförd",
          "genomfört", "ja", "yes", "actual", "approved",
        ],
        "planned": ["planerad", "planerat", "scheduled", "plan"],
        "declined": ["avböjd", "avböjt", "tackat nej", "nekad", "nekat", "refused"],
        "cancelled": [
          "inställd", "inställt", "avbokad", "avbokat", "canceled", "missed", "utebliven", "bomkörning", "ej utförd",
          "ej utfört",
          "nej",
        ],
      ])
    default: [:]
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
