"""The dates and times of an article as printed, also the impossible ones, so that rules can report them."""

import re
from calendar import isleap, monthrange
from calendar import weekday as weekday_of
from collections.abc import Sequence

from newslint.language.labels import MONTHS, NEVER_CUT
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import Folded

_WEEKDAY_FORMS = (
    "monday mon",
    "tuesday tues tue",
    "wednesday weds wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_WEEKDAYS = {form: number for number, forms in enumerate(_WEEKDAY_FORMS) for form in forms.split()}
# "March on Washington", "Theresa May", "Jan Smith": months only beside a day, a year or one of the words below.
_DOUBTFUL = frozenset("may march jan feb mar apr jun jul aug sep sept oct nov dec".split())
_FIRST_NAMES = frozenset("april june august".split())
_LEADS_TO_MONTH = frozenset("in since until till by last past next early late mid a an".split())
_PAPERS = frozenset("Times Telegraph Mirror Herald Mail Express People Post Sun World Business Night".split())

# What may open a date: words with one of these capitals, and digits that are a whole date or an ordinal.
_CANDIDATES = regex(
    r"[FJMASONDTW0-9](?<![^\W_].)(?:(?<=[0-9])(?:"
    r"[0-9]{3}-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})|[0-9]?/(?P<second>[0-9]{1,2})/(?P<year>(?:[0-9]{2}){1,2})|"
    r"[0-9]?(?P<ordinal>st|nd|rd|th))|(?P<name>[A-Za-z]{2,8}))(?![^\W_]|[-/][0-9])"
)
_DAY = r"[0-9]{1,2}(?![0-9A-Za-z%/]|[.,:][0-9])|[0-9]{1,2}(?:st|nd|rd|th)(?![A-Za-z])"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9A-Za-z%]|[.,][0-9])"
_AFTER_MONTH = regex(
    rf"(?: +(?:the +)?(?P<day>{_DAY})(?! *(?:per ?cent|[ap]\.?m\b))(?:[-–][0-9]{{1,2}}(?![0-9]))?)?"
    rf"(?:,? +(?P<year>{_YEAR}))?"
)
_DAY_BEFORE = regex(r"(?<![0-9A-Za-z.,:$£€/-])([0-9]{1,2})(?:st|nd|rd|th)?(?:[-–][0-9]{1,2})?(?: +of)? +$")
_JOIN = regex(r"\.?(?: +(?:morning|afternoon|evening|night))?(?:,? +(?:on +)?(?:the +)?|,? *\()")
_WEEKDAY_BEHIND = regex(r",? +\(|, +(?:which +(?:is|was|falls? +on|fell +on) +)?a +")
_DAY_ALONE = regex(
    r"[.,;:)!?\"'\n]|$| +(?:and|but|when|at|to|with|after|before|for|as|of +(?:this|next|last|the|each))(?![a-z])"
)
_CLOCKS = regex(
    r"[0-9nm](?<![^\W_].)(?<![.,:$£€/-].)(?:(?P<noon>(?<=n)oon)|(?P<midnight>(?<=m)idnight)|(?<=[0-9])"
    r"(?:(?P<hour>[0-9]?)(?:(?P<sep>[:.])(?P<minute>[0-5][0-9]))?|(?P<four>[0-9][0-5][0-9](?= +(?:gmt|utc|bst|cet))))"
    r"(?: *(?P<half>[ap]m|[ap]\.m\.?)|(?P<oclock> +o'clock))?)(?![^\W_]|\.[0-9])(?! *%)"
)
_ZONE = regex(
    r" +\(?(GMT(?:[+-][0-9]{1,2})?|UTC|BST|CES?T|EET|MSK|[ECMP][SD]?T|IST|[JK]ST|AE[SD]T|SGT|"
    r"(?:local|[A-Z][a-z]+(?: +[A-Z][a-z]+)?)(?: +(?:[Ss]tandard|[Dd]aylight|[Ss]ummer))? +[Tt]ime)(?![^\W_])"
)


class Date(NamedTuple):
    """A date as printed, right or wrong. Monday is 0; what is not said is None, or -1 for the weekday's place.

    ``ambiguous``: 3/4/2021 may be March or April; it is read as in America.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekday_start: int = -1
    weekday_end: int = -1
    ambiguous: bool = False


class Clock(NamedTuple):
    """A time of day on the 24-hour clock, with its zone in lower case as printed ("gmt", "moscow time") or ""."""

    start: int
    end: int
    hour: int
    minute: int
    zone: str


def dates(text: Folded, _sentences: Sequence[Span]) -> tuple[Date, ...]:
    """All dates and weekdays of a text in order."""
    plain = text.plain
    found: list[Date] = []
    for candidate in _CANDIDATES.finditer(plain):
        word = candidate[0].lower()
        if not candidate["name"]:
            date = _in_digits(plain, candidate)
        elif word in _WEEKDAYS:
            date = _of_weekday(plain, candidate, _WEEKDAYS[word])
        else:
            date = _of_month(plain, candidate, word) if word in MONTHS else None
        if date is None or (found and date.end <= found[-1].end):
            continue
        if found and date.start < found[-1].end and date.month and not found[-1].month and found[-1].day:
            date = _with_weekday(found.pop(), date)
        elif found and date.start < found[-1].end:
            continue
        if found:
            joined = _joined(plain, found[-1], date)
            if joined is not None:
                found[-1] = joined
                continue
        found.append(date)
    return tuple(date for date in found if _stands(plain, date))


def clocks(text: Folded, _sentences: Sequence[Span]) -> tuple[Clock, ...]:
    """All times of day of a text in order: "15:07 GMT", "3.15pm", "noon"."""
    found = []
    for match in _CLOCKS.finditer(text.lower):
        zone = _ZONE.match(text.plain, match.end())
        time = _time(text.lower, match, zoned=zone is not None)
        if time is not None:
            end = zone.end() if zone else match.end()
            found.append(Clock(match.start(), end, *time, zone[1].lower() if zone else ""))
    return tuple(found)


def real(date: Date) -> bool | None:
    """Whether the day exists; None where too little is said, as with 29 February of an unknown year."""
    if date.month is not None and not 1 <= date.month <= 12:
        return False
    if date.day is None:
        return None
    if date.month is None:
        return None if 1 <= date.day <= 31 else False
    if date.month == 2 and date.day == 29:
        return isleap(date.year) if date.year else None
    return 1 <= date.day <= monthrange(2023, date.month)[1]


def weekday_fits(date: Date, assumed_year: int | None) -> bool | None:
    """Whether the printed weekday is that day's; None where it cannot be known."""
    year = date.year or assumed_year
    if date.weekday is None or date.month is None or date.day is None or not year:
        return None
    if not real(date._replace(year=year)):
        return None
    return weekday_of(year, date.month, date.day) == date.weekday


