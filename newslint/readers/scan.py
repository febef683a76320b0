"""Goes through marked-up text once and gathers its blocks: HTML, whole or a fragment of it, and NITF."""

import re

from newslint.patterns import regex
from newslint.readers.page import Scope
from newslint.readers.parts import Part, Segment
from newslint.readers.tags import ENTITY, TAG, Ends, Value, attributes, decoded, stretches
from newslint.readers.vocabulary import SHORTCODE, Vocabulary, furniture
from newslint.records import NamedTuple

# More elements inside each other than any page has; those below are as if they were not.
_DEEPEST = 1_000
_MARKS = r"<(?=[a-zA-Z/!?])|&(?=[#a-zA-Z])|[\t\r\n\f ]{2,}+|[\t\r\n\f]"
_SPECIAL = regex(_MARKS)
_SHORT = regex(rf"{_MARKS}|\[(?=/?[a-z])")
_ANY = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
# Tags that mean nothing here, one after the other.
_ROW = regex(rf"(?:</?(?:b|i|em|strong|span|u|small|mark|font|sub|sup|abbr|cite|q|s)(?:[\s/]{_ANY})?>)++")
_OPENINGS = regex(rf"(?:<(?!(?:script|style|textarea|xmp|noembed)\b)[a-zA-Z]{_ANY}>)++", re.IGNORECASE)
_WHOLE = regex(rf"<(/?)([a-zA-Z][^\s/<>\"']{{0,60}})({_ANY})>")
_TELLING = regex(r"class|rel|itemprop|hidden|role|id", re.IGNORECASE)
_SELDOM = frozenset("meta time img amp-img a script".split())


class _Element(NamedTuple):
    """An element that is open: its name, the region of its text, the scope it stands in."""

    name: str
    region: str
    scope: Scope


