#!/bin/sh
# Plans cities of growing size, and the units of one of them one by one, and lays both side by side.
#
#   Benchmarks/scale.sh [UNITS…]        default: 5 10 20 40 units of 100 clients
#
# SAMMA names the command, SPLIT the city whose units are planned one by one (the first by default), UNIT_SECONDS the
# time of each unit, SECONDS_PER_CLIENT that of a city for each of its clients.
set -eu
cd "$(dirname "$0")/.."
samma=${SAMMA:-.build/release/samma}
seconds=${UNIT_SECONDS:-60}
share=${SECONDS_PER_CLIENT:-0.15}
[ $# -gt 0 ] || set -- 5 10 20 40
split=${SPLIT:-$1}
out=out/scale
results=Benchmarks/results

rm -rf "$out"
mkdir -p "$out/units" "$results"
for units in "$@"; do
  "$samma" generate --format 1 --units "$units" --name "$(printf 'city-%02d' "$units")" \
    -o "$out/$(printf 'city-%02d' "$units").json"
done
"$samma" split "$out/$(printf 'city-%02d' "$split").json" -o "$out/units"

sed "s/perClient: [0-9.]*/perClient: $share/" Benchmarks/scale.yaml > "$out/scale.yaml"
sed "s/budgets: .*/budgets: [$seconds]/" Benchmarks/units.yaml > "$out/units.yaml"
sed -i "s|\.\./out/scale/||" "$out/scale.yaml" "$out/units.yaml"
"$samma" bench "$out/scale.yaml" -o "$out/scale.runs.jsonl"
"$samma" bench "$out/units.yaml" -o "$out/units.runs.jsonl"
"$samma" compare "$out/scale.runs.jsonl" --format runs -o "$out/scale.csv"
"$samma" compare "$out/units.runs.jsonl" --format runs -o "$out/units.csv"

# Units have 100 clients, as samma generate makes them. The columns read stand before any that could hold a comma.
columns='NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }'
{
  echo "| city | clients | seconds | unassigned | distinct | distinct by client | travel | first roster, s | peak MB | million moves/s |"
  echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
  awk -F, "$columns"' {
    clients = substr($at["instance"], 6) * 100
    printf "| %d units as a whole | %d | %d | %d | %d | %.2f | %d | %.1f | %.0f | %.2f |\n", clients / 100, clients,
      $at["seconds"], $at["unassigned"], $at["distinct"], $at["distinct"] / clients, $at["travelMinutes"],
      $at["firstRosterSeconds"], $at["peakMemory"] / 1e6, $at["movesPerSecond"] / 1e6
  }' "$out/scale.csv"
  awk -F, "$columns"' {
    units++; seconds = $at["seconds"]; unassigned += $at["unassigned"]; distinct += $at["distinct"]
    travel += $at["travelMinutes"]; moves += $at["movesPerSecond"] / 1e6
    if ($at["firstRosterSeconds"] > first) first = $at["firstRosterSeconds"]
    if ($at["peakMemory"] > peak) peak = $at["peakMemory"]
  }
  END {
    printf "| %d units one by one | %d | %d each | %d | %d | %.2f | %d | %.1f | %.0f | %.2f |\n", units, units * 100,
      seconds, unassigned, distinct, distinct / units / 100, travel, first, peak / 1e6, moves / units
  }' "$out/units.csv"
} | tee "$results/scale.md"
cp "$out/scale.csv" "$results/scale.csv"
cp "$out/units.csv" "$results/scale-units.csv"
