"""Which blocks of a web page are its article, and what the page says of it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from newslint.patterns import regex
from newslint.readers.parts import Head, Part
from newslint.records import NamedTuple

# The share of the page's text that one ``article`` must hold to be the article.
_LEAST = 0.3
_TYPES = regex(r"(?:News|Blog|Report|Opinion|Analysis)?\w*Article|BlogPosting|Review")
_DAY = regex(r"\d{4}-\d\d-\d\d")
_DAYS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "time",
    "datemodified",
)
# What follows a headline in a page's title: the name of the paper.


class Scope(NamedTuple):
    """Where a block stands: in which article of the page (0 for none), in ``main``, in what is skipped, in a header."""

    article: int = 0
    main: bool = False
    skipped: bool = False
    header: bool = False


def article(found: Sequence[tuple[Scope, Part]], *, titled: bool = True) -> list[Part]:
    """The blocks of the page's article, with one headline: where it has none, and ``titled``, the page's title."""
    blocks = [(scope, part) for scope, part in found if part.segments and not scope.skipped]
    inside = _inside(blocks)
    chosen = (
        [
            part
            for at, (scope, part) in enumerate(blocks)
            if inside[at]
            or (
                part.region == "headline"
                and not any(one.region == "headline" for kept, (_, one) in zip(inside, blocks, strict=True) if kept)
            )
        ]
        if _few_headlines(blocks)
        else [part for kept, (_, part) in zip(inside, blocks, strict=True) if kept]
    )
    return _one_headline(chosen, [part for _, part in blocks if titled and part.region == "title"])


def _few_headlines(blocks: Sequence[tuple[Scope, Part]]) -> bool:
    return sum(part.region == "headline" for _, part in blocks) < 3


def _inside(blocks: Sequence[tuple[Scope, Part]]) -> list[bool]:
    """Which blocks belong to the article: the longest ``article``, else ``main``, else the whole body."""
    sizes: dict[int, int] = {}
    for scope, part in blocks:
        if part.region not in {"title", "headline"}:
            sizes[scope.article] = sizes.get(scope.article, 0) + _size(part)
    longest = max((number for number in sizes if number), key=lambda number: sizes[number], default=0)
    if longest and sizes[longest] >= _LEAST * sum(sizes.values()):
        return [scope.article == longest for scope, _ in blocks]
    if any(scope.main for scope, _ in blocks):
        return [scope.main for scope, _ in blocks]
    return [part.region != "title" and not (scope.header and part.region != "headline") for scope, part in blocks]


def _size(part: Part) -> int:
    return sum(one.high - one.low for one in part.segments)


def _one_headline(chosen: Sequence[Part], titles: Sequence[Part]) -> list[Part]:
    """The first ``h1`` is the headline, others are headings; without one, the page's title."""
    parts: list[Part] = []
    headed = False
    for part in chosen:
        parts.append(part._replace(region="heading") if headed and part.region == "headline" else part)
        headed = headed or part.region == "headline"
    return parts if headed or not titles else [titles[0]._replace(region="headline"), *parts]


def head(meta: Mapping[str, str], data: Sequence[str]) -> Head:
    """What the page's meta elements and its data for search engines say."""
    import json

    said = dict(meta)
    for one in data:
        with suppress(ValueError, RecursionError):
            for item in _articles(json.loads(one)):
                # what describes the article itself goes before the rest
                said |= {key.lower(): text for key, value in item.items() if (text := _text(value))}
    return Head(said, _published(said))


def _articles(value: object) -> Iterator[Mapping[str, object]]:
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, list):
            todo += one
        elif isinstance(one, dict):
            kinds = one.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _TYPES.fullmatch(kind) for kind in kinds):
                yield one
            todo += [one.get("@graph"), one.get("mainEntity")]


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:20])))
    if isinstance(value, dict):
        return _text(value.get("name")) if isinstance(value.get("name"), str) else ""
    return value if isinstance(value, str) else ""


def _published(said: Mapping[str, str]) -> datetime.date | None:
    for name in ("datepublished", *_DAYS):
        if found := _DAY.match(said.get(name, "")):
            with suppress(ValueError):
                return datetime.date.fromisoformat(found[0])
    return None