class Scan:
    """Reads the source from ``start`` up to ``end``; ``parts`` are its blocks, each with the scope it stands in."""

    def __init__(self, source: str, vocabulary: Vocabulary, start: int = 0, end: int | None = None) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.start = start
        self.end = len(source) if end is None else end
        self.ends = Ends(source, self.end)
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
        self.skipped = False

    def run(self) -> None:
        at, source, end = self.start, self.source, self.end
        search = (_SHORT if self.vocabulary.blank_lines else _SPECIAL).search
        while special := search(source, at, end):
            start = special.start()
            if start > at:
                self._text(at, start)
            mark = source[start]
            if mark == "<":
                at = self._markup(start)
            elif mark == "&":
                at = self._entity(start)
            elif mark == "[":
                at = self._shortcode(start)
            else:
                at = special.end()
                self._blanks(start, at)
        self._text(at, end)
        self._flush()

    def _text(self, start: int, end: int, text: str | None = None) -> None:
        if start >= end or self.skipped:
            return
        if text is None and self.segments and self.segments[-1].high == start and self.segments[-1].text is None:
            self.segments[-1] = Segment(self.segments[-1].low, end)
        else:
            self.segments.append(Segment(start, end, text))

    def _blanks(self, start: int, end: int) -> None:
        """Blanks on one line are the writer's; with a line break they are the page's layout, and one blank."""
        said = self.source[start:end]
        if self.vocabulary.blank_lines and said.count("\n") > 1:
            self._flush()
        self._text(start, end, None if said == "\n" or not said.strip(" ") else " ")

    def _entity(self, start: int) -> int:
        found = ENTITY.match(self.source, start, self.end)
        meant = decoded(found[0]) if found else None
        if not found or meant is None:
            self._text(start, start + 1)
            return start + 1
        if meant:
            self._text(*found.span(), meant)
        return found.end()

    def _shortcode(self, start: int) -> int:
        found = SHORTCODE.match(self.source, start, self.end)
        if not found:
            self._text(start, start + 1)
            return start + 1
        self._flush()
        if found[2] == "caption" and not found[1]:
            self._push("figcaption", {})
        elif found[2] == "caption":
            self._close("figcaption", start)
        elif not found[1] and found[2] == "embed":
            closing = self.ends.find("[/embed]", found.end())
            return closing if closing >= 0 else found.end()
        return found.end()

    def _markup(self, start: int) -> int:
        """Reads what begins with ``<``; gives the offset after it."""
        source, end = self.source, self.end
        if row := _ROW.match(source, start, end):
            return row.end()
        if len(self.stack) >= _DEEPEST and (row := _OPENINGS.match(source, start, end)):
            self._flush()
            return row.end()
        if whole := _WHOLE.match(source, start, end):
            name, at, inside = whole[2].lower(), whole.end(), whole.start(3)
        else:
            tag = TAG.match(source, start, end)
            if not tag:
                return self._other(start)
            at, inside = self.ends.tag(start), tag.end()
            name = tag[1].lower()
        name = name.rpartition(":")[2] if self.vocabulary.xml else name
        if source[start + 1] == "/":
            self._close(name, start)
            return at
        values = {}
        if at - inside > 2 and (name in _SELDOM or _TELLING.search(source, inside, at)):
            values = attributes(source, inside, at - 1)
        if name in self.vocabulary.raw:
            return self._raw(name, values, at)
        self._open(name, values, start, at)
        if self.vocabulary.xml and source[at - 2] == "/" and name not in self.vocabulary.void:
            self._close(name, at)
        return at

    def _other(self, start: int) -> int:
        """Comments, declarations and what is no markup after all."""
        source = self.source
        if source.startswith("<!--", start):
            return self.ends.comment(start)
        if self.vocabulary.xml and source.startswith("<![CDATA[", start):
            closing = self.ends.find("]]>", start)
            closing = closing if closing >= 0 else self.end
            self._text(start + 9, closing)
            return min(closing + 3, self.end)
        return self.ends.tag(start)

    def _raw(self, name: str, values: dict[str, Value], end: int) -> int:
        """Passes over a script or a style; keeps what it says of the article as data."""
        closing = self.ends.find(f"</{name}", end)
        if closing < 0:
            closing = self.ends.find(f"</{name.upper()}", end)
        closing = closing if closing >= 0 else self.end
        if "ld+json" in _of(values, "type"):
            self.data.append(self.source[end:closing])
        return self.ends.tag(closing) if closing < self.end else closing

    def _open(self, name: str, values: dict[str, Value], start: int, end: int) -> None:
        if name == "meta" and "content" in values:
            key = values.get("property") or values.get("name") or values.get("itemprop")
            if key:
                self.meta.setdefault(key.text.lower(), values["content"].text)
        elif name == "time" and "datetime" in values and not self.skipped:
            self.meta.setdefault("time", values["datetime"].text)
        elif name == "br":
            self._text(start, end, " ")
        elif name in {"img", "amp-img"} and not self.skipped:
            self.images += [values["alt"]] if values.get("alt") and values["alt"].text.strip() else []
        elif name == "a" and "href" in values:
            self.link = (end, values["href"].text.replace("&amp;", "&"))
        elif name not in self.vocabulary.inline:
            self._flush()
            if name not in self.vocabulary.void and len(self.stack) < _DEEPEST:
                self._push(name, values)

    def _push(self, name: str, values: dict[str, Value]) -> None:
        if name in {"p", "li", "td", "th", "tr"} and self.stack[-1].name == name:
            self._pop()
        parent = self.stack[-1]
        scope, region = parent.scope, ""
        outside = not scope.article and not scope.main
        skipped = name in self.vocabulary.skipped and not (name == "footer" and parent.name == "blockquote")
        if values:
            skipped = skipped or "hidden" in values or _of(values, "aria-hidden") == "true"
            said = f"{_of(values, 'class')} {_of(values, 'id')}"
            skipped = skipped or (name not in {"html", "body", "main", "article"} and furniture(said))
            region = "" if name == "h1" else self._by_class(values)
        if skipped or (name == "header" and outside):
            scope = scope._replace(skipped=skipped or scope.skipped, header=scope.header or name == "header")
        elif name == "article" and not scope.article:
            self.articles += 1
            scope = scope._replace(article=self.articles)
        elif name == "main" or _of(values, "role") == "main":
            scope = scope._replace(main=True)
        usual = parent.region if parent.region != "headline" else "body"
        if name == "hl2" and self.counts.get("hedline"):
            region = "standfirst"
        region = region or self.vocabulary.regions.get(name, usual)
        self.stack.append(_Element(name, region, scope))
        self.skipped = scope.skipped
        self.counts[name] = self.counts.get(name, 0) + 1

    def _by_class(self, values: dict[str, Value]) -> str:
        said = " ".join(values[key].text for key in ("class", "rel", "itemprop") if key in values).lower()
        classes = self.vocabulary.classes
        return next((classes[one] for one in said.split() if one in classes), "")

    def _pop(self) -> None:
        self.counts[self.stack.pop().name] -= 1
        self.skipped = self.stack[-1].scope.skipped

    def _close(self, name: str, start: int) -> None:
        if name == "a" and self.link:
            if not self.skipped:
                self.links.append((self.link[0], start, self.link[1]))
            self.link = None
        elif name not in self.vocabulary.inline:
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
        if not self.images:
            if any(one.text or not self.source[one.low : one.high].isspace() for one in self.segments):
                if top.region == "title" or not self._in_head():
                    self.parts.append((top.scope, Part(top.region, self.segments, self.links)))
                self.links = []
            self.segments = []
            return
        inked = [one for one in self.segments if one.text or self.source[one.low : one.high].strip()]
        low, high = (inked[0].low, inked[-1].high) if inked else (self.end, 0)
        captions = [(top.scope, Part("caption", stretches(self.source, one))) for one in self.images]
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
