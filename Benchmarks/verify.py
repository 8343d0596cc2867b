#!/usr/bin/env python3
"""Confirm a bound on the total of every roster of an instance, from the certificate that samma wrote.

usage: verify.py INSTANCE.json CERTIFICATE.json [--processes N]
exit status: 0 confirmed, 1 refused, 2 unreadable input.

Needs Python 3.9 and its standard library, and shares no code with samma: the instance is read here by the words of its
format, and every minimum is searched for anew. The certificate names prices of "this visit in this shift", in whole parts
of a point. At any prices from 0, no roster costs less than
    what is lost by visits of which a roster assigns none, or one of two
  + for each client and period, the cheapest plan: who is met and who serves what, services paying their prices
  + for each shift, the cheapest route: its travel, less the prices of the visits on it, or 0 for staying at home.
The certificate says what the cheapest ones cost. Looking for cheaper ones is far less work than looking for the cheapest:
all is left out of sight that, by bounds of its own, cannot be cheaper.
"""
import hashlib, json, math, multiprocessing, re, sys, time
from collections import defaultdict
from datetime import date, datetime

WEIGHTS = {
    "samma-instance/1": dict(unassigned=10000, distinct=100, overTarget=200, newFace=0, notContact=0, notPreferred=0,
                             travel=1, poolShift=200, poolMinute=0),
    "samma-instance/2": dict(unassigned=10000, distinct=100, overTarget=200, newFace=20, notContact=10, notPreferred=5,
                             travel=1, poolShift=200, poolMinute=1)}
NEVER = 1 << 60
MOST_LABELS = 2_000_000
MOST_NODES = 2_000_000


class Refused(Exception):
    pass


# The instance ------------------------------------------------------------------------------------------------------

class Shift:
    """One shift, exceptions applied: minutes from the horizon's first midnight."""

    def __init__(self, row, instance):
        minute = instance.minute
        self.id, self.staff = row["id"], row["staff"]
        wider = instance.exceptions("H3", shift=self.id)
        start, end = minute(row["start"]), minute(row["end"])
        self.start = start - max([e.get("before") or 0 for e in wider], default=0)
        self.end = end + max([e.get("after") or 0 for e in wider], default=0)
        member = instance.staff[self.staff]
        self.base = member.get("location")
        self.mode = row.get("mode") or member.get("mode")
        pause = row.get("breakMinutes") or 0
        self.pause = 0 if instance.exceptions("H6", shift=self.id) else pause
        self.pause_from, self.pause_to = (minute(row["breakFrom"]), minute(row["breakTo"])) if self.pause else (0, 0)
        self.opening = 0
        if row.get("kind", "rostered") == "pool":
            self.opening = instance.weights["poolShift"]
            if instance.second:
                self.opening += instance.weights["poolMinute"] * (end - start - pause)


