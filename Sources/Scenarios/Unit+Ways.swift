import HomeCare

extension Unit {
  /// Percent of staff who travel by the setting's second way.
  private static let otherWay = 20
  /// Percent of evening shifts worked by it, whatever the staff member's own, where all rules are at work.
  private static let otherWayInTheEvening = 8
  /// Staff able to take each visit beyond those it needs, as when the shifts were made.
  private static let spareStaff = 1

  /// Has some of the staff travel by the second way, as long as every visit can be served.
  mutating func chooseWays() {
    var random = generator(for: .ways)
    var chosen = Quota(percent: Self.otherWay, &random)
    for member in staff.indices { staff[member].goesOtherWay = chosen.next() }
    if options.allRules {
      for shift in shifts.indices where shifts[shift].kind == .evening && !staff[shifts[shift].staff].goesOtherWay {
        shifts[shift].goesOtherWay = random.chance(Self.otherWayInTheEvening, in: 100)
      }
    }
    var duty = Duty(self)
    for visit in visits {
      var able = duty.eligible(visit).count
      for shift in duty.shiftsOfDay[visit.day] {
        if able >= visit.staff + Self.spareStaff { break }
        let member = shifts[shift].staff
        guard staff[member].goesOtherWay || shifts[shift].goesOtherWay, staff[member].has(visit.skills) else {
          continue
        }
        staff[member].goesOtherWay = false
        shifts[shift].goesOtherWay = false
        duty = Duty(self)
        able = duty.eligible(visit).count
      }
    }
  }
}
