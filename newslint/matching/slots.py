"""What each slot type of a template stands for in an article: where it may begin, where it then ends, and its value."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date as day_of
from itertools import pairwise
from typing import Any

from newslint.document import Document
from newslint.language.dates import Clock, Date, real
from newslint.language.figures import Figure
from newslint.language.people import Person
from newslint.language.units import is_rest
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import fold_case, whole_word


class Value(NamedTuple):
    """What a slot was filled with.

    ``text`` is the text as printed; ``low`` to ``high`` the range that a printed number stands for (3.5bn is
    anything that rounds to it), None for text; ``key`` is what ``==`` compares, None where that is not certain;
    ``rest`` marks the 4in of "6ft 4in".
    """

    span: Span
    text: str
    key: Any
    number: float | None = None
    half: float = 0.0
    person: Person | None = None
    unit: str = ""
    rest: bool = False


# Longer rows of digits are no figures.
_LONGEST_FIGURE = 15
Bindings = Mapping[str, Value]
# Whether what a rule says of the values of its slots is so.
Condition = Callable[[Bindings], bool]
# Where a slot may end, what the text says there, of which a value is made where a template gets that far, and the rest
# of the ends it may have.
Filled = tuple[int, Any, "Filled | None"]
Index = dict[int, Filled]
Make = Callable[[Document, int, int, Any], Value]

# At most this many words fill one {words}.
MOST_WORDS = 12
_LEAP_YEAR = 4
# Characters; what runs on beyond is no word, and would be read again from each of its hyphens.
LONGEST_WORD = 100
WORD_OR_MARK = regex(r"[\w\u0300-\u036f]+|[^\w\s]")
_WORD = regex(r"\w[\w\u0300-\u036f]*(?:['-]\w[\w\u0300-\u036f]*)*")
_ACRONYM = regex(r"\b[A-Z]{2,6}\b")
# A host begins where no letter of another can stand before it: from each letter of a long word on would be quadratic.
_URL = regex(
    r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|biz|xyz|top|co|io|me|tv|ru|cn)\b"
    r"(?:/[^\s<>\"]*)?"
)
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_AGE = regex(r"\b(?:aged? )?(\d{1,3})(?:[- ]years?[- ]olds?)|\baged (\d{1,3})\b|(?<=, )(\d{1,3})(?=,)")
_WEEKDAY = regex(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr aug sept oct nov dec
    """.split()
)
_DIGITS = regex(r"\d+")
_MONTH = regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)"
)


def index(document: Document, slot: str, argument: str) -> Index:
    """For each offset at which a slot of this type can begin, the ends it may have, the farthest first."""
    return document.passing(("slot", slot, argument), lambda: _index(document, slot, argument))


def places(document: Document, slot: str, argument: str) -> list[int]:
    """The offsets at which a slot of this type can begin, in order."""
    return document.passing(("slot places", slot, argument), lambda: sorted(index(document, slot, argument)))


def twice(document: Document, slot: str, argument: str, *, across: bool) -> list[int]:
    """One offset in each sentence, or paragraph, in which two slots of this type can begin."""
    area_of = document.paragraph if across else document.sentence

    def find() -> list[int]:
        known = places(document, slot, argument)
        return [at for at, after in pairwise(known) if after < area_of(at).end]

    return document.passing(("slot twice", slot, argument, across), find)


def _index(document: Document, slot: str, argument: str) -> Index:
    found: Index = {}
    for start, end, one in _SOURCES[slot][0](document, argument):
        found[start] = _put(end, one, found.get(start))
    return found


def _put(end: int, one: object, others: Filled | None) -> Filled:
    """One more end among others, the farthest first, those alike in the order of their coming."""
    if others is None or end > others[0]:
        return end, one, others
    return *others[:2], _put(end, one, others[2])


def maker(slot: str) -> Make:
    """What makes the value of a slot of this type, given where it begins and ends and what the index has there."""
    return _SOURCES[slot][1]


Source = Iterator[tuple[int, int, Any]]


def text_value(document: Document, start: int, end: int) -> Value:
    """The value of plain text: its folded form is what is compared, blanks as one; digits are also a number."""
    text = document.folded.plain[start:end]
    number = float(text) if text.isdecimal() and len(text) <= _LONGEST_FIGURE else None
    return Value(Span(start, end), text, " ".join(fold_case(text).split()), number)


def _people(document: Document, _: str) -> Source:
    for one in document.people:
        if not one.modifier:
            for start in {one.start, one.name_start}:
                yield start, one.end, one


def _person_value(document: Document, start: int, end: int, one: Person) -> Value:
    key = ("person", one.who) if one.who >= 0 else None
    return Value(Span(start, end), document.folded.plain[start:end], key, person=one)


def _figures(*kinds: str, numeral: bool = False) -> Callable[[Document, str], Source]:
    def source(document: Document, argument: str) -> Source:
        for one in document.figures:
            if one.kind not in kinds or (argument and argument not in (one.unit, one.counted)):
                continue
            start, end = (one.number_start, one.number_end) if numeral else (one.start, one.end)
            yield start, end, one

    return source


