"""Days that no calendar has: April 31, 29 February of a common year, also as the end of a range."""

from calendar import isleap, month_name, monthrange
from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Match
from newslint.language.dates import Date, real
from newslint.patterns import regex
from newslint.span import Span

_RANGE_END = regex(
    r" *(?:[-–]|to|through|until|and|or) *(?:the +)?([0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?![0-9A-Za-z:%/]|[.,][0-9]| +[a-z]| +(?:of +)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_RANGE = regex(r"([0-9]{1,2})[-–]([0-9]{1,2})")
# A day of that name is spoken of, as something that there was or was not: "Sweden once had a February 30".
_SPOKEN_OF = regex(
    r"\b(?:had|has|have|having|add(?:ed)?|insert(?:ed)?|invent(?:ed)?|no such day as) (?:(?:a|an|its|one|no|the) )?$"
)
_WORD = regex(r" *[A-Za-z]")
# A month led by one of these needs no day, so a number after it may count something.
_MONTH_ALONE = frozenset("in early late mid during since last this next".split())


def no_such_date(document: Document) -> Iterator[Match]:
    """Each day that its month does not have, with the days that it has."""
    for date in document.dates:
        span = _impossible(document, date)
        if span:
            text = document.text[span.start : span.end]
            yield Match(span, {"match": text, "right": _last_day(date), "other": ""})


def _impossible(document: Document, date: Date) -> Span | None:
    if real(_with_year(document, date)) is False:
        plain = document.folded.plain
        spoken_of = _SPOKEN_OF.search(plain, max(0, date.start - 20), date.start)
        return None if spoken_of or _counts_something(plain, date) else Span(date.start, date.end)
    if not date.month or not date.day or date.year:
        return None
    inner = _RANGE.search(document.folded.plain, date.start, date.end)
    if inner and int(inner[1]) < int(inner[2]):
        return Span(date.start, date.end) if _none(date, int(inner[2])) else None
    after = _RANGE_END.match(document.folded.plain, date.end)
    if after and date.day < int(after[1]) <= 31 and _none(date, int(after[1])):
        return Span(date.start, after.end())
    return None


def _with_year(document: Document, date: Date) -> Date:
    """29 February, where no year near that of publication is a leap year, is of that year."""
    published = document.published
    if date.month != 2 or date.day != 29 or date.year or not published:
        return date
    near = range(published.year - 1, published.year + 2)
    return date if any(map(isleap, near)) else date._replace(year=published.year)


def _none(date: Date, day: int) -> bool:
    return real(date._replace(day=day)) is False


def _counts_something(plain: str, date: Date) -> bool:
    """Whether the number after the month counts something: “In June 45 people”."""
    if date.year or date.weekday is not None or not plain[date.end - 1].isdigit():
        return False
    before = plain[max(0, date.start - 8) : date.start].lower().replace("-", " ").split()
    led = bool(before) and before[-1] in _MONTH_ALONE
    return _WORD.match(plain, date.end) is not None and (led or (date.day or 0) > 32)


def _last_day(date: Date) -> str:
    if not date.month or not 1 <= date.month <= 12:
        return "there is no such month"
    if date.month == 2 and not date.year:
        return "February has 28 or 29 days"
    last = monthrange(date.year or 2023, date.month)[1]
    year = f" {date.year}" if date.month == 2 else ""
    return f"{month_name[date.month]}{year} has {last} days"
