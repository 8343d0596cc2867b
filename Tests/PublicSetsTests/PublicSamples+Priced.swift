extension PublicSamples {
  /// Two caregivers without shifts and three patients on a line, 10 and 20 on one side of the base and 10 on the other:
  /// lateness costs, and the services of the second patient follow one another.
  static let late = """
    {
      "metadata": {"name": "late", "origin": "mankowska",
                   "cost_components": {"travel_time": 1, "total_tardiness": 2, "highest_tardiness": 3}},
      "distances": [[0, 10, 20, 10], [10, 0, 10, 20], [20, 10, 0, 30], [10, 20, 30, 0]],
      "terminal_points": [{"id": "d", "distance_matrix_index": 0}],
      "caregivers": [
        {"id": "c1", "abilities": ["s1"], "departing_point": "d", "arrival_point": "d"},
        {"id": "c2", "abilities": ["s2"], "departing_point": "d", "arrival_point": "d"}
      ],
      "patients": [
        {"id": "p1", "required_services": [{"service": "s1", "duration": 30}], "distance_matrix_index": 1,
         "time_windows": [{"start": 10, "end": 15}]},
        {"id": "p2", "required_services": [{"service": "s1", "duration": 20}, {"service": "s2", "duration": 5}],
         "distance_matrix_index": 2, "time_windows": [{"start": 20, "end": 40}],
         "synchronization": {"type": "sequential", "distance": {"min": 5, "max": 25}}},
        {"id": "p3", "required_services": [{"service": "s2", "duration": 10}], "distance_matrix_index": 3,
         "time_windows": [{"start": 0, "end": 400}]}
      ]
    }
    """

  /// One caregiver with a lunch break, one patient with two windows who prefers somebody else, and one who may be left out;
  /// all that the format can price has a price.
  static let priced = """
    {
      "metadata": {"name": "priced", "origin": "generated", "time_window_met": "at_service_end",
                   "cost_components": {"travel_time": 3, "total_tardiness": "HARD", "highest_tardiness": 0,
                                       "total_waiting_time": 6, "max_waiting_time": 1, "total_extra_time": 5,
                                       "max_idle_time": 64, "workload_balance": 2, "working_time": 0.5,
                                       "caregiver_preferences": 11, "optional_patients": 120, "missed_lunch_break": 80}},
      "distances": [[0, 10, 20], [10, 0, 15], [20, 15, 0]],
      "terminal_points": [{"id": "d", "distance_matrix_index": 0}],
      "caregivers": [
        {"id": "c1", "abilities": ["s1"], "departing_point": "d", "working_shift": {"start": 0, "end": 300},
         "lunch_break": true},
        {"id": "c2", "abilities": [], "departing_point": "d", "working_shift": {"start": 0, "end": 100}}
      ],
      "patients": [
        {"id": "p1", "required_services": [{"service": "s1"}], "distance_matrix_index": 1,
         "time_windows": [{"start": 20, "end": 60}, {"start": 200, "end": 250}], "preferred_caregivers": ["c2"],
         "optional": false},
        {"id": "p2", "required_services": [{"service": "s1", "duration": 10}], "distance_matrix_index": 2,
         "time_windows": [{"start": 100, "end": 220}], "optional": true}
      ],
      "services": [{"id": "s1", "type": "t", "default_duration": 20}],
      "lunch_breaks": {"start": 60, "end": 120, "min_duration": 30}
    }
    """
}
