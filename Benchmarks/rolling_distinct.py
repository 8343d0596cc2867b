#!/usr/bin/env python3
"""Rolling 14-day distinct staff of every client and day, from one CSV: samma beside DuckDB and Polars.

    python3 Benchmarks/rolling_distinct.py [LOG.csv] [--runs 5] [--samma .build/release/samma]

Needs `pip install duckdb polars`. Every contender is a process of its own that reads the CSV and writes a CSV with one
row for each client and day; the median of the runs counts, start of the process included. Each database is asked in two
ways: by joining every day with the meetings of its last 14 days, and by the running sum of the days on which a staff
member enters and leaves the window (the same algorithm that samma uses). The results are then compared row by row.
"""

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time

MEETINGS = """SELECT client, staff, CAST(start AS DATE) AS day FROM read_csv('{log}', header = true,
    columns = {{'client': 'VARCHAR', 'staff': 'VARCHAR', 'start': 'TIMESTAMP', 'end': 'VARCHAR', 'category': 'VARCHAR',
    'area': 'VARCHAR', 'provider': 'VARCHAR', 'staffCategory': 'VARCHAR', 'status': 'VARCHAR', 'birthYear': 'INTEGER'}},
    timestampformat = '%Y-%m-%dT%H:%M') WHERE status = 'performed'"""

DUCKDB = {
    "join": """
        WITH met AS (SELECT DISTINCT client, staff, day FROM ({meetings})),
        bounds AS (SELECT min(day) AS first, max(day) AS last FROM met)
        SELECT client, day + offs AS "to", count(DISTINCT staff) AS "distinct"
        FROM met, (SELECT unnest(range(14))::INTEGER AS offs), bounds
        WHERE day + offs BETWEEN first + 13 AND last GROUP BY ALL""",
    "sum": """
        WITH met AS (SELECT DISTINCT client, staff, day FROM ({meetings})),
        bounds AS (SELECT min(day) AS first, max(day) AS last FROM met),
        gaps AS (SELECT client, day, least(day + 14,
            coalesce(lead(day) OVER (PARTITION BY client, staff ORDER BY day), day + 14)) AS until FROM met),
        steps AS (SELECT client, day, sum(step) AS step FROM (
            SELECT client, day, 1 AS step FROM gaps UNION ALL SELECT client, until, -1 FROM gaps) GROUP BY ALL),
        sums AS (SELECT client, day, sum(step) OVER (PARTITION BY client ORDER BY day) AS n,
            lead(day) OVER (PARTITION BY client ORDER BY day) AS next FROM steps)
        SELECT client, unnest(range(greatest(day, first + 13), least(next, last + 1), INTERVAL 1 DAY))::DATE AS "to",
            n::INTEGER AS "distinct" FROM sums, bounds WHERE n > 0""",
}


def duckdb(kind, log, out):
    import duckdb as engine

    connection = engine.connect(config={"threads": 2})
    query = DUCKDB[kind].format(meetings=MEETINGS.format(log=log))
    connection.execute(f"COPY ({query}) TO '{out}' (HEADER, DELIMITER ',')")


def polars(kind, log, out):
    import polars as pl

    met = (
        pl.scan_csv(log, schema_overrides={"client": pl.String, "staff": pl.String})
        .filter(pl.col("status") == "performed")
        .select("client", "staff", pl.col("start").str.slice(0, 10).str.to_date("%Y-%m-%d").alias("day"))
        .unique()
        .collect(engine="streaming")
    )
    first, last = met["day"].min(), met["day"].max()
    days = pl.col("to").is_between(pl.lit(first) + pl.duration(days=13), pl.lit(last))
    if kind == "join":
        result = (
            met.lazy()
            .with_columns(pl.lit(list(range(14))).alias("offs"))
            .explode("offs")
            .select("client", "staff", (pl.col("day") + pl.duration(days=pl.col("offs"))).alias("to"))
            .filter(days)
            .group_by("client", "to")
            .agg(pl.col("staff").n_unique().alias("distinct"))
        )
    else:
        gaps = met.lazy().sort("client", "staff", "day").with_columns(
            pl.min_horizontal(
                pl.col("day") + pl.duration(days=14),
                pl.col("day").shift(-1).over("client", "staff").fill_null(last + (last - first) + (last - first)),
            ).alias("until")
        )
        steps = pl.concat([
            gaps.select("client", "day", pl.lit(1).alias("step")),
            gaps.select("client", pl.col("until").alias("day"), pl.lit(-1).alias("step")),
        ]).group_by("client", "day").agg(pl.col("step").sum()).sort("client", "day")
        result = (
            steps.with_columns(
                pl.col("step").cum_sum().over("client").alias("distinct"),
                pl.col("day").shift(-1).over("client").alias("next"),
            )
            .filter(pl.col("distinct") > 0)
            .select("client", pl.date_ranges("day", "next", closed="left").alias("to"), "distinct")
            .explode("to")
            .filter(days)
        )
    result.collect(engine="streaming").write_csv(out)


def rows(path):
    with open(path, newline="") as file:
        return {(row["client"], row["to"][:10], int(row["distinct"])) for row in csv.DictReader(file) if row["distinct"] != "0"}


def run(command, out):
    """Seconds, processor seconds and mebibytes of a process."""
    before = time.perf_counter()
    with open(out, "wb") if command[0] != sys.executable else open(os.devnull, "wb") as output:
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--samma", default=".build/release/samma")
    parser.add_argument("--only", nargs=4, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        engine, kind, log, out = arguments.only
        return {"duckdb": duckdb, "polars": polars}[engine](kind, log, out)
    with tempfile.TemporaryDirectory() as folder:
        log = arguments.log
        if not log:
            log = f"{folder}/year.csv"
            with open(log, "wb") as file:
                subprocess.run([arguments.samma, "generate", "--log"], stdout=file, check=True)
        contenders = {"samma": [arguments.samma, "measure", log, "--definition", "everyone", "--rolling", "--csv"]}
        for engine in ("duckdb", "polars"):
            for kind in ("join", "sum"):
                contenders[f"{engine} {kind}"] = [sys.executable, __file__, "--only", engine, kind, log, ""]
        taken = {}
        # By turns, so that whatever else the machine does meets them all.
        for _ in range(arguments.runs):
            for name, command in contenders.items():
                out = f"{folder}/{name}.csv"
                figures = run([*command[:-1], out] if command[0] == sys.executable else command, out)
                taken.setdefault(name, []).append(figures)
        median = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in taken.items()}
        print(f"{'':14}{'seconds':>9}{'cpu':>8}{'MiB':>8}  result")
        expected = rows(f"{folder}/samma.csv")
        equal = True
        for name, (seconds, processor, memory) in median.items():
            same = rows(f"{folder}/{name}.csv") == expected
            equal = equal and same
            print(f"{name:14}{seconds:9.2f}{processor:8.2f}{memory:8.0f}  {'equal' if same else 'DIFFERENT'}")
        print(f"{len(expected)} client-days; medians of {arguments.runs} runs by turns")
        for kind in ("join", "sum"):
            # Run against run, so that what else the machine does weighs on both sides alike.
            others = zip(taken[f"duckdb {kind}"], taken[f"polars {kind}"])
            ratios = [min(one[0], two[0]) / own[0] for own, (one, two) in zip(taken["samma"], others)]
            print(f"samma is {statistics.median(ratios):.1f} times as fast as the faster of the two by {kind}")
        sys.exit(0 if equal else 1)


if __name__ == "__main__":
    main()
