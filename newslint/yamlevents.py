"""YAML text read to a light tree whose every value knows its place: no types, no aliases, no depth.

Scalars stay as they are written, so that ``no``, ``12:30`` and ``2021-12-30`` mean themselves.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newslint.finding import Mistake
from newslint.patterns import regex
from newslint.yamlnodes import QUOTE, Mapping, Node, Scalar, Sequence, shown

if TYPE_CHECKING:
    import yaml

DEPTH = 20
EVENTS = 200_000

_Wrong = tuple[int, int, str]

# What YAML admits; both parsers refuse the rest, but neither says in which line.
_FORBIDDEN = regex("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY_ALONE = regex(r"[ ]*[\w-]+")
_SWALLOWED = regex(r"[ \t]*#\w[^\r\n]*")
_CLOSED = {
    "[": f"“[” begins a list here, but more text follows its end; {QUOTE}",
    "{": f"“{{” begins a mapping here, but more text follows its end; {QUOTE}",
    '"': f"text follows the quotation mark that ends this; {QUOTE}, single ones if it has double ones inside",
    "'": f"text follows the quotation mark that ends this; {QUOTE}, double ones if it has apostrophes inside",
}
_TAKEN = {"*": "aliases are not used here", "&": "anchors are not used here", "!": "tags are not used here"}

# What the parser says (context; problem), whether its context is the place to report, and what an editor is told.
_SYNTAX = (
    ("tab", False, "a tab is used for indentation; use blanks"),
    ("escape character", False, "a backslash inside double quotes must be written twice, or use single quotes"),
    ("decimal", False, "a backslash inside double quotes must be written twice, or use single quotes"),
    ("quoted scalar", True, f"this quotation mark is never closed; close it, or, if it belongs to the text, {QUOTE}"),
    ("flow sequence", True, f"“[” begins a list here that “]” does not end; if it belongs to the text, {QUOTE}"),
    ("flow mapping", True, f"“{{” begins a mapping here that “}}” does not end; if it belongs to the text, {QUOTE}"),
    ("a directive", True, f"a line cannot begin with “%”; {QUOTE}"),
    ("cannot start any token", False, f"a text cannot begin with “{{sign}}”; {QUOTE}"),
    ("an alias", True, f"a text cannot begin with “{{sign}}”; {QUOTE}"),
    ("an anchor", True, f"a text cannot begin with “{{sign}}”; {QUOTE}"),
    ("a tag", True, f"a text cannot begin with “{{sign}}”; {QUOTE}"),
    ("block scalar", True, f"the text that “{{sign}}” announces begins on the next line, indented; else {QUOTE}"),
    ("mapping values", False, f"“: ” makes what stands before it a key; {QUOTE}"),
    ("simple key", True, "expected “key: value”; a line that continues the text above must be indented more"),
    ("sequence entries", False, f"a list must begin on a line of its own; if “- ” belongs to the text, {QUOTE}"),
    ("node content", False, f"a text cannot begin with “{{sign}}”; {QUOTE}"),
    ("'-' indicator", False, f"expected “- ” in line with the items above; check the indentation, or {QUOTE}"),
    ("", False, f"this does not follow from the line above; check the indentation, or {QUOTE}"),
)


class _RefusedError(Exception):
    """Nothing after this can be read; carries the index in the source and the message."""

    def __init__(self, index: int, message: str) -> None:
        super().__init__(message)
        self.index = index


def read(source: str, path: str) -> tuple[Node | None, list[Mistake]]:
    """Reads one YAML document; a syntax error leaves no node, lesser mistakes (a key given twice) do."""
    source = source.removeprefix("\ufeff")
    place = _placer(source)
    found: list[_Wrong] = []
    node: Node | None = None
    try:
        node = _compose(source, place, found)
    except _RefusedError as refused:
        found.append((*place(refused.index), str(refused)))
    return node, [Mistake(path, *wrong) for wrong in sorted(found)]


def _placer(source: str) -> Callable[[int], tuple[int, int]]:
    """From an index to line and column; the parser's lines end at U+2028 too, an editor's do not."""
    starts = [0, *(found.end() for found in re.finditer("\n" if "\n" in source else "\r", source))]

    def place(index: int) -> tuple[int, int]:
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    return place


def _compose(source: str, place: Callable[[int], tuple[int, int]], found: list[_Wrong]) -> Node:
    """Builds the tree, without recursion; what is wrong but can be read over goes to ``found``."""
    import yaml

    pending: list[tuple[yaml.CollectionStartEvent, list[Node]]] = []
    nodes: list[Node] = []
    for event in _events(source):
        start = place(_index(event.start_mark))
        if isinstance(event, yaml.NodeEvent) and (event.anchor or getattr(event, "tag", None)):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
            found.append((*start, f"{_TAKEN[sign]}; if “{sign}” belongs to the text, {QUOTE}"))
        if isinstance(event, yaml.AliasEvent):
            nodes.append(Scalar(source[_index(event.start_mark) : _index(event.end_mark)], *start))
        elif isinstance(event, yaml.ScalarEvent):
            nodes.append(_scalar(event, source, start, found))
        elif isinstance(event, yaml.CollectionStartEvent):
            pending.append((event, nodes))
            nodes = []
        elif isinstance(event, yaml.CollectionEndEvent):
            opening, outer = pending.pop()
            start, flow = place(_index(opening.start_mark)), bool(opening.flow_style)
            if isinstance(event, yaml.SequenceEndEvent):
                outer.append(Sequence(tuple(nodes), *start, flow))
            else:
                outer.append(Mapping(_pairs(nodes, found), *start, flow))
            nodes = outer
    if not nodes or (isinstance(nodes[0], Scalar) and not (nodes[0].value or nodes[0].written)):
        raise _RefusedError(0, "the file is empty")
    return nodes[0]


def _events(source: str) -> Iterator["yaml.Event"]:
    """The parser's events, as far as depth and number are reasonable: much deeper, libyaml crashes."""
    import yaml

    if bad := _FORBIDDEN.search(source):
        raise _RefusedError(bad.start(), f"the character U+{ord(bad[0]):04X} cannot stand in a YAML file")
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    opened: list[tuple[int, bool]] = []
    closed: tuple[int, int] | None = None
    documents = 0
    try:
        for count, event in enumerate(yaml.parse(source, Loader=loader)):
            start, end = _index(event.start_mark), _index(event.end_mark)
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append((start, bool(event.flow_style)))
            elif isinstance(event, yaml.CollectionEndEvent):
                begin, flow = opened.pop()
                closed = (begin, end) if flow else closed  # a block also ends just before an error in it is raised
            else:
                closed = start, end
            documents += isinstance(event, yaml.DocumentStartEvent)
            if len(opened) > DEPTH:
                raise _RefusedError(start, f"nested more than {DEPTH} deep; expected a flatter file")
            if documents > 1:
                raise _RefusedError(start, "a second document begins here; expected one in a file")
            if count > EVENTS:
                raise _RefusedError(start, f"the file is too long; expected at most {EVENTS} keys and values")
            yield event
    except yaml.MarkedYAMLError as error:
        raise _explained(error, source, closed) from error


