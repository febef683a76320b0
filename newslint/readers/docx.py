"""Word documents: the article, its notes, and the comments that colleagues left; a line is a paragraph."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.patterns import regex
from newslint.readers.package import Package, PackageError
from newslint.readers.parts import Head, Inside, Part, Reading, Segment, assemble
from newslint.readers.wordml import Paragraph, WordError, paragraphs, parse, relations, styles
from newslint.records import NamedTuple
from newslint.span import Span

_REGIONS = (
    (regex(r"title|headline.*"), "headline"),
    (regex(r"subtitle|standfirst.*|dek|deck|abstract|kicker"), "standfirst"),
    (regex(r"heading \d.*|toc heading|subhead.*|crosshead.*"), "heading"),
    (regex(r"byline.*|author.*"), "byline"),
    (regex(r"dateline.*"), "dateline"),
    (regex(r"caption.*|photo credit.*"), "caption"),
    (regex(r"list (?:bullet|number).*"), "list"),
)
_FIRST = regex(r"heading 1\b")
_MAIN = "word/document.xml"


class _Text(NamedTuple):
    """All that a reader sees, a paragraph a line: the body, then its notes; ``starts``: the offsets of the lines."""

    paragraphs: Sequence[Paragraph]
    source: str
    starts: Sequence[int]


def read(path: str, data: bytes, lexicon: Lexicon) -> Reading:
    """The article in a document and, if there are any, the comments in it."""
    try:
        package = Package(data)
        main = package.part(_MAIN)
        if main is None:
            return _failed(path, f"not a docx: the zip file holds no {_MAIN}")
        text = _text([*paragraphs(main), *_notes(package, "footnotes"), *_notes(package, "endnotes")])
        names = _known(package, "word/styles.xml", styles)
        targets = _known(package, "word/_rels/document.xml.rels", relations)
        comments = _notes(package, "comments")
        head = Head(_core(package))
    except (PackageError, WordError) as error:
        return _failed(path, str(error))
    number = 1 if comments else 0
    whole = Span(0, 0)
    parts = list(_parts(text, names, targets))
    documents = [assemble(path, text.source, lexicon, parts, (), head, Inside(whole, number))]
    if aside := list(_comments(text, comments)):
        inside = Inside(whole, 2, aside=True)
        documents.append(assemble(path, text.source, lexicon, aside, (), head, inside))
    return Reading(tuple(documents))


def _failed(path: str, message: str) -> Reading:
    return Reading((), (Mistake(path, None, None, message),))


def _notes(package: Package, name: str) -> list[Paragraph]:
    data = package.part(f"word/{name}.xml")
    return paragraphs(data) if data else []


def _known(package: Package, name: str, of: Callable[[bytes], dict[str, str]]) -> dict[str, str]:
    data = package.part(name)
    return of(data) if data else {}


def _core(package: Package) -> dict[str, str]:
    """What the document says of itself: title, author, and when it was made and changed."""
    said: dict[str, str] = {}
    stack: list[str] = []

    def closes(_: str) -> None:
        stack.pop()

    def text(piece: str) -> None:
        said[stack[-1].lower()] = said.get(stack[-1].lower(), "") + piece

    if data := package.part("docProps/core.xml"):
        parse(data, lambda name, _: stack.append(name), closes, text)
    return {("author" if name == "creator" else name): value.strip() for name, value in said.items()}


def _text(found: Sequence[Paragraph]) -> _Text:
    starts = list(accumulate((len(one.text) + 1 for one in found), initial=0))
    return _Text(found, "\n".join(one.text for one in found), starts[:-1])


def _parts(text: _Text, names: Mapping[str, str], targets: Mapping[str, str]) -> Iterator[Part]:
    """The paragraphs as blocks; one whose end was deleted goes on in the next."""
    headed = any(_region(one, names) == "headline" for one in text.paragraphs)
    segments: list[Segment] = []
    links: list[tuple[int, int, str]] = []
    region = ""
    for start, one in zip(text.starts, text.paragraphs, strict=True):
        segments.append(Segment(start, start + len(one.text)))
        links += ((start + low, start + high, targets[to]) for low, high, to in one.links if to in targets)
        if not region:
            region = _region(one, names)
            if region == "heading" and not headed and _FIRST.match(_style(one, names)):
                region, headed = "headline", True
        if not one.joined:
            yield Part(region, segments, links)
            segments, links, region = [], [], ""
    if segments:
        yield Part(region or "body", segments, links)


def _style(one: Paragraph, names: Mapping[str, str]) -> str:
    # without a list of styles, ids are the names without blanks
    return names.get(one.style) or re.sub(r"(?<=[a-z])(?=\d)", " ", one.style.lower())


def _region(one: Paragraph, names: Mapping[str, str]) -> str:
    style = _style(one, names)
    marked = next((region for pattern, region in _REGIONS if pattern.fullmatch(style)), "")
    return marked or ("table" if one.table else "list" if one.listed else "body")


def _comments(text: _Text, found: Sequence[Paragraph]) -> Iterator[Part]:
    """The comments, each for the words on which it hangs; one that hangs on none, for the end of the text."""
    places: dict[str, list[int]] = {}
    for start, one in zip(text.starts, text.paragraphs, strict=True):
        for mark in one.marks:
            if mark.kind.startswith("comment"):
                places.setdefault(mark.id, []).append(start + mark.offset)
    for one in found:
        if one.text.strip():
            hangs = places.get(one.owner) or [len(text.source)]
            yield Part("comment", [Segment(hangs[0], max(hangs), one.text)])