def _in_digits(plain: str, found: re.Match[str]) -> Date | None:
    start, end = found.span()
    if start and plain[start - 1] in ".,:$£€/-":
        return None
    if found["iso_day"]:
        return Date(start, end, int(plain[start : start + 4]), int(found["iso_month"]), int(found["iso_day"]))
    if found["second"]:
        month, day, year = int(plain[start : plain.index("/", start)]), int(found["second"]), int(found["year"])
        if len(found["year"]) == 2:
            year += 2000 if year < 50 else 1900
        if month > 12:
            month, day = day, month
        return Date(start, end, year, month, day, ambiguous=month <= 12 and day <= 12 and month != day)
    return Date(start, end, day=int(plain[start : found.start("ordinal")]))


def _of_weekday(plain: str, found: re.Match[str], number: int) -> Date | None:
    start, end = found.span()
    if (
        plain[end : end + 1] == " "
        and plain[end + 1 : end + 12].partition(" ")[0].rstrip('.,;:)"').removesuffix("'s") in _PAPERS
    ):
        return None
    return Date(start, end, weekday=number, weekday_start=start, weekday_end=end)


def _of_month(plain: str, found: re.Match[str], word: str) -> Date | None:
    start, end = found.span()
    if len(word) < 5 and word not in NEVER_CUT and plain.startswith(".", end):
        end += 1
    after = _AFTER_MONTH.match(plain, end)
    day, year = (after["day"], after["year"]) if after else (None, None)
    if after is not None and (day or year):
        end = after.end()
    if day is None and (before := _DAY_BEFORE.search(plain, max(0, start - 14), start)):
        day, start = before[1], before.start()
    if day is None and year is None and not _is_month(plain, start, end, word):
        return None
    return Date(start, end, int(year) if year else None, MONTHS[word], int(day.rstrip("stndrh")) if day else None)


def _is_month(plain: str, start: int, end: int, word: str) -> bool:
    """Whether a month's name without day or year means the month."""
    words = plain[max(0, start - 12) : start].lower().replace("mid-", "mid ").split()
    led = bool(words) and words[-1] in _LEADS_TO_MONTH
    if word in _DOUBTFUL:
        return led
    return (
        led
        or word not in _FIRST_NAMES
        or words[-1:] == ["the"]
        or not (plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper())
    )


def _joined(plain: str, first: Date, second: Date) -> Date | None:
    """The weekday and the date it belongs to as one, in either order."""
    between = plain[first.end : second.start] if second.start - first.end < 30 else "\n"
    if first.weekday is not None and first.day is None and second.day and second.weekday is None:
        return _with_weekday(first, second) if _JOIN.fullmatch(between) else None
    if first.day and first.month and first.weekday is None and second.weekday is not None and second.day is None:
        return _with_weekday(second, first) if _WEEKDAY_BEHIND.fullmatch(between) else None
    return None


def _with_weekday(weekday: Date, date: Date) -> Date:
    return date._replace(
        start=min(weekday.start, date.start),
        end=max(weekday.end, date.end),
        weekday=weekday.weekday,
        weekday_start=weekday.weekday_start,
        weekday_end=weekday.weekday_end,
    )


def _stands(plain: str, date: Date) -> bool:
    """Whether what was found is a date by itself: an abbreviated weekday is not, nor "the 9th" before a noun."""
    if date.month is not None or (date.weekday is not None and date.day):
        return True
    if date.weekday is not None:
        return date.end - date.start > 5
    if date.day is None or not 1 <= date.day <= 31:
        return False
    return (
        plain[max(0, date.start - 4) : date.start].lower() == "the " and _DAY_ALONE.match(plain, date.end) is not None
    )


def _time(lower: str, found: re.Match[str], *, zoned: bool) -> tuple[int, int] | None:
    if found["noon"] or found["midnight"]:
        return (12, 0) if found["noon"] else (0, 0)
    if found["four"]:
        hour, minute = int(lower[found.start() : found.start() + 2]), int(found["four"][1:])
    else:
        hour, minute = int(lower[found.start()] + found["hour"]), int(found["minute"] or 0)
        said = found["half"] or found["oclock"] or (found["minute"] and (found["sep"] == ":" or zoned))
        if not said:
            return None
    if found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"][0] == "p" else 0)
    return (hour, minute) if hour <= 24 else None