def _index(mark: object) -> int:
    """Where a parser's mark stands; the two parsers have a type each for it."""
    index: int = getattr(mark, "index", 0)
    return index


def _explained(error: "yaml.MarkedYAMLError", source: str, closed: tuple[int, int] | None) -> _RefusedError:
    """What an editor is told about a syntax error; ``closed`` is the quotation or bracket that ended just before it."""
    here = min(_index(error.problem_mark), len(source))
    there = min(_index(error.context_mark), len(source)) if error.context_mark else here
    said = f"{error.context}; {error.problem}"
    if closed and source[closed[0] : closed[0] + 1] in _CLOSED and not source[closed[1] : here].strip(" \t"):
        return _RefusedError(closed[0], _CLOSED[source[closed[0]]])
    if source[here : here + 1] == "\t":
        said = "tab"
    needle, at_context, message = next(row for row in _SYNTAX if row[0] in said)
    if needle == "mapping values" and _KEY_ALONE.fullmatch(source, source.rfind("\n", 0, here) + 1, here):
        message = "a key cannot stand here; check the indentation, and the line above for a missing “: ” or quote"
    index = there if at_context else here
    return _RefusedError(index, message.replace("{sign}", source[index : index + 1]))


def _scalar(event: "yaml.ScalarEvent", source: str, start: tuple[int, int], found: list[_Wrong]) -> Scalar:
    """A scalar as written; ``#1`` that YAML would drop as a comment is kept, and reported."""
    begin, end = _index(event.start_mark), _index(event.end_mark)
    if event.style:
        return Scalar(event.value, *start, "quoted" if event.style in "'\"" else "block", source[begin:end])
    value = event.value
    if (lost := _SWALLOWED.match(source, end)) and (" " in value or not value):
        found.append((*start, f"“#” makes the rest of the line a comment; {QUOTE}, or a blank after “#” if it is one"))
        return Scalar((value + lost[0]).strip(), *start, "plain")
    return Scalar(value, *start, "plain", source[begin:end])


def _pairs(nodes: list[Node], found: list[_Wrong]) -> tuple[tuple[Scalar, Node], ...]:
    """Keys and values out of their alternation; a key that is no text is reported and left out."""
    pairs = []
    first: dict[str, int] = {}
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            found.append((key.line, key.column, f"a list or a mapping cannot be a key; {QUOTE}"))
            continue
        if key.value in first:
            message = f"`{shown(key.value)}` is given twice; first on line {first[key.value]}"
            found.append((key.line, key.column, message))
        first.setdefault(key.value, key.line)
        pairs.append((key, value))
    return tuple(pairs)
