"""What YAML is read to: texts, lists and mappings that know their places, and the way to the place of any value."""

from itertools import islice
from typing import Literal

from newslint.patterns import regex
from newslint.records import NamedTuple

# The advice wherever YAML took a sentence for something else.
QUOTE = "put quotes around the line"

Style = Literal["plain", "quoted", "block"]


class Scalar(NamedTuple):
    """A text. ``written`` is the same with its quotes, escapes and line breaks, as the file has it."""

    value: str
    line: int
    column: int
    style: Style = "plain"
    written: str = ""


class Sequence(NamedTuple):
    """A list; ``flow`` when it is written in brackets."""

    items: tuple["Node", ...]
    line: int
    column: int
    flow: bool = False


class Mapping(NamedTuple):
    """Keys with their values, a key given twice included; ``flow`` when it is written in braces."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int
    flow: bool = False


Node = Scalar | Sequence | Mapping

# One match a character that is no blank, escapes and doubled quotes included: these line up with the value's own,
# however the lines are folded.
_INK = {
    "plain": regex(r"[^ \t\r\n\x85\u2028\u2029]"),
    "'": regex(r"''|[^ \t\r\n\x85\u2028\u2029]"),
    '"': regex(r"\\(?:x\w\w|u\w{4}|U\w{8}|[^nrtNLP \t\r\nxuU])|[^\\ \t\r\n\x85\u2028\u2029]"),
}


def shown(key: str) -> str:
    """A key as a message may show it: on one line, cut where it is long."""
    key = " ".join(key.split())
    return key if len(key) <= 40 else key[:39] + "…"


def where(node: Node, *keys: str | int, offset: int | None = None) -> tuple[int, int]:
    """Line and column of the value that the keys and indices lead to, or of as much of the way as there is.

    With ``offset``, the place of that character of a text, through quotes, escapes and folded lines.
    """
    for key in keys:
        step = _step(node, key)
        if step is None:
            return node.line, node.column
        node = step
    if offset is None or not isinstance(node, Scalar):
        return node.line, node.column
    return _inside(node, offset)


def _step(node: Node, key: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((value for name, value in node.pairs if name.value == key), None)
    if isinstance(node, Sequence):
        return node.items[key] if isinstance(key, int) and key < len(node.items) else None
    return node if key == 0 else None


def _inside(scalar: Scalar, offset: int) -> tuple[int, int]:
    """The place of a character: as many characters that are not blank stand before it in the file as in the value."""
    text, value = scalar.written, scalar.value
    ink = _INK.get(text[:1], _INK["plain"]) if scalar.style == "quoted" else _INK["plain"]
    body = text.find("\n") + 1 if scalar.style == "block" else int(scalar.style == "quoted")
    before = sum(1 for _ in _INK["plain"].finditer(value, 0, offset))
    on_ink = bool(_INK["plain"].match(value, offset))
    found = next(islice(ink.finditer(text, body), max(before - (not on_ink), 0), None), None)
    at = body if found is None else found.start() if on_ink or not before else found.end()
    lines = text.count("\n", 0, at)
    return scalar.line + lines, at - text.rfind("\n", 0, at) if lines else scalar.column + at
