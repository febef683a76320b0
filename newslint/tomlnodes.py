"""TOML read into the nodes of ``yamlform``: ``tomllib`` reads the values, a scan of the text finds their places."""

import re
from bisect import bisect_right
from typing import Any

from newslint.finding import Mistake
from newslint.patterns import regex
from newslint.yamlnodes import Mapping, Node, Scalar, Sequence

_BLANK = regex(r"(?:[ \t\n]++|#[^\n]*+)*+")
_STRING = regex(
    r'"""(?:[^\\"]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_BARE_KEY = regex(r"[A-Za-z0-9_-]+")
_SPACES = regex(r"[ \t]*")
_DOT = regex(r"[ \t]*\.[ \t]*")
_EQUALS = regex(r"[ \t]*=[ \t]*")
_BARE_VALUE = regex(r"[^,\]}\n#]+")
_AT = regex(r" *\(at (?:line (\d+), column (\d+)|end of document)\)$")

Way = tuple[str | int, ...]


def read(text: str, path: str, table: tuple[str, ...]) -> tuple[Mapping | None, list[Mistake]]:
    """One table of a TOML text as a mapping with places; None where there is none, or the text is no TOML."""
    import tomllib

    text = text.replace("\r\n", "\n")
    try:
        value: Any = tomllib.loads(text)
        for key in table:
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, dict):
            return None, []
        places = _Places(text)
        node = _node(value, table, places)
    except tomllib.TOMLDecodeError as error:
        return None, [_unread(str(error), text, path)]
    except RecursionError:
        return None, [Mistake(path, None, None, "not read: lists or tables stand too deep in each other")]
    return (node if isinstance(node, Mapping) else None), []


def _unread(message: str, text: str, path: str) -> Mistake:
    place = _AT.search(message)
    said = f"not TOML: {_AT.sub('', message)}"
    if place and place[1]:
        return Mistake(path, int(place[1]), int(place[2]), said)
    lines = text.split("\n")
    return Mistake(path, len(lines), len(lines[-1]) + 1, said)


def _node(value: Any, way: Way, places: "_Places") -> Node:  # noqa: ANN401 - whatever TOML holds
    line, column = places.value(way)
    if isinstance(value, dict):
        pairs = (
            (Scalar(key, *places.key((*way, key)), "quoted"), _node(item, (*way, key), places))
            for key, item in value.items()
        )
        return Mapping(tuple(pairs), line, column)
    if isinstance(value, list):
        return Sequence(tuple(_node(item, (*way, at), places) for at, item in enumerate(value)), line, column)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", line, column)
    return Scalar(str(value), line, column, "quoted" if isinstance(value, str) else "plain")


class _Places:
    """Where the keys and values of a text stand that ``tomllib`` has taken."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._keys: dict[Way, int] = {}
        self._values: dict[Way, int] = {(): 0}
        self._tables: dict[Way, int] = {}
        self._at = 0
        self._scan()

    def key(self, way: Way) -> tuple[int, int]:
        return self._place(self._keys.get(way))

    def value(self, way: Way) -> tuple[int, int]:
        return self._place(self._values.get(way, self._keys.get(way)))

    def _place(self, offset: int | None) -> tuple[int, int]:
        line = bisect_right(self._lines, offset or 0)
        return line, (offset or 0) - self._lines[line - 1] + 1

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return found[0] if found else ""

    def _scan(self) -> None:
        table: Way = ()
        self._match(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._match(_BLANK)

    def _header(self) -> Way:
        """``[a.b]`` or ``[[a.b]]``: the way to the table that follows."""
        start = self._at
        double = self._text.startswith("[[", start)
        self._at += 1 + double
        way: Way = ()
        self._match(_BLANK)
        names = self._names()
        for number, (name, offset) in enumerate(names, 1):
            way += (name,)
            self._keys.setdefault(way, offset)
            if number == len(names) and double:
                self._tables[way] = self._tables.get(way, -1) + 1
            if way in self._tables:
                way += (self._tables[way],)
        self._match(_BLANK)
        self._at += 1 + double
        self._values.setdefault(way, start)
        return way

    def _names(self) -> list[tuple[str, int]]:
        import tomllib

        names = []
        while True:
            self._match(_SPACES)
            start = self._at
            written = self._match(_BARE_KEY) or self._match(_STRING)
            names.append((tomllib.loads(f"{written} = 1").popitem()[0], start))
            if not self._match(_DOT):
                return names

    def _pair(self, table: Way) -> None:
        way = table
        for name, offset in self._names():
            way += (name,)
            self._keys.setdefault(way, offset)
        self._match(_EQUALS)
        self._value(way)

    def _value(self, way: Way) -> None:
        self._values[way] = self._at
        mark = self._text[self._at]
        if mark == "[":
            self._items(way)
        elif mark == "{":
            self._at += 1
            while self._inside("}"):
                self._pair(way)
        elif not self._match(_STRING):
            self._match(_BARE_VALUE)

    def _items(self, way: Way) -> None:
        self._at += 1
        number = 0
        while self._inside("]"):
            self._value((*way, number))
            number += 1

    def _inside(self, end: str) -> bool:
        """Goes past blanks and one comma; whether an item follows, else past the end."""
        self._match(_BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._match(_BLANK)
        if self._text[self._at] == end:
            self._at += 1
            return False
        return True
