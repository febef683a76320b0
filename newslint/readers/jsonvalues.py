"""The texts in a JSON file, and where each stands: json itself keeps no places."""

import re
from collections.abc import Iterator

from newslint.patterns import regex
from newslint.readers import parts
from newslint.readers.parts import Segment
from newslint.records import NamedTuple

# More than any news file has: of values inside each other, and of all.
DEEPEST = 100
MOST = 300_000
# Each is a place of its own to remember.
MOST_ESCAPES = 500_000
_TOKEN = regex(
    r"[ \t\r\n]*+(?:\"((?:[^\"\\]|\\.)*+)\"|([{}\[\],:])|(-?\d[\d.eE+-]{0,40}+|true\b|false\b|null\b))", re.DOTALL
)
_BLANK = regex(r"[ \t\r\n]*+")
_ESCAPE = regex(r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)", re.DOTALL)
_MEANT = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}

Key = str | int


class Value(NamedTuple):
    """A text: the keys that lead to it, and the stretch between its quotation marks."""

    path: tuple[Key, ...]
    start: int
    end: int


class JsonError(ValueError):
    """No JSON, or more than newslint reads; ``offset`` is where that shows."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class _Level:
    """An object or a list that is open: the key or number of what comes next in it."""

    __slots__ = ("key", "listed")

    def __init__(self, *, listed: bool) -> None:
        self.listed = listed
        self.key: Key = 0 if listed else ""


def texts(source: str) -> Iterator[Value]:  # noqa: C901, PLR0912 - one branch a mark
    """All texts of a JSON file, in order; raises JsonError where it is none, after what stands before."""
    if source.count("\\") > MOST_ESCAPES:
        raise JsonError(f"more than {MOST_ESCAPES} escapes", 0)
    levels: list[_Level] = []
    # what may come next: a value, a key, a colon, what ends a value; with "e", an end
    expected, at = "v", 0
    for _ in range(MOST):
        token = _TOKEN.match(source, at)
        if not token:
            blank = _BLANK.match(source, at)
            at = blank.end() if blank else at
            if expected == "" and at == len(source):
                return
            cut = at >= len(source) or source[at] == '"'
            raise JsonError("the file ends in the middle" if cut else "not JSON", min(at, len(source)))
        at = token.end()
        mark = token[2]
        if mark in {"}", "]"}:
            if not levels or levels[-1].listed is not (mark == "]") or "e" not in expected:
                raise JsonError(f"not JSON: no “{mark}” can stand here", at - 1)
            levels.pop()
            expected = "" if not levels else ",e"
        elif mark in {"{", "["} and "v" in expected:
            if len(levels) >= DEEPEST:
                raise JsonError(f"values nested more than {DEEPEST} deep", at - 1)
            levels.append(_Level(listed=mark == "["))
            expected = "ve" if mark == "[" else "ke"
        elif mark == "," and "," in expected:
            expected = "v" if levels[-1].listed else "k"
            if isinstance(levels[-1].key, int):
                levels[-1].key += 1
        elif mark == ":" and ":" in expected:
            expected = "v"
        elif mark is None and "k" in expected and token[1] is not None:
            levels[-1].key = token[1]
            expected = ":"
        elif mark is None and "v" in expected:
            if token[1] is not None:
                yield Value(tuple(level.key for level in levels), *token.span(1))
            expected = ",e" if levels else ""
        else:
            raise JsonError("not JSON", token.start(token.lastindex or 0))
    raise JsonError(f"more than {MOST} values", at)


def unescaped(source: str, start: int, end: int) -> Iterator[Segment]:
    """The stretches of a text between its quotation marks, its escapes read."""
    return parts.unescaped(_ESCAPE.finditer(source, start, end), start, end, _meant)


def _meant(escape: str) -> str:
    if len(escape) == 12:
        high, low = int(escape[2:6], base=16), int(escape[8:], base=16)
        return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    if len(escape) == 6:
        char = chr(int(escape[2:], base=16))  # noqa: FURB166 - no prefix that int knows
        return "\ufffd" if "\ud800" <= char <= "\udfff" else char
    return _MEANT.get(escape[1], escape[1])
