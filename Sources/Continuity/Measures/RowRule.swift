/// What a row of a log came to under a definition: counted, or the first rule that it fell to.
public enum RowRule: String, CaseIterable, Hashable, Sendable {
  /// The visit did not take place, or was only planned where others were performed.
  case didNotTakePlace = "did-not-take-place"
  /// The definition leaves out the category of the visit.
  case category
  /// The definition leaves out the category of the staff member.
  case staffCategory = "staff-category"
  /// The definition leaves out home nursing, and the row is of nursing without saying what kind of staff came.
  case nursing = "nursing-by-unknown-staff"
  /// The visit starts at a time of day, or on a day of the week, that does not count.
  case hours
  /// The row lies outside the period.
  case otherDates = "other-dates"
  /// The client is left out of the period.
  case clientLeftOut = "client-left-out"
  /// A further task of somebody whose meeting another row tells of.
  case furtherTask = "further-task"
  /// A meeting that another row tells of already.
  case registeredTwice = "registered-twice"
  /// Someone else at a visit of which one staff member counts.
  case otherStaff = "other-staff"
  /// A counted meeting.
  case counted

  /// The rule that keeps meetings of a trait from counting, whenever they are.
  init?(of trait: Trait, _ definition: Definition, _ basis: MeetingBasis) {
    if !basis.includes(trait.status) {
      self = .didNotTakePlace
    } else if definition.excludes(category: trait.category, word: trait.categoryWord) {
      self = .category
    } else if definition.excludes(staffCategory: trait.staffCategory, word: trait.staffCategoryWord) {
      self = .staffCategory
    } else if trait.staffCategory.isEmpty, trait.category == Trait.nursing,
      definition.excludes(staffCategory: Trait.homeNursing)
    {
      self = .nursing
    } else {
      return nil
    }
  }
}
