#!/usr/bin/env bash
# Plans every problem of a folder of public sets, judges the rosters by the sets' own rules, and prints a table with the
# gaps to a reference.
#
#   Benchmarks/public.sh FOLDER [REFERENCE.csv]
#
# The reference is a CSV with a header: the first column names the file, with or without its ending, and the columns named
# in TRAVEL_COLUMNS (the first that is not empty counts) hold the travel of a day. By default FOLDER/reference.csv is taken where
# it is there.
#
#   SECONDS_EACH=60 DAYS=1 THREADS=1 SEED=1 TRAVEL_COLUMNS='travel' ONLY='D*' CSV=out/public.csv Benchmarks/public.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${1:?a folder with files of a public set}
reference=${2:-$folder/reference.csv}
seconds=${SECONDS_EACH:-60} days=${DAYS:-1} threads=${THREADS:-1} seed=${SEED:-1}
columns=${TRAVEL_COLUMNS:-travel,travel_units_best,cpsat_travel,sa_travel}
only=${ONLY:-*} csv=${CSV:-}
samma=${SAMMA:-.build/release/samma}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The reference's travel of a problem; nothing where it has none.
reference_of() {
  [ -f "$reference" ] || return 0
  awk -F, -v name="$1" -v columns="$columns" '
    { sub(/\r$/, "") }
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; count = split(columns, wanted, ","); next }
    { plain = $1; sub(/\.[^.]*$/, "", plain) }
    $1 == name || plain == name {
      for (i = 1; i <= count; i++) if (wanted[i] in at && $at[wanted[i]] != "") { print $at[wanted[i]]; exit }
    }' "$reference"
}

# The number behind a name in a line of JSON text.
figure() { grep -o "\"$2\": *[^,} ]*" "$1" | tail -1 | sed 's/.*: *//; s/"//g'; }

row() { printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$@"; }

[ -z "$csv" ] || echo 'problem,days,seconds,threads,seed,travel,reference,gapPercent,distinct,status,usedSeconds,verdict' > "$csv"
row problem travel reference 'gap %' distinct status seconds verdict
row --- ---: ---: ---: ---: --- ---: ---
shopt -s nullglob
for file in "$folder"/$only.dat "$folder"/$only.json "$folder"/$only.vrp; do
  [ -f "$file" ] || continue
  name=$(basename "$file")
  name=${name%.*}
  if ! "$samma" convert "$file" --days "$days" -o "$work/instance.json" 2> "$work/errors"; then
    row "$name" – – – – – – "refused: $(sed -n 2p "$work/errors" | sed "s#^$file##" | cut -c1-100)"
    continue
  fi
  "$samma" plan "$work/instance.json" -o "$work/roster.json" --time "$seconds" --threads "$threads" --seed "$seed" \
    --progress none 2> "$work/errors"
  against=$(reference_of "$name")
  "$samma" evaluate "$file" "$work/roster.json" --days "$days" ${against:+--reference "$against"} > "$work/judged" || true
  travel=$(awk '$1 == "travel" { print $2 }' "$work/judged")
  gap=$(awk '$1 == "reference" { print $4 }' "$work/judged")
  total=$(awk '$1 == "reference" { print $2 }' "$work/judged")
  verdict=$(tail -1 "$work/judged" | cut -d: -f1)
  status=$(figure "$work/roster.json" status)
  used=$(figure "$work/roster.json" seconds)
  [ "$days" -gt 1 ] && distinct=$(grep -o '"score": {[^}]*}' "$work/roster.json" | grep -o '"distinct": [0-9]*' | sed 's/.* //') || distinct=
  row "$name" "$travel" "${total:-–}" "${gap:-–}" "${distinct:-–}" "$status" "$(printf '%.1f' "$used")" "$verdict"
  [ -z "$csv" ] ||
    echo "$name,$days,$seconds,$threads,$seed,$travel,$total,$gap,$distinct,$status,$(printf '%.1f' "$used"),$verdict" >> "$csv"
done
