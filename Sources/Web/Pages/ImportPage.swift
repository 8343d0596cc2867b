import Board
import HomeCare
import Interchange
import Reports

/// Where files come in, and what they were taken for.
struct ImportPage {
  let frame: Frame
  /// The first day that is offered.
  let start: LocalDate

  private var language: Language { frame.language }

  /// The form alone.
  var html: String { frame.page(language(.navImport), form) }

  /// The form, below what was wrong with the files.
  func html(_ refusal: ImportReading.Refusal) -> String {
    frame.page(language(.navImport), "<section class=\"problems\" role=\"alert\">\(problems(refusal))</section>\(form)")
  }

  private func problems(_ refusal: ImportReading.Refusal) -> HTML {
    switch refusal {
    case .nothing: return "<p>\(language(.nothingToRead))</p>"
    case .several: return "<p>\(language(.severalInstances))</p>"
    case .rosterAlone: return "<p>\(language(.rosterWithoutInstance))</p>"
    case .problems(let error):
      let items = error.problems.prefix(200).map { problem -> HTML in "<li>\(language.text(of: problem))</li>" }
      return "<p>\(language(.importProblems, error.problems.count))</p><ol>\(items.joined())</ol>"
    }
  }

  private var form: HTML {
    """
    <p>\(language(.importLead))</p>
    <form method="post" action="/import" enctype="multipart/form-data" class="stack" data-whole>
    <label>\(language(.files)) <input type="file" name="files" multiple accept=".xlsx,.csv,.tsv,.txt,.json"></label>
    <label>\(language(.pasteTable)) <textarea name="table" rows="4"></textarea></label>
    <label>\(language(.firstDay)) <span class="hint">\(language(.ofNeedsAlone))</span>
    <input type="date" name="start" value="\(start)"></label>
    <label>\(language(.numberOfDays)) <span class="hint">\(language(.ofNeedsAlone))</span>
    <input type="number" name="days" value="14" min="1" max="35"></label>
    <label>\(language(.planName)) <input name="name" maxlength="80"></label>
    <button class="main">\(language(.readIn))</button></form>
    """
  }

  /// What was read as what.
  func html(read notes: [String], as plan: PlanInHand, _ record: PlanRecord) -> String {
    let instance = plan.instance
    let items = notes.map { note -> HTML in "<li>\(language.message(note))</li>" }
    let list: HTML = items.isEmpty ? "" : "<ul>\(items.joined())</ul>"
    return frame.page(
      language(.importedTitle),
      """
      <p>\(language(.importedAs, instance.clients.count, instance.staff.count, instance.shifts.count, instance.visits.count, instance.horizon.start, instance.horizon.lastDate))</p>
      <div class="actions"><a class="button" href="/plans/\(record.id)/staff">\(language(.toThePlan))</a>\(PlansPage.runForm(frame, record.id))</div>\(list)
      """)
  }
}
