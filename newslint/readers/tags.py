"""The tags, comments and entities of HTML, read in linear time: a search that failed once is not made again."""

from functools import lru_cache

from newslint.patterns import regex
from newslint.readers.parts import Segment
from newslint.records import NamedTuple

TAG = regex(r"</?([a-zA-Z][^\s/>]{0,60})")
_ENTITY = r"&(?:#\d{1,7};?|#[xX][\da-fA-F]{1,6};?|[a-zA-Z][a-zA-Z\d]{1,31};?)"
ENTITY = regex(_ENTITY)
_STOP = regex(r"[>\"']")
_ATTRIBUTE = regex(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?""")
_BLANKS = regex(r"[\t\r\n\f\v]")


class Value(NamedTuple):
    """The value of an attribute and where it stands in the source."""

    text: str
    start: int
    end: int


class Ends:
    """Finds the ends of tags and comments in one source."""

    def __init__(self, source: str, end: int | None = None) -> None:
        self.source = source
        self.end = len(source) if end is None else end
        self._gone: set[str] = set()

    def find(self, mark: str, at: int) -> int:
        """The next place of a mark, or -1; once there is none, nothing further on is searched."""
        if mark in self._gone:
            return -1
        found = self.source.find(mark, at, self.end)
        if found < 0:
            self._gone.add(mark)
        return found

    def tag(self, at: int) -> int:
        """The offset after the ``>`` that ends the tag at an offset; the end of the source where nothing ends it."""
        if "tag" in self._gone:
            return self.end
        at += 1
        while stop := _STOP.search(self.source, at, self.end):
            at = stop.end()
            if stop[0] == ">":
                return at
            closing = self.find(stop[0], at)
            # a quotation mark that nothing closes is a slip
            at = closing + 1 if closing >= 0 else at
        self._gone.add("tag")
        return self.end

    def comment(self, at: int) -> int:
        """The offset after the comment at an offset; one that is never closed ends with its line."""
        closing = self.find("-->", at + 2)
        if closing >= 0:
            return closing + 3
        line = self.find("\n", at)
        return line if line >= 0 else self.end


def attributes(source: str, start: int, end: int) -> dict[str, Value]:
    """The attributes of a tag, their names in lower case, as written."""
    found: dict[str, Value] = {}
    for one in _ATTRIBUTE.finditer(source, start, end):
        for group in (2, 3, 4):
            if one[group] is not None:
                found.setdefault(one[1].lower(), Value(one[group], *one.span(group)))
        found.setdefault(one[1].lower(), Value("", one.end(1), one.end(1)))
    return found


@lru_cache(4096)
def decoded(entity: str) -> str | None:
    """What an entity stands for, on one line; None if it is none."""
    import html
    from html.entities import html5

    if entity[1] != "#" and entity[1:] not in html5:
        return None
    return _BLANKS.sub(" ", html.unescape(entity))


_IN_ATTRIBUTE = regex(rf"{_ENTITY}|[\t\r\n\f]++ *+")


def stretches(source: str, value: Value) -> list[Segment]:
    """The stretches of an attribute's value, its entities read."""
    segments: list[Segment] = []
    at = value.start
    for found in _IN_ATTRIBUTE.finditer(source, value.start, value.end):
        meant = decoded(found[0]) if found[0][0] == "&" else " "
        if meant is not None:
            segments += [Segment(at, found.start())] if at < found.start() else []
            segments += [Segment(*found.span(), meant)] if meant else []
            at = found.end()
    return [*segments, Segment(at, value.end)] if at < value.end else segments
