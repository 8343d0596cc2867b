#!/bin/sh
# Renews what Benchmarks/results says of the quality benchmark from a file of its runs: a CSV file with a row for each
# run, the README's table, and its picture of score over time.
#
#   Benchmarks/results.sh RUNS.jsonl
set -eu
runs=$(realpath "$1")
cd "$(dirname "$0")/.."
mkdir -p Benchmarks/results
samma=${SAMMA:-.build/release/samma}
known=instances/best-known.json
"$samma" compare "$runs" --best-known "$known" --format runs -o Benchmarks/results/quality.csv
"$samma" compare "$runs" --best-known "$known" --format svg -o Benchmarks/results/score-over-time.svg
"$samma" compare "$runs" --best-known "$known" --format markdown -o Benchmarks/results/quality.md
cat Benchmarks/results/quality.md
