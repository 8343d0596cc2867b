#!/bin/bash
# fuzz.sh PROGRAM MINUTES [READER...]: fuzzes readers, all where none is named, for so many minutes together. What it comes
# upon is kept in out/fuzz/READER, inputs that a reader fails at in out/fuzz/failures; ends with 1 where there are any.
set -u
program=$1 minutes=$2
shift 2
here=$(dirname "$0")
readers=${*:-$("$program" --list | cut -d ' ' -f 1)}
seconds=$((minutes * 60 / $(echo $readers | wc -w)))
mkdir -p out/fuzz/failures
export SAMMA_INPUT_MB=8 ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16 SWIFT_BACKTRACE=color=no
for reader in $readers; do
  shape=$("$program" --list | sed -n "s/^$reader //p")
  [ -n "$shape" ] || { echo "fuzz.sh: found $reader; expected one of" $("$program" --list | cut -d ' ' -f 1) >&2; exit 2; }
  mkdir -p "out/fuzz/$reader"
  "$program" --seeds "$reader" "out/fuzz/$reader"
  echo "== $reader, $seconds s"
  nice -n 19 "$program" "$reader" -max_total_time=$((seconds > 0 ? seconds : 1)) -max_len=16384 -timeout=120 -report_slow_units=60 \
    -rss_limit_mb=3000 -print_final_stats=1 -print_funcs=0 "-dict=$here/dictionaries/$shape.dict" \
    "-artifact_prefix=out/fuzz/failures/$reader-" "out/fuzz/$reader" $(ls -d "$here/corpus/$reader" 2>/dev/null) \
    >"out/fuzz/$reader.log" 2>&1
  grep -E '^stat::(number_of|average)|DONE' "out/fuzz/$reader.log" | sed 's/^#[0-9]*//'
done
failures=$(ls out/fuzz/failures)
[ -z "$failures" ] || { echo "failures:" $failures; exit 1; }
