"""Makes IntervalTable.swift: what SciPy and NumPy give for intervals and control charts.

    python3 -m venv venv && venv/bin/pip install numpy scipy
    venv/bin/python scipy_intervals.py > IntervalTable.swift && swift format -i IntervalTable.swift
"""

import numpy as np
import scipy
from scipy import stats


def swift(values):
    return "[" + ", ".join(repr(float(v)) for v in values) + "]"


print(f"// Made by scipy_intervals.py with SciPy {scipy.__version__} and NumPy {np.__version__}.\n")
print("/// What SciPy and NumPy give for intervals and control charts.")
print("enum IntervalTable {")

# Bootstrap: the replicates are given to both, so that the intervals must agree to the last digits.
print("  struct Bootstrap: Sendable {")
print("    let name: String, sample, replicates: [Double]")
print("    let percentile, accelerated: (lower: Double, upper: Double)")
print("  }\n")
print("  static let bootstraps: [Bootstrap] = [")
random = np.random.default_rng(18)
samples = {
    "8 clients": [8, 9, 12, 14, 14, 15, 21, 27],
    "skewed": [3, 3, 4, 4, 4, 5, 5, 6, 7, 9, 14, 31],
    "a share": [0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    "25 drawn": random.poisson(12, 25),
}
for name, sample in samples.items():
    sample = np.asarray(sample, float)
    draws = sample[random.integers(0, len(sample), (160, len(sample)))].mean(axis=1)
    result = {}
    for method in ["percentile", "BCa"]:
        known = stats._resampling.BootstrapResult(None, draws, np.std(draws, ddof=1))
        with np.errstate(all="ignore"):
            found = stats.bootstrap((sample,), np.mean, n_resamples=0, bootstrap_result=known, method=method)
        result[method] = found.confidence_interval
    ends = [f"({float(result[m].low)!r}, {float(result[m].high)!r})" for m in ["percentile", "BCa"]]
    print(f'    Bootstrap(name: "{name}", sample: {swift(sample)}, replicates: {swift(draws)},')
    print(f"      percentile: {ends[0]}, accelerated: {ends[1]}),")
print("  ]\n")

print("  static let wilson: [(count: Int, total: Int, level: Double, lower: Double, upper: Double)] = [")
for count, total, level in [(0, 7, 0.95), (7, 7, 0.95), (3, 8, 0.95), (61, 100, 0.9), (4, 3000, 0.99), (1, 1, 0.95)]:
    found = stats.binomtest(count, total).proportion_ci(level, method="wilson")
    print(f"    ({count}, {total}, {level}, {float(found.low)!r}, {float(found.high)!r}),")
print("  ]\n")

print("  static let normalQuantiles: [(chance: Double, value: Double)] = [")
for chance in [1e-300, 1e-12, 0.001, 0.025, 0.1, 0.3, 0.5, 0.6, 0.84, 0.975, 0.9999999]:
    print(f"    ({chance!r}, {float(stats.norm.ppf(chance))!r}),")
print("  ]\n")

# Control charts: the rules written out again, on whole arrays.
print("  struct Chart: Sendable {")
print("    let name: String, values: [Double], centre, deviation: Double")
print("    /// Place, rule and whether upward of each signal.")
print("    let signals: [(place: Int, rule: String, isUpward: Bool)]")
print("  }\n")
print("  static let charts: [Chart] = [")


def run(holds, length, needed):
    """The places at which as many of the last so many hold, this one too."""
    counts = np.convolve(holds.astype(int), np.ones(length, int))[: len(holds)]
    return holds & (counts >= needed)


series = {
    "quiet": [14.1, 14.4, 13.9, 14.2, 14.0, 14.3, 14.1, 13.8, 14.2, 14.0, 14.1, 14.3, 14.2],
    "a jump at the end": [14.1, 14.4, 13.9, 14.2, 14.0, 14.3, 14.1, 13.8, 14.2, 14.0, 14.1, 14.3, 17.9],
    "a shift": [15.0, 15.3, 14.8, 15.1, 15.2, 14.9, 15.0, 15.2, 13.8, 13.6, 13.9, 13.7, 13.8, 13.6, 13.9, 13.7, 13.8],
    "a trend": [12.0, 12.3, 12.5, 12.9, 13.1, 13.4, 13.9, 13.0, 13.1, 12.9],
    "falling": [14.0, 13.8, 13.9, 13.5, 13.1, 12.6, 12.2, 11.7, 11.0],
    "two far out": [14.0, 14.2, 14.0, 14.1, 14.0, 14.2, 14.1, 14.0, 14.1, 14.6, 14.1, 14.6, 14.0],
    "drawn": list(np.round(random.normal(13, 1, 26), 3)),
    "drawn with a shift": list(np.round(np.concatenate([random.normal(13, 1, 13), random.normal(15, 1, 13)]), 3)),
    "six": [3.0, 5.0, 4.0, 6.0, 5.0, 4.0],
}
for name, values in series.items():
    x = np.array(values)
    centre = x.mean()
    sigma = np.abs(np.diff(x)).mean() / (2 / np.sqrt(np.pi))
    found = []
    for upward in [True, False]:
        d = (x - centre) * (1 if upward else -1)
        rising = np.concatenate([[False], np.diff(d) > 0])
        rules = [
            ("beyond-limits", d > 3 * sigma),
            ("two-of-three", run(d > 2 * sigma, 3, 2)),
            ("four-of-five", run(d > sigma, 5, 4)),
            ("eight-on-one-side", run(d > 0, 8, 8)),
            ("six-in-one-direction", run(rising, 5, 5)),
        ]
        for order, (rule, holds) in enumerate(rules):
            found += [(int(place), order, rule, upward) for place in np.flatnonzero(holds)]
    found.sort(key=lambda s: (s[0], s[1], not s[3]))
    signals = ", ".join(f'({p}, "{r}", {"true" if u else "false"})' for p, _, r, u in found)
    print(f'    Chart(name: "{name}", values: {swift(x)}, centre: {float(centre)!r}, deviation: {float(sigma)!r},')
    print(f"      signals: [{signals}]),")
print("  ]")
print("}")
