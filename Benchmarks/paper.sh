#!/bin/sh
# Makes of a file of runs what a paper takes over: every chart as SVG, PDF and CSV, the tables in LaTeX, and all of it
# set on pages, FOLDER/paper.pdf. Needs rsvg-convert (librsvg2-bin) and pdflatex with booktabs (texlive-latex-recommended).
#
#   Benchmarks/paper.sh RUNS.jsonl FOLDER
set -eu
runs=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/.."
samma=$(realpath "${SAMMA:-.build/release/samma}")
"$samma" compare "$runs" --format charts -o "$folder/charts"
"$samma" compare "$runs" --format latex -o "$folder/tables.tex"
cd "$folder"
{
  printf '%s\n' '\documentclass[a4paper]{article}' '\usepackage[utf8]{inputenc}' \
    '\usepackage[landscape,margin=15mm]{geometry}' '\usepackage{booktabs,longtable,graphicx}' '\begin{document}' '\input{tables}'
  for chart in charts/*.svg; do
    rsvg-convert --format pdf --output "${chart%.svg}.pdf" "$chart"
    printf '%s\n' "\\begin{figure}[p]\\centering" \
      "\\includegraphics[width=\\linewidth,height=0.9\\textheight,keepaspectratio]{${chart%.svg}}\\end{figure}"
  done
  printf '%s\n' '\end{document}'
} > paper.tex
# Twice: tables over pages know their widths, and labels their numbers, from the first time.
for _ in 1 2; do
  pdflatex -interaction=nonstopmode -halt-on-error paper.tex > paper.txt 2>&1 || { tail -n 30 paper.txt >&2; exit 1; }
done
echo "$folder/paper.pdf"
