"""Numbers over the text that are part of a name or an age at death, and that the text gives otherwise."""

import re
from collections.abc import Iterable, Iterator

from newslint.document import Block, Document
from newslint.kinds.over_text import Beside, body
from newslint.kinds.printed_digits import differ_in_one, swapped
from newslint.language.labels import MONTH_NAMES
from newslint.language.numerals import worth
from newslint.patterns import regex
from newslint.span import Span

_MONTH = f"(?:{MONTH_NAMES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
# “Flight 270”, “737 Max”, “No. 17 post”: a number and the name beside it; years are no names.
_YEAR = r"(?!(?:19|20)[0-9]{2}\b)"
_NUMBER = rf"{_YEAR}(?P<number>[1-9][0-9]{{1,4}})(?![\w%]|[.,:/–-][0-9]|-year)"
_NAMED = regex(
    rf"(?:\b(?!{_MONTH}\b)(?P<before>[A-Z][a-zA-Z]{{2,}}|No\.) |(?<![\w$£€.,:/–-])){_NUMBER}"
    rf"(?: (?!{_MONTH}\b)(?P<behind>[A-Z][a-zA-Z]{{2,}}))?"
)
_DIES = regex(
    r"\b(?:[Dd]ies|[Dd]ead|[Dd]ied|[Pp]asses away|DIES|DEAD)(?: [\w'.]+){0,4}? (?:at|aged)(?: age| the age of)?"
    r" (?P<age>[1-9][0-9]{1,2})(?![\w%,.:-]\w)"
)
_DIED = regex(
    r"\b(?:died|dies|dead|death|passed away|passing)\b[^.\n]{0,140}?\b(?:aged|at (?:the )?age(?: of)?|at)"
    r" (?P<age>[1-9][0-9]{1,2})(?= *(?:[.,;)]|\n|$| (?:on|in|after|following|from|at)\b))"
    r"|\b(?:he|she) was (?P<was>[1-9][0-9]{1,2})(?= *[.,;])"
)
_AGED = regex(r"\b(?:aged?(?: of)?|, |\(|was|is|turned|at) ?([1-9][0-9]{1,2})\b|\b([1-9][0-9]{1,2})[ -]years?[ -]old")
_QUAKE = regex(
    r"\b[Mm]agnitude(?:[ -]of)?[ -](?P<first>[1-9]\.[0-9])\b|(?<![\w.])(?P<behind>[1-9]\.[0-9])[ -][Mm]agnitude\b"
)
_PARENT = regex(
    r"\b(?:mother|father|mum|mom|dad|parents?)[ -]of[ -](two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-9])\b"
)
# The death is told so far into the text; characters.
_SOON = 1500


def missing(document: Document, blocks: Iterable[Block]) -> Iterator[Beside]:
    """Each such number over the text, with the one that the text has."""
    for block in blocks:
        if block.region == "headline":
            yield from _names(document, block)
            yield from _deaths(document, block)
            yield from _quakes(document, block)
            yield from _parents(document, block)


def _names(document: Document, block: Block) -> Iterator[Beside]:
    found = list(_NAMED.finditer(document.folded.plain, block.start, block.end))
    if len(found) != 1 or not (found[0]["before"] or found[0]["behind"]):
        return  # two of them are a score
    one, number = found[0], found[0]["number"]
    if _places(document, rf"(?<![\w.,]){number}(?!\w|[.,][0-9])"):
        return
    here = "([1-9][0-9]{1,4})"
    before = rf"\b{re.escape(one['before'])}(?: [A-Z][a-z]+)? {here}\b" if one["before"] else None
    behind = rf"\b{here} {re.escape(one['behind'])}\b" if one["behind"] else None
    others = [place for beside in (before, behind) if beside for place in _places(document, beside)]
    near = [place for place in others if _one_digit_off(place[1], number)]
    if len({place[1] for place in near}) == 1:
        yield Beside(Span(*one.span("number")), Span(*near[0].span(1)))


def _one_digit_off(one: str, other: str) -> bool:
    return len(one) == len(other) and (differ_in_one(one, other) or swapped(one, other))


def _deaths(document: Document, block: Block) -> Iterator[Beside]:
    one = _DIES.search(document.folded.plain, block.start, block.end)
    start = next((span.start for span in body(document)), None) if one else None
    if one is None or start is None:
        return
    lower = document.folded.lower
    told = list(_DIED.finditer(lower, start, start + _SOON))
    ages = {other["age"] or other["was"] for other in told}
    every = {age for found in _AGED.finditer(lower, start) for age in found.groups() if age}
    if len(ages) == 1 and one["age"] not in every:
        group = "age" if told[0]["age"] else "was"
        yield Beside(Span(*one.span("age")), Span(*told[0].span(group)))


def _quakes(document: Document, block: Block) -> Iterator[Beside]:
    plain = document.folded.plain
    one = _QUAKE.search(plain, block.start, block.end)
    told = [found for span in body(document) for found in _QUAKE.finditer(plain, *span)] if one else []
    if one and told and all(found[found.lastgroup or 0] != one[one.lastgroup or 0] for found in told):
        yield Beside(Span(*one.span(one.lastgroup or 0)), Span(*told[0].span(told[0].lastgroup or 0)))


def _parents(document: Document, block: Block) -> Iterator[Beside]:
    """“Mother of four”, where the text has a mother of three."""
    lower = document.folded.lower
    one = _PARENT.search(lower, block.start, block.end)
    told = [found for span in body(document) for found in _PARENT.finditer(lower, *span)] if one else []
    worths = {worth(found[1]) for found in told}
    if one and len(worths) == 1 and worth(one[1]) not in worths:
        yield Beside(Span(*one.span(1)), Span(*told[0].span(1)))


def _places(document: Document, expression: str) -> list[re.Match[str]]:
    pattern = regex(expression)
    return [one for span in body(document) for one in pattern.finditer(document.folded.plain, span.start, span.end)]
