"""Offices and who held them when: pure data and look-ups. Days are numbers such as 20211230."""

from bisect import bisect_left

from newslint.packfile import unpickled
from newslint.records import NamedTuple

# At a change of office both names are in print for some weeks; a gap of so many days makes no sheet incomplete.
HANDOVER = 45
# Who holds an office that a country does not have.
NOBODY = "nobody"


class Term(NamedTuple):
    """One term of office. A bound has its earliest and its latest day, which differ where only the year is known."""

    person: str
    start: tuple[int, int]
    end: tuple[int, int]
    acting: bool
    open: bool


class Layer:
    """What one sheet says of an office, and the days of which it says all.

    Put away in a file the terms are one piece, which is read when somebody asks for them: most offices nobody names.
    """

    __slots__ = ("_terms", "covers")

    def __init__(self, covers: tuple[int, int], terms: tuple[Term, ...]) -> None:
        self.covers = covers
        self._terms: tuple[Term, ...] | bytes = terms

    @property
    def terms(self) -> tuple[Term, ...]:
        """Who held the office when."""
        if isinstance(self._terms, bytes):
            self._terms = tuple(map(Term._make, unpickled(self._terms)))
        return self._terms

    def __getstate__(self) -> tuple[tuple[int, int], bytes]:
        from pickle import HIGHEST_PROTOCOL, dumps  # a run that reads has no need of the part in Python

        return self.covers, dumps([tuple(term) for term in self.terms], HIGHEST_PROTOCOL)

    def __setstate__(self, state: tuple[tuple[int, int], bytes]) -> None:
        self.covers, self._terms = state


class Office(NamedTuple):
    """An office: ``name`` for messages, its titles in lower case, the place as its sheet has it, the sheets' layers.

    Of two sheets that are certain of a day the later counts. ``alone``: the titles that mean it without its place.
    """

    name: str
    titles: frozenset[str]
    place: str
    alone: frozenset[str]
    layers: tuple[Layer, ...]


def on(term: Term, day: int, slack: int = 0) -> bool | None:
    """Whether a term holds on a day; None where it is not certain. ``slack`` in days."""
    early, late = shifted(day, -slack), shifted(day, slack)
    if term.start[1] <= early and late <= term.end[0]:
        return True
    return False if late < term.start[0] or early > term.end[1] else None


def holders(office: Office, day: int) -> list[str] | None:
    """Who held an office on a day, certainly; None where the sheets do not say or it is not certain."""
    for layer in reversed(office.layers):
        if layer.covers[0] <= day <= layer.covers[1]:
            sure = [term.person for term in layer.terms if on(term, day) is True]
            if sure and all(on(term, day, HANDOVER) is not None for term in layer.terms):
                return sorted(set(sure))
    return None


def held_on(office: Office, person: str, day: int) -> bool | None:
    """Whether somebody held an office on a day; None where it is not certain."""
    sure = holders(office, day)
    if sure is not None:
        return person in sure
    said = [on(term, day) for layer in office.layers for term in layer.terms if term.person == person]
    return True if True in said else None if None in said else False


def still_held(office: Office, term: Term, years: int) -> bool:
    """Whether a term is open when the sheets end, and began less than so many years before."""
    last = max(layer.covers[1] for layer in office.layers)
    return term.open and term.end[1] >= last and term.start[0] > last - years * 10000


def whole_since(office: Office) -> int:
    """The first day from which the sheets know every holder up to the end of their span; 99999999 if there is none."""
    spans = sorted(
        (term.start[1], min(term.end[0], layer.covers[1])) for layer in office.layers for term in layer.terms
    )
    since, until = 99999999, 0
    for start, end in spans:
        if not until or start > shifted(until, HANDOVER * 2):
            since = start
        until = max(until, end)
    return since


def unknown_spans(office: Office, since: int) -> list[tuple[int, int]]:
    """The days from one on at which the sheets have nobody in an office; all of them where it has several at once."""
    spans = sorted(
        (max(term.start[1], layer.covers[0]), min(term.end[0], layer.covers[1]), term.person)
        for layer in office.layers
        for term in layer.terms
        if term.end[1] >= layer.covers[0]
    )
    last = max(layer.covers[1] for layer in office.layers)
    found, until, before = [], since, ""
    together: set[frozenset[str]] = set()
    for start, end, person in spans:
        if start > shifted(until, HANDOVER * 2):
            found.append((until, start))
        elif person != before and min(end, until) > shifted(start, HANDOVER * 8) and until != since:
            together.add(frozenset({before, person}))
        until, before = max(until, end), person
    if until < shifted(last, -HANDOVER * 2):
        found.append((until, last))
    return [(since, last)] if len(together) > 1 else found


# Days up to the beginning of each month; leap days do not matter for a slack of weeks.
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def shifted(day: int, days: int) -> int:
    """A day so many days later, within a day or two."""
    if not days:
        return day
    year, month, date = day // 10000, day // 100 % 100, day % 100
    year, rest = divmod(year * 365 + _BEFORE[month - 1] + date - 1 + days, 365)
    month = bisect_left(_BEFORE, rest + 1)
    return year * 10000 + month * 100 + rest - _BEFORE[month - 1] + 1
