"""Regular expressions of rules, on RE2: linear in the text, whatever the expression."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from newslint.document import Document
from newslint.matching.narrow import latin, narrowed
from newslint.matching.pattern import Found
from newslint.matching.required import required
from newslint.matching.signs import Signs
from newslint.matching.slots import Condition, text_value
from newslint.matching.together import encoded as in_bytes
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.text import word_ends, word_starts


class RegexError(ValueError):
    """A regular expression that RE2 refuses."""


class Read(NamedTuple):
    """An expression as a rule has it, found sound; can be kept in a file.

    ``view``: which text it sees; ``names``: its groups; ``signs``: what an article must hold for it to match.
    """

    source: str
    any_case: bool
    view: str
    names: frozenset[str]
    signs: Signs


class Expression:
    """An expression ready to run; RE2 compiles it when it is first asked for."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.names = read.names
        # by the last of the Latin letters to which an article keeps
        self._narrow: dict[int, Any] = {}
        # RE2 knows word boundaries of ASCII alone: at the ends of a match they are checked again
        self.edges = (read.source.startswith(r"\b"), read.source.endswith(r"\b"))

    @cached_property
    def program(self) -> Any:  # noqa: ANN401 - re2 has no types
        return _program(self.read.source, any_case=self.read.any_case)

    def suited(self, document: Document) -> Any:  # noqa: ANN401 - as above
        """The expression as it is best run on an article."""
        last = latin(document, self.read.view)
        if last not in self._narrow:
            source = narrowed(self.read.source, last) if last else None
            self._narrow[last] = _program(source, any_case=self.read.any_case) if source else self.program
        return self._narrow[last]


def _program(source: str, *, any_case: bool) -> Any:  # noqa: ANN401 - re2 has no types
    import re2

    options = re2.Options()
    options.case_sensitive = not any_case
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        return re2.compile("(?m)" + source, options)
    except re2.error as error:
        text = error.args[0] if error.args else error
        raise RegexError(text.decode() if isinstance(text, bytes) else str(text)) from None


def read_expression(source: str, *, any_case: bool, raw: bool) -> Read:
    """Checks an expression that sees one paragraph a line, ``^`` and ``$`` being its ends; raises RegexError."""
    names = frozenset(_program(source, any_case=any_case).groupindex)
    view = "raw" if raw else "plain"
    return Read(source, any_case, view, names, required(source, any_case=any_case, view=view))


def search(
    expression: Expression, document: Document, where: Sequence[Condition], regions: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """All matches that hold a character; the group ``report`` is the part to report, else the whole match.

    ``regions``: those that are looked at, if not all.
    """
    view = expression.read.view
    text = getattr(document.folded, view)
    encoded = in_bytes(document, view)
    program = expression.suited(document)
    groups = program.groupindex
    offsets = _Offsets(encoded, plain=len(encoded) == len(text))
    for match in _matches(program, document, text, encoded, regions):
        start, end = offsets.span(match.span())
        if start == end or not _whole(expression, text, start, end):
            continue
        slots = {
            name: text_value(document, *offsets.span(match.span(at)))
            for name, at in groups.items()
            if match.start(at) >= 0
        }
        if all(condition(slots) for condition in where):
            whole = Span(start, end)
            yield Found(slots["report"].span if "report" in slots else whole, whole, slots)


def _matches(
    program: Any,  # noqa: ANN401 - as above
    document: Document,
    text: str,
    encoded: bytes,
    regions: frozenset[str],
) -> Iterator[Any]:
    """All matches in an article, or in each block of some regions."""
    if not regions:
        yield from program.finditer(encoded)
        return
    at = known = 0
    for block in document.blocks:
        if block.region in regions:
            first = known + len(text[at : block.start].encode("utf-8", "surrogatepass"))
            at, known = block.end, first + len(text[block.start : block.end].encode("utf-8", "surrogatepass"))
            yield from program.finditer(encoded, first, known)


class _Offsets:
    """Offsets in bytes as offsets in characters; each is counted from the one before."""

    def __init__(self, encoded: bytes, *, plain: bool) -> None:
        self._encoded = encoded
        self._plain = plain
        self._at = (0, 0)

    def span(self, span: tuple[int, int]) -> tuple[int, int]:
        return span if self._plain else (self._character(span[0]), self._character(span[1]))

    def _character(self, offset: int) -> int:
        known, characters = self._at
        between = self._encoded[min(known, offset) : max(known, offset)]
        # every byte but those that go on with a character begins one
        count = len(between) - len(between.translate(None, _BEGINNING))
        characters += count if offset > known else -count
        self._at = offset, characters
        return characters


_BEGINNING = bytes(code for code in range(256) if code & 0xC0 != 0x80)


def _whole(expression: Expression, text: str, start: int, end: int) -> bool:
    begins, ends = expression.edges
    return (not begins or word_starts(text, start)) and (not ends or word_ends(text, end))
