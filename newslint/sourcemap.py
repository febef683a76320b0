"""Where the text that rules see stands in a source with markup: a piecewise map, exact where characters are alike."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newslint.records import NamedTuple
from newslint.span import Span


class Zone(NamedTuple):
    """From the source offset ``start`` on, a fix that holds one of ``marks`` would be read as markup."""

    start: int
    marks: str


class SourceMap(NamedTuple):
    """Pieces of the text, in order and without gaps.

    Piece n begins at ``starts[n]`` in the text and stands for ``lows[n]`` up to ``highs[n]`` of the source. It is
    exact (character by character the same) where ``exact[n]``; else all of it stands for all of the source's stretch,
    as a character does for its entity. Most often the offsets in the source only ever grow; where the format says
    things in another order than readers see them, ``by_source`` has the pieces in the order of the source.
    """

    starts: list[int]
    lows: list[int]
    highs: list[int]
    exact: list[bool]
    zones: tuple[Zone, ...] = ()
    by_source: "tuple[list[int], list[int]] | None" = None

    def to_source(self, span: Span) -> Span:
        """The stretch of the source from a span's first character to its last."""
        if not self.starts:
            return Span(0, 0)
        first = self._low(span.start)
        if span.end <= span.start:
            return Span(first, first)
        return Span(first, max(first, self._high(span.end - 1)))

    def to_text(self, offset: int) -> int:
        """The offset in the text of what stands at a source offset; for markup, of what follows it."""
        lows, numbers = self.by_source or (self.lows, None)
        at = bisect_right(lows, offset) - 1
        if at < 0:
            return 0
        at = numbers[at] if numbers else at
        end = self.starts[at + 1] if at + 1 < len(self.starts) else self.starts[at] + self.highs[at] - self.lows[at]
        if self.exact[at]:
            return min(self.starts[at] + offset - self.lows[at], end)
        return self.starts[at] if offset < self.highs[at] else end

    def may_hold(self, offset: int, text: str) -> bool:
        """Whether a text can be put at a source offset without being read as markup."""
        at = bisect_right(self.zones, offset, key=lambda zone: zone.start) - 1
        return at < 0 or not set(text) & set(self.zones[at].marks)

    def _low(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return min(self.lows[at] + offset - self.starts[at], self.highs[at]) if self.exact[at] else self.lows[at]

    def _high(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return min(self.lows[at] + offset + 1 - self.starts[at], self.highs[at]) if self.exact[at] else self.highs[at]


def ordered(known: SourceMap) -> SourceMap:
    """The map with its pieces in the order of the source, too; of pieces that speak of one place, the first counts."""
    lows, highs = known.lows, known.highs
    if all(a <= b for a, b in pairwise(lows)):
        return known
    firsts, numbers, reached = list[int](), list[int](), -1
    for number in sorted(range(len(lows)), key=lambda number: lows[number]):
        if lows[number] >= reached:
            firsts.append(lows[number])
            numbers.append(number)
            reached = highs[number]
    return known._replace(by_source=(firsts, numbers))


def write(known: SourceMap, at: int, source: str, stretches: Iterable[tuple[int, int, str | None]]) -> Iterator[str]:
    """Adds stretches of the source from an offset of the text on, each for itself or for another text; yields these."""
    starts, lows, highs, exact = known.starts, known.lows, known.highs, known.exact
    for low, high, said in stretches:
        text = source[low:high] if said is None else said
        if text:
            starts.append(at)
            lows.append(low)
            highs.append(high)
            exact.append(said is None or (high - low == len(said) and source[low:high] == said))
            at += len(text)
            yield text
