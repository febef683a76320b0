"""Ages that are told by a decade, a birthday or the year in which somebody turned so old."""

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.ages import ages_beside
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure
from newslint.patterns import regex

_DECADE = regex(r", (?:who is )?in (?:his|her|their) (?:early |mid-?|late )?([2-9]0)s\b")
_TURNED = regex(
    r"\bturn(?:ed|s) ([1-9][0-9]) in ((?:19|20)[0-9]{2})\b"
    r"|\bcelebrated (?:his|her) ([1-9][0-9])(?:th|st|nd|rd) birthday in ((?:19|20)[0-9]{2})\b"
)
_BORN = regex(r"\bborn (?:on|in) [a-z0-9 ,]{0,30}?((?:18|19|20)[0-9]{2})\b")
_ANOTHER = regex(
    r"\b(?:son|daughter|wife|husband|mother|father|brother|sister|child|children|twins?|grand\w+|when|company|team)\b"
)
# The birth stands so near to the age that tells of it; characters.
_NEAR = 120


def decades_wrong(document: Document) -> Iterator[Pair]:
    """“Weller, in his 40s … Weller, 58”: an age outside the decade that the article gives for the same person."""
    lower = document.folded.lower
    if "0s" not in lower:
        return
    decades: dict[int, re.Match[str]] = {}
    for person in document.people:
        found = _DECADE.match(lower, person.end) if person.who >= 0 and not person.possessive else None
        if found:
            decades.setdefault(person.who, found)
    for figure, who in ages_beside(document) if decades else ():
        decade = int(decades[who][1]) if who in decades else 0
        if decade and not decade <= figure.value < decade + 10:
            told = _figure(decades[who], 1)
            yield (figure, told) if told.start < figure.start else (told, figure)


def turned_wrong(document: Document) -> Iterator[Pair]:
    """“Turned 93 in 2016”, beside a year of birth that makes it another age."""
    lower = document.folded.lower
    for found in _TURNED.finditer(lower) if "turn" in lower or "birthday in" in lower else ():
        group = 1 if found[1] else 3
        block = document.block(found.start())
        if block is None:
            continue
        start, end = max(block.start, found.start() - _NEAR), min(block.end, found.end() + _NEAR)
        born = _BORN.search(lower, start, end)
        if born and not _ANOTHER.search(lower, start, end):
            age, year = int(found[group]), int(found[group + 1])
            if year - int(born[1]) != age:
                yield _figure(found, group), _figure(born, 1)


def _figure(found: re.Match[str], group: int) -> Figure:
    start, end = found.span(group)
    return Figure(start, end, start, end, float(found[group]), 1.0, "age", "", "", "", end, end)
