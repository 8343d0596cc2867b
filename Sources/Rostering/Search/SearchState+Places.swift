/// A feasible place for a visit in a route, and the travel it adds.
struct Place: BitwiseCopyable {
  /// The stop behind which the visit goes; −1 where no place is feasible.
  var position: Int32
  /// Minutes of travel added; may be negative where the triangle inequality fails.
  var travel: Minutes

  static let none = Place(position: -1, travel: Minutes.max / 2)
  @inline(__always) var exists: Bool { position >= 0 }
}

/// Where visits have room in routes; nothing here changes the roster.
extension SearchState {
  /// The cheapest feasible place for a stay at a location within a shift's route.
  ///
  /// - Parameters:
  ///   - earliest: earliest start, in minutes; `latest` the latest.
  @inline(__always)
  func bestPlace(
    _ location: LocationRow, _ earliest: Minutes, _ latest: Minutes, _ minutes: Minutes, in shift: ShiftRow
  ) -> Place {
    bestPlace(
      location, earliest, latest, minutes, in: shift, at: stopIndex(shift, 0), count: Int(length[shift]))
  }

  /// The same for a route of `count` visits that stands at `base` in the stops.
  func bestPlace(
    _ location: LocationRow, _ earliest: Minutes, _ latest: Minutes, _ minutes: Minutes, in shift: ShiftRow,
    at base: Int, count: Int
  ) -> Place {
    let row = problem.shifts[shift]
    var best = Place.none
    var index = 0
    while index <= count {
      let before = stops[base + index]
      let out = problem.minutes(before.location, location, in: row)
      if min(before.endBefore, before.endAfter) &+ out > latest {
        if problem.travelIsMetric { break }
        // Where detours save time, a later stop may be near enough.
        index += 1
        continue
      }
      let behind = stops[base + index + 1]
      if index == count || max(behind.latestBefore, behind.latestAfter) >= earliest &+ minutes {
        let on = problem.minutes(location, behind.location, in: row)
        let extra = out &+ on &- (count == 0 ? 0 : problem.minutes(before.location, behind.location, in: row))
        if extra < best.travel {
          let (endBefore, endAfter) = RouteTiming.ends(
            previousBefore: before.endBefore, previousAfter: before.endAfter, travel: out, earliest: earliest,
            latest: latest, minutes: minutes, shift: row)
          if RouteTiming.reaches(
            endBefore: endBefore, endAfter: endAfter, travel: on, latestBefore: behind.latestBefore,
            latestAfter: behind.latestAfter, shift: row)
          {
            best = Place(position: Int32(truncatingIfNeeded: index), travel: extra)
          }
        }
      }
      index += 1
    }
    return best
  }

  /// Whether a stay fits between two stops of a route, whatever stands between them now.
  @inline(__always)
  func fits(
    _ location: LocationRow, _ earliest: Minutes, _ latest: Minutes, _ minutes: Minutes, after before: Stop,
    before behind: Stop,
    in shift: ShiftRow
  ) -> Bool {
    let row = problem.shifts[shift]
    let (endBefore, endAfter) = RouteTiming.ends(
      previousBefore: before.endBefore, previousAfter: before.endAfter,
      travel: problem.minutes(before.location, location, in: row), earliest: earliest, latest: latest, minutes: minutes,
      shift: row)
    return RouteTiming.reaches(
      endBefore: endBefore, endAfter: endAfter, travel: problem.minutes(location, behind.location, in: row),
      latestBefore: behind.latestBefore, latestAfter: behind.latestAfter, shift: row)
  }

  /// Travel minutes saved by taking a slot out of its route.
  @inline(__always)
  func travelSaved(by slot: SlotRow) -> Minutes {
    let shift = slotShift[slot]
    let row = problem.shifts[shift]
    let index = stopIndex(shift, slotPosition[slot])
    let (before, here, behind) = (stops[index - 1].location, stops[index].location, stops[index + 1].location)
    return problem.minutes(before, here, in: row) &+ problem.minutes(here, behind, in: row)
      &- (length[shift] == 1 ? 0 : problem.minutes(before, behind, in: row))
  }

  /// Travel minutes added by a location in the place of a stop.
  @inline(__always)
  func travelAdded(by location: LocationRow, insteadOf index: Int, in shift: CompiledShift) -> Minutes {
    let (before, here, behind) = (stops[index - 1].location, stops[index].location, stops[index + 1].location)
    return problem.minutes(before, location, in: shift) + problem.minutes(location, behind, in: shift)
      - problem.minutes(before, here, in: shift) - problem.minutes(here, behind, in: shift)
  }

  /// Whether a route without one of its slots still works; always so where travel is metric.
  func worksWithout(_ slot: SlotRow) -> Bool {
    if problem.travelIsMetric { return true }
    let shift = slotShift[slot]
    if length[shift] == 1 { return true }
    let index = stopIndex(shift, slotPosition[slot])
    let (before, behind) = (stops[index - 1], stops[index + 1])
    let row = problem.shifts[shift]
    return RouteTiming.reaches(
      endBefore: before.endBefore, endAfter: before.endAfter,
      travel: problem.minutes(before.location, behind.location, in: row), latestBefore: behind.latestBefore,
      latestAfter: behind.latestAfter, shift: row)
  }

  /// The cheapest feasible place in a slot's route once the slot has left it.
  ///
  /// The position counts stops without the leaving slot; the travel is the change of the whole route.
  func bestPlace(
    without leaving: SlotRow, _ location: LocationRow, _ earliest: Minutes, _ latest: Minutes, _ minutes: Minutes
  )
    -> Place
  {
    guard setAside(leaving) else { return .none }
    let shift = slotShift[leaving]
    let saved = travelSaved(by: leaving)
    var place = bestPlace(
      location, earliest, latest, minutes, in: shift, at: aside, count: Int(length[shift]) - 1)
    if place.exists { place.travel -= saved }
    return place
  }

  /// Where `setAside` puts a route: the scratch stretch behind the last shift.
  @inline(__always) var aside: Int { problem.shiftCount * stride }

  /// Puts a slot's route without the slot into the scratch stretch; returns whether it works so.
  func setAside(_ leaving: SlotRow) -> Bool {
    let shift = slotShift[leaving]
    let position = Int(slotPosition[leaving])
    let count = Int(length[shift]) - 1
    let base = stopIndex(shift, 0)
    let scratch = aside
    for index in 0..<position { stops[scratch + index] = stops[base + index] }
    for index in position...count + 1 { stops[scratch + index] = stops[base + index + 1] }
    return time(shift, at: scratch, count: count)
  }

  /// Whether a shift's route keeps every rule of time, by its timing summaries.
  @inline(__always)
  func isFeasible(_ shift: ShiftRow) -> Bool {
    let count = length[shift]
    if count == 0 { return true }
    let last = stops[stopIndex(shift, count)]
    let back = stops[stopIndex(shift, count + 1)]
    let row = problem.shifts[shift]
    return RouteTiming.reaches(
      endBefore: last.endBefore, endAfter: last.endAfter,
      travel: problem.minutes(last.location, back.location, in: row), latestBefore: back.latestBefore,
      latestAfter: back.latestAfter, shift: row)
  }
}
