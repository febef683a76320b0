"""What stands in the elements of an XML file, and where: expat reads it; nothing is expanded, nothing is fetched."""

import re
from collections.abc import Collection, Mapping, Sequence
from xml.parsers import expat

from newslint.patterns import regex
from newslint.readers.parts import Segment
from newslint.readers.plain import decode
from newslint.readers.tags import decoded
from newslint.records import NamedTuple

# More than any news file has: of elements inside each other, and of all.
DEEPEST = 500
MOST = 1_000_000
# Each is a place of its own to remember.
MOST_REFERENCES = 500_000
_DECLARED = regex(rb"\s{0,20}<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.-]{1,40})")
_CODECS = regex(r"(?:iso-8859-\d{1,2}|windows-125\d|cp125\d|us-ascii|latin-?1|koi8-[ru])", re.IGNORECASE)
_TAG = regex(r"<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_REFERENCE = regex(r"&[^;&<\s]{1,40};")


class Field(NamedTuple):
    """An element: the names that lead to it, its attributes, the stretch of its content and the text in it."""

    path: tuple[str, ...]
    attributes: Mapping[str, str]
    start: int
    end: int
    segments: Sequence[Segment]

    @property
    def name(self) -> str:
        return self.path[-1]


class Wrong(NamedTuple):
    """Where a file can be read no further, and why."""

    line: int
    column: int
    message: str


class Fields(NamedTuple):
    """The elements asked for, each after those inside it; ``root``: the name of the outermost."""

    root: str
    found: Sequence[Field]
    wrong: Wrong | None


def local(name: str) -> str:
    """A name without what stands before its colon."""
    return name.rpartition(":")[2]


def decode_xml(data: bytes) -> str:
    """The text of an XML file, in the encoding that it declares; raises UndecodableError."""
    declared = _DECLARED.match(data[:300])
    name = declared[1].decode("ascii", "replace") if declared else ""
    if not _CODECS.fullmatch(name):
        return decode(data)[0]
    # what calls itself Latin 1 has the quotation marks of Windows
    codec = "windows-1252" if name.lower() in {"iso-8859-1", "latin1", "latin-1", "us-ascii"} else name
    return data.decode(codec, "replace")


class _StopError(Exception):
    """Nothing further on is read; the message says why."""


def fields(source: str, wanted: Collection[str], whole: Collection[str] = (), most: int = MOST) -> Fields:
    """The elements of these names; of the content of those in ``whole`` only the stretch is told.

    What stands before a mistake in the file is read all the same.
    """
    reader = _Reader(source, frozenset(wanted), frozenset(whole), most)
    parser = expat.ParserCreate("utf-8")
    reader.parser = parser
    parser.buffer_text = False
    parser.StartElementHandler = reader.opens
    parser.EndElementHandler = reader.closes
    parser.CharacterDataHandler = reader.text
    # with this handler, expat expands no entity in the text
    parser.DefaultHandler = reader.other
    parser.EntityDeclHandler = reader.declares
    # entities that nobody declares, such as those of HTML, are told to that handler, too, and are no mistake
    parser.UseForeignDTD(True)  # noqa: FBT003 - expat's own signature
    wrong = None
    try:
        parser.Parse(source.encode("utf-8", "replace"), True)  # noqa: FBT003 - expat's own signature
    except _StopError as error:
        wrong = reader.place(parser.CurrentByteIndex, str(error))
    except expat.ExpatError as error:
        wrong = reader.place(parser.ErrorByteIndex, f"not well-formed XML: {expat.ErrorString(error.code)}")
    reader.finish()
    return Fields(reader.root, reader.found, wrong)


class _Open(NamedTuple):
    name: str
    attributes: Mapping[str, str]
    start: int
    segments: list[Segment] | None


class _Reader:
    """The handlers, and what they have found so far."""

    def __init__(self, source: str, wanted: frozenset[str], whole: frozenset[str], most: int) -> None:
        self.source = source
        self.wanted = wanted
        self.whole = whole
        self.left = most
        self.references = MOST_REFERENCES
        self.ascii = source.isascii()
        self.data = b"" if self.ascii else source.encode("utf-8", "replace")
        self.bytes = self.chars = 0
        self.parser: expat.XMLParserType | None = None
        self.root = ""
        # of what was not asked for, the name alone
        self.stack: list[_Open | str] = []
        self.texts: list[list[Segment]] = []
        self.inside = 0
        self.found: list[Field] = []

    def here(self) -> int:
        """The offset, in characters, of what expat speaks of."""
        index = self.parser.CurrentByteIndex if self.parser else 0
        return self.at(index)

    def at(self, index: int) -> int:
        if self.ascii:
            return index
        if index > self.bytes:
            self.chars += len(self.data[self.bytes : index].decode("utf-8", "ignore"))
            self.bytes = index
        return self.chars

    def place(self, index: int, message: str) -> Wrong:
        at = min(max(0, self.at(max(0, index))), len(self.source))
        line = self.source.count("\n", 0, at) + 1
        return Wrong(line, at - self.source.rfind("\n", 0, at), message)

    def opens(self, name: str, attributes: dict[str, str]) -> None:
        self.left -= 1
        if self.left < 0:
            raise _StopError("more elements than any news file has")
        if len(self.stack) + self.inside >= DEEPEST:
            raise _StopError(f"elements nested more than {DEEPEST} deep")
        if self.inside:
            self.inside += 1
            return
        plain = local(name) if ":" in name else name
        taken = plain in self.whole
        if not taken and plain not in self.wanted and self.root:
            self.stack.append(name)
            return
        self.root = self.root or name
        tag = _TAG.match(self.source, self.here())
        segments: list[Segment] | None = None if taken else []
        self.stack.append(_Open(name, attributes, tag.end() if tag else self.here(), segments))
        if segments is not None:
            self.texts.append(segments)
        self.inside = 1 if taken else 0

    def closes(self, _: str) -> None:
        if self.inside > 1:
            self.inside -= 1
            return
        self.inside = 0
        if isinstance(self.stack[-1], str):
            self.stack.pop()
        else:
            self._close(self.here())

    def _close(self, end: int) -> None:
        path = tuple(one if isinstance(one, str) else one.name for one in self.stack[-4:])
        one = self.stack.pop()
        if isinstance(one, str):
            return
        if one.segments is not None:
            self.texts.pop()
        self.found.append(Field(path, one.attributes, one.start, max(one.start, end), one.segments or ()))

    def text(self, said: str) -> None:
        if not self.texts or self.inside:
            return
        start = self.here()
        if self.source.startswith(said, start):
            self.texts[-1].append(Segment(start, start + len(said)))
        elif said == "\n":
            self.texts[-1].append(Segment(start, start + (2 if self.source.startswith("\r\n", start) else 1), said))
        elif reference := _REFERENCE.match(self.source, start):
            self.references -= 1
            if self.references < 0:
                raise _StopError(f"more than {MOST_REFERENCES} references to characters")
            self.texts[-1].append(Segment(*reference.span(), said))

    def other(self, said: str) -> None:
        if said.startswith("&") and self.texts and not self.inside:
            start = self.here()
            meant = decoded(said)
            self.texts[-1].append(Segment(start, start + len(said), said if meant is None else meant))

    def declares(self, *_: object) -> None:
        raise _StopError("declares entities of its own; newslint expands none")

    def finish(self) -> None:
        """Closes what the file leaves open."""
        end = min(self.here(), len(self.source)) if self.stack else 0
        while self.stack:
            self._close(end)
