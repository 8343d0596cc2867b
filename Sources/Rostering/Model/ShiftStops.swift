/// The stops that one shift could make, numbered from 0, and the ways between them that time allows.
///
/// What `RouteLabeller` reads. −1 stands for the base.
final class ShiftStops: Sendable {
  /// One stop that the shift could make.
  struct Stop: BitwiseCopyable {
    /// Earliest and latest start.
    var release: Minutes
    var latest: Minutes
    var minutes: Minutes
    /// Travel from the base and back to it.
    var out: Minutes
    var back: Minutes
  }

  /// A way to a stop.
  struct Leg: BitwiseCopyable {
    var to: Int32
    var travel: Minutes
  }

  let shift: CompiledShift
  let stops: Buffer<Stop>
  /// The ways from the base and then from each stop, a run each, by number of the stop that they lead to.
  private let legs: Buffer<Leg>
  private let legStart: Buffer<Int32>

  /// - Parameter travel: minutes from one stop to another.
  init(_ shift: CompiledShift, _ stops: [Stop], travel: (_ from: Int, _ to: Int) -> Minutes) {
    self.shift = shift
    var legs: [Leg] = []
    var starts: [Int32] = [0]
    for (to, stop) in stops.enumerated() where max(shift.start &+ stop.out, stop.release) <= stop.latest {
      legs.append(Leg(to: Int32(to), travel: stop.out))
    }
    starts.append(Int32(legs.count))
    for (from, stop) in stops.enumerated() {
      for (to, next) in stops.enumerated() where to != from && stop.release <= stop.latest {
        let minutes = travel(from, to)
        if stop.release &+ stop.minutes &+ minutes <= next.latest {
          legs.append(Leg(to: Int32(to), travel: minutes))
        }
      }
      starts.append(Int32(legs.count))
    }
    self.stops = Buffer(stops)
    self.legs = Buffer(legs)
    legStart = Buffer(starts)
  }

  /// Where the ways from a stop or the base stand.
  @inline(__always) func legs(from stop: Int32) -> Range<Int> {
    Int(legStart[stop &+ 1])..<Int(legStart[stop &+ 2])
  }

  @inline(__always) func leg(_ index: Int) -> Leg { legs[index] }

  /// The latest end of a stop from which the shift still comes home, the break included where it is still to come;
  /// `-RouteTiming.never` where it cannot.
  @inline(__always) func latestEnd(of stop: Int32, isRested: Bool) -> Minutes {
    RouteTiming.latestEnd(back: stops[stop].back, isRested: isRested, shift: shift)
  }
}
