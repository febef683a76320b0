"""The day that an article is from: its own date, else the earliest that it can be from by what it says."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document
from newslint.facts import Facts
from newslint.kinds.certainty import by_courtesy
from newslint.kinds.offices import Statement
from newslint.language.dates import real
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

_DATE_LINE = 80
_FIRST_BLOCKS = 6
# A dateline, a byline, a copyright line, and the date in it; the words around it are no sentence.
_PLACE_LINE = regex(
    r"\A\W*(?:(?:[A-Z][A-Z.' -]+|By [A-Z][\w.' -]+|[Pp]osted|[Pp]ublished|[Uu]pdated)(?:,|:| on| at)? *\(?"
    r"|[^\n]{0,40}\()$"
)
_BEHIND_LINE = regex(r"\A\)? *(?:\([\w .]+\))? *(?:[-–—:]|/|\()")
# A year of the past: what leads to it, and what in its sentence speaks of days to come.
_YEAR = regex(
    r"\b(?:in|since|of|from|during|after|early|late|mid|last year's|this year's|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|[0-9]{1,2},) "
    r"((?:19|20)[0-9]{2})\b(?![-/])"
)
_TO_COME = regex(
    r"\b(?:will|would|by|until|till|through|due|plans?|planned|next|goals?|targets?|expected|expects|scheduled|forecasts?|"
    r"projected|could|may|might|should|to be|ahead|proposed|aims?|olympics?|cup|bid|deadline|if|candidates?|future|"
    r"fictional|novel|film|movie|series|set in)\b"
)
_NOT_YET = regex(r"\b(?:if|would|elect|future|later|candidate|nominee|incoming|becomes?)\b")
NEVER = 99999999
# No article is from later.
_LAST_YEAR = 2026


class Bound(NamedTuple):
    """Days between which an article is from, as numbers, as the terms of him have it who has the surname."""

    first: int
    last: int
    surname: str


def number(date: datetime.date) -> int:
    """A day as a number, such as 20211230."""
    return date.year * 10000 + date.month * 100 + date.day


def article_date(document: Document) -> int | None:
    """The article's own date as a number: as given, else that of a dateline or a line that is little more."""
    if document.published:
        return number(document.published)
    for block in document.blocks[:_FIRST_BLOCKS]:
        for date in document.dates:
            inside = block.start <= date.start and date.end <= block.end and date.start - block.start < _DATE_LINE
            if not inside or not (date.year and date.month and date.day) or not real(date) or date.ambiguous:
                continue
            before, behind = document.text[block.start : date.start], document.text[date.end : block.end]
            short = block.end - block.start <= _DATE_LINE and len((before + behind).split()) <= 5
            if short or (_PLACE_LINE.match(before) and _BEHIND_LINE.match(behind)):
                return date.year * 10000 + date.month * 100 + date.day
    return None


def earliest(document: Document, facts: Facts, stated: Sequence[Statement], names: Mapping[int, str]) -> list[Bound]:
    """Days between which an article without a date must be from, by the years and the office-holders it names.

    One for each surname: its latest first day and its earliest last one.
    """
    known: dict[str, Bound] = {}
    for one in (*_by_years(document), *_by_holders(document, facts, stated, names)):
        other = known.get(one.surname, one)
        known[one.surname] = Bound(max(one.first, other.first), min(one.last, other.last), one.surname)
    return list(known.values())


def _by_years(document: Document) -> Iterator[Bound]:
    latest = latest_year(document)
    if latest:
        yield Bound(latest * 10000 + 101, NEVER, "")


def latest_year(document: Document) -> int:
    """The last year that the article tells of as past; 0 where it names none."""
    lower = document.folded.lower
    latest = 0
    for hit in _YEAR.finditer(lower):
        year = int(hit[1])
        if latest < year <= _LAST_YEAR and not _TO_COME.search(lower, *document.sentence(hit.start())):
            latest = year
    return latest


def _by_holders(
    document: Document, facts: Facts, stated: Sequence[Statement], names: Mapping[int, str]
) -> Iterator[Bound]:
    lower = document.folded.lower
    for one in stated:
        quoted = document.quoted(Span(one.start, one.end))
        if one.former or (one.place and not one.offices) or (quoted and one.title != "president"):
            continue
        wanted = {office.name for office in one.offices}
        name = names.get(one.person.who, one.person.surname)
        terms = [
            term
            for person in facts.people(name)
            for office, term in facts.held(person)
            if office.name in wanted or (not wanted and one.title in office.titles)
        ]
        if terms and not _NOT_YET.search(lower, *document.sentence(one.start)):
            # who speaks of a president may do so long after him
            stays = quoted or any(term.open for term in terms) or by_courtesy(one.title, one.place)
            last = NEVER if stays else max(term.end[1] for term in terms)
            yield Bound(min(term.start[0] for term in terms), last, one.person.surname)


def between(found: Sequence[Bound], one: Statement) -> tuple[int, int]:
    """The days between which the article must be from, by what it says of others than the person of a statement."""
    others = [known for known in found if known.surname != one.person.surname]
    first = max((known.first for known in others), default=0)
    last = min((known.last for known in others), default=NEVER)
    return (first, last) if first <= last else (first, NEVER)
