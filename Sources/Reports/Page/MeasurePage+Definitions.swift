import Continuity

/// What the definition asks of a page: clients apart by hours of service, and another definition laid beside.
extension MeasurePage {
  /// The figures by hours of service a day; empty where the definition has no strata.
  var strata: HTML {
    report.strataTable(language).map { section(.hoursOfService, HTMLTable($0).html) } ?? ""
  }

  /// The figures by another definition, below what the two say otherwise; empty where there is none.
  var compared: HTML {
    guard let compared = report.compared, let table = report.comparedTable(language),
      let why = report.comparedSplitTable(language)
    else { return "" }
    let lines = language.differences(definition, compared.definition)
    return section(
      .definitionsCompared,
      HTML.paragraphs(lines) + HTMLTable(table).html + HTMLTable(why).html
        + HTML.paragraphs(report.comparedNotes(language)))
  }
}
