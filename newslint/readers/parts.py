"""From the parts that a reader of marked-up text found to a document with its map."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from newslint import comments
from newslint.comments import Comment
from newslint.document import Block, Document, Link
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.readers.regions import regions
from newslint.records import NamedTuple
from newslint.sourcemap import SourceMap, Zone, ordered, write
from newslint.span import Span


class Segment(NamedTuple):
    """A stretch of the source and the text it stands for; None where it stands for itself."""

    low: int
    high: int
    text: str | None = None


def unescaped(escapes: Iterable[re.Match[str]], start: int, end: int, meant: Callable[[str], str]) -> Iterator[Segment]:
    """The stretches of a source between two offsets; each escape found there stands for what is ``meant`` by it."""
    for found in escapes:
        if start < found.start():
            yield Segment(start, found.start())
        yield Segment(*found.span(), meant(found[0]))
        start = found.end()
    if start < end:
        yield Segment(start, end)


class Part(NamedTuple):
    """A block in the making; ``links``: stretches of the source that lead to an address."""

    region: str
    segments: Sequence[Segment]
    links: Sequence[tuple[int, int, str]] = ()


class Reading(NamedTuple):
    """The articles in a file, and what of it could not be read."""

    documents: tuple[Document, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


class Inside(NamedTuple):
    """The place of an article in a file that holds other things, too, and is not rewritten."""

    extent: Span
    number: int = 0
    aside: bool = False


class Head(NamedTuple):
    """What an article says of itself."""

    meta: Mapping[str, str] = {}
    published: datetime.date | None = None
    front_matter: str = ""


def assemble(  # noqa: PLR0913, PLR0917 - all that a reader found
    path: str,
    source: str,
    lexicon: Lexicon,
    parts: Sequence[Part],
    zones: tuple[Zone, ...],
    head: Head,
    inside: Inside | None = None,
) -> Document:
    """The document; parts of the body get the region that their text shows where the format does not mark it."""
    origin = SourceMap([], [], [], [], zones)
    blocks: list[Block] = []
    pieces: list[str] = []
    reached = at = 0
    cut = [(part, trimmed(source, part.segments)) for part in parts]
    lows = [segments[0].low for _, segments in cut if segments]
    # where blocks stand in another order in the source, what lies between two of them may be a third
    straight = all(a <= b for a, b in pairwise(lows))
    led: list[tuple[int, int, str]] = []
    for part, segments in cut:
        led += part.links
        if not segments:
            continue
        if blocks:
            between = Segment(reached if straight else segments[0].low, segments[0].low, "\n\n")
            pieces += write(origin, at, source, (between,))
            at += 2
        said = list(write(origin, at, source, segments))
        pieces += said
        start, at = at, at + sum(map(len, said))
        reached = segments[-1].high
        blocks.append(Block(start, at, part.region))
    text = "".join(pieces)
    origin = ordered(origin)
    links = [Link(origin.to_text(low), origin.to_text(high), target) for low, high, target in led]
    return Document(
        path,
        text,
        lexicon,
        blocks=_with_regions(text, blocks),
        published=head.published,
        source=source,
        comments=comments.find(source) if inside is None else _comments(source, inside.extent),
        front_matter=head.front_matter,
        meta=head.meta,
        origin=origin,
        links=links,
        number=inside.number if inside else 0,
        aside=inside.aside if inside else False,
        fixable=inside is None,
    )


def _comments(source: str, extent: Span) -> list[Comment]:
    found = comments.find(source[extent.start : extent.end])
    return [one._replace(start=one.start + extent.start, end=one.end + extent.start) for one in found]


def trimmed(source: str, segments: Sequence[Segment]) -> list[Segment]:
    """Segments without blanks at both ends, nor blanks that only meet because markup stood between them."""
    if len(segments) == 1 and segments[0].text is None:
        low, high, _ = segments[0]
        said = source[low:high]
        bare = said.strip()
        low += len(said) - len(said.lstrip()) if bare != said else 0
        return [Segment(low, low + len(bare))] if bare else []
    kept: list[Segment] = []
    reached, blank = -1, True
    for one in segments:
        said = source[one.low : one.high] if one.text is None else one.text
        first = one
        if blank and one.low != reached and said[:1].isspace():
            said = said.lstrip()
            first = Segment(one.high - len(said), one.high) if one.text is None else one._replace(text=said)
        reached = one.high
        if said:
            kept.append(first)
            blank = said[-1].isspace()
    while kept:
        low, high, text = kept.pop()
        said = (source[low:high] if text is None else text).rstrip()
        if said:
            kept.append(Segment(low, low + len(said) if text is None else high, None if text is None else said))
            break
    return kept


def _with_regions(text: str, blocks: Sequence[Block]) -> list[Block]:
    seen = regions([text[block.start : block.end].strip() or "-" for block in blocks])
    headed = any(block.region == "headline" for block in blocks)
    return [
        block._replace(region=region) if block.region == "body" and not (headed and region == "headline") else block
        for block, region in zip(blocks, seen, strict=True)
    ]
