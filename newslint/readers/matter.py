"""Front matter as an article's own words: title, standfirst, byline and captions, each where it stands in the file."""

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from newslint.patterns import regex
from newslint.readers.front_matter import MOST, front_matter
from newslint.readers.parts import Head, Part, Segment, unescaped
from newslint.records import NamedTuple

REGIONS = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(("subtitle", "standfirst", "dek", "deck", "subheadline", "subhead"), "standfirst"),
    **dict.fromkeys(("byline", "author"), "byline"),
    **dict.fromkeys(("caption", "credit", "image_caption", "image_credit", "image-caption", "image-credit"), "caption"),
}
_DAYS = ("published", "date", "datepublished", "updated", "lastmod")
_YAML = regex(r"^([ \t]*+)([\"']?)([\w-]{1,60})\2[ \t]*+:[ \t]++(\S[^\r\n]*+)", re.MULTILINE)
_TOML = regex(r"^([ \t]*+)(\"?)([\w-]{1,60})\2[ \t]*+=[ \t]*+(\S[^\r\n]*+)", re.MULTILINE)
_JSON = regex(r"([{,]\s*+)(\")([\w-]{1,60})\2\s*+:\s*+(\"(?:[^\"\\]|\\.)*+\")")
_TOML_BLOCK = regex(r"\+\+\+[ \t]*+\r?\n(.*?^)\+\+\+[ \t]*+(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FOLDED = regex(r"[|>][+-]?[ \t]*+(?:#.*)?\Z")
_ESCAPE = regex(r"\\(?:u[\da-fA-F]{4}|.)")
_DAY = regex(r"\d{4}-\d\d-\d\d")


class Matter(NamedTuple):
    """``end``: the offset at which the article's text begins."""

    end: int = 0
    parts: tuple[Part, ...] = ()
    head: Head = Head()


def matter(text: str) -> Matter:
    """The front matter of a Markdown file, in YAML, TOML or JSON."""
    import json
    import tomllib

    if text.startswith("---"):
        known = front_matter(text)
        head = Head(known.meta, known.published or _day(known.meta), text[: known.end])
        return Matter(known.end, tuple(_parts(text, _YAML, 0, known.end)), head)
    if text.startswith("+++") and (block := _TOML_BLOCK.match(text[:MOST])):
        import tomllib

        with suppress(tomllib.TOMLDecodeError, RecursionError):
            meta = _flat(tomllib.loads(block[1].replace("\r\n", "\n")))
            return Matter(block.end(), tuple(_parts(text, _TOML, 0, block.end())), Head(meta, _day(meta), block[0]))
    if text.startswith("{") and not text.startswith(("{{", "{%")):
        with suppress(ValueError, RecursionError):
            value, end = json.JSONDecoder().raw_decode(text[:MOST])
            meta = _flat(value)
            return Matter(end, tuple(_parts(text, _JSON, 0, end)), Head(meta, _day(meta), text[:end]))
    return Matter()


def _flat(value: Mapping[str, object]) -> dict[str, str]:
    return {name.lower(): str(one) for name, one in value.items() if isinstance(one, str | int | datetime.date)}


def _day(meta: Mapping[str, str]) -> datetime.date | None:
    folded = {name.lower(): value for name, value in meta.items()}
    for name in _DAYS:
        if found := _DAY.match(folded.get(name, "")):
            with suppress(ValueError):
                return datetime.date.fromisoformat(found[0])
    return None


def _parts(text: str, pair: re.Pattern[str], start: int, end: int) -> Iterator[Part]:
    for found in pair.finditer(text, start, end):
        region = REGIONS.get(found[3].lower(), "")
        nested = found[1].strip("{,\r\n \t") == "" and found[1].startswith((" ", "\t"))
        if region and not (nested and region != "caption"):
            segments = list(_value(text, *found.span(4), end, yaml=pair is _YAML))
            if segments:
                yield Part(region, segments)


def _value(text: str, start: int, end: int, last: int, *, yaml: bool) -> Iterator[Segment]:
    """The stretches of a value as it is meant; nothing for a list, a table or an alias."""
    written = text[start:end]
    mark = written[0]
    if yaml and _FOLDED.fullmatch(written.rstrip()):
        yield from _indented(text, end, last)
    elif mark in "\"'":
        closing = regex(r'"(?:[^"\\]|\\.)*+"' if mark == '"' else r"'(?:[^']|'')*+'").match(written)
        if closing:
            yield from _quoted(text, start + 1, start + closing.end() - 1, mark, yaml=yaml)
    elif yaml and mark not in "[{&*!|>#":
        yield Segment(start, start + len(re.split(r"[ \t]#", written, maxsplit=1)[0].rstrip()))


def _quoted(text: str, start: int, end: int, mark: str, *, yaml: bool) -> Iterator[Segment]:
    if mark == "'" and not yaml:
        yield Segment(start, end)
        return
    escapes = (_ESCAPE if mark == '"' else regex("''")).finditer(text, start, end)
    yield from unescaped(escapes, start, end, _meant)


def _meant(escape: str) -> str:
    if escape == "''":
        return "'"
    if escape.startswith("\\u") and len(escape) == 6:
        char = chr(int(escape[2:], 16))  # noqa: FURB166 - no prefix that int knows
        return "\ufffd" if char in "\r\n" or "\ud800" <= char <= "\udfff" else char
    return " " if escape[1] in "nrt" else escape[1]


def _indented(text: str, at: int, last: int) -> Iterator[Segment]:
    """The lines below a ``>`` or ``|``, as one paragraph."""
    before = -1
    for line in regex(r"(?:\r\n|\r|\n)([ \t]*+)([^\r\n]*+)").finditer(text, at, last):
        if not line[1] or not line[2].strip():
            return
        if before >= 0:
            yield Segment(before, line.start(2), " ")
        before = line.start(2) + len(line[2].rstrip())
        yield Segment(line.start(2), before)
