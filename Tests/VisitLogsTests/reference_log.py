"""Measures a made-up log plainly, and writes what it finds as a Swift table.

The log is that of ReferenceLog.swift: the same draws in the same order. What is measured follows docs/measuring.md and
shares no code with the package. Run: python3 reference_log.py > ReferencePeriods.swift
"""
from collections import Counter, defaultdict
from datetime import date, timedelta

CLIENTS, PERIODS = 300, 13
FIRST = date(2025, 1, 6)
MASK = (1 << 64) - 1


class Draws:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, below):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % below


class Kkik:
    """The Swedish open comparison."""
    name, tolerance, weekdays, from_minute, to_minute = "kkik", 10, range(7), 420, 1320
    per_day, at_least, unknown_age_counts, away_counts = 2, 1, True, False
    left_out, staff_left_out = {"Matlåda", "Trygghetslarm"}, {"SSK"}


class Own:
    """Working days at all hours, by rows that start together, of those known to be 65 and with thirty-four visits."""
    name, tolerance, weekdays, from_minute, to_minute = "own", 0, range(5), 0, 1439
    per_day, at_least, unknown_age_counts, away_counts = 0, 34, False, True
    left_out, staff_left_out = {"HSL"}, {"Vikarie"}


def log():
    """Rows as (client, staff, day, start, minutes, category, staff category, status), births, absences, contacts."""
    draw, rows, born, away, contacts = Draws(2025), [], {}, {}, {}
    for number in range(CLIENTS):
        client = f"K{number:03d}"
        if draw(10) > 0:
            born[client] = 1925 + draw(50)
        contacts[client] = f"S{(number * 3 + draw(9)) % 90:02d}"
        if draw(6) == 0:
            first = draw(182)
            away[client] = (first, first + draw(20))
        for period in range(PERIODS):
            if draw(5) > 0:
                continue
            # A client may cancel all of a fortnight, or have nothing but food brought.
            fate = draw(12)
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
                    if fate == 0:
                        status = "Avbokad"
                    elif fate == 1:
                        category = "Matlåda"
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
    return rows, born, away, contacts


def minutes_of(rows):
    """The minutes that people spent, what two rows of one person share once."""
    total = 0
    for person in {row[2] for row in rows}:
        last = -1
        for start, minutes, _ in sorted(row for row in rows if row[2] == person):
            total += max(0, start + minutes - max(last, start))
            last = max(last, start + minutes)
    return total


def visits_of(meetings, tolerance):
    """Puts (minute, minutes, staff) together; gives (minute, staff, minutes spent)."""
    left, visits = sorted(meetings), []
    while left:
        opening = left[0][0]
        together = [m for m in left if m[0] <= opening + tolerance]
        left = [m for m in left if m[0] > opening + tolerance]
        people, end, rows = {m[2] for m in together}, max(m[0] + m[1] for m in together), list(together)
        while tolerance > 0 and left and left[0][0] < opening + 240:
            now = left[0][0]
            same = [m for m in left if m[0] == now]
            if not (now < end or now <= end + tolerance and any(m[2] in people for m in same)):
                break
            left = left[len(same):]
            end = max([end] + [m[0] + m[1] for m in same if m[2] in people])
            rows += same
        visits.append((opening, {m[2] for m in rows}, minutes_of(rows)))
    return visits


def figures(visits, previous, contact, last_day):
    counts = Counter(person for _, staff, _ in visits for person in staff)
    times = sorted(counts.values(), reverse=True)
    shared = sum(bool(one[1] & two[1]) for one, two in zip(visits, visits[1:]))
    return [
        len(visits), sum(times), len(times), times[0], sum(times[:3]), times.count(1), sum(n * n for n in times), shared,
        sum(len(staff) > 1 for _, staff, _ in visits), sum(times[:5]), sum(minutes for _, _, minutes in visits),
    ] + of_contact(visits, contact, last_day) + of_previous(visits, previous) + [
        len({p for _, staff, _ in visits for p in staff} - {p for _, staff, _ in visits if len(staff) == 1 for p in staff}),
    ] + spreads(visits)


