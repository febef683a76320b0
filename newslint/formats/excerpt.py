"""One line of an article cut to fit a terminal, with the columns that a span takes up in it."""

import unicodedata
from functools import lru_cache

from newslint.formats.escape import escape
from newslint.records import NamedTuple
from newslint.span import Span

_ELLIPSIS = "…"
# How far a cut may move to fall between words, in characters.
_WORD = 16
# Combining marks take no columns: so many characters are looked at for each column, and not a line of them.
_MARKS = 4


class Excerpt(NamedTuple):
    """``text`` as printed; the span begins ``before`` columns into it and is ``width`` columns wide (at least 1)."""

    text: str
    before: int
    width: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Cuts the line to at most ``room`` columns (20 or more) around ``line[start:end]``, which stays in view.

    An ellipsis stands where something was cut off, be it of the span itself where it is too long; white space
    around the line is left out in silence, unless it belongs to the span.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    near, far = max(0, start - room * _MARKS), min(len(line), start + room * _MARKS)
    more_before, more_after, more_span = near > 0, far < len(line), far < end
    line, start, end = line[near:far], start - near, min(end, far) - near
    first = 0 if more_before else start - len(line[:start].lstrip())
    last = len(line) if more_after else max(end, len(line.rstrip()))
    left, shown, right = first, end, last
    if more_before or more_after or _forth(line, first, last, room) < last:
        left, shown, right = _window(line, Span(start, end), Span(first, last), room - 4)
    head = f"{_ELLIPSIS} " if more_before or left > first else ""
    tail = f" {_ELLIPSIS}" if more_after or right < last else ""
    if more_span or shown < end:
        tail = _ELLIPSIS
    text = head + _printed(line[left:right]) + tail
    return Excerpt(text, len(head) + columns(line[left:start]), max(1, columns(line[start:shown])))


def _window(line: str, span: Span, ink: Span, room: int) -> tuple[int, int, int]:
    """Where the excerpt begins, where its view of the span ends, and where it ends itself."""
    start, end = span
    first, last = ink
    shown = _forth(line, start, end, room)
    if shown < end:
        # Some of what leads up to a long span says more than the rest of it.
        right = shown = _forth(line, start, end, room - room // 4)
        left = _back(line, start, first, room - columns(line[start:shown]))
    else:
        room -= columns(line[start:end])
        right = _forth(line, end, last, room - room // 2)
        left = _back(line, start, first, room - columns(line[end:right]))
        right = _forth(line, end, last, room - columns(line[left:start]))
        if right < last:
            blank = line.rfind(" ", max(end, right - _WORD), right + 1)
            right = blank if blank >= 0 else right
    if left > first:
        left = line.find(" ", left - 1, min(start, left + _WORD)) + 1 or left
    while left < start and _cell(line[left])[1] == 0:  # a mark whose letter was cut off
        left += 1
    return left, shown, right


def columns(text: str) -> int:
    """How many terminal columns a text takes up once it is escaped."""
    return sum(_cell(char)[1] for char in text)


def clip(text: str, room: int) -> str:
    """The beginning of a text, escaped, in at most ``room`` columns."""
    if _forth(text, 0, len(text), room) == len(text):
        return _printed(text)
    return _printed(text[: _forth(text, 0, len(text), room - 1)]) + _ELLIPSIS


def _forth(line: str, at: int, last: int, room: int) -> int:
    """How far from ``at`` towards ``last`` the line fits into ``room`` columns."""
    for here in range(at, last):
        room -= _cell(line[here])[1]
        if room < 0:
            return here
    return last


def _back(line: str, at: int, first: int, room: int) -> int:
    """How far back from ``at`` towards ``first`` the line fits into ``room`` columns."""
    for here in range(at, first, -1):
        room -= _cell(line[here - 1])[1]
        if room < 0:
            return here
    return first


def _printed(text: str) -> str:
    return "".join(_cell(char)[0] for char in text)


@lru_cache(maxsize=4096)
def _cell(char: str) -> tuple[str, int]:
    """How a character is printed, and in how many columns: ideographs and emoji take two, combining marks none."""
    if char == "\t":
        return " ", 1
    shown = escape(char)
    if shown != char:
        return shown, len(shown)
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} and char != "\u00ad":
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1
