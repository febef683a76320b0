"""Paths and columns as other programs count and write them."""

import re
from collections.abc import Callable, Iterable, Sequence

from newslint.finding import Place
from newslint.patterns import regex
from newslint.records import NamedTuple

# Bytes are counted once for so many characters of a line.
_STEP = 1024
_WEB = regex(r"https?://[\w.~:/?#@!$&*+,;=%-]+", re.ASCII)


class Bytes(NamedTuple):
    """A place with its columns in bytes of UTF-8, from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def relative(path: str) -> str:
    """The path without the ``./`` that names the same file."""
    while path.startswith("./") and path != "./":
        path = path[2:].lstrip("/")
    return path


def web(links: Iterable[str]) -> list[str]:
    """The links that are addresses of pages: a rule pack may come from a stranger, and name what a browser runs."""
    return [link for link in links if _WEB.fullmatch(link)]


def uri(path: str) -> str:
    """The path as a URI reference: relative where it is relative, ``file:`` where it is not."""
    from urllib.parse import quote_from_bytes

    data = relative(path).encode("utf-8", "surrogateescape" if _from_disk(path) else "replace")
    quoted = quote_from_bytes(data, safe="/-._~!$&'()*+,;=@")
    if path.startswith("/"):
        return "file://" + quoted
    # A drive of Windows.
    return f"file:///{path[0]}:{quoted[4:]}" if quoted[1:5] == "%3A/" else quoted


def _from_disk(path: str) -> bool:
    """Whether all its lone surrogates stand for bytes of a file name that is not UTF-8."""
    return not any("\ud800" <= char <= "\udfff" and not "\udc80" <= char <= "\udcff" for char in path)


class Columns:
    """Turns columns in characters into columns in bytes, also where an article is one long line of findings."""

    def __init__(self, context: Callable[[str], Sequence[str]]) -> None:
        self._context = context
        self._steps: dict[tuple[str, int], list[int]] = {}

    def in_bytes(self, path: str, place: Place) -> Bytes | None:
        """The place in bytes, or None where the article's lines are not at hand."""
        lines = self._context(path)
        if not 0 < place.line <= place.end_line <= len(lines):
            return None
        line, column, end_line, end_column = place
        start = self._before(path, line, lines[line - 1], column)
        return Bytes(line, start, end_line, self._before(path, end_line, lines[end_line - 1], end_column))

    def _before(self, path: str, number: int, line: str, column: int) -> int:
        if line.isascii():
            return column
        steps = self._steps.setdefault((path, number), [0])
        wanted = min(column - 1, len(line)) // _STEP
        while len(steps) <= wanted:
            at = (len(steps) - 1) * _STEP
            steps.append(steps[-1] + _bytes(line[at : at + _STEP]))
        beyond = max(0, column - 1 - len(line))
        return steps[wanted] + _bytes(line[wanted * _STEP : column - 1]) + beyond + 1


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