def of_contact(visits, contact, last_day):
    met = [start // 1440 for start, staff, _ in visits if contact in staff]
    return [len(met), last_day - met[-1] if met else -1]


def of_previous(visits, previous):
    """Staff met before, new faces, visits with somebody known; -1 where nothing is known."""
    if previous is None:
        return [-1, -1, -1]
    now = {person for _, staff, _ in visits for person in staff}
    return [len(previous), len(now - previous), sum(bool(staff & previous) for _, staff, _ in visits)]


def spreads(visits):
    """By part of the day its number, the visits and the minutes between the earliest and the latest start."""
    bounds, starts = [420, 660, 840, 960, 1140, 1320], defaultdict(list)
    for start, _, _ in visits:
        minute = start % 1440
        slot = sum(minute >= bound for bound in bounds)
        starts[slot % 6].append((minute - 1320) % 1440 if slot % 6 == 0 else minute)
    return [value for slot in sorted(starts) for value in (slot, len(starts[slot]), max(starts[slot]) - min(starts[slot]))]


def counted(rows, definition):
    """The visits of some rows of a client that the definition counts."""
    meetings = [
        (row[2] * 1440 + row[3], row[4], person) for row in rows for person in row[1]
        if row[7] == "Utförd" and row[5] not in definition.left_out and row[6] not in definition.staff_left_out
        and not ("SSK" in definition.staff_left_out and row[5] == "HSL" and row[6] == "")
    ]
    return [
        visit for visit in visits_of(sorted(set(meetings)), definition.tolerance)
        if definition.from_minute <= visit[0] % 1440 <= definition.to_minute
        and visit[0] // 1440 % 7 in definition.weekdays
    ]


def rule_of(definition, year, birth, is_away, inside, visits, first):
    """Why a client is left out; None where not."""
    if birth is not None and year - birth < 65:
        return "under-age"
    if birth is None and not definition.unknown_age_counts:
        return "unknown-age"
    if is_away and not definition.away_counts:
        return "away"
    if not inside:
        return "no-visits"
    if all(row[7] == "Avbokad" for row in inside):
        return "none-took-place"
    if not visits:
        return "no-counted-visits"
    days = Counter(visit[0] // 1440 for visit in visits)
    if any(days[day] < definition.per_day for day in range(first, first + 14)):
        return "too-few-visits-on-a-day"
    return "too-few-visits" if len(visits) < definition.at_least else None


def main():
    rows, born, away, contacts = log()
    by_client = defaultdict(list)
    for row in rows:
        by_client[row[0]].append(row)
    print("// Made by reference_log.py.\n")
    print("/// What a plain second calculation finds in the reference log.")
    print("struct ReferencePeriod {")
    print("  let clients, sum: Int\n  let excluded: [String: Int]\n  let hash: UInt64\n")
    print(f"  static let rows = {len(rows)}")
    for definition in (Kkik, Own):
        print(f"  static let {definition.name}: [ReferencePeriod] = [")
        for period in range(PERIODS):
            print_period(definition, period, by_client, born, away, contacts)
        print("  ]")
    print("}")


def print_period(definition, period, by_client, born, away, contacts):
    first = period * 14
    year = (FIRST + timedelta(days=first)).year
    excluded, total, clients, code = Counter(), 0, 0, 0
    for number in range(CLIENTS):
        client = f"K{number:03d}"
        mine = by_client[client]
        if not mine:
            continue
        inside = [row for row in mine if first <= row[2] < first + 14]
        visits = counted(inside, definition)
        is_away = client in away and away[client][0] < first + 14 and away[client][1] >= first
        rule = rule_of(definition, year, born.get(client), is_away, inside, visits, first)
        if rule:
            excluded[rule] += 1
            continue
        before = counted([row for row in mine if first - 14 <= row[2] < first], definition)
        previous = {person for visit in before for person in visit[1]} if period > 0 else None
        found = figures(visits, previous, contacts[client], first + 13)
        clients, total = clients + 1, total + found[2]
        for value in [number] + found:
            code = (code * 1000003 + value) & MASK
    rules = ", ".join(f'"{rule}": {count}' for rule, count in sorted(excluded.items()))
    print(f"    .init(clients: {clients}, sum: {total}, excluded: [{rules}], hash: {code}),")


main()