def number_value(document: Document, start: int, end: int, figure: Figure) -> Value:
    """A figure with the range its print stands for; noughts at its end stand for at most half a per cent."""
    half = min(figure.step / 2, abs(figure.value) * 0.005) if figure.step > 1 else figure.step / 2
    if figure.step == 1 and figure.value.is_integer():
        half = 0.5
    text = document.folded.plain[start:end]
    rest = figure.kind == "measure" and is_rest(document.folded.lower, figure.start)
    return Value(Span(start, end), text, figure.value, figure.value, half, unit=figure.unit, rest=rest)


def _each(attribute: str) -> Callable[[Document, str], Source]:
    def source(document: Document, argument: str) -> Source:
        for one in getattr(document, attribute):
            if not argument or argument == getattr(one, "kind", argument):
                yield one.start, one.end, one

    return source


def _named_value(document: Document, start: int, end: int, one: Any) -> Value:  # noqa: ANN401 - a place, an office …
    text = document.folded.plain[start:end]
    return Value(Span(start, end), text, one.name if hasattr(one, "name") else fold_case(text))


def _date_value(document: Document, start: int, end: int, one: Date) -> Value:
    """As a number a date is its day, counted from the beginning of the calendar; without its year, of a leap year."""
    value = Value(Span(start, end), document.folded.plain[start:end], (one.year, one.month, one.day, one.weekday))
    if one.day and one.month and real(one) is not False:
        return value._replace(number=float(day_of(one.year or _LEAP_YEAR, one.month, one.day).toordinal()))
    return value


def _clock_value(document: Document, start: int, end: int, one: Clock) -> Value:
    return Value(Span(start, end), document.folded.plain[start:end], (one.hour, one.minute, one.zone))


def _text_value(document: Document, start: int, end: int, _: object) -> Value:
    return text_value(document, start, end)


def _number_value(document: Document, start: int, end: int, _: object) -> Value:
    value = text_value(document, start, end)
    amount = float(re.sub(r"\D", "", value.text))
    return value._replace(key=amount, number=amount)


def _pattern(pattern: re.Pattern[str], words: frozenset[str] = frozenset()) -> Callable[[Document, str], Source]:
    """What an expression finds, which is asked only where one of the ``words`` stands, if any are given."""

    def source(document: Document, _: str) -> Source:
        if words and words.isdisjoint(words_of(document).known):
            return
        for match in pattern.finditer(document.folded.plain):
            yield match.start(), match.end(), None

    return source


def _ages(document: Document, _: str) -> Source:
    """Ages; each begins with its figure or with “age” or “aged” before it."""
    plain = document.folded.plain
    for figure in _DIGITS.finditer(plain):
        start = figure.start()
        begins = (at for at in (start - len("aged "), start - len("age "), start) if at >= 0)
        found = (age for at in begins if (age := _AGE.match(plain, at)))
        if age := next((one for one in found if one.start(one.lastindex or 0) == start), None):
            yield age.start(), age.end(), None


_NUMBERS = "number", "money", "percent", "points", "measure", "fraction", "year-like"
_SOURCES: dict[str, tuple[Callable[[Document, str], Source], Make]] = {
    "person": (_people, _person_value),
    "title": (_each("titles"), _named_value),
    "place": (_each("places"), _named_value),
    "org": (_each("orgs"), _named_value),
    "handle": (_each("handles"), _named_value),
    "number": (_figures(*_NUMBERS, numeral=True), number_value),
    "percent": (_figures("percent"), number_value),
    "money": (_figures("money"), number_value),
    "measure": (_figures("measure"), number_value),
    "date": (_each("dates"), _date_value),
    "weekday": (_pattern(_WEEKDAY, _WEEKDAYS), _text_value),
    "month": (_pattern(_MONTH, _MONTHS), _text_value),
    "time": (_each("clocks"), _clock_value),
    "year": (_pattern(_YEAR), _number_value),
    "age": (_ages, _number_value),
    "quote": (_each("quotations"), _text_value),
    "url": (_pattern(_URL), _text_value),
    "acronym": (_pattern(_ACRONYM), _text_value),
}


def word_ends(document: Document, at: int, limit: int, most: int) -> Iterable[int]:
    """Where one to ``most`` words that begin at ``at`` end, shortest first; commas and full stops may stand between."""
    plain = document.folded.plain
    for _ in range(most):
        match = _WORD.match(plain, at, min(limit, at + LONGEST_WORD))
        if match is None or not whole_word(plain, at, match.end()):
            return
        yield match.end()
        at = match.end()
        if at < limit and plain[at] in ".,":
            at += 1
        blanks = at
        while at < limit and plain[at] == " ":
            at += 1
        # initials such as U.S. run on without a blank
        if at == blanks and (plain[at - 1] != "." or at >= limit):
            return
