"""Where the text that rules see stands in a source with markup: a piecewise map, exact where characters are alike."""

from bisect import bisect_right

from newslint.records import NamedTuple
from newslint.span import Span


class Zone(NamedTuple):
    """From the source offset ``start`` on, a fix that holds one of ``marks`` would be read as markup."""

    start: int
    marks: str


class SourceMap(NamedTuple):
    """Pieces of the text, in order and without gaps; both offsets only ever grow.

    Piece n begins at ``starts[n]`` in the text and stands for ``lows[n]`` up to ``highs[n]`` of the source. It is
    exact (character by character the same) where ``exact[n]``; else all of it stands for all of the source's stretch,
    as a character does for its entity.
    """

    starts: list[int]
    lows: list[int]
    highs: list[int]
    exact: list[bool]
    zones: tuple[Zone, ...] = ()

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
        at = bisect_right(self.lows, offset) - 1
        if at < 0:
            return 0
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


class Writing(NamedTuple):
    """A text in the making: its pieces and, for each, where it begins and the stretch of ``source`` it stands for."""

    source: str
    pieces: list[str]
    map: SourceMap


def writing(source: str, zones: tuple[Zone, ...] = ()) -> Writing:
    return Writing(source, [], SourceMap([], [], [], [], zones))


def length(out: Writing) -> int:
    """Characters written so far."""
    return out.map.starts[-1] + len(out.pieces[-1]) if out.pieces else 0


def copy(out: Writing, low: int, high: int) -> None:
    """Writes a stretch of the source as it is."""
    if low < high:
        _add(out, out.source[low:high], low, high, exact=True)


def put(out: Writing, text: str, low: int, high: int) -> None:
    """Writes other characters for a stretch of the source."""
    if text:
        _add(out, text, low, high, exact=out.source[low:high] == text)


def _add(out: Writing, text: str, low: int, high: int, *, exact: bool) -> None:
    out.map.starts.append(length(out))
    out.pieces.append(text)
    out.map.lows.append(low)
    out.map.highs.append(high)
    out.map.exact.append(exact)
