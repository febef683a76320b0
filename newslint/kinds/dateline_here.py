"""“Here in” a city that is not the one the report is dated from."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.over_text import TEXT, Beside
from newslint.language.datelines import dateline
from newslint.language.places import Place
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import fold_case

_HERE_IN = regex(r"\bhere in (?:the (?:city|town|village|port|capital) of |downtown |central |suburban )?")


def elsewhere(document: Document) -> Iterator[Beside]:
    """Each city that the paper itself is “here in”, with the dateline, if the one dateline names another city."""
    lines = [
        line
        for block in document.blocks
        if block.region in TEXT and (line := dateline(document.folded, Span(block.start, block.end)))
    ]
    if len(lines) != 1 or not lines[0].place:
        return
    city = lines[0].place.split(",")[0]
    at = document.text.find(city, lines[0].start)
    if at < 0 or fold_case(city) not in document.lexicon.folded("cities"):
        return
    for found in _HERE_IN.finditer(document.folded.lower, lines[0].end):
        here = next(iter(_places(document, found.end())), None)
        if here and here.kind == "city" and here.name != fold_case(city) and not document.quoted(Span(*found.span())):
            yield Beside(Span(here.start, here.end), Span(at, at + len(city)))


def _places(document: Document, start: int) -> tuple[Place, ...]:
    at = bisect_left(document.places, (start,))
    return tuple(one for one in document.places[at : at + 1] if one.start == start)
