"""From the parts that a reader of marked-up text found to a document with its map."""

import datetime
from collections.abc import Mapping, Sequence

from newslint import comments
from newslint.document import Block, Document, Link
from newslint.lexicon import Lexicon
from newslint.readers.regions import regions
from newslint.records import NamedTuple
from newslint.sourcemap import Zone, copy, length, put, writing


class Segment(NamedTuple):
    """A stretch of the source and the text it stands for; None where it stands for itself."""

    low: int
    high: int
    text: str | None = None


class Part(NamedTuple):
    """A block in the making; ``links``: stretches of the source that lead to an address."""

    region: str
    segments: Sequence[Segment]
    links: Sequence[tuple[int, int, str]] = ()


class Head(NamedTuple):
    """What an article says of itself."""

    meta: Mapping[str, str] = {}
    published: datetime.date | None = None
    front_matter: str = ""


def assemble(  # noqa: PLR0913, PLR0917 - all that a reader found
    path: str, source: str, lexicon: Lexicon, parts: Sequence[Part], zones: tuple[Zone, ...], head: Head
) -> Document:
    """The document; parts of the body get the region that their text shows where the format does not mark it."""
    out = writing(source, zones)
    blocks: list[Block] = []
    reached = 0
    led: list[tuple[int, int, str]] = []
    for part in parts:
        segments = trimmed(source, part.segments)
        led += part.links
        if not segments:
            continue
        if blocks:
            put(out, "\n\n", reached, segments[0].low)
        start = length(out)
        for low, high, text in segments:
            if text is None:
                copy(out, low, high)
            else:
                put(out, text, low, high)
        reached = segments[-1].high
        blocks.append(Block(start, length(out), part.region))
    text = "".join(out.pieces)
    links = [Link(out.map.to_text(low), out.map.to_text(high), target) for low, high, target in led]
    return Document(
        path,
        text,
        lexicon,
        blocks=_with_regions(text, blocks),
        published=head.published,
        source=source,
        comments=comments.find(source),
        front_matter=head.front_matter,
        meta=head.meta,
        origin=out.map,
        links=links,
    )


def trimmed(source: str, segments: Sequence[Segment]) -> list[Segment]:
    """Segments without blanks at both ends, nor blanks that only meet because markup stood between them."""
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
