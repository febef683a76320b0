"""One page for people: the articles as readers see them, findings marked in the text and explained in the margin."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.document import Block, line_starts
from newslint.finding import Finding, Place, Report
from newslint.formats.escape import markup
from newslint.formats.margin import Margin, entry, second
from newslint.formats.marked import Mark, stretch
from newslint.formats.options import Article, Options
from newslint.formats.page import family_classes, foot, head
from newslint.records import NamedTuple
from newslint.span import Span

_ELEMENTS = {"headline": "h3", "heading": "h4"}
# Regions whose line breaks mean something.
_LINED = {"list", "table"}


class _Second(NamedTuple):
    """The place of a note in one article: its finding's number, its own, where it stands."""

    finding: Finding
    number: int
    at: int
    span: Span


_Found = tuple[int, Finding]


def render(report: Report, options: Options) -> Iterator[str]:
    """Yields the page; an article without findings is only named."""
    families = family_classes(report.findings)
    found: dict[str, list[_Found]] = {}
    seconds: dict[str, list[_Second]] = {}
    for number, finding in enumerate(report.findings, 1):
        found.setdefault(finding.path, []).append((number, finding))
        for at, note in enumerate(finding.notes, 1):
            if article := options.article(note.path):
                span = article.in_text(note.span or _span(article.source, note.place))
                seconds.setdefault(note.path, []).append(_Second(finding, number, at, span))
    paths = sorted({*found, *seconds})
    yield from head(report, families)
    yield from _contents(paths, found, options.paths)
    for at, path in enumerate(paths, 1):
        margin = Margin(path, families, options)
        yield f'<article id="a{at}">\n<h2>{markup(path)}</h2>\n'
        yield from _article(margin, found.get(path, []), seconds.get(path, []))
        yield "</article>\n"
    yield from foot(report)


def _contents(paths: Sequence[str], found: dict[str, list[_Found]], every: Sequence[str]) -> Iterator[str]:
    """Yields the list of articles, where there are several."""
    clean = sorted(set(every) - set(paths))
    if len(paths) > 1:
        yield '<nav aria-label="Articles">\n<ul>\n'
        for at, path in enumerate(paths, 1):
            yield f'<li><a href="#a{at}">{markup(path)}</a> <small>{len(found.get(path, ()))}</small></li>\n'
        yield "</ul>\n</nav>\n"
    if clean:
        listed = "".join(f"<li>{markup(path)}</li>\n" for path in clean)
        summary = f"<summary>{len(clean)} without findings</summary>"
        yield f'<details class="clean">{summary}\n<ul>\n{listed}</ul></details>\n'


def _article(margin: Margin, found: Sequence[_Found], seconds: Sequence[_Second]) -> Iterator[str]:
    article = margin.options.article(margin.path)
    if article is None:
        entries = "".join(entry(number, finding, margin, marked=False) for number, finding in found)
        yield '<div class="row">\n<p class="gone">The text is not at hand.</p>\n'
        yield f'<ol class="margin">\n{entries}</ol>\n</div>\n'
        return
    blocks = _blocks(article)
    starts = [block.start for block in blocks]
    marks: list[list[Mark]] = [[] for _ in blocks]
    for mark in _marks(article, margin, found, seconds):
        last = max(mark.span.start, mark.span.end - 1)
        for at in range(_holding(starts, mark.span.start), _holding(starts, last) + 1):
            marks[at].append(mark)
    entries_: list[list[tuple[int, str]]] = [[] for _ in blocks]
    for number, finding in found:
        said = entry(number, finding, margin)
        start = article.in_text(finding.span).start
        entries_[_holding(starts, start)].append((start, said))
    for one in seconds:
        said = second(one.number, one.finding, margin)
        entries_[_holding(starts, one.span.start)].append((one.span.start, said))
    lines = line_starts(article.source)
    for block, marked, beside in zip(blocks, marks, entries_, strict=True):
        line = bisect_right(lines, article.in_source(block.start))
        yield from _row(article.text, block, line, marked, [said for _, said in sorted(beside)])


def _holding(starts: Sequence[int], offset: int) -> int:
    """The number of the block that holds a character, or stands before it."""
    return max(0, bisect_right(starts, offset) - 1)


def _marks(article: Article, margin: Margin, found: Sequence[_Found], seconds: Sequence[_Second]) -> Iterator[Mark]:
    for number, finding in found:
        yield Mark(article.in_text(finding.span), number, f"m{number}", margin.classes(finding))
    for one in seconds:
        yield Mark(one.span, one.number, f"n{one.number}-{one.at}", f"second {margin.classes(one.finding)}")


def _row(text: str, block: Block, line: int, marks: Sequence[Mark], entries: Sequence[str]) -> Iterator[str]:
    """Yields one block of the article and what stands beside it."""
    element = _ELEMENTS.get(block.region, "p")
    yield f'<div class="row">\n<span class="line" aria-hidden="true">{line}</span>\n<{element} class="{block.region}">'
    yield from stretch(text, Span(block.start, block.end), marks, breaks=block.region in _LINED)
    yield f"</{element}>\n"
    if entries:
        yield '<ol class="margin">\n' + "".join(entries) + "</ol>\n"
    yield "</div>\n"


def _blocks(article: Article) -> list[Block]:
    """The blocks of an article, and what stands between them unless it is blank; at least one."""
    blocks: list[Block] = []
    at = 0
    for block in sorted(article.blocks):
        if article.text[at : block.start].strip():
            blocks.append(Block(at, block.start))
        if block.end > max(at, block.start):
            blocks.append(block._replace(start=max(at, block.start)))
            at = block.end
    if article.text[at:].strip() or not blocks:
        blocks.append(Block(at, len(article.text)))
    return blocks


def _span(source: str, place: Place) -> Span:
    """The span of a place, for a note that was made without one."""
    starts = line_starts(source)
    ends = (starts[min(line, len(starts)) - 1] + column - 1 for line, column in (place[:2], place[2:]))
    return Span(*ends)
