import Foundation

/// Small problems in the formats of the public sets, written by hand.
enum PublicSamples {
  /// Two staff, two single visits and one for two, on a line: the visit for two 5 from the depot, one visit 5 beyond it
  /// and one 10 the other way. Both staff must reach the visit for two, so no answer travels less than 50.
  static let line = """
    # by hand
    set N0 = 0;
    set N1 = 1 2 ;
    set N2 = 3 4 ;
    set Shared1:= 3 ;
    set Shared2:= 4 ;
    set Shared_Visited:= (3,4),;
    param kn:= 2;
    param dn:= 1;
    param T:= 300;
    param s_id: 1 :=
    0 0
    1 20
    2 20
    3 30
    4 30
    ;
    param t_ij: 0 1 2 3 4 :=
    0 0 10 10 5 5
    1 10 10000 20 5 5
    2 10 20 10000 15 15
    3 5 5 15 10000 10000
    4 5 5 15 10000 10000
    ;
    param e_id: 1 :=
    0 0
    1 40
    2 0
    3 50
    4 50
    ;
    param l_id: 1 :=
    0 300
    1 240
    2 200
    3 100
    4 100
    ;
    param prefer_id: 1 2 :=
    1 1.5 -2
    2 0 3
    3 1 1
    4 1 1
    ;
    """

  /// Three caregivers and four patients: one with two services at once, one with two apart.
  static let unified = """
    {
      "metadata": {"time_window_met": "at_service_end", "name": "by-hand",
                   "cost_components": {"travel_time": 1, "total_tardiness": "HARD", "total_extra_time": "HARD"}},
      "distances": [[0, 10, 20, 30, 8], [10, 0, 12, 25, 9], [20, 12, 0, 11, 14], [30, 25, 11, 0, 26], [8, 9, 14, 26, 0]],
      "terminal_points": [{"id": "d1", "distance_matrix_index": 0, "location": [1.0, 2.0]}],
      "caregivers": [
        {"id": "c1", "abilities": ["s1"], "departing_point": "d1", "arrival_point": "d1",
         "working_shift": {"start": 0, "end": 300}},
        {"id": "c2", "abilities": ["s2"], "departing_point": "d1", "arrival_point": "d1",
         "working_shift": {"start": 0, "end": 300}},
        {"id": "c3", "abilities": ["s1", "s2"], "departing_point": "d1",
         "working_shift": {"start": 10, "end": 280}}
      ],
      "patients": [
        {"id": "p1", "required_services": [{"service": "s1", "duration": 15}, {"service": "s2", "duration": 20}],
         "distance_matrix_index": 1, "time_windows": [{"start": 30.0, "end": 90.0}],
         "synchronization": {"type": "simultaneous"}},
        {"id": "p2", "required_services": [{"service": "s1", "duration": 18}, {"service": "s1", "duration": 18}],
         "distance_matrix_index": 2, "time_windows": [{"start": 100, "end": 200}],
         "synchronization": {"type": "independent"}},
        {"id": "p3", "required_services": [{"service": "s2", "duration": 12}], "distance_matrix_index": 3,
         "time_windows": [{"start": 100, "end": 180}], "incompatible_caregivers": ["c3"]},
        {"id": "p4", "required_services": [{"service": "s1", "duration": 10}], "distance_matrix_index": 4,
         "time_windows": [{"start": 200, "end": 280}]}
      ],
      "services": [{"id": "s1", "type": "s1"}, {"id": "s2", "type": "s2"}]
    }
    """

  /// The repository's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Instance D1 of the uhhc sets (Ceschia et al., CC-BY-4.0; Benchmarks/public tells more).
  static var d1: [UInt8] {
    get throws { Array(try Data(contentsOf: root.appending(path: "Benchmarks/public/D1.json"))) }
  }

  /// The routes of the solution that its authors published for D1, of travel 769 (CC-BY-4.0): for each caregiver
  /// patient, service, arrival and departure.
  static let d1Routes: [(caregiver: String, stops: [(String, String, Int, Int)])] = [
    (
      "c1",
      [
        ("p3", "s1", 166, 182), ("p9", "s3", 329, 346), ("p2", "s3", 378, 396), ("p10", "s1", 440, 458),
        ("p7", "s2", 474, 492),
      ]
    ),
    ("c2", [("p4", "s6", 76, 92), ("p3", "s4", 166, 182), ("p1", "s4", 227, 244), ("p6", "s5", 364, 381)]),
    ("c3", [("p4", "s2", 76, 96), ("p5", "s2", 155, 174), ("p8", "s3", 216, 231), ("p1", "s2", 293, 312)]),
  ]

  /// The published solution of D1 in the set's form.
  static var d1Solution: String {
    let routes = d1Routes.map { route in
      let stops = route.stops.map { patient, service, arrival, departure in
        #"{"patient": "\#(patient)", "service": "\#(service)", "arrival_time": \#(arrival), "departure_time": \#(departure)}"#
      }
      return #"{"caregiver_id": "\#(route.caregiver)", "locations": [\#(stops.joined(separator: ", "))]}"#
    }
    return #"{"cost": {"objective": 769}, "cost_components": {}, "routes": [\#(routes.joined(separator: ", "))]}"#
  }
}
