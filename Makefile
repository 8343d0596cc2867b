# `make help` lists what there is to do. Every target installs what it needs first.

SWIFT ?= swift
# The libraries needed beside Swift's own: a header of each, and the package that brings it.
has = $(wildcard /usr/include/$(1) /usr/local/include/$(1))
MISSING := $(if $(call has,glpk.h),,libglpk-dev) $(if $(call has,zlib.h),,zlib1g-dev) \
  $(if $(call has,openssl/evp.h),,libssl-dev) $(if $(call has,expat.h),,libexpat1-dev) \
  $(if $(call has,sqlite3.h),,libsqlite3-dev)
# What draws and sets a paper.
PAPER_MISSING := $(if $(shell command -v rsvg-convert),,librsvg2-bin) \
  $(if $(shell kpsewhich booktabs.sty 2>/dev/null),,texlive-latex-recommended)
install = $(if $(strip $(1)),$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
  --no-install-recommends $(strip $(1)))
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

INSTANCE ?= instances/unit-60.json
SECONDS ?= 60
RUNS ?= 5
MINUTES ?= 10
# What a run of the quality benchmark is called; the same name goes on where it stopped.
REVISION ?= $(shell git rev-parse --short HEAD 2>/dev/null || echo local)
BENCH := out/bench
LIBRARIES := $(notdir $(patsubst %/Documentation.docc,%,$(wildcard Sources/*/Documentation.docc)))
ROSTER := out/$(basename $(notdir $(INSTANCE))).roster.json

.DEFAULT_GOAL := help
.PHONY: help setup build paper plan board test thorough lint format docs tsan asan fuzz faults oracle bounds kill bench bench-quality bench-scale bench-measure bench-public clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing (libglpk-dev, zlib1g-dev, libssl-dev, libexpat1-dev, libsqlite3-dev)
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install" >&2; exit 1; }
	@$(call install,$(MISSING))

build: setup ## Build the release command, .build/release/samma
	$(SWIFT) build -c release --product samma

paper: build ## Set the tables and charts of a file of runs, RUNS=file, on pages: out/paper/paper.pdf
	@$(call install,$(PAPER_MISSING))
	Benchmarks/paper.sh "$(RUNS)" out/paper

plan: build ## Plan INSTANCE (default the 60-client unit) for SECONDS (60) and print the continuity report
	@mkdir -p out
	.build/release/samma plan $(INSTANCE) -o $(ROSTER) --time $(SECONDS) --progress
	.build/release/samma report $(INSTANCE) $(ROSTER)

board: setup ## Build the board, make a unit to try in out/board, and serve it to the browser on this machine
	$(SWIFT) build -c release --product samma-board
	@mkdir -p out
	.build/release/samma-board --data out/board --demo --open

test: lint ## Run the formatter's lint and every test
	$(SWIFT) test

thorough: setup ## Run the tests of the coordinator's day and of proofs with all their cases (minutes)
	SAMMA_THOROUGH=1 $(SWIFT) test --filter 'FormatTwoProofTests|SuggesterTests|UnitSuggestionTests|LockedInstanceTests|RepairerTests|WeekByWeekTests|CertificateTests'

lint: setup ## Check the layout of the sources
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

format: setup ## Lay the sources out
	$(SWIFT) format -i -r Sources Tests Package.swift

# Parameters whose names say all have no line of their own, so that DocC must not ask for one.
docs: setup ## Build the pages of the libraries' interfaces, out/docs
	@mkdir -p out
	SAMMA_DOCS=1 $(SWIFT) package --allow-writing-to-directory out/docs generate-documentation \
	  $(addprefix --target ,$(LIBRARIES)) --enable-experimental-combined-documentation \
	  --warnings-as-errors --disable-parameters-and-returns-validation --transform-for-static-hosting \
	  --output-path out/docs

tsan: setup ## Run the tests under the thread sanitizer
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.supp $(SWIFT) test --sanitize=thread --scratch-path .build/tsan

asan: setup ## Run the tests under the address sanitizer
	ASAN_OPTIONS=quarantine_size_mb=16 $(SWIFT) test --sanitize=address --disable-xctest --scratch-path .build/asan

fuzz: setup ## Fuzz each reader, or READER="log needs", for MINUTES (10) in all; findings in out/fuzz/failures
	SAMMA_FUZZING=1 $(SWIFT) build -c release --product fuzz --scratch-path .build/fuzz -Xswiftc -sanitize=fuzzer,address
	Tests/Fuzzing/fuzz.sh .build/fuzz/release/fuzz $(MINUTES) $(READER)

faults: setup ## Let N (10000) calls of the system fail under whole commands
	SAMMA_FAULTS=$(or $(N),10000) $(SWIFT) test --filter FaultTests

oracle: setup ## Plan N (2000) random tiny instances by all solvers against every roster there is; FROM=seed
	SAMMA_ORACLE=$(or $(N),2000) $(if $(FROM),SAMMA_ORACLE_FROM=$(FROM)) $(SWIFT) test --filter OracleTests

bounds: setup ## Hold bounds at random prices against every roster of N (2000) random tiny instances of each format
	SAMMA_BOUNDS=$(or $(N),2000) $(SWIFT) test --filter 'JointBoundTests|PlanOracleTests'

kill: setup ## End N (500) runs of all writing commands at random moments
	SAMMA_KILLS=$(or $(N),500) $(SWIFT) test --filter KillTests

bench: build ## Plan four instances for 2 and 10 seconds, two and a half minutes in all, and print the comparison
	@mkdir -p $(BENCH)
	@rm -f $(BENCH)/short.runs.jsonl
	.build/release/samma bench Benchmarks/short.yaml -o $(BENCH)/short.runs.jsonl
	.build/release/samma compare $(BENCH)/short.runs.jsonl --best-known instances/best-known.json

bench-quality: build ## Run the quality benchmark, 80 minutes, and renew Benchmarks/results
	@mkdir -p $(BENCH) Benchmarks/results
	.build/release/samma bench Benchmarks/quality.yaml -o $(BENCH)/quality-$(REVISION).runs.jsonl
	Benchmarks/results.sh $(BENCH)/quality-$(REVISION).runs.jsonl

bench-scale: build ## Plan cities of 500 to 4000 clients, about half an hour, and renew Benchmarks/results
	Benchmarks/scale.sh

bench-measure: build ## Measure a year of visits beside DuckDB and Polars (needs Python with pip)
	python3 -m pip install -q --target .build/python duckdb polars
	PYTHONPATH=.build/python python3 Benchmarks/rolling_distinct.py --runs $(RUNS)

bench-public: build ## Plan each file of a public set in SETS for SECONDS (60), DAYS=1, against SETS/reference.csv (REFERENCE)
	@test -n "$(SETS)" || { echo "name a folder with .dat or .json files of a public set: make bench-public SETS=folder" >&2; exit 2; }
	@SECONDS_EACH=$(SECONDS) DAYS=$(or $(DAYS),1) Benchmarks/public.sh "$(SETS)" $(REFERENCE)

clean: ## Remove what the other targets made
	rm -rf .build out
