"""Measures a made-up log plainly, and writes what it finds as a Swift table.

The log is that of ReferenceLog.swift: the same draws in the same order. What is measured follows docs/measuring.md and
shares no code with the package. Run: python3 reference_log.py > ReferencePeriods.swift
"""
from collections import Counter, defaultdict
from datetime import date, timedelta

CLIENTS, PERIODS, TOLERANCE = 300, 13, 10
FIRST = date(2025, 1, 6)
MASK = (1 << 64) - 1


class Draws:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, below):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % below


def log():
    """Rows as (client, staff, day, start, minutes, category, staff category, status), years of birth, absences."""
    draw, rows, born, away = Draws(2025), [], {}, {}
    for number in range(CLIENTS):
        client = f"K{number:03d}"
        if draw(10) > 0:
            born[client] = 1925 + draw(50)
        if draw(6) == 0:
            first = draw(182)
            away[client] = (first, first + draw(20))
        for period in range(PERIODS):
            if draw(5) > 0:
                continue
            for day in range(14):
                visits = 1 if draw(200) == 0 else 3 + draw(2)
                for visit in range(visits):
                    start = 400 + visit * 300 + draw(60)
                    minutes = 10 + draw(40)
                    staff = [f"S{(number * 3 + draw(9)) % 90:02d}"]
                    kind = draw(60)
                    category = ["Måltid", "Matlåda", "Trygghetslarm", "HSL"][kind] if kind < 4 else "Omvårdnad"
                    group = draw(40)
                    role = ["SSK", "Vikarie", ""][group] if group < 3 else "Undersköterska"
                    status = "Avbokad" if draw(60) == 0 else "Utförd"
                    if draw(15) == 0:
                        staff.append(f"S{draw(90):02d}")
                    when = period * 14 + day
                    row = lambda who, at, length: rows.append((client, tuple(who), when, at, length, category, role, status))
                    row(staff, start, minutes)
                    more = draw(16)
                    if more == 0:
                        row([f"S{draw(90):02d}"], start + 2 + draw(12), minutes)
                    elif more == 1:
                        row(staff[:1], start + 1 + draw(8), minutes)
                    elif more == 2:
                        row(staff[:1], start + minutes + draw(3), 10)
                    elif more == 3:
                        row(staff, start, minutes)
    return rows, born, away


def visits_of(meetings):
    """Puts (minute, minutes, staff) together; gives (minute, staff)."""
    left, visits = sorted(meetings), []
    while left:
        opening = left[0][0]
        together = [m for m in left if m[0] <= opening + TOLERANCE]
        left = [m for m in left if m[0] > opening + TOLERANCE]
        people, end, all_staff = {m[2] for m in together}, max(m[0] + m[1] for m in together), {m[2] for m in together}
        while left and left[0][0] < opening + 240:
            now = left[0][0]
            same = [m for m in left if m[0] == now]
            if not (now < end or now <= end + TOLERANCE and any(m[2] in people for m in same)):
                break
            left = left[len(same):]
            end = max([end] + [m[0] + m[1] for m in same if m[2] in people])
            all_staff |= {m[2] for m in same}
        visits.append((opening, all_staff))
    return visits


def figures(visits):
    counts = Counter(person for _, staff in visits for person in staff)
    times = sorted(counts.values(), reverse=True)
    shared = sum(bool(one[1] & two[1]) for one, two in zip(visits, visits[1:]))
    return [
        len(visits), sum(times), len(times), times[0], sum(times[:3]), times.count(1), sum(n * n for n in times), shared,
        sum(len(staff) > 1 for _, staff in visits),
    ]


def main():
    rows, born, away = log()
    by_client = defaultdict(list)
    for row in rows:
        by_client[row[0]].append(row)
    print("// Made by reference_log.py.\n")
    print("/// What a plain second calculation finds in the reference log.")
    print("struct ReferencePeriod {")
    print("  let clients, sum: Int\n  let excluded: [String: Int]\n  let hash: UInt64\n")
    print(f"  static let rows = {len(rows)}")
    print("  static let all: [ReferencePeriod] = [")
    for period in range(PERIODS):
        first = period * 14
        year = (FIRST + timedelta(days=first)).year
        excluded, total, counted, code = Counter(), 0, 0, 0
        for number in range(CLIENTS):
            client = f"K{number:03d}"
            mine = by_client[client]
            if not mine:
                continue
            inside = [row for row in mine if first <= row[2] < first + 14]
            if client in born and year - born[client] < 65:
                excluded["under-age"] += 1
            elif client in away and away[client][0] < first + 14 and away[client][1] >= first:
                excluded["away"] += 1
            elif not inside:
                excluded["no-visits"] += 1
            elif all(row[7] == "Avbokad" for row in inside):
                excluded["none-took-place"] += 1
            else:
                meetings = [
                    (row[2] * 1440 + row[3], row[4], person) for row in inside for person in row[1]
                    if row[7] == "Utförd" and row[5] not in ("Matlåda", "Trygghetslarm") and row[6] != "SSK"
                    and not (row[5] == "HSL" and row[6] == "")
                ]
                visits = [v for v in visits_of(meetings) if 420 <= v[0] % 1440 <= 1320]
                days = Counter(v[0] // 1440 for v in visits)
                if not visits:
                    excluded["no-counted-visits"] += 1
                elif any(days[day] < 2 for day in range(first, first + 14)):
                    excluded["too-few-visits-on-a-day"] += 1
                else:
                    found = figures(visits)
                    counted, total = counted + 1, total + found[2]
                    for value in [number] + found:
                        code = (code * 1000003 + value) & MASK
        rules = ", ".join(f'"{rule}": {count}' for rule, count in sorted(excluded.items()))
        print(f"    .init(clients: {counted}, sum: {total}, excluded: [{rules}], hash: {code}),")
    print("  ]\n}")


main()
