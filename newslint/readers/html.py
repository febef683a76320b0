"""HTML pages: the article's text out of all that a page holds, with a map back to the file."""

from collections.abc import Sequence

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.readers.page import Scope, article, head
from newslint.readers.parts import Part, Segment, assemble
from newslint.readers.tags import ENTITY, TAG, Ends, Value, attributes, decoded
from newslint.records import NamedTuple
from newslint.sourcemap import Zone

# What a fix may not bring into the text of a page, an attribute included.
MARKS = '<>&"\n\r'
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr img br nobr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SKIPPED = frozenset(
    "nav aside form button select svg math template noscript iframe object video audio canvas dialog menu datalist pre "
    "footer map applet noframes".split()
)
_RAW = frozenset("script style textarea xmp noembed".split())
_REGIONS = {
    "h1": "headline",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list",
    **dict.fromkeys(("td", "th"), "table"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "title": "title",
}
_BY_CLASS = {
    **dict.fromkeys(("byline", "author", "article-author", "article-byline", "byline-name"), "byline"),
    **dict.fromkeys(
        ("standfirst", "subtitle", "dek", "deck", "subheadline", "subhead", "sub-headline", "article-summary"),
        "standfirst",
    ),
    **dict.fromkeys(("caption", "wp-caption-text", "image-caption", "credit", "photo-credit"), "caption"),
}
# More elements inside each other than any page has; those below are as if they were not.
_DEEPEST = 1_000
_SPECIAL = regex(r"[<&]|[\t\r\n\f ]{2,}+|[\t\r\n\f]")
_ROW = regex(r"(?:</?(?:b|i|em|strong|span|u|small|mark)>)++")


class _Element(NamedTuple):
    """An element that is open: its name, the region of its text, the scope it stands in."""

    name: str
    region: str
    scope: Scope


def read(path: str, text: str, lexicon: Lexicon) -> Document:
    """The article in an HTML page."""
    scan = _Scan(text)
    scan.run()
    parts = article([part for part in scan.parts if part[1].segments])
    return assemble(path, text, lexicon, parts, (Zone(0, MARKS),), head(scan.meta, scan.data))


class _Scan:
    """Goes through the page once and gathers its blocks, each with the scope it stands in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.ends = Ends(source)
        self.parts: list[tuple[Scope, Part]] = []
        self.meta: dict[str, str] = {}
        self.data: list[str] = []
        self.stack: list[_Element] = [_Element("", "body", Scope())]
        self.counts: dict[str, int] = {}
        self.segments: list[Segment] = []
        self.links: list[tuple[int, int, str]] = []
        self.link: tuple[int, str] | None = None
        self.images: list[Value] = []
        self.articles = 0

    def run(self) -> None:
        at, source = 0, self.source
        while special := _SPECIAL.search(source, at):
            start = special.start()
            self._text(at, start)
            if source[start] == "<":
                at = self._markup(start)
            elif source[start] == "&":
                at = self._entity(start)
            else:
                at = special.end()
                self._blanks(start, at)
        self._text(at, len(source))
        self._flush()

    def _text(self, start: int, end: int, text: str | None = None) -> None:
        if start < end and not self.stack[-1].scope.skipped:
            self.segments.append(Segment(start, end, text))

    def _blanks(self, start: int, end: int) -> None:
        """Blanks on one line are the writer's; with a line break they are the page's layout, and one blank."""
        said = self.source[start:end]
        self._text(start, end, None if said == "\n" or not said.strip(" ") else " ")

    def _entity(self, start: int) -> int:
        found = ENTITY.match(self.source, start)
        meant = decoded(found[0]) if found else None
        if not found or meant is None:
            self._text(start, start + 1)
            return start + 1
        if meant:
            self._text(*found.span(), meant)
        return found.end()

    def _markup(self, start: int) -> int:
        """Reads what begins with ``<``; gives the offset after it."""
        source = self.source
        if row := _ROW.match(source, start):
            return row.end()
        if source.startswith("<!--", start):
            return self.ends.comment(start)
        tag = TAG.match(source, start)
        if not tag and not source.startswith(("<!", "<?", "</"), start):
            self._text(start, start + 1)
            return start + 1
        end = self.ends.tag(start)
        if not tag:
            return end
        name = tag[1].lower()
        if source[start + 1] == "/":
            self._close(name, start)
            return end
        values = attributes(source, tag.end(), end - 1) if end - tag.end() > 2 else {}
        if name in _RAW:
            return self._raw(name, values, end)
        self._open(name, values, start, end)
        return end

    def _raw(self, name: str, values: dict[str, Value], end: int) -> int:
        """Passes over a script or a style; keeps what it says of the article as data."""
        closing = self.ends.find(f"</{name}", end)
        if closing < 0:
            closing = self.ends.find(f"</{name.upper()}", end)
        closing = closing if closing >= 0 else len(self.source)
        if "ld+json" in _of(values, "type"):
            self.data.append(self.source[end:closing])
        return self.ends.tag(closing) if closing < len(self.source) else closing

    def _open(self, name: str, values: dict[str, Value], start: int, end: int) -> None:
        if name == "meta" and "content" in values:
            key = values.get("property") or values.get("name") or values.get("itemprop")
            if key:
                self.meta.setdefault(key.text.lower(), values["content"].text)
        elif name == "time" and "datetime" in values and not self.stack[-1].scope.skipped:
            self.meta.setdefault("time", values["datetime"].text)
        elif name == "br":
            self._text(start, end, " ")
        elif name == "img" and not self.stack[-1].scope.skipped:
            self.images += [values["alt"]] if values.get("alt") and values["alt"].text.strip() else []
        elif name == "a" and "href" in values:
            self.link = (end, values["href"].text.replace("&amp;", "&"))
        elif name not in _INLINE:
            self._flush()
            if name not in _VOID and len(self.stack) < _DEEPEST:
                self._push(name, values)

    def _push(self, name: str, values: dict[str, Value]) -> None:
        if name in {"p", "li", "td", "th", "tr"} and self.stack[-1].name == name:
            self._pop()
        parent = self.stack[-1]
        scope = parent.scope
        outside = not scope.article and not scope.main
        skipped = name in _SKIPPED and not (name == "footer" and parent.name == "blockquote")
        hidden = "hidden" in values or _of(values, "aria-hidden") == "true"
        if skipped or hidden or (name == "header" and outside):
            scope = scope._replace(skipped=skipped or hidden or scope.skipped, header=scope.header or name == "header")
        elif name == "article" and not scope.article:
            self.articles += 1
            scope = scope._replace(article=self.articles)
        elif name == "main" or _of(values, "role") == "main":
            scope = scope._replace(main=True)
        classes = (
            []
            if not values
            else " ".join(values[key].text for key in ("class", "rel", "itemprop") if key in values).lower().split()
        )
        region = next((_BY_CLASS[one] for one in classes if one in _BY_CLASS), "") if name != "h1" else ""
        region = region or _REGIONS.get(name, parent.region if parent.region != "headline" else "body")
        self.stack.append(_Element(name, region, scope))
        self.counts[name] = self.counts.get(name, 0) + 1

    def _pop(self) -> None:
        self.counts[self.stack.pop().name] -= 1

    def _close(self, name: str, start: int) -> None:
        if name == "a" and self.link:
            if not self.stack[-1].scope.skipped:
                self.links.append((self.link[0], start, self.link[1]))
            self.link = None
        elif name not in _INLINE:
            self._flush()
            if self.counts.get(name):
                while self.stack[-1].name != name:
                    self._pop()
                self._pop()

    def _flush(self) -> None:
        """Ends the block that is open; images' descriptions stand before it, or after it, as in the page."""
        if not self.segments and not self.images:
            self.links = []
            return
        top = self.stack[-1]
        inked = [one for one in self.segments if one.text or self.source[one.low : one.high].strip()]
        low, high = (inked[0].low, inked[-1].high) if inked else (len(self.source), 0)
        captions = [(top.scope, Part("caption", _attribute(self.source, one))) for one in self.images]
        captions = [one for one in captions if one[1].segments]
        self.parts += [one for one in captions if one[1].segments[0].low < low]
        if inked and (top.region == "title" or not self._in_head()):
            self.parts.append((top.scope, Part(top.region, self.segments, self.links)))
        self.parts += [one for one in captions if one[1].segments[0].low >= max(low, high)]
        self.segments, self.links, self.images = [], [], []

    def _in_head(self) -> bool:
        return bool(self.counts.get("head")) and self.stack[-1].name == "head"


def _of(values: dict[str, Value], name: str) -> str:
    return values[name].text if name in values else ""


def _attribute(source: str, value: Value) -> Sequence[Segment]:
    """The stretches of an attribute's value, its entities read."""
    segments: list[Segment] = []
    at = value.start
    for found in regex(rf"{ENTITY.pattern}|[\t\r\n\f]++ *+").finditer(source, value.start, value.end):
        meant = decoded(found[0]) if found[0][0] == "&" else " "
        if meant is not None:
            segments += [Segment(at, found.start())] if at < found.start() else []
            segments += [Segment(*found.span(), meant)] if meant else []
            at = found.end()
    return [*segments, Segment(at, value.end)] if at < value.end else segments
