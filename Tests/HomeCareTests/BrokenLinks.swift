import HomeCare

/// Broken links.
let brokenLinks = [
  BrokenDraft(
    "a link from and to nothing",
    {
      $0.links = [Link(first: "dawn", second: "dusk", minGap: 1)]
    },
    "links row 1, first: found \"dawn\"; expected the id of a row of visits; add that row or correct the"
      + " id",
    "links row 1, second: found \"dusk\"; expected the id of a row of visits; add that row or correct"
      + " the id"),
  BrokenDraft(
    "a link to itself",
    {
      $0.links = [Link(first: "lift", second: "lift", minGap: 1)]
    },
    "links row 1, second: found \"lift\", the first visit itself; expected another visit than first"),
  BrokenDraft(
    "a gap with no room",
    {
      $0.links = [Link(first: "morning", second: "lift", minGap: 61, maxGap: 60)]
    },
    "links row 1, maxGap: found 60; expected at least minGap, 61"),
  BrokenDraft(
    "a gap out of range",
    {
      $0.links = [Link(first: "morning", second: "lift", minGap: .min, maxGap: .max)]
    },
    "links row 1, minGap: found -9223372036854775808; expected a whole number from -10000000 to 10000000",
    "links row 1, maxGap: found 9223372036854775807; expected a whole number from -10000000 to 10000000"),
  BrokenDraft(
    "the same staff on visits of one and of two",
    {
      $0.links = [Link(first: "morning", second: "lift", staff: .same)]
    },
    "links row 1, staff: found same, where \"morning\" needs 1 staff and \"lift\" 2; expected the same"
      + " staff number on both visits, or staff any"),
]
