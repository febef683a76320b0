"""Text that a format keeps in its own escapes, such as HTML in a JSON string: taken out, and put back to its place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newslint.readers.page import article
from newslint.readers.parts import Part, Segment
from newslint.readers.plain import paragraphs
from newslint.readers.scan import Scan
from newslint.readers.vocabulary import Vocabulary
from newslint.records import NamedTuple
from newslint.sourcemap import SourceMap, write
from newslint.span import Span


class Flat(NamedTuple):
    """A text without its escapes, and where each of its characters stands in the file."""

    text: str
    origin: SourceMap


def flat(source: str, segments: Iterable[Segment]) -> Flat:
    origin = SourceMap([], [], [], [])
    return Flat("".join(write(origin, 0, source, segments)), origin)


def whole(region: str, segments: Sequence[Segment]) -> list[Part]:
    """A text as one block of a region; none where it is blank."""
    return [Part(region, segments)] if segments else []


def plain(source: str, segments: Iterable[Segment], region: str = "body") -> list[Part]:
    """The paragraphs of a text, all of one region."""
    inner = flat(source, segments)
    return [
        Part(region, list(_outer(inner, [Segment(block.start, block.end)])))
        for block in paragraphs(inner.text)
        if block.start < block.end
    ]


def marked_up(source: str, segments: Iterable[Segment], vocabulary: Vocabulary, region: str = "body") -> list[Part]:
    """The blocks of a text that is HTML; those that it does not mark get the region."""
    inner = flat(source, segments)
    scan = Scan(inner.text, vocabulary)
    scan.run()
    return [
        Part(
            region if part.region == "body" else part.region,
            list(_outer(inner, part.segments)),
            [(*inner.origin.to_source(Span(low, high)), target) for low, high, target in part.links],
        )
        for part in article(scan.parts, titled=False)
    ]


def opens(source: str, made: Sequence[Part], body: Sequence[Part]) -> bool:
    """Whether a summary is nothing but the beginning of the text."""
    said = [" ".join(flat(source, one.segments).text.split())[:60] for one in (*made[:1], *body[:3])]
    return bool(said) and said[0] in said[1:]


def _outer(inner: Flat, segments: Iterable[Segment]) -> Iterator[Segment]:
    """Stretches of the text as stretches of the file."""
    starts, lows, highs, exact, *_ = inner.origin
    for begins, high, text in segments:
        if text is not None:
            yield Segment(*inner.origin.to_source(Span(begins, high)), text)
            continue
        low, at = begins, max(0, bisect_right(starts, begins) - 1)
        while low < high:
            reach = min(high, starts[at + 1] if at + 1 < len(starts) else len(inner.text))
            if exact[at]:
                first = lows[at] + low - starts[at]
                yield Segment(first, first + reach - low)
            else:
                yield Segment(lows[at], highs[at], inner.text[low:reach])
            low, at = reach, at + 1
