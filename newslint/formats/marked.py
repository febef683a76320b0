"""A stretch of an article as HTML, with the places of findings marked in it, also where they overlap."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.formats.escape import UNSAFE, escape, quoted
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

_BREAK = regex(r"\r\n?|\n")
# More marks than this on one character say no more, and would make the page quadratic.
_DEEPEST = 6


class Mark(NamedTuple):
    """A place to mark: ``name`` is its own id, ``number`` its finding's, ``classes`` its severity and family."""

    span: Span
    number: int
    name: str
    classes: str


def text(plain: str, *, breaks: bool = False) -> str:
    """Text as a reader sees it, controls spelled out; a line break is a blank unless ``breaks`` are kept."""
    return UNSAFE.sub(_seen, quoted(_BREAK.sub("\n" if breaks else " ", plain)))


def _seen(unsafe: re.Match[str]) -> str:
    return unsafe[0] if unsafe[0] in "\t\n" else f'<span class="control">{escape(unsafe[0])}</span>'


def stretch(article: str, span: Span, marks: Iterable[Mark], *, breaks: bool = False) -> Iterator[str]:
    """Yields ``article[span]`` with the marks that touch it; a mark that goes on before or after is cut to it."""
    edges = {span.start, span.end}
    starting: dict[int, list[Mark]] = {}
    ending: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.number)):
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        edges |= {start, end}
        starting.setdefault(start, []).append(mark)
        if span.start <= mark.span.end <= span.end:
            ending.setdefault(end, []).append(mark)
    places = sorted(edges)
    active: list[Mark] = []
    for start, end in zip(places, [*places[1:], span.end], strict=True):
        active = [mark for mark in active if mark.span.end > start]
        yield from (_number(mark) for mark in ending.get(start, ()) if mark.span.start < start)
        new = starting.get(start, [])
        for mark in new:
            if mark.span.end == mark.span.start:
                yield f'<mark class="empty {mark.classes}" id="{mark.name}"></mark>{_number(mark)}'
            elif len(active) < _DEEPEST:
                active.append(mark)
            elif mark.span.start == start:
                yield f'<span id="{mark.name}"></span>'
        if end > start:
            yield _nested(text(article[start:end], breaks=breaks), active, start)


def _nested(inside: str, active: Sequence[Mark], start: int) -> str:
    names = (f' id="{mark.name}"' if mark.span.start == start else "" for mark in active)
    opened = "".join(f'<mark class="{mark.classes}"{name}>' for mark, name in zip(active, names, strict=True))
    return opened + inside + "</mark>" * len(active)


def _number(mark: Mark) -> str:
    return f'<a class="number {mark.classes}" href="#f{mark.number}">{mark.number}</a>'
