import Board
import Foundation
import HTTPTypes
import HomeCare
import Hummingbird
import Interchange
import Reports

extension BoardSite {
  /// The pages where files come in.
  func addImports(to router: Router<SiteContext>) {
    router.get("import") { request, context in
      let frame = try await frame(context, .imports)
      if let id = request.uri.queryParameters["read"].flatMap({ Int($0) }), let notes = await imports.of(id),
        let record = await board.state.plan(id), let plan = try? await board.plan(id)
      {
        let page = ImportPage(frame: frame, start: nextMonday)
        return Response.page(page.html(read: notes, as: plan, record))
      }
      return Response.page(ImportPage(frame: frame, start: nextMonday).html)
    }
    router.post("import") { request, context in
      let form = try await form(request, upTo: Self.mostUploaded)
      guard let session = context.session else { throw HTTPError(.unauthorized) }
      var files = form.files
      if let table = form["table"], table.contains(where: { !$0.isWhitespace }) {
        files.append(UploadedFile(name: "inklistrat.tsv", bytes: Array(table.utf8)))
      }
      let start = form["start"].flatMap { LocalDate($0) } ?? nextMonday
      let days = form.number("days") ?? 14
      let given = (form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      let frame = try await frame(context, .imports)
      let page = ImportPage(frame: frame, start: start)
      guard InputLimits.days.contains(days) else { throw HTTPError(.badRequest) }
      let reading: ImportReading
      do throws(ImportReading.Refusal) {
        reading = try ImportReading(
          files, over: .init(start: start, days: days), name: given.isEmpty ? "\(start)" : given)
      } catch {
        return Response.page(page.html(error), status: .unprocessableContent)
      }
      do throws(PlanRefusal) {
        let id = try await board.take(
          reading.instance, reading.roster, name: given.isEmpty ? nil : given, as: session.actor)
        await imports.keep(reading.notes, of: id)
        return Response.seeOther("/import?read=\(id)")
      } catch {
        return try await refused(error, context, plan: nil, "/import", .empty, back: "/import")
      }
    }
  }

  /// The Monday after today.
  private var nextMonday: LocalDate {
    let today = today
    return today.advanced(by: 8 - today.weekday)
  }

  /// Today, by the clock of the machine.
  var today: LocalDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: clock())
    return LocalDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? LocalDate(dayNumber: 0)
  }
}
