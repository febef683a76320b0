"""Days and scores over the text that the text gives otherwise: “26 March” over an article about 16 March."""

from collections.abc import Iterable, Iterator

from newslint.document import Block, Document
from newslint.kinds.headline_leads import opening
from newslint.kinds.over_text import TEXT, Beside
from newslint.language.dates import Date
from newslint.patterns import regex
from newslint.span import Span

_SCORE = regex(r"(?<![\w$£€.,:/–-])(?P<left>[0-9]{1,3})[-–](?P<right>[0-9]{1,3})(?![\w%:/–-]|[.,][0-9]| ?(?:per|%))")
# What stands before two numbers that are no score.
_NO_SCORE = regex(r"(?:\b(?:aged?|ages|years?|season|covid|no|section|chapter|article|from|between)\.? +)\Z")

# More scores than this are the course of a match or a table of results.
_MOST_SCORES = 2


def missing(document: Document, blocks: Iterable[Block]) -> Iterator[Beside]:
    """Each day and score over the text that the text does not have, where it has another of the same kind."""
    wanted = tuple(blocks)
    yield from _days(document, wanted)
    yield from _scores(document, wanted)


def _days(document: Document, blocks: tuple[Block, ...]) -> Iterator[Beside]:
    dates = [one for one in document.dates if one.month and one.day and not one.ambiguous]
    # a caption tells of the day on which its picture was taken
    headlines = [block for block in blocks if block.region == "headline"]
    over = [
        one for one in dates if one.year is None and any(block.start <= one.start < block.end for block in headlines)
    ]
    known = [one for one in dates if over and _region(document, one.start) in TEXT]
    for one in over:
        if not any(_same(one, other) for other in known):
            alike = [other for other in known if other.month == one.month]
            soon = opening(document) if alike else ()
            first = [other for other in alike if any(span.start <= other.start < span.end for span in soon)]
            alike = first or alike
            if len({other.day for other in alike}) == 1:
                yield Beside(Span(one.start, one.end), Span(alike[0].start, alike[0].end))


def _same(one: Date, other: Date) -> bool:
    return (one.month, one.day) == (other.month, other.day)


def _scores(document: Document, blocks: tuple[Block, ...]) -> Iterator[Beside]:
    lower = document.folded.lower
    over = [one for block in blocks for one in _SCORE.finditer(lower, block.start, block.end)]
    if not over:
        return
    known = [one for one in _SCORE.finditer(lower) if _region(document, one.start()) in TEXT]
    for one in over:
        pairs = [(other, (int(other["left"]), int(other["right"]))) for other in known]
        mine = int(one["left"]), int(one["right"])
        if _NO_SCORE.search(lower, max(0, one.start() - 16), one.start()) or any(
            pair in {mine, mine[::-1]} for _, pair in pairs
        ):
            continue
        near = [other for other, pair in pairs if mine[0] in pair or mine[1] in pair]
        if len({other[0] for other in near}) == 1 and len({pair for _, pair in pairs}) <= _MOST_SCORES:
            yield Beside(Span(*one.span()), Span(*near[0].span()))


def _region(document: Document, at: int) -> str:
    block = document.block(at)
    return block.region if block else ""
