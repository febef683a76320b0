"""Articles in XML: NewsML-G2, NITF, and RSS as WordPress exports it, each with the place of its text in the file."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from newslint.document import Document
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.readers.embedded import marked_up, opens, plain, whole
from newslint.readers.page import article
from newslint.readers.parts import Head, Inside, Part, Reading, assemble
from newslint.readers.scan import Scan
from newslint.readers.vocabulary import HTML, NITF, WORDPRESS, XHTML, Vocabulary
from newslint.readers.xmlfields import Field, decode_xml, fields, local
from newslint.records import NamedTuple
from newslint.span import Span

# More than newslint holds at once.
MOST_ARTICLES = 20_000
ROOTS = ("newsItem", "newsMessage", "nitf", "rss")
_ITEMS = ("newsItem", "nitf", "item")
_META = (
    "headline slugline by creditline dateline description contentCreated contentModified versionCreated firstCreated "
    "date.issue date.release pubdata du-key doc-id title pubDate creator post_date post_type status post_name post_id"
).split()
_TEXT = ("inlineData", "encoded")
_WHOLE = ("inlineXML", "body")
_BODIES = frozenset({"content:encoded", "inlineData", "inlineXML", "body"})
_OF_THE_ITEM = frozenset("headline slugline by creditline dateline description creator".split())
# What stands over a text that does not say it itself, in the order of reading.
_TOP = {
    "headline": ("headline", "title"),
    "standfirst": ("excerpt:encoded", "description"),
    "byline": ("by",),
    "dateline": ("dateline",),
}
# What WordPress keeps as posts besides articles.
_NO_ARTICLES = regex(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*"
)
_NOT_WRITTEN = frozenset({"trash", "auto-draft", "inherit"})
_DAYS = (
    "post_date contentCreated contentModified versionCreated firstCreated date.release date.issue pubdata pubDate"
).split()
_DAY = regex(r"(\d{4})-?(\d\d)-?(\d\d)")
_MAIL_DAY = regex(r"(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4})\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SNIFFED = regex(rb"<(?:[\w.-]{1,40}:)?(newsItem|newsMessage|nitf|rss)[\s>]")
_NITF_INSIDE = regex(r"<(?:[\w.-]{1,40}:)?(?:nitf|body\.content)[\s>]")


def recognised(head: bytes) -> bool:
    """Whether the beginning of an XML file is that of one that newslint reads."""
    return _SNIFFED.search(head.replace(b"\0", b"")) is not None


class _Item(NamedTuple):
    """An article: the element that holds it, and what its elements say, by name."""

    field: Field
    known: Mapping[str, Field]
    said: Mapping[str, str]


def read(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    """The articles in a file."""
    source = decode_xml(data)
    root, found, wrong = fields(source, {*_ITEMS, *_META, *_TEXT}, _WHOLE)
    if local(root) not in ROOTS and not wrong:
        said = "XML, but none that newslint reads: NewsML-G2, NITF, RSS or a WordPress export"
        return Reading((), (Mistake(path, None, None, said),))
    items = [item for item in _items(source, found) if _counts(item.said)]
    if len(items) > MOST_ARTICLES:
        return Reading((), (Mistake(path, None, None, f"more than {MOST_ARTICLES} articles in one file; split it"),))
    documents = tuple(
        _document(path, source, lexicon, item, number if len(items) > 1 else 0) for number, item in enumerate(items, 1)
    )
    mistakes = (Mistake(path, *wrong),) if wrong else ()
    return Reading(documents, mistakes if documents or wrong else (Mistake(path, None, None, "holds no article"),))


def _items(source: str, found: Sequence[Field]) -> Iterator[_Item]:
    known: dict[str, Field] = {}
    for field in found:
        name = local(field.name)
        if name in _ITEMS:
            if any(local(one) in _ITEMS for one in field.path[:-1]):
                continue
            yield _Item(field, known, {key: _text(source, one) for key, one in known.items() if key not in _BODIES})
            known = {}
        elif _speaks_of_it(field):
            # of headlines and descriptions in several versions, the first counts
            known.setdefault(field.name if name == "encoded" else name, field)


def _speaks_of_it(field: Field) -> bool:
    """Whether an element speaks of the article rather than of a picture in it, or of the channel."""
    name, parent = local(field.name), local(field.path[-2]) if len(field.path) > 1 else ""
    if name in _OF_THE_ITEM:
        return parent in {"contentMeta", "itemMeta", "item"}
    return name != "title" or parent == "item"


def _text(source: str, field: Field) -> str:
    """What an element says; of one without text, what its attributes do."""
    said = "".join(source[low:high] if text is None else text for low, high, text in field.segments)
    noted = (field.attributes.get(name) for name in ("norm", "key", "date.publication", "id-string"))
    return " ".join(said.split()) or next(filter(None, noted), "")


def _counts(said: Mapping[str, str]) -> bool:
    """Whether an item of a WordPress export is an article."""
    kind = said.get("post_type")
    return not (kind and _NO_ARTICLES.fullmatch(kind)) and said.get("status") not in _NOT_WRITTEN


def _document(path: str, source: str, lexicon: Lexicon, item: _Item, number: int) -> Document:
    inside = Inside(Span(item.field.start, item.field.end), number)
    meta = {name.lower(): said for name, said in item.said.items() if said}
    author = meta.get("by") or meta.get("creator")
    head = Head({**meta, **({"author": author} if author else {})}, _day(item.said))
    return assemble(path, source, lexicon, _parts(source, item.known), (), head, inside)


def _parts(source: str, known: Mapping[str, Field]) -> list[Part]:
    """The blocks of an article in the order in which they are read."""
    body = _body(source, known)
    # agencies repeat the first paragraph as the summary
    text = [part for part in body if part.region == "body"]
    body = [part for part in body if part.region != "standfirst" or not opens(source, [part], text)]
    regions = {part.region for part in body}
    top: list[Part] = []
    for region, names in _TOP.items():
        field = next((known[name] for name in names if name in known), None)
        if field and region not in regions:
            excerpt = field.name.endswith("encoded") or (field.name == "description" and "item" in field.path)
            made = marked_up(source, field.segments, WORDPRESS, region) if excerpt else whole(region, field.segments)
            top += made if region != "standfirst" or not opens(source, made, body) else []
    return top + body


def _body(source: str, known: Mapping[str, Field]) -> list[Part]:
    if "body" in known:
        return _scanned(source, known["body"], NITF)
    if inline := known.get("inlineXML"):
        nitf = _NITF_INSIDE.search(source, inline.start, min(inline.end, inline.start + 5_000))
        return _scanned(source, inline, NITF if nitf else XHTML)
    if data := known.get("inlineData"):
        marked = "html" in data.attributes.get("contenttype", "")
        return marked_up(source, data.segments, HTML) if marked else plain(source, data.segments)
    if content := known.get("content:encoded"):
        return marked_up(source, content.segments, WORDPRESS)
    if (summary := known.get("description")) and "item" in summary.path:
        return marked_up(source, summary.segments, WORDPRESS)
    return []


def _scanned(source: str, field: Field, vocabulary: Vocabulary) -> list[Part]:
    scan = Scan(source, vocabulary, field.start, field.end)
    scan.run()
    return article(scan.parts, titled=False)


def _day(said: Mapping[str, str]) -> datetime.date | None:
    for name in _DAYS:
        with suppress(ValueError):
            if day := _DAY.match(said.get(name, "")):
                return datetime.date(*map(int, day.groups()))
            if day := _MAIL_DAY.match(said.get(name, "")):
                return datetime.date(int(day[3]), _MONTHS.index(day[2].lower()) + 1, int(day[1]))
    return None
