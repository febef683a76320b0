"""Articles in ninjs, the JSON of news agencies, in all its versions: each with the place of its text in the file."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from newslint.document import Document
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.readers.embedded import flat, marked_up, opens, plain, whole
from newslint.readers.jsonvalues import JsonError, Key, Value, texts, unescaped
from newslint.readers.parts import Head, Inside, Part, Reading, Segment, assemble
from newslint.readers.plain import decode
from newslint.readers.vocabulary import HTML
from newslint.records import NamedTuple
from newslint.span import Span

_TEXTS = ("headline", "headlines", "body", "bodies", "body_text", "body_xhtml", "body_html5", "description_text")
_KNOWN = frozenset({*_TEXTS, "descriptions"})
_SNIFFED = regex(rb'"(?:headlines?|bod(?:y|ies)(?:_\w{1,10})?|description(?:s|_text))"\s*:')
_URI = regex(rb'"uri"\s*:')
_DAYS = ("contentcreated", "versioncreated", "firstcreated", "embargoed")
_DAY = regex(r"(\d{4})-(\d\d)-(\d\d)")
# Of several forms of a body the first that is there is read: HTML says more than text.
_RICH = ("body_html5", "body_xhtml", "html5", "xhtml", "richhtml5", "richtext")
_PLAIN = ("body_text", "text", "main", "")
# What an association may be besides another article.
_PICTURES = frozenset({"picture", "photo", "graphic", "video", "audio", "image", "animation", "component"})


class _Item(NamedTuple):
    """One object: its texts by their path inside it, and the stretch of the file from the first to the last."""

    values: Mapping[tuple[Key, ...], Value]
    extent: Span


def recognised(data: bytes) -> bool:
    """Whether a JSON file is ninjs."""
    if not (_URI.search(data) and _SNIFFED.search(data)):
        return False
    try:
        return bool(_items(decode(data)[0]))
    except ValueError:
        return False


def read(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    """The articles in a file; a list of objects holds several."""
    source, _ = decode(data)
    found: list[Value] = []
    try:
        found.extend(texts(source))
    except JsonError as error:
        line = source.count("\n", 0, error.offset) + 1
        column = error.offset - source.rfind("\n", 0, error.offset)
        return Reading((), (Mistake(path, line, column, str(error)),))
    items = _grouped(found)
    if not items:
        said = "JSON, but not ninjs: expected an object with uri and headline, body or description"
        return Reading((), (Mistake(path, None, None, said),))
    return Reading(
        tuple(
            _document(path, source, lexicon, item, number if len(items) > 1 else 0)
            for number, item in enumerate(items, 1)
        )
    )


def _items(source: str) -> list[_Item]:
    return _grouped(texts(source))


def _grouped(found: Iterator[Value] | Sequence[Value]) -> list[_Item]:
    """The objects of a file that are ninjs: the outermost, or those of the outermost list."""
    by_item: dict[Key, dict[tuple[Key, ...], Value]] = {}
    for value in found:
        listed = bool(value.path) and isinstance(value.path[0], int)
        by_item.setdefault(value.path[0] if listed else "", {})[value.path[listed:]] = value
    return [
        _Item(values, Span(min(one.start for one in values.values()), max(one.end for one in values.values())))
        for values in by_item.values()
        if ("uri",) in values and any(path and path[0] in _KNOWN for path in values)
    ]


def _document(path: str, source: str, lexicon: Lexicon, item: _Item, number: int) -> Document:
    meta = {
        str(key[0]).lower(): flat(source, unescaped(source, value.start, value.end)).text
        for key, value in item.values.items()
        if len(key) == 1 and not str(key[0]).startswith(("body", "description"))
    }
    author = meta.get("byline") or meta.get("by")
    head = Head({**meta, **({"author": author} if author else {})}, _day(meta))
    return assemble(path, source, lexicon, _parts(source, item), (), head, Inside(item.extent, number))


def _parts(source: str, item: _Item) -> list[Part]:
    """The blocks of an article in the order in which they are read."""
    said = item.values
    body = _body(source, said)
    regions = {part.region for part in body}
    parts: list[Part] = []
    if "headline" not in regions:
        parts += _one(source, "headline", said, ("headline",), "headline", "headlines")
    kind = flat(source, _segments(source, said.get(("type",)))).text
    summary = "caption" if kind in _PICTURES else "standfirst"
    if summary not in regions:
        description = _one(source, summary, said, ("description_text",), "descriptions", "description")
        parts += description if not opens(source, description, body) else []
    for region, names in (("byline", ("byline", "by")), ("dateline", ("dateline",))):
        if region not in regions:
            parts += next(filter(None, (_one(source, region, said, (name,)) for name in names)), [])
    return [*parts, *body, *_captions(source, said)]


def _body(source: str, said: Mapping[tuple[Key, ...], Value]) -> list[Part]:
    forms: dict[str, Value] = {}
    for path, value in said.items():
        if len(path) == 1 and str(path[0]).startswith("body_"):
            forms[str(path[0])] = value
        elif len(path) == 3 and path[0] in {"body", "bodies"} and path[2] in {"value", "text"}:
            beside = [said.get((*path[:2], name)) for name in ("role", "name", "contenttype", "contentType")]
            role, name, *kinds = (source[one.start : one.end] if one else "" for one in beside)
            marked = any("html" in kind for kind in kinds)
            foreign = any(kind.endswith("xml") and "html" not in kind for kind in kinds)
            if not foreign:
                forms.setdefault("html5" if marked and (role or name) not in _RICH else role or name, value)
    for form in _RICH:
        if form in forms:
            return marked_up(source, _segments(source, forms[form]), HTML)
    for form in (*_PLAIN, *forms):
        if form in forms:
            return plain(source, _segments(source, forms[form]))
    return []


def _one(
    source: str, region: str, said: Mapping[tuple[Key, ...], Value], path: tuple[str, ...], *lists: str
) -> list[Part]:
    """A text that stands under a key, or as the first of a list of objects."""
    value = said.get(path)
    for name in lists:
        value = value or said.get((name, 0, "value")) or said.get((name, 0, "text"))
    return whole(region, _segments(source, value))


def _captions(source: str, said: Mapping[tuple[Key, ...], Value]) -> Iterator[Part]:
    """The captions of the pictures that go with the article."""
    for path, value in said.items():
        if path[0] == "associations" and (path[2:] == ("description_text",) or path[2:3] == ("descriptions",)):
            kind = said.get((*path[:2], "type"))
            if kind is None or source[kind.start : kind.end] in _PICTURES:
                yield from whole(
                    "caption", _segments(source, value) if path[-1] in {"description_text", "value"} else []
                )


def _segments(source: str, value: Value | None) -> list[Segment]:
    return list(unescaped(source, value.start, value.end)) if value else []


def _day(meta: Mapping[str, str]) -> datetime.date | None:
    for name in _DAYS:
        if day := _DAY.match(meta.get(name, "")):
            with suppress(ValueError):
                return datetime.date(*map(int, day.groups()))
    return None
