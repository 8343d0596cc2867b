"""Makes ResamplingTable.swift: what many resamples of SciPy's own give for headlines and changes.

    python3 -m venv venv && venv/bin/pip install numpy scipy
    venv/bin/python scipy_resampling.py > ResamplingTable.swift && swift format -i ResamplingTable.swift
"""

import warnings

import numpy as np
import scipy
from scipy import stats

RESAMPLES = 200_000
warnings.filterwarnings("ignore")
random = np.random.default_rng(18)


def interval(sample, statistic, method):
    found = stats.bootstrap((sample,), statistic, n_resamples=RESAMPLES, method=method, batch=10_000,
                            rng=np.random.default_rng(1)).confidence_interval
    return f"({float(found.low)!r}, {float(found.high)!r})"


def ints(values):
    return "[" + ", ".join("nil" if np.isnan(v) else str(int(v)) for v in values) + "]"


print(f"// Made by scipy_resampling.py with SciPy {scipy.__version__} and NumPy {np.__version__}.\n")
print(f"/// What {RESAMPLES} resamples of SciPy's own give for headlines and changes.")
print("enum ResamplingTable {")
print("  typealias Ends = (lower: Double, upper: Double)\n")
print("  /// Distinct staff of clients; the intervals of their mean (BCa) and median (percentile).")
print("  static let headlines: [(values: [Int], mean: Ends, median: Ends)] = [")
for sample in [random.poisson(11, 40), random.poisson(14, 120), np.array([3, 3, 4, 4, 4, 5, 5, 6, 7, 9, 14, 31])]:
    mean, median = interval(sample, np.mean, "BCa"), interval(sample, np.median, "percentile")
    print(f"    ({ints(sample)}, {mean}, {median}),")
print("  ]\n")

print("  /// Distinct staff in two periods, none where not counted; the intervals of how much the mean (BCa), the median")
print("  /// (percentile) and the share above 14 (BCa) rose.")
print("  static let changes: [(before: [Int?], now: [Int?], mean: Ends, median: Ends, share: Ends)] = [")
for count, shift in [(60, 0.0), (90, 1.5)]:
    level = random.gamma(9, 1.4, count)
    before, now = random.poisson(level).astype(float), random.poisson(level + shift).astype(float)
    before[: count // 6] = np.nan
    now[-count // 8 :] = np.nan

    def rise(figure):
        def statistic(clients, axis=-1):
            return figure(now[clients], axis) - figure(before[clients], axis)
        return statistic

    def share(values, axis):
        return np.nansum(values > 14, axis) / np.sum(~np.isnan(values), axis)

    clients = np.arange(count)
    ends = [interval(clients, rise(f), m) for f, m in
            [(lambda v, a: np.nanmean(v, axis=a), "BCa"), (lambda v, a: np.nanmedian(v, axis=a), "percentile"),
             (share, "BCa")]]
    print(f"    ({ints(before)}, {ints(now)}, {', '.join(ends)}),")
print("  ]")
print("}")