class Instance:
    def __init__(self, doc):
        if doc.get("format") not in WEIGHTS:
            raise ValueError(f"format {doc.get('format')}, expected one of {', '.join(WEIGHTS)}")
        self.second = doc["format"] == "samma-instance/2"
        self.name, self.allowed = doc["name"], doc.get("exceptions") or []
        self.weights = {**WEIGHTS[doc["format"]], **(doc.get("weights") or {})}
        self.day0 = datetime.fromisoformat(doc["horizon"]["start"] + "T00:00")
        self.days, self.window = doc["horizon"]["days"], doc["horizon"].get("window", 14)
        self.single = self.days <= self.window
        self.place = {row["id"]: k for k, row in enumerate(doc["locations"])}
        self.staff = {row["id"]: row for row in doc["staff"]}
        self.clients = {row["id"]: row for row in doc["clients"]}
        self.visits = {row["id"]: row for row in doc["visits"]}
        self.links = doc.get("links") or []
        self.minutes = {None: shortest(matrix(doc["travel"], doc["locations"]))}
        for row in doc.get("travelModes") or []:
            self.minutes[row["id"]] = shortest(matrix(row, doc["locations"]))
        if any(e["rule"] == "H4" for e in self.allowed):
            raise Refused("the instance has an exception of H4, ways of their own, which is not looked into here")
        self.shifts = {row["id"]: Shift(row, self) for row in doc["shifts"]}
        self.windows = {}
        for v in doc["visits"]:
            self.windows[v["id"]] = [(self.minute(v["earliest"]), self.minute(v["latest"]))]
        for row in doc.get("alternatives") or []:
            self.windows[row["visit"]].append((self.minute(row["earliest"]), self.minute(row["latest"])))
        for v in doc["visits"]:
            wider = self.exceptions("H2", visit=v["id"])
            before, after = (max([e.get(k) or 0 for e in wider], default=0) for k in ("before", "after"))
            spans = [(lo - before, hi + after) for lo, hi in self.windows[v["id"]]]
            if v.get("pinnedStart"):
                at = self.minute(v["pinnedStart"])
                spans = [(at, at) for lo, hi in spans if lo <= at <= hi][:1]
            self.windows[v["id"]] = spans
        self.history, self.met = defaultdict(set), defaultdict(set)
        for row in doc.get("history") or []:
            self.history[row["client"]].add(row["staff"])
            day = (date.fromisoformat(row["date"]) - self.day0.date()).days
            if self.single and self.days - self.window <= day < self.days:
                self.met[row["client"]].add(row["staff"])
        by_day = defaultdict(list)
        for shift in self.shifts.values():
            for day in range(shift.start // 1440, shift.end // 1440 + 1):
                by_day[day].append(shift)
        # For each visit and shift that could hold it alone, the starts it could have there.
        self.starts = {v: self.starts_of(v, by_day) for v in self.visits}

    def exceptions(self, rule, **of):
        return [e for e in self.allowed if e["rule"] == rule and all(e.get(k) == v for k, v in of.items())]

    def minute(self, text):
        return int((datetime.fromisoformat(text) - self.day0).total_seconds() // 60)

    def way(self, shift, one, other):
        """Minutes between two places; a base that is not there is everywhere."""
        if one is None or other is None or one == other:
            return 0
        return self.minutes[shift.mode][self.place[one]][self.place[other]]

    def location(self, visit):
        return self.clients[self.visits[visit]["client"]]["location"]

    def may_serve(self, visit, staff):
        row = self.visits[visit]
        skills, blocked = set(row.get("skills") or []), self.clients[row["client"]].get("blocked") or []
        if skills - set(self.staff[staff].get("skills") or []) and not self.exceptions("H7", visit=visit, staff=staff):
            return False
        pinned = row.get("pinned") or []
        if staff not in pinned and len(pinned) >= row.get("staff", 1):
            return False
        return staff not in blocked or bool(self.exceptions("H8", visit=visit, staff=staff))

    def starts_of(self, visit, by_day):
        spans, found, may = self.windows[visit], {}, {}
        days = sorted({day for lo, hi in spans for day in range(lo // 1440, hi // 1440 + 1)})
        length, place = self.visits[visit]["minutes"], self.location(visit)
        for shift in {s.id: s for day in days for s in by_day[day]}.values():
            out, back = self.way(shift, shift.base, place), self.way(shift, place, shift.base)
            fits = []
            for lo, hi in spans:
                first, last = max(lo, shift.start + out), min(hi, shift.end - back - length)
                if first <= last and holds_break(shift, first, last, length, out, back):
                    fits.append((first, last))
            if fits and shift.staff not in may:
                may[shift.staff] = self.may_serve(visit, shift.staff)
            if fits and may[shift.staff]:
                found[shift.id] = fits
        return found


def holds_break(shift, first, last, length, out, back):
    """Whether a visit that starts within these minutes leaves the shift a break before it or behind it."""
    if not shift.pause:
        return True
    # Before it: from the shift's start to the visit's latest start; behind it: from its earliest end to the shift's end.
    def fits(begin, end, way):
        return end - begin >= way + shift.pause and max(begin, shift.pause_from) <= min(end - shift.pause, shift.pause_to)
    return fits(shift.start, last, out) or fits(first + length, shift.end, back)


def matrix(travel, places):
    if travel["kind"] == "matrix":
        return [list(row) for row in travel["minutes"]]

    def minutes(a, b):
        if (a["lat"], a["lon"]) == (b["lat"], b["lon"]):
            return 0
        north, south = math.radians(a["lat"]), math.radians(b["lat"])
        half = (math.sin((south - north) / 2) ** 2
                + math.cos(north) * math.cos(south) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2)
        way = 60 * travel.get("detour", 1.0) * 2 * 6371.0 * math.asin(math.sqrt(half)) / travel["speedKmh"]
        return math.ceil(travel.get("fixedMinutes", 0) + way - 1e-9)
    return [[minutes(a, b) for b in places] for a in places]


def shortest(minutes):
    """The least minutes from place to place by any detour, so that leaving a stop out never makes a route dearer."""
    count = range(len(minutes))
    for k in count:
        minutes[k][k] = 0
    for k in count:
        through = minutes[k]
        for row in minutes:
            first = row[k]
            if any(first + second < direct for second, direct in zip(through, row)):
                row[:] = [min(direct, first + second) for second, direct in zip(through, row)]
    return minutes


# What no roster assigns --------------------------------------------------------------------------------------------

class Exclusions:
    def __init__(self, instance):
        self.instance = instance

    def ranges(self, visit):
        shifts = self.instance.shifts
        return [(shifts[h].staff, shifts[h], lo, hi) for h, spans in self.instance.starts[visit].items() for lo, hi in spans]

    def numbers(self, visit):
        row = self.instance.visits[visit]
        return row.get("staff", 1), row.get("pinned") or []

    def is_alone_impossible(self, visit):
        (need, pinned), ranges = self.numbers(visit), self.ranges(visit)
        for moment in {lo for _, _, lo, _ in ranges}:
            there = {staff for staff, _, lo, hi in ranges if lo <= moment <= hi}
            if len(there) >= need and there.issuperset(pinned):
                return False
        return True

    def is_pair_impossible(self, a, b):
        return (any(self.breaks_link(link) for link in self.instance.links if {link["first"], link["second"]} == {a, b})
                or self.overlaps(a, b) or self.share_staff(a, b))

    def breaks_link(self, link):
        a, b = link["first"], link["second"]
        (need_a, pins_a), (need_b, pins_b) = self.numbers(a), self.numbers(b)
        least = -NEVER if link.get("minGap") is None else link["minGap"]
        most = NEVER if link.get("maxGap") is None else link["maxGap"]
        fit = {(one[0], two[0]) for one in self.ranges(a) for two in self.ranges(b)
               if two[3] - one[2] >= least and two[2] - one[3] <= most}
        if not fit:
            return True
        if link.get("staff") == "same":
            both = {one for one, two in fit if one == two}
            return need_a != need_b or len(both) < need_a or not both.issuperset(pins_a + pins_b)
        if link.get("staff") == "different":
            every = {r[0] for r in self.ranges(a)} | {r[0] for r in self.ranges(b)}
            return len(every) < need_a + need_b or bool(set(pins_a) & set(pins_b))
        return False

    def overlaps(self, a, b):
        one, two = self.instance.visits[a], self.instance.visits[b]
        if not self.instance.second or one["client"] != two["client"] or one.get("alongside") or two.get("alongside"):
            return False
        tied = any({link["first"], link["second"]} == {a, b} for link in self.instance.links)
        free = self.instance.exceptions("H12", visit=a, second=b) + self.instance.exceptions("H12", visit=b, second=a)
        return not tied and not free and all(
            lo + one["minutes"] > hi2 and lo2 + two["minutes"] > hi
            for lo, hi in self.instance.windows[a] for lo2, hi2 in self.instance.windows[b])

    def share_staff(self, a, b):
        """Whether both cannot do without some staff member, who cannot do both."""
        def forced(visit):
            (need, pinned), every = self.numbers(visit), {r[0] for r in self.ranges(visit)}
            return every if len(every) == need else set(pinned)

        def follows(one, first, two, second):
            way = 0
            if one[1] is two[1]:
                way = self.instance.way(one[1], self.instance.location(first), self.instance.location(second))
            return one[2] + self.instance.visits[first]["minutes"] + way <= two[3]

        def goes(one, two):
            crossing = one[1] is not two[1] and one[1].start < two[1].end and two[1].start < one[1].end
            return crossing or follows(one, a, two, b) or follows(two, b, one, a)
        return any(not any(goes(one, two) for one in self.ranges(a) if one[0] == staff
                           for two in self.ranges(b) if two[0] == staff) for staff in forced(a) & forced(b))

    def check(self, claims):
        """Refuses what is not so; returns the visits named and what is lost by them at least."""
        lost, named = defaultdict(int), set()
        for claim in claims:
            visits = claim["visits"]
            if claim["left"] < 0 or len(set(visits)) not in (1, 2):
                raise Refused(f"an exclusion of {visits} that loses {claim['left']}")
            holds = self.is_alone_impossible(*visits) if len(visits) == 1 else self.is_pair_impossible(*visits)
            if not holds and not any(self.is_alone_impossible(v) for v in visits):
                raise Refused(f"a roster might assign {' and '.join(visits)}")
            for visit in visits:
                named.add(visit)
                lost[visit] += claim["left"]
        for visit, left in lost.items():
            row = self.instance.visits[visit]
            if left > row.get("priority", 1) * row.get("staff", 1):
                raise Refused(f"{visit} is lost more than once")
        return named, sum(claim["left"] for claim in claims)


# Plans of a client -------------------------------------------------------------------------------------------------

class Plans:
    """What one client asks for in one continuity period; all in parts of a point.

    A plan that leaves a visit is no cheaper than one that serves it at a lowered price: leaving costs so much for each staff
    member asked for, and one more staff member met costs `opening` and `over` at most. So only plans that serve everything
    are looked at, at prices cut down to what makes leaving no better. Visits that could be left for less are passed over.
    """

    def __init__(self, instance, prices, unit, client, visits, counted):
        self.unit = unit
        weights, row = instance.weights, instance.clients[client]
        history, met = instance.history[client], instance.met[client] if counted else set()
        self.over = weights["overTarget"] * unit if counted else 0
        self.room = row.get("targetStaff", 14) - len(met)
        self.fixed = weights["distinct"] * len(met) * unit

        def opening(staff):
            if not counted or staff in met:
                return 0
            is_new = instance.single and history and staff not in history
            return (weights["distinct"] + (weights["newFace"] if is_new else 0)) * unit
        preferred, contact = row.get("preferred") or [], row.get("contact")
        self.rows = []  # (how many are asked for, {staff: cost})
        dearest = weights["distinct"] + weights["newFace"] + weights["overTarget"]
        for visit in visits:
            data = instance.visits[visit]
            need, pinned = data.get("staff", 1), data.get("pinned") or []
            leaving = weights["unassigned"] * data.get("priority", 1)
            if leaving < dearest:
                continue
            costs = {}
            for shift in instance.starts[visit]:
                staff = instance.shifts[shift].staff
                serving = weights["notPreferred"] if preferred and staff not in preferred else 0
                if contact and staff != contact and need == 1:
                    serving += weights["notContact"]
                cost = serving * unit + prices.get((visit, shift), 0)
                costs[staff] = min(costs.get(staff, NEVER), cost)
            for staff in costs:
                room = leaving * unit - opening(staff) - self.over
                costs[staff] = min(costs[staff], max(0, room))
            if len(costs) < need or not set(pinned) <= set(costs):
                raise Refused(f"{visit} can be served by too few and is not among the exclusions")
            for staff in pinned:
                self.rows.append((1, {staff: costs[staff]}))
            others = {s: c for s, c in costs.items() if s not in pinned}
            if need > len(pinned):
                self.rows.append((need - len(pinned), others))
        self.opening = {staff: opening(staff) for _, costs in self.rows for staff in costs}
        self.free = [s for s in self.opening if self.opening[s] == 0]
        self.paid = sorted(s for s in self.opening if self.opening[s] > 0)
        self.cells = {s: [(r, costs[s]) for r, (_, costs) in enumerate(self.rows) if s in costs] for s in self.opening}
        self.needs = [need for need, _ in self.rows]
        self.nodes = 0

    def is_cheaper_than(self, worth):
        """Whether some plan costs less."""
        if not self.rows:
            return self.meeting(0) < worth
        least = sum(sum(sorted(costs.values())[:need]) for need, costs in self.rows)
        if least + self.meeting(0) >= worth:
            return False
        cheapest = min((self.opening[s] for s in self.paid), default=0)
        bids = [sum(costs.values()) // len(costs) for _, costs in self.rows]
        if self.cost(self.paid) + self.meeting(len(self.paid)) < worth:
            return True
        for size in range(len(self.paid) + 1):
            goal = worth - self.meeting(size)
            if least + size * cheapest >= goal:
                return False
            bids, bound, others = self.better_bids(size, [], self.paid, bids, goal, 400)
            if bound >= goal:
                # Where one more staff member would not pay either, larger plans are no cheaper.
                if others >= 0:
                    return False
            elif self.search(size, [], self.paid, bids, goal):
                return True
        return False

    def meeting(self, size):
        return self.fixed + self.over * max(0, size - self.room)

    def search(self, size, inside, open_, bids, goal):
        """Whether a plan with just so many paid staff, among them those inside, costs less than the goal."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise Refused("the search for a cheaper plan takes too long")
        left = size - len(inside)
        if left < 0 or left > len(open_):
            return False
        if left == 0 or left == len(open_):
            return self.cost(inside + (open_ if left else [])) < goal
        among = set(inside).union(open_, self.free)
        if any(sum(s in among for s in costs) < need for need, costs in self.rows):
            return False
        bids, bound, _ = self.better_bids(size, inside, open_, bids, goal, 40)
        if bound >= goal:
            return False
        worths = sorted((self.worth(s, bids), s) for s in open_)
        if self.cost(inside + [s for _, s in worths[:left]]) < goal:
            return True
        last, next_ = worths[left - 1][0], worths[left][0]
        # Whoever the bound cannot do without is inside, and whom it cannot bear is out.
        sure = [s for w, s in worths[:left] if bound - w + next_ >= goal]
        gone = {s for w, s in worths[left:] if bound + w - last >= goal}
        if sure or gone:
            rest = [s for _, s in worths if s not in gone and s not in sure]
            return self.search(size, inside + sure, rest, bids, goal)
        pick = worths[0][1]
        rest = [s for s in open_ if s != pick]
        return (self.search(size, inside, rest, bids, goal)
                or self.search(size, inside + [pick], rest, bids, goal))

    def worth(self, staff, bids):
        return self.opening[staff] - sum(bids[r] - c for r, c in self.cells[staff] if bids[r] > c)

    def better_bids(self, size, inside, open_, bids, goal, steps):
        """Bids of the rows by which no such plan costs less than a bound; returns them, it, and the worth of one more."""
        best, best_bids, more = -NEVER, bids, 0
        left, scale, stalled = size - len(inside), 1.0, 0
        fixed = self.free + inside
        for _ in range(steps):
            ranked = sorted((self.worth(s, bids), s) for s in open_)
            bound = sum(need * bid for need, bid in zip(self.needs, bids))
            bound += sum(self.worth(s, bids) for s in fixed) + sum(w for w, _ in ranked[:left])
            if bound > best:
                best, best_bids, stalled = bound, bids, 0
                more = ranked[left][0] if left < len(ranked) else 0
                if best >= goal:
                    break
            else:
                stalled += 1
                if stalled >= 5:
                    scale, stalled, bids = scale * 0.5, 0, best_bids
                    if scale < 0.02:
                        break
                    continue
            lack = list(self.needs)
            for s in fixed + [s for _, s in ranked[:left]]:
                for r, c in self.cells[s]:
                    if bids[r] > c:
                        lack[r] -= 1
            norm = sum(x * x for x in lack)
            if norm == 0:
                break
            length = scale * max(goal - bound, self.unit // 8 + 1) * 1.05 / norm
            bids = [max(0, bid + round(length * x)) for bid, x in zip(bids, lack)]
        return best_bids, best, more

    def cost(self, paid):
        """What the plan with these and all who are free costs, meetings above the target apart."""
        among, total = set(paid).union(self.free), sum(self.opening[s] for s in paid)
        for need, costs in self.rows:
            mine = sorted(c for s, c in costs.items() if s in among)
            if len(mine) < need:
                return NEVER
            total += sum(mine[:need])
        return total


# Routes of a shift -------------------------------------------------------------------------------------------------

class Routes:
    """The routes of one shift over the visits that pay there; others would only make them dearer."""

    def __init__(self, instance, shift, stops, unit):
        self.shift = shift
        self.travel, self.opening = instance.weights["travel"] * unit, shift.opening * unit
        self.stops = []  # (earliest and latest start, minutes, price, ways from and to the base)
        places = [instance.location(visit) for visit, _ in stops]
        for (visit, price), place in zip(stops, places):
            spans = instance.starts[visit][shift.id]
            # What lies between two windows counts as well.
            self.stops.append((min(lo for lo, _ in spans), max(hi for _, hi in spans),
                               instance.visits[visit]["minutes"], price,
                               instance.way(shift, shift.base, place), instance.way(shift, place, shift.base)))
        self.ways = [[instance.way(shift, one, other) for other in places] for one in places]
        self.width = min([15] + [stop[2] for stop in self.stops])
        self.followers = [self.legs(k) for k in range(len(stops))]

    def legs(self, one):
        """The stops that can follow one: (stop, way, earliest and latest start, minutes, price)."""
        lo, _, minutes = self.stops[one][:3]
        return [(k, self.ways[one][k]) + self.stops[k][:4] for k in range(len(self.stops))
                if k != one and lo + minutes + self.ways[one][k] <= self.stops[k][1]]

    def steps(self, legs, end, rested):
        """Where a route goes on to: (stop, its end, whether the break is behind, what the leg costs)."""
        shift, travel, found = self.shift, self.travel, []
        for k, way, lo, hi, minutes, price in legs:
            start = end + way
            if start > hi:
                continue
            start = start if start > lo else lo
            if rested:
                found.append((k, start + minutes, True, way * travel - price))
                continue
            if start + minutes <= shift.pause_to:
                found.append((k, start + minutes, False, way * travel - price))
            if end <= shift.pause_to:
                # The break may be taken anywhere on the way, also part-way through it.
                start = max(max(end + way, shift.pause_from) + shift.pause, lo)
                if start <= hi:
                    found.append((k, start + minutes, True, way * travel - price))
        return found

    def home(self, k, end, rested):
        """What going home costs; NEVER where the shift is over before."""
        shift, back = self.shift, self.stops[k][5]
        if not rested:
            if end > shift.pause_to or shift.pause_from + shift.pause > shift.end:
                return NEVER
            end += shift.pause
        return back * self.travel if end + back <= shift.end else NEVER

    def ways_home(self):
        """What a route costs at least from the end of a stop on, by steps of time, if it may come back anywhere."""
        start, width = self.shift.start, self.width
        count = (self.shift.end - start) // width + 1
        costs = [[[NEVER] * count for _ in self.stops] for _ in (0, 1)]
        for step in range(count - 1, -1, -1):
            first = start + step * width
            for k, stop in enumerate(self.stops):
                end = max(first, stop[0] + stop[2])
                if end >= first + width or end > stop[1] + stop[2]:
                    continue
                for rested in (True, False) if self.shift.pause else (True,):
                    least = self.home(k, end, rested)
                    for to, later, rests, cost in self.steps(self.followers[k], end, rested):
                        cost += costs[rests][to][(later - start) // width]
                        if cost < least:
                            least = cost
                    costs[rested][k][step] = least
        return costs

    def is_cheaper_than(self, worth):
        """Whether some route, or staying at home, costs less."""
        if worth > 0:
            return True
        if not self.stops:
            return False
        shift, rested = self.shift, not self.shift.pause
        costs, begin, width = self.ways_home(), shift.start, self.width
        legs = [(k, stop[4]) + stop[:4] for k, stop in enumerate(self.stops)]
        # Labels by the end of their last stop; each goes on only where it could still become cheaper.
        waiting, labels = defaultdict(list), 0
        alive = [(stop[1], 1 << k) for k, stop in enumerate(self.stops)]
        kept = [[[] for _ in self.stops] for _ in (0, 1)]

        def go(legs, end, rests, cost, seen):
            for to, later, resting, leg in self.steps(legs, end, rests):
                if seen >> to & 1 or cost + leg + costs[resting][to][(later - begin) // width] >= worth:
                    continue
                waiting[later].append((cost + leg, to, resting, seen | 1 << to))
        go(legs, shift.start, rested, self.opening, 0)
        for end in range(shift.start, shift.end + 1):
            if end not in waiting:
                continue
            still = sum(bit for latest, bit in alive if latest >= end)
            for cost, k, rests, seen in sorted(waiting.pop(end)):
                seen &= still
                rivals = kept[rests][k]
                if any(c <= cost and s & ~seen == 0 for c, s in rivals):
                    continue
                rivals.append((cost, seen))
                labels += 1
                if labels > MOST_LABELS:
                    raise Refused("the search for a cheaper route takes too long")
                if cost + self.home(k, end, rests) < worth:
                    return True
                go(self.followers[k], end, rests, cost, seen)
        return False


# The certificate ---------------------------------------------------------------------------------------------------

def whole(value, what):
    if type(value) is not int:
        raise Refused(f"{what} is {value!r}, expected a whole number")
    return value


class Certificate:
    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        self.doc = doc = json.loads(text)
        if doc.get("format") != "samma-certificate/1":
            raise ValueError(f"{path}: format {doc.get('format')}, expected samma-certificate/1")
        blank = re.sub(r'("digest"\s*:\s*")[0-9a-f]{64}"', lambda found: found[1] + "0" * 64 + '"', text, count=1)
        if hashlib.sha256(blank.encode()).hexdigest() != doc["digest"]:
            raise Refused("the certificate was changed after it was written: its digest does not fit")
        self.bound, self.unit = whole(doc["bound"], "bound"), whole(doc["unit"], "unit")
        if self.unit < 1:
            raise Refused(f"a unit of {self.unit}")
        self.prices = {(visit, shift): whole(price, f"the price of {visit} in {shift}")
                       for visit, row in doc["prices"].items() for shift, price in row.items()}
        self.plans = {(row["client"], row.get("period"), row.get("visit")): whole(row["worth"], "a worth")
                      for row in doc["plans"]}
        self.routes = {shift: whole(worth, f"the worth of {shift}") for shift, worth in doc["routes"].items()}
        for row in doc["exclusions"]:
            whole(row["left"], "what an exclusion loses")


def confirm(instance, certificate, processes, tell=print):
    unit, prices = certificate.unit, certificate.prices
    for (visit, shift), price in prices.items():
        if price < 0:
            raise Refused(f"the price of {visit} in {shift} is {price}, below 0")
        if visit not in instance.visits or shift not in instance.starts[visit]:
            raise Refused(f"{visit} cannot be in {shift}, which has a price")
    named, left = Exclusions(instance).check(certificate.doc["exclusions"])
    blocks = defaultdict(list)
    for visit, row in instance.visits.items():
        if visit in named:
            continue
        ends = {0 if instance.single else minute // 1440 // instance.window
                for span in instance.windows[visit] for minute in span}
        counts = row.get("counts", True) and len(ends) == 1
        blocks[row["client"], ends.pop() if counts else None, None if counts else visit].append(visit)
    for client, met in instance.met.items():
        if met:
            blocks[client, 0, None]
    unknown = [key for key in certificate.plans if key not in blocks]
    unknown += [shift for shift in certificate.routes if shift not in instance.shifts]
    if unknown:
        raise Refused(f"nothing in the instance is worth what is said of {unknown[0]}")
    paying = defaultdict(list)
    for (visit, shift), price in prices.items():
        if price > 0:
            paying[shift].append((visit, price))
    tasks = [("plan of", key, blocks[key], worth) for key, worth in certificate.plans.items()]
    tasks += [("route of", shift, paying[shift], certificate.routes.get(shift, 0)) for shift in paying]
    idle = sum(worth for shift, worth in certificate.routes.items() if shift not in paying)
    if idle < 0:
        raise Refused("a shift that nobody pays is worth less than staying at home")
    total = sum(certificate.plans.values()) + sum(certificate.routes.values())
    bound = instance.weights["unassigned"] * left + max(0, -(-total // unit))
    if bound != certificate.bound:
        raise Refused(f"what is said adds up to {bound}, not to {certificate.bound}")

    global JOB
    JOB = instance, prices, unit, tasks
    order = sorted(range(len(tasks)), key=lambda k: -len(tasks[k][2]))
    if processes == 1:
        answers = map(look, order)
    else:
        pool = multiprocessing.get_context("fork").Pool(processes)
        answers = pool.imap_unordered(look, order)
    for problem in answers:
        if problem:
            raise Refused(problem)
    return len(certificate.plans), len(paying)


def look(number):
    """Looks for what is cheaper than is said; returns what is wrong, if anything."""
    instance, prices, unit, tasks = JOB
    what, key, content, worth = tasks[number]
    try:
        if what == "plan of":
            search = Plans(instance, prices, unit, key[0], content, counted=key[1] is not None)
        else:
            search = Routes(instance, instance.shifts[key], content, unit)
        if search.is_cheaper_than(worth):
            return f"some {what} {key} costs less than the {worth} said"
    except Refused as refusal:
        return f"{refusal}: {what} {key}"
    return None


def main(arguments):
    processes = multiprocessing.cpu_count()
    if "--processes" in arguments:
        at = arguments.index("--processes")
        processes = int(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) != 2:
        print(__doc__)
        return 2
    begin = time.monotonic()
    try:
        with open(arguments[0], encoding="utf-8") as file:
            document = json.load(file)
        instance = Instance(document)
        certificate = Certificate(arguments[1])
        clients, shifts = confirm(instance, certificate, processes)
    except Refused as refusal:
        print(f"refused: {refusal}")
        return 1
    except (OSError, KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        print(f"unreadable: {type(error).__name__}: {error}")
        return 2
    print(f"confirmed: no roster of {instance.name} scores below {certificate.bound} "
          f"({clients} plans, {shifts} shifts, {time.monotonic() - begin:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
