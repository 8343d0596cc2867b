import HomeCare

/// A 64-bit FNV-1a digest of every value of a draft, to notice when the same seed no longer gives the same instance.
struct Digest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ draft: InstanceDraft) {
    add(draft.name)
    add(draft.horizon.start.dayNumber, draft.horizon.days, draft.horizon.window)
    for part in ScorePart.parts(of: draft.format) where !part.isOptional || draft.weights[part] != 0 {
      add(draft.weights[part])
    }
    if case .matrix(let rows) = draft.travel { for row in rows { for minutes in row { add(minutes) } } }
    for location in draft.locations {
      add(location.id.rawValue)
      add(Int(bitPattern: UInt(location.latitude?.bitPattern ?? 0)))
      add(Int(bitPattern: UInt(location.longitude?.bitPattern ?? 0)))
    }
    for member in draft.staff {
      add(member.id.rawValue, member.name ?? "", member.location?.rawValue ?? "", member.skills.joined(separator: ";"))
      add(member.maxMinutes ?? -1)
    }
    for shift in draft.shifts {
      add(shift.id.rawValue, shift.staff.rawValue, shift.kind.rawValue)
      add(shift.start.minuteNumber, shift.end.minuteNumber, shift.breakRule?.minutes ?? -1)
      add(shift.breakRule?.from.minuteNumber ?? -1, shift.breakRule?.to.minuteNumber ?? -1)
    }
    for client in draft.clients {
      add(client.id.rawValue, client.name ?? "", client.location.rawValue, client.area ?? "")
      add(client.contact?.rawValue ?? "")
      for staff in client.preferred + client.blocked { add(staff.rawValue) }
      add(client.targetStaff)
    }
    for visit in draft.visits {
      add(visit.id.rawValue, visit.client.rawValue, visit.kind, visit.skills.joined(separator: ";"))
      add(visit.earliest.minuteNumber, visit.latest.minuteNumber, visit.minutes, visit.staff, visit.priority)
      add(visit.counts ? 1 : 0, visit.pinnedStart?.minuteNumber ?? -1)
      for staff in visit.pinned { add(staff.rawValue) }
    }
    for link in draft.links {
      add(link.first.rawValue, link.second.rawValue, link.staff.rawValue)
      add(link.minGap ?? Int.min, link.maxGap ?? Int.max)
    }
    for meeting in draft.history {
      add(meeting.client.rawValue, meeting.staff.rawValue)
      add(meeting.date.dayNumber)
    }
    if draft.format >= .two { addCoordination(of: draft) }
  }

  /// The tables and columns of format 2.
  private mutating func addCoordination(of draft: InstanceDraft) {
    for location in draft.locations { add(location.address ?? "") }
    for member in draft.staff { add(member.mode?.rawValue ?? "", member.phone ?? "") }
    for shift in draft.shifts { add(shift.mode?.rawValue ?? "") }
    for client in draft.clients { add(client.phone ?? "", client.access ?? "", client.remark ?? "") }
    for visit in draft.visits {
      add(visit.series?.rawValue ?? "", visit.tasks ?? "")
      add(visit.alongside ? 1 : 0)
    }
    for series in draft.series {
      add(series.id.rawValue, series.client.rawValue)
      add(series.usual ?? -1, series.tolerance)
    }
    for window in draft.alternatives {
      add(window.visit.rawValue)
      add(window.earliest.minuteNumber, window.latest.minuteNumber)
    }
    for exception in draft.exceptions {
      add(exception.rule.rawValue, exception.reason, exception.visit?.rawValue ?? "", exception.second?.rawValue ?? "")
      add(exception.staff?.rawValue ?? "", exception.shift?.rawValue ?? "")
      add(exception.before, exception.after, exception.minutes ?? -1)
    }
  }

  private mutating func add(_ texts: String...) {
    for text in texts {
      for byte in text.utf8 { add(byte: byte) }
      add(byte: 0)
    }
  }

  private mutating func add(_ numbers: Int...) {
    for number in numbers {
      for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
    }
  }

  private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
