"""What comments and front matter ask of newslint: which rules to leave out, where, why and until when."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.comments import Comment
from newslint.document import Document, line_starts
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span
from newslint.yamlnodes import Mapping, Scalar, Sequence

WORDS = ("ignore", "ignore-file", "off", "on")
_UNTIL = regex(r"[\s,;(]*\buntil:\s*(\d[\w-]*)[\s,;)]*")
_HEAD = regex(r"([\w-]*)[\s]*")
_ASKED = regex(r"^[\s{\[\"']*newslint\b", re.MULTILINE)
_NAME = regex(r"[^\s,]+")


class Directive(NamedTuple):
    """One suppression.

    ``scopes``: the stretches it speaks of; ``wrong``: why it cannot be followed; ``open``: it is never closed.
    """

    span: Span
    word: str
    names: tuple[str, ...]
    scopes: tuple[Span, ...] = ()
    reason: str = ""
    until: datetime.date | None = None
    wrong: str = ""
    open: bool = False


def directives(document: Document) -> list[Directive]:
    """The suppressions of an article, in order, each with the stretches it speaks of."""
    found = [_read(comment) for comment in document.comments]
    alone = [comment.alone for comment in document.comments]
    whole = Span(0, len(document.source) + 1)
    found = [
        one._replace(scopes=(whole,)) if one.word == "ignore-file"
        else one._replace(scopes=_beside(document, one.span, alone=by_itself)) if one.word == "ignore"
        else one
        for one, by_itself in zip(found, alone, strict=True)
    ]  # fmt: skip
    front = [one._replace(scopes=(whole,)) for one in _front(document)]
    return front + _ranges(found, len(document.source) + 1)


def _read(comment: Comment) -> Directive:
    span = Span(comment.start, comment.end)
    body = comment.body
    head = _HEAD.match(body)
    word = head[1] if head else ""
    if not comment.closed:
        return Directive(span, word, (), open=True)
    rest = body[head.end() :] if head else ""
    until, wrong = None, ""
    if given := _UNTIL.search(rest):
        rest = f"{rest[: given.start()]} {rest[given.end() :]}"
        try:
            until = datetime.date.fromisoformat(given[1])
        except ValueError:
            wrong = f"“{given[1]}” is no date; expected one such as 2027-01-31"
    names, _, reason = rest.partition(":")
    if word not in WORDS:
        wrong = f"“{word}” is not known; expected {', '.join(WORDS[:-1])} or {WORDS[-1]}"
    elif word != "on" and not names.strip():
        wrong = f"“{word}” names no rule; expected rules, families or all"
    return Directive(span, word, tuple(_NAME.findall(names)), (), " ".join(reason.split()), until, wrong)


def _beside(document: Document, span: Span, *, alone: bool) -> tuple[Span, ...]:
    """The paragraph after a comment on a line of its own, else the one it stands in."""
    blocks = document.source_blocks
    starts = document.memo("source-block-starts", lambda: [block.start for block in blocks])
    after = bisect_right(starts, span.end)
    if alone:
        return tuple(Span(block.start, block.end) for block in blocks[after : after + 1])
    for offset in (max(span.start - 1, 0), span.end):
        at = bisect_right(starts, offset) - 1
        if at >= 0 and offset <= blocks[at].end > blocks[at].start:
            return (Span(blocks[at].start, blocks[at].end),)
    # it stands between two paragraphs on one line: the page's source is no more than that
    return tuple(Span(block.start, block.end) for block in blocks[after : after + 1]) or (Span(span.end, span.end + 1),)


def _ranges(found: list[Directive], end: int) -> list[Directive]:
    """Gives each ``off`` the stretches up to the ``on`` that ends it; what it names is off already: no stretch."""
    running: dict[str, tuple[int, int]] = {}
    scopes: dict[int, dict[str, Span]] = {}
    kept = list(found)
    for at, one in enumerate(found):
        if one.wrong or one.word not in {"off", "on"}:
            continue
        if one.word == "off":
            for name in one.names:
                running.setdefault(name, (at, one.span.end))
            continue
        closing = [name for name in (one.names or tuple(running)) if name in running]
        if not closing:
            kept[at] = one._replace(wrong="“on” ends nothing: nothing of the kind is off here")
        for name in closing:
            first, start = running.pop(name)
            scopes.setdefault(first, {})[name] = Span(start, one.span.start)
    for name, (first, start) in running.items():
        scopes.setdefault(first, {})[name] = Span(start, end)
        kept[first] = kept[first]._replace(open=True)
    for at, by_name in scopes.items():
        names = kept[at].names
        kept[at] = kept[at]._replace(scopes=tuple(by_name.get(name, Span(0, 0)) for name in names))
    return kept


def _front(document: Document) -> Iterator[Directive]:
    """``newslint: {ignore: [rule, …]}`` in the front matter."""
    if "newslint" not in document.front_matter:
        return
    starts = line_starts(document.source)
    node = _front_node(document)
    if node is None and _ASKED.search(document.front_matter):
        yield Directive(Span(0, 3), "ignore-file", (), wrong="the front matter cannot be read; what it ignores is not")
    for key, value in node.pairs if node else ():
        for inner, names in value.pairs if key.value == "newslint" and isinstance(value, Mapping) else ():
            listed = names.items if isinstance(names, Sequence) else (names,)
            for one in listed:
                if isinstance(one, Scalar):
                    start = starts[one.line - 1] + one.column - 1 + (one.style == "quoted")
                    span = Span(start, start + len(one.value))
                    known = inner.value == "ignore"
                    wrong = "" if known else f"“{inner.value}” is not known here; expected ignore"
                    yield Directive(span, "ignore-file", tuple(_NAME.findall(one.value)), wrong=wrong)


def _front_node(document: Document) -> Mapping | None:
    """The front matter with the places that its values have in the file; None where it cannot be read."""
    from newslint import tomlnodes, yamlevents

    front = document.front_matter
    mark = front[:3]
    if mark in {"---", "+++"}:
        # its fences are no part of it; a comment keeps the lines as they are counted
        front = f"#{front[1:].rstrip()[: -len(mark)]}"
    node = tomlnodes.read(front, "", ())[0] if mark == "+++" else yamlevents.read(front, "")[0]
    return node if isinstance(node, Mapping) else None
