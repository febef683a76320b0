"""What stands inside a paragraph of Markdown: which characters are text, which are marks, and what leads where."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newslint.patterns import regex
from newslint.readers.tags import ENTITY, TAG, Ends, decoded
from newslint.records import NamedTuple

# Stands in the scanned text for what is none of the article: comments, shortcodes.
HOLE = "\ue000"
# Stands in the text for inline code.
CODE = "▯"
_TOKEN = regex(rf"(?:</?[a-zA-Z][a-zA-Z\d]{{0,30}}+ ?/?>)++|\\.|`++|\*++|_++|~~|!?\[|\]|<|&|{HOLE}++", re.DOTALL)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_GOES = regex(
    r"\([ \n]{0,9}(?:<([^<>\n]{0,2000}+)>|([^\s()]{0,2000}+(?:\([^\s()]{0,500}+\)[^\s()]{0,500}+){0,9}+))"
    r"(?:[ \n]{1,9}(?:\"[^\"]{0,300}+\"|'[^']{0,300}+'|\([^()]{0,300}+\)))?[ \n]{0,9}\)"
)
_LABEL = regex(r"\[([^\[\]]{0,200}+)\]")
_FOOTNOTE = regex(r"\[\^[^\[\]\s]{1,100}+\]")
_AUTOLINK = regex(r"<((?:[a-zA-Z][\w+.-]{1,30}:|[\w.+-]{1,64}@)[^\s<>]{1,2000}+)>")


class Cut(NamedTuple):
    """Characters that are not text: ``start`` up to ``end``, for which ``text`` stands."""

    start: int
    end: int
    text: str = ""


class Led(NamedTuple):
    """Text that leads to an address, or the description of an image (``image``)."""

    start: int
    end: int
    target: str
    image: bool = False


class Inline(NamedTuple):
    cuts: Sequence[Cut]
    led: Sequence[Led]


def label(text: str) -> str:
    """The label of a reference as it is compared."""
    return " ".join(text.lower().split())


def inline(text: str, references: Mapping[str, str]) -> Inline:  # noqa: C901 - one branch a mark
    """The marks and links in the text of one block."""
    cuts, led = list[Cut](), list[Led]()
    opened: list[tuple[int, bool]] = []
    runs: list[Cut] = []
    ends, ticks = Ends(text), _ticks(text)
    at = 0
    while token := _TOKEN.search(text, at):
        start, at = token.span()
        mark = token[0]
        if mark[0] == "\\":
            cuts += [Cut(start, start + 1)] if mark[1] in _PUNCTUATION or mark[1] == "\n" else []
        elif mark[0] == "`":
            closing = _closing(ticks, len(mark), at)
            if closing >= 0:
                at = closing + len(mark)
                cuts.append(Cut(start, at, CODE))
        elif mark[0] in "*_~":
            runs.append(Cut(start, at))
        elif mark[0] == HOLE:
            cuts.append(Cut(start, at))
        elif mark == "]":
            at = _close(text, start, opened, references, cuts, led)
        elif mark[0] == "<" and len(mark) > 1:
            # a row of tags without attributes
            cuts.append(Cut(start, at, " " if "<br" in mark.lower() else ""))
        elif mark in "<&":
            cut = _tag(text, start, ends) if mark == "<" else _entity(text, start)
            cuts += cut
            at = max(at, cut[-1].end if cut else at)
        elif note := _FOOTNOTE.match(text, start):
            at = note.end()
            cuts.append(Cut(start, at))
        else:
            opened.append((start, mark[0] == "!"))
    cuts += _emphasis(text, runs)
    cuts.sort(key=lambda cut: (cut.start, -cut.end))
    return Inline(cuts, led)


def _ticks(text: str) -> dict[int, list[int]]:
    """Where runs of backticks stand, by their length."""
    found: dict[int, list[int]] = {}
    for run in re.finditer(r"`++", text):
        found.setdefault(run.end() - run.start(), []).append(run.start())
    return found


def _closing(ticks: Mapping[int, Sequence[int]], wide: int, at: int) -> int:
    places = ticks.get(wide, ())
    number = bisect_right(places, at - 1)
    return places[number] if number < len(places) else -1


def _close(  # noqa: PLR0913, PLR0917 - what one bracket may change
    text: str,
    at: int,
    opened: list[tuple[int, bool]],
    references: Mapping[str, str],
    cuts: list[Cut],
    led: list[Led],
) -> int:
    """Reads what follows a ``]``; gives the offset to go on from."""
    if not opened:
        return at + 1
    start, image = opened.pop()
    inside = start + 1 + image
    target, end = "", at + 1
    if goes := _GOES.match(text, at + 1):
        target, end = goes[1] or goes[2] or "", goes.end()
    else:
        named = _LABEL.match(text, at + 1)
        if named and (known := references.get(label(named[1] or text[inside : min(at, inside + 200)]))):
            target, end = known, named.end()
        elif known := references.get(label(text[inside : min(at, inside + 200)])):
            target = known
        else:
            return at + 1
    if image:
        cuts.append(Cut(start, end))
        led.append(Led(inside, at, target, image=True))
    else:
        cuts += (Cut(start, inside), Cut(at, end))
        led.append(Led(inside, at, target))
    return end


def _tag(text: str, start: int, ends: Ends) -> list[Cut]:
    if goes := _AUTOLINK.match(text, start):
        return [Cut(start, start + 1), Cut(goes.end() - 1, goes.end())]
    tag = TAG.match(text, start)
    if not tag:
        return []
    end = ends.tag(start)
    if text[end - 1] != ">":
        return []
    return [Cut(start, end, " " if tag[1].lower() == "br" else "")]


def _entity(text: str, start: int) -> list[Cut]:
    found = ENTITY.match(text, start)
    meant = decoded(found[0]) if found and found[0].endswith(";") else None
    return [Cut(start, found.end(), meant)] if found and meant is not None else []


def _emphasis(text: str, runs: Sequence[Cut]) -> Iterator[Cut]:
    """The marks of emphasis that pair; others are text."""
    waiting: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for start, end, _ in runs:
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        inword = text[start] == "_" and before.isalnum() and after.isalnum()
        opens, closes = not after.isspace() and not inword, not before.isspace() and not inword
        if opens and closes and before in _PUNCTUATION and after.isalnum():
            closes = False
        at, stack = start, waiting[text[start]]
        while closes and stack and at < end:
            first, last = stack[-1]
            size = min(last - first, end - at)
            yield Cut(last - size, last)
            yield Cut(at, at + size)
            at += size
            stack[-1][1] = last - size
            if stack[-1][0] == stack[-1][1]:
                stack.pop()
        if opens and at < end:
            stack.append([at, end])
