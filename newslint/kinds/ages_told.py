"""Ages that are told by a decade, a birthday or the year in which somebody turned so old."""

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.ages import YOUNGEST, aged_figures, ages_beside, with_people
from newslint.kinds.digits import years
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure, found_figure
from newslint.patterns import regex

_DECADE = regex(r", (?:who is )?in (?:his|her|their) (?:early |mid-?|late )?([2-9]0)s\b")
_TURNED = regex(
    r"\bturn(?:ed|s) ([1-9][0-9]) in ((?:19|20)[0-9]{2})\b"
    r"|\bcelebrated (?:his|her) ([1-9][0-9])(?:th|st|nd|rd) birthday in ((?:19|20)[0-9]{2})\b"
)
_BORN_IN = regex(r"\bborn (?:on|in) [a-z0-9 ,]{0,30}?((?:18|19|20)[0-9]{2})\b")
_BORN = regex(
    r"(?:,? who|,| \()?(?: was)? ?born (?:in [a-z][a-z .,'-]{2,40}?,? )?(?:in|on [\w ,.]{4,20}?,? ?)(?: \w+,? ?)?"
    r" ?((?:19|20)[0-9]{2})\b"
)
_YEAR = regex(r"\b(?:19|20)[0-9]{2}\b")
_OF_THEN = regex(r"\b(?:when|then|later|before|after|until|since|ago|by the age|at the time|born)\b")
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
            told = found_figure(decades[who], 1, "age")
            yield (figure, told) if told.start < figure.start else (told, figure)


def ages_and_births(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """An age beside a name in a sentence of some year, and the year of birth given for that person, which disagree."""
    if not years(document):
        return
    born: dict[int, Figure] = {}
    by_start = {figure.start: figure for figure in document.figures if figure.kind in {"year-like", "date"}}
    for person in document.people:
        found = _BORN.match(document.folded.lower, person.end) if person.who >= 0 else None
        if found and found.start(1) in by_start:
            born.setdefault(person.who, by_start[found.start(1)])
    ages = [figure for figure in aged_figures(document) if figure.value >= YOUNGEST] if born else []
    for figure, who in with_people(document, ages):
        sentence = document.sentence(figure.start)
        text = document.folded.lower[sentence.start : sentence.end]
        told = set(_YEAR.findall(text))
        if who not in born or _OF_THEN.search(text) or len(told) > 1:
            continue
        year = int(told.pop()) if told else document.published.year if document.published else 0
        if year and abs(year - born[who].value - figure.value) > 1:
            yield figure, born[who]


def turned_wrong(document: Document) -> Iterator[Pair]:
    """“Turned 93 in 2016”, beside a year of birth that makes it another age."""
    lower = document.folded.lower
    for found in _TURNED.finditer(lower) if "turn" in lower or "birthday in" in lower else ():
        group = 1 if found[1] else 3
        block = document.block(found.start())
        if block is None:
            continue
        start, end = max(block.start, found.start() - _NEAR), min(block.end, found.end() + _NEAR)
        born = _BORN_IN.search(lower, start, end)
        if born and not _ANOTHER.search(lower, start, end):
            age, year = int(found[group]), int(found[group + 1])
            if year - int(born[1]) != age:
                yield found_figure(found, group, "age"), found_figure(born, 1, "age")
