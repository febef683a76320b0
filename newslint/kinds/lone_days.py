"""Days of the month that leave the reader asking: of which month, and for which of two events."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.language.labels import MONTHS
from newslint.patterns import regex
from newslint.span import Span

_LONE = regex(
    r"(?<![\w-])(?:on|by|until|till|since|of|early +as) +(?P<day>the +(?:[12]?[0-9]|3[01])(?:st|nd|rd|th))"
    r"(?=[.,;:)!?\"]| +(?:that|and|but|at|in|to|with|after|before|for|when|as|between|by|from|while|because|he|she"
    r"|they|it|the|or)\b| *$)",
    re.IGNORECASE | re.MULTILINE,
)
# What else is numbered so.
_NO_DAY = regex(
    r"\b(?:holes?|par|birdies?|bogeys?|eagle|fairway|tee|putt\w*|laps?|floors?|century|centuries|innings?|minute|stage)\b",
    re.IGNORECASE,
)
_MONTH = regex(r"\b(?:" + "|".join(name.capitalize() for name in MONTHS if len(name) > 2) + r")\b")
_THEN = regex(
    r"\b(?:then|afterwards?|later|followed +by|(?:the|a) +(?:main|second|next|final|subsequent))\b", re.IGNORECASE
)
_SAME = regex(
    r"\b(?:same|also|both|morning|afternoon|noon|hours?|minutes?|a\.?m|p\.?m|night|again|simultaneously)\b",
    re.IGNORECASE,
)


def without_month(document: Document) -> Iterator[Match]:
    """The first “the 8th” of an article that names no month."""
    plain = document.folded.plain
    found = next(iter(_LONE.finditer(plain)), None)
    if found is None or _MONTH.search(plain) or any(date.month for date in document.dates):
        return
    sentence = document.sentence(found.start())
    if _NO_DAY.search(plain, sentence.start, sentence.end):
        return
    span = Span(*found.span("day"))
    yield Match(span, {"match": document.text[span.start : span.end], "other": "", "right": ""})


def given_twice(document: Document) -> Iterator[Match]:
    """A day given to a second event that comes “then”, as if it were another day."""
    plain = document.folded.plain
    days = [date for date in document.dates if date.day]
    for first, second in pairwise(days):
        if first.day != second.day or (first.month or second.month) != (second.month or first.month):
            continue
        between = plain[first.end : second.start]
        apart = second.start - first.end
        if apart > 200 or "\n" in between or not _THEN.search(between) or _SAME.search(between):
            continue
        if _SAME.match(plain, second.end + 1):
            continue
        span, other = Span(second.start, second.end), Span(first.start, first.end)
        texts = [document.text[one.start : one.end] for one in (span, other)]
        note = Note(document.name, other, f"“{texts[1]}” here")
        yield Match(span, {"match": texts[0], "other": texts[1], "right": ""}, (note,))
