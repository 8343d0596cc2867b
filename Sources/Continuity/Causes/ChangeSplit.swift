/// A change of a mean over clients, split by who makes it up: those counted in both periods, those who came, and those who
/// left. The parts add up to the change exactly.
///
/// Those who came are held against those who stayed in the later period, those who left against those who stayed in the
/// earlier one (M. Melitz and S. Polanec, "Dynamic Olley-Pakes productivity decomposition with entry and exit", RAND
/// Journal of Economics 46(2), 2015): a client who came and met more staff than those who stayed raises the mean, one who
/// left and had met more lowers it.
public struct ChangeSplit: Sendable {
  /// The own change of those who stayed; this and the other parts are `nil` where nobody stayed.
  public let stayed: Ratio?
  /// What those who came add; 0 where nobody did.
  public let came: Ratio?
  /// What those who left add, below 0 where they had met more than those who stayed.
  public let left: Ratio?

  /// The split of a value's mean over some clients.
  ///
  /// - Parameter pairs: The value of each client in the earlier and in the later period; `nil` where not counted.
  init(_ pairs: [(before: Int?, now: Int?)]) {
    var stayed = (clients: 0, before: 0, now: 0)
    var (came, left) = ((clients: 0, sum: 0), (clients: 0, sum: 0))
    for pair in pairs {
      switch pair {
      case (let before?, let now?): stayed = (stayed.clients + 1, stayed.before + before, stayed.now + now)
      case (nil, let now?): came = (came.clients + 1, came.sum + now)
      case (let before?, nil): left = (left.clients + 1, left.sum + before)
      case (nil, nil): break
      }
    }
    let staying = stayed.clients
    self.stayed = Ratio(stayed.now - stayed.before, of: staying)
    // (c / (s + c)) (C / c − S / s), over one denominator.
    self.came = Ratio(came.sum * staying - stayed.now * came.clients, of: staying * (staying + came.clients))
    self.left = Ratio(stayed.before * left.clients - left.sum * staying, of: staying * (staying + left.clients))
  }
}
