"""The paragraphs of WordprocessingML: what a reader sees once all changes are accepted, with notes and links."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from newslint.records import NamedTuple

# More than any article has: of elements inside each other, and of all.
DEEPEST = 500
MOST = 300_000
# What stands in these is no text of the document: deleted, moved away, or said twice.
_SKIPPED = frozenset("del moveFrom Fallback pPrChange rPrChange sectPr tblPr trPr tcPr".split())
# Stands for a line break inside a paragraph: to rules a blank, and no new line of the file.
BREAK = "\u2028"
_SIGNS = {"tab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


Opens = Callable[[str, Mapping[str, str]], None]


class WordError(ValueError):
    """A part that cannot be read; the message says why."""


class Mark(NamedTuple):
    """Where a comment begins or ends, or a note is called: the character of the paragraph, from 0."""

    kind: str
    id: str
    offset: int


class Paragraph(NamedTuple):
    """A paragraph; ``owner``: the id of the comment or note that it belongs to; ``joined``: the next one goes on in it.

    ``links``: stretches that lead somewhere, with the id of the relation.
    """

    text: str
    style: str = ""
    listed: bool = False
    table: bool = False
    owner: str = ""
    joined: bool = False
    marks: tuple[Mark, ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


class _Open:
    """A paragraph that is being read."""

    def __init__(self, *, table: bool, owner: str) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.style = ""
        self.listed = self.joined = False
        self.table = table
        self.owner = owner
        self.marks: list[Mark] = []
        self.links: list[tuple[int, int, str]] = []
        self.link = (0, "")

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def paragraphs(data: bytes) -> list[Paragraph]:
    """The paragraphs of a part, in order; raises WordError."""
    reader = _Reader()
    parse(data, reader.opens, reader.closes, reader.said)
    return reader.found


def styles(data: bytes) -> dict[str, str]:
    """The names of a document's styles, by their ids: ids are in the writer's language, names are not."""
    found: dict[str, str] = {}
    current = ""

    def opens(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal current
        if name == "style":
            current = attributes.get("styleId", "")
        elif name == "name" and current:
            found.setdefault(current, attributes.get("val", "").lower())

    parse(data, opens, lambda _: None, lambda _: None)
    return found


def relations(data: bytes) -> dict[str, str]:
    """The addresses that links lead to, by the id of the relation."""
    found: dict[str, str] = {}

    def opens(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") == "External":
            found[attributes.get("Id", "")] = attributes.get("Target", "")

    parse(data, opens, lambda _: None, lambda _: None)
    return found


def parse(data: bytes, opens: Opens, closes: Callable[[str], None], said: Callable[[str], None]) -> None:
    """Reads a part; names and the names of attributes come without their prefix. Raises WordError."""
    left, deep = MOST, 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal left, deep
        left, deep = left - 1, deep + 1
        if left < 0 or deep > DEEPEST:
            raise WordError("more elements than any article has" if left < 0 else f"nested more than {DEEPEST} deep")
        opens(name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def closed(name: str) -> None:
        nonlocal deep
        deep -= 1
        closes(name.rpartition(":")[2])

    def declares(*_: object) -> None:
        raise WordError("declares entities of its own; newslint expands none")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = said
    parser.EntityDeclHandler = declares
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        raise WordError(f"not well-formed XML: {expat.ErrorString(error.code)}") from None


class _Reader:
    """What has been read so far: paragraphs that are open inside each other, and those that are closed."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self.open: list[_Open] = []
        self.skipped = self.tables = self.texts = 0
        self.owner = ""
        self.hidden = False
        self.properties = False

    def opens(self, name: str, attributes: Mapping[str, str]) -> None:
        # in the properties of a paragraph, these speak of the mark at its end
        of_the_end = self.properties and name in {"del", "moveFrom"}
        if self.skipped or (name in _SKIPPED and not of_the_end):
            self.skipped += 1
        elif name == "p":
            self.open.append(_Open(table=self.tables > 0, owner=self.owner))
        elif name == "tbl":
            self.tables += 1
        elif name in {"comment", "footnote", "endnote"}:
            # what parts notes from the text is kept as a note, too
            self.owner = attributes.get("id", "") if attributes.get("type", "normal") == "normal" else "-"
        elif self.open:
            self._inside(name, attributes, self.open[-1])

    def _inside(self, name: str, attributes: Mapping[str, str], here: _Open) -> None:  # noqa: C901 - one case a name
        match name:
            case "pPr":
                self.properties = True
            case "pStyle":
                here.style = attributes.get("val", "")
            case "numPr":
                here.listed = True
            case "del" | "moveFrom":
                here.joined = True
            case "r":
                self.hidden = False
            case "vanish":
                self.hidden = not self.properties and attributes.get("val", "1") not in {"0", "false"}
            case "t":
                self.texts += 1
            case "hyperlink":
                here.link = here.length, attributes.get("id", "")
            case (
                "commentRangeStart" | "commentRangeEnd" | "commentReference" | "footnoteReference" | "endnoteReference"
            ):
                here.marks.append(Mark(name, attributes.get("id", ""), here.length))
            case _ if name in _SIGNS and not self.properties:
                here.add(_SIGNS[name])

    def closes(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif name == "p" and self.open:
            self._close(self.open.pop())
        elif name == "tbl":
            self.tables -= 1
        elif name in {"comment", "footnote", "endnote"}:
            self.owner = ""
        elif name == "pPr":
            self.properties = False
        elif name == "t":
            self.texts -= 1
        elif name == "hyperlink" and self.open:
            here = self.open[-1]
            here.links.append((here.link[0], here.length, here.link[1]))

    def _close(self, one: _Open) -> None:
        if one.owner != "-":
            text = "".join(one.pieces)
            marks, links = tuple(one.marks), tuple(one.links)
            self.found.append(Paragraph(text, one.style, one.listed, one.table, one.owner, one.joined, marks, links))

    def said(self, text: str) -> None:
        if self.texts and self.open and not self.skipped and not self.hidden:
            # a line break in the XML is none in the document
            self.open[-1].add(text.replace("\r", " ").replace("\n", " "))
