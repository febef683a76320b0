"""The ``---`` block at the head of an article: what it says of the article, and where the article itself begins.

Only the simple lines of YAML are understood (``key: value``); lists and nested values are passed over. A block in which
a line is neither is no front matter but text between two rules.
"""

import datetime
import re
from collections.abc import Mapping
from contextlib import suppress

from newslint.patterns import regex
from newslint.records import NamedTuple

# Characters within which the block must have ended.
MOST = 32_768
_LINE = regex(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_NO_BREAK = regex(r"[^\r\n]")
_FENCE = regex(r"---[ \t]*+")
_CLOSE = regex(r"(?:---|\.\.\.)[ \t]*+")
_PAIR = regex(r"""(["']?)(\w[\w .-]{0,60})\1[ \t]*+:(?:[ \t]+([^\r\n]*+))?""")
_PASSED_OVER = regex(r"[ \t]*+(?:#[^\r\n]*+)?|[ \t]++[^\r\n]*+|-(?:[ \t][^\r\n]*+)?|[\]}],?[ \t]*+")
_QUOTED = regex(r"""(?:"((?:[^"\\]|\\.)*+)"|'((?:[^']|'')*+)')[ \t]*+(?:#.*)?""")
_NOT_SIMPLE = ("|", ">", "[", "{", "&", "*", "!")
_DAY = regex(r"(\d{4})([-/])(\d\d?)\2(\d\d?)(?!\d)")
# Where both are given, the first that is a day counts: Jekyll's ``published: true`` is none.
_DAYS = ("published", "date")
# The key of what the article asks of newslint.
_OWN = "newslint"


class FrontMatter(NamedTuple):
    """What an article says of itself. ``end``: the offset at which its text begins."""

    meta: Mapping[str, str]
    end: int

    def without(self, text: str) -> str:
        """The text with blanks in its place: of equal length, with its line breaks."""
        return _NO_BREAK.sub(" ", text[: self.end]) + text[self.end :] if self.end else text

    @property
    def published(self) -> datetime.date | None:
        """The day on which the article appears, if it says so."""
        for name in _DAYS:
            if found := _DAY.match(self.meta.get(name, "")):
                with suppress(ValueError):
                    return datetime.date(int(found[1]), int(found[3]), int(found[4]))
        return None


NONE = FrontMatter({}, 0)


def front_matter(text: str) -> FrontMatter:
    """The front matter of a text, or ``NONE``."""
    if not text.startswith("---"):
        return NONE
    meta: dict[str, str] = {}
    asks = False
    for number, line in enumerate(_LINE.finditer(text[:MOST])):
        bare = _bare(line)
        if number == 0:
            if not _FENCE.fullmatch(bare):
                return NONE
        elif _CLOSE.fullmatch(bare):
            return FrontMatter(meta, line.end()) if meta or asks else NONE
        elif pair := _PAIR.fullmatch(bare):
            asks = asks or pair[2] == "newslint"
            value = _value(pair[3] or "")
            if value is not None:
                meta.setdefault(pair[2].strip(), value)
            asks = asks or pair[2] == _OWN
        elif not _PASSED_OVER.fullmatch(bare):
            return NONE
    return NONE


def _bare(line: re.Match[str]) -> str:
    return line[0].rstrip("\r\n")


def _value(written: str) -> str | None:
    """A value as it is meant; None for one that is no simple text."""
    written = written.strip()
    if quoted := _QUOTED.fullmatch(written):
        if quoted[1] is not None:
            return quoted[1].replace('\\"', '"').replace("\\\\", "\\")
        return (quoted[2] or "").replace("''", "'")
    if not written or written.startswith(_NOT_SIMPLE):
        return None
    return re.split(r"[ \t]#", written, maxsplit=1)[0].rstrip()
