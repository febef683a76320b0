"""Weekdays that do not fit their dates."""

from calendar import day_abbr, day_name, monthrange, weekday
from collections.abc import Iterator
from datetime import date as day_of

from newslint.document import Document
from newslint.finding import Fix, Match, Note
from newslint.language.dates import Date, real, weekday_fits
from newslint.patterns import regex
from newslint.span import Span

# Before this the calendars differed.
_FIRST_YEAR = 1753
# Days: a date without a year, this near to the day of publication or to a full date, is of the nearest year.
_NEAR = 31
_MOST_DAYS = 12
# Days: two dates without a year, this near to each other, are of one year.
_ONE_SEASON = 62
# Weekdays come round in the same order after so many years.
_CYCLE = range(2000, 2028)
_OTHER_YEAR = regex(
    r"\b(?:(?:last|next|previous|following|that) +year|years? +(?:ago|later|before|earlier)|(?:1[89]|20)\d\d)\b"
)


def misfits(document: Document) -> Iterator[Match]:
    """Each date whose weekday is another day's; without a year, only where no year that may be meant makes it right."""
    bare: list[Date] = []
    for date in document.dates:
        if date.weekday is None or not date.month or not date.day or date.ambiguous:
            continue
        if date.year is None:
            bare.append(date)
        elif date.year >= _FIRST_YEAR and weekday_fits(date, None) is False:
            yield _misfit(document, date, date.year)
    bare = [date for date in bare if real(date) and not _of_another_year(document, date)]
    settled = _years(document)
    if not settled:
        yield from _at_odds(document, bare)
    days = _sure_days(document) if settled else []
    for date in bare if settled else ():
        years = _candidates(date, settled, days)
        if not any(weekday_fits(date, year) for year in years):
            yield _misfit(document, date, years[0] if document.published or len(years) == 1 else None)


def _misfit(document: Document, date: Date, year: int | None, notes: tuple[Note, ...] = ()) -> Match:
    span = whole(document, Span(date.start, date.end))
    text = document.text[span.start : span.end]
    values = {"match": text, "right": "another day", "other": ""}
    if year is None or date.month is None or date.day is None or date.weekday is None:
        return Match(span, values, notes)
    right = weekday(year, date.month, date.day)
    printed = document.text[date.weekday_start : date.weekday_end]
    name = day_name[right] if printed.lower() == day_name[date.weekday].lower() else day_abbr[right]
    name = name.upper() if printed.isupper() else name
    fixed = text[: date.weekday_start - span.start] + name + text[date.weekday_end - span.start :]
    return Match(span, {**values, "right": f"a {day_name[right]}", "other": str(year)}, notes, Fix(fixed, safe=False))


def whole(document: Document, span: Span) -> Span:
    """The span with the bracket that it opened."""
    text = document.text[span.start : span.end]
    opened = text.count("(") > text.count(")") and document.text.startswith(")", span.end)
    return Span(span.start, span.end + opened)


def _years(document: Document) -> tuple[int, ...]:
    """The years that a date without one may be of, likeliest first: by the publication, else by other dates."""
    if document.published:
        year = document.published.year
        return year, year - 1, year + 1
    full = _full(document)
    years = {date.year for date in full if date.year}
    sure = len(full) > 1 or any(weekday_fits(date, None) for date in full)
    if not sure or max(years) - min(years) > 1:
        return ()
    return tuple(sorted({year + step for year in years for step in (-1, 0, 1)}))


def _full(document: Document) -> list[Date]:
    return [date for date in document.dates if date.year and date.day and date.year >= _FIRST_YEAR and real(date)]


def _sure_days(document: Document) -> list[day_of]:
    """The day of publication, else the days that the article gives with year and right weekday."""
    if document.published:
        return [document.published]
    sure = [date for date in _full(document) if weekday_fits(date, None)]
    return sorted({day_of(date.year or 1, date.month or 1, date.day or 1) for date in sure})[:_MOST_DAYS]


def _candidates(date: Date, settled: tuple[int, ...], days: list[day_of]) -> tuple[int, ...]:
    """Of the years those that the date may be of; near a day that is sure, one."""
    for year in settled if date.month and date.day else ():
        if real(date._replace(year=year)) and date.month and date.day:
            day = day_of(year, date.month, date.day)
            if any(abs((day - sure).days) <= _NEAR for sure in days):
                return (year,)
    return settled


def _of_another_year(document: Document, date: Date) -> bool:
    """Whether the sentence speaks of a year of its own."""
    sentence = document.sentence(date.start)
    return _OTHER_YEAR.search(document.folded.lower, sentence.start, sentence.end) is not None


def _at_odds(document: Document, bare: list[Date]) -> Iterator[Match]:
    """Dates of one season, without years, whose weekdays no year makes right together: the fewer, else the later."""
    by_day: dict[tuple[int | None, ...], list[Date]] = {}
    for date in bare:
        by_day.setdefault((date.month, date.day, date.weekday), []).append(date)
    by_years: dict[frozenset[int], list[Date]] = {}
    for same in by_day.values():
        by_years.setdefault(frozenset(year for year in _CYCLE if weekday_fits(same[0], year)), []).extend(same)
    if len(by_years) < 2:
        return
    main = max(by_years, key=lambda years: (len(by_years[years]), -by_years[years][0].start))
    first = by_years[main][0]
    note = Note(document.name, Span(first.start, first.end), f"“{document.text[first.start : first.end]}” here")
    for years, dates in by_years.items():
        for date in dates if not years & main else ():
            if _days_apart(date, first) <= _ONE_SEASON:
                yield _misfit(document, date, _settling(date, main), (note,))


def _settling(date: Date, years: frozenset[int]) -> int | None:
    """One of the years if the date has the same weekday in all of them."""
    days = {weekday(year, date.month or 1, date.day or 1) for year in years if real(date._replace(year=year))}
    return min(years) if len(days) == 1 and real(date._replace(year=min(years))) else None


def _days_apart(one: Date, other: Date) -> int:
    """Days between two dates of one year; 29 February counts as 1 March."""
    first, second = (
        sum(monthrange(2023, month)[1] for month in range(1, date.month or 1)) + (date.day or 1)
        for date in (one, other)
    )
    return abs(first - second)
