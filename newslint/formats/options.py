"""What a format is told besides the report: everything it would otherwise have to ask the terminal or the disk."""

from collections.abc import Callable, Collection, Mapping, Sequence

from newslint.document import Block, line_starts
from newslint.records import NamedTuple
from newslint.sourcemap import SourceMap, ordered
from newslint.span import Span

# Stands between two articles of one file where they are shown as one.
_BETWEEN = "\n\n"


class About(NamedTuple):
    """What a rule says of itself, for the formats that explain their findings."""

    severity: str
    why: str
    links: tuple[str, ...] = ()


class Article(NamedTuple):
    """An article as it was read. Blocks are spans of ``text``; findings stand in the file, whose text is ``source``.

    ``origin`` maps the one to the other where there is markup; else both are one.
    """

    text: str
    blocks: tuple[Block, ...]
    source: str
    origin: SourceMap | None = None

    def in_text(self, span: Span) -> Span:
        """Where a span of the file stands in the text; within the text, whatever the span says."""
        start, end = span
        if self.origin:
            start, end = self.origin.to_text(start), self.origin.to_text(end)
        start = min(max(0, start), len(self.text))
        return Span(start, min(max(start, end), len(self.text)))

    def in_source(self, offset: int) -> int:
        """Where a character of the text stands in the file."""
        return self.origin.to_source(Span(offset, offset)).start if self.origin else offset

    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        starts = line_starts(self.source)
        ends = [*starts[1:], len(self.source)]
        return [self.source[a:b].rstrip("\r\n") for a, b in zip(starts, ends, strict=True)]


def joined(articles: Sequence[Article]) -> Article:
    """The articles of one file as one, in their order."""
    if len(articles) == 1:
        return articles[0]
    known = SourceMap([], [], [], [])
    blocks: list[Block] = []
    texts: list[str] = []
    at = 0
    for one in articles:
        origin = one.origin or SourceMap([0], [0], [len(one.text)], [True])
        known.starts.extend(at + start for start in origin.starts)
        known.lows.extend(origin.lows)
        known.highs.extend(origin.highs)
        known.exact.extend(origin.exact)
        blocks += (block._replace(start=at + block.start, end=at + block.end) for block in one.blocks)
        texts.append(one.text)
        at += len(one.text) + len(_BETWEEN)
        # what stands between two articles stands nowhere in the file
        end = origin.highs[-1] if origin.highs else 0
        known.starts.append(at - len(_BETWEEN))
        known.lows.append(end)
        known.highs.append(end)
        known.exact.append(False)
    return Article(_BETWEEN.join(texts), tuple(blocks), articles[0].source, ordered(known))


class Options(NamedTuple):
    """How to print. ``width`` is in terminal columns, 0 for no limit.

    ``context`` gives an article's lines, without their line ends, by its path as the report has it;
    an empty sequence where the lines are not at hand. ``article`` gives its text, or None.
    ``paths``: all articles that were read, those without findings too. ``rules``: the rules in force, by id.
    ``failing``: the severities that make the run fail.
    """

    colour: bool = False
    show_all: bool = False
    width: int = 0
    context: Callable[[str], Sequence[str]] = lambda _path: ()
    article: Callable[[str], Article | None] = lambda _path: None
    paths: Sequence[str] = ()
    rules: Mapping[str, About] = {}
    failing: Collection[str] = ("error", "warning")
