"""The moments that a sentence names, and whether a length of time may lie between two of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date as day_of
from typing import Any, TypeVar

from newslint.document import Document
from newslint.kinds.digits import years
from newslint.language.dates import real
from newslint.records import NamedTuple
from newslint.span import Span

# Days in one unit, and how many more or fewer are still called so.
_DAYS = {
    "day": (1.0, 1.0),
    "week": (7.0, 4.0),
    "month": (30.4, 20.0),
    "year": (365.25, 300.0),
    "decade": (3652.5, 800.0),
}
_HALF_DAY, _DAY = 12 * 60, 24 * 60


_Found = TypeVar("_Found", bound=tuple[Any, ...])


class Moment(NamedTuple):
    """A place in the text that names a moment: minutes of a day, a day of the week, a day, a month or a year.

    ``cycle``: after so many of its kind the same name comes again; 0: never.
    """

    start: int
    end: int
    kind: str
    value: int
    cycle: int = 0


class Length(NamedTuple):
    number: int
    unit: str


class Moments:
    """The moments of an article by what they are counted in."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def around(self, length: Length, sentence: Span) -> Sequence[Moment]:
        """Those in a sentence that a length of this unit may lie between, in order."""
        if length.unit in {"minute", "hour"}:
            return sorted(self._clocks(sentence))
        found = list(self._days(sentence))
        if length.unit in {"year", "decade"}:
            taken = [(one.start, one.end) for one in found]
            found += (one for one in self.years(sentence) if not any(a <= one.start < b for a, b in taken))
        return sorted(found)

    def years(self, sentence: Span) -> list[Moment]:
        return [Moment(at, at + 4, "year", year) for at, year in _inside(years(self._document), sentence)]

    def _clocks(self, sentence: Span) -> Iterator[Moment]:
        for one in _inside(self._document.clocks, sentence):
            text = self._document.folded.lower[one.start : one.end]
            sure = one.hour > 12 or any(half in text for half in ("am", "a.m", "pm", "p.m", "noon", "midnight"))
            yield Moment(one.start, one.end, "clock", one.hour * 60 + one.minute, _DAY if sure else _HALF_DAY)

    def _days(self, sentence: Span) -> Iterator[Moment]:
        published = self._document.published
        for one in _inside(self._document.dates, sentence):
            if one.ambiguous:
                continue
            if one.month and one.day:
                year = one.year or (published.year if published else 2023)
                if real(one._replace(year=year)):
                    value = day_of(year, one.month, one.day).toordinal()
                    yield Moment(one.start, one.end, "day", value, 0 if one.year else 365)
            elif one.weekday is not None and one.day is None and one.month is None:
                yield Moment(one.start, one.end, "weekday", one.weekday, 7)
            elif one.month and one.year:
                yield Moment(one.start, one.end, "month", one.year * 12 + one.month)
            elif one.month and one.weekday is None and one.day is None:
                yield Moment(one.start, one.end, "month", one.month, 12)


def _inside(found: Sequence[_Found], span: Span) -> Sequence[_Found]:
    """Those that begin in a span, of dates, times or years in their order."""
    return found[bisect_left(found, (span.start,)) : bisect_left(found, (span.end,))]


def fits(first: Moment, second: Moment, length: Length, *, within: bool = False) -> bool:
    """Whether a length may lie between two moments; ``within``: the first and the last day both count."""
    if first.kind != second.kind:
        # nothing can be said of two that are not alike
        return True
    apart, slack = _measure(first.kind, length, within=within)
    gap = second.value - first.value
    cycle = min((one.cycle for one in (first, second) if one.cycle), default=0)
    if first.kind == "weekday" and (length.unit != "day" or length.number > cycle):
        return True
    if cycle:
        gap %= cycle
        return min(abs(gap - apart % cycle), cycle - abs(gap - apart % cycle)) <= slack
    return abs(gap - apart) <= slack


def _measure(kind: str, length: Length, *, within: bool) -> tuple[float, float]:
    """How far apart two moments of a kind are for a length, in what they number, and what is still called so."""
    number, unit = length
    if kind == "clock":
        minutes = number * (60 if unit == "hour" else 1)
        return minutes, min(35 + 5 * number, 60) if unit == "hour" else max(5.0, minutes * 0.25)
    if kind == "year":
        return number * (10 if unit == "decade" else 1), 1 if unit == "year" else 3
    days, slack = _DAYS[unit]
    if kind == "month":
        return number * days / 30.4, 1 if unit != "year" else 11
    if within and unit == "day":
        return number - 0.5, slack
    return number * days, slack + (number * 1.5 if unit == "month" else 0)
