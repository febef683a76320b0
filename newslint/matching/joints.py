"""How the parts of a template join: blanks beside optional parts, and words that have brackets inside them."""

import re
from itertools import pairwise, product

from newslint.matching.tree import Blank, Choice, Literal, Mark, Node, Sequence, Slot, TemplateError
from newslint.patterns import regex
from newslint.text import is_word

# One word with brackets in it is written out to at most so many.
_MOST_WORDS = 64
_PIECE = regex(r"[\w'’-]+|.", re.DOTALL)


def settle_blanks(nodes: Sequence) -> Sequence:
    """Moves a blank beside an optional part into it, so that ``(the)? war`` also matches “war” at a sentence's start.

    A part that hangs on to what stands before or after it keeps the blanks as they are: ``Bonn(, Germany)? on``.
    """
    done: list[Node] = []
    rest = list(nodes)
    while rest:
        node = rest.pop()
        if isinstance(node, Choice):
            branches = node.branches
            if () in branches:
                branches = _with_blank(branches, rest, done)
            node = Choice(tuple(settle_blanks(branch) for branch in branches))
        done.append(node)
    return tuple(reversed(done))


def _with_blank(branches: tuple[Sequence, ...], rest: list[Node], done: list[Node]) -> tuple[Sequence, ...]:
    """Takes the blank after an optional part, else the one before it, into its branches, if the part stands free."""
    before = next((node for node in reversed(rest) if not isinstance(node, Mark)), None)
    after = next((node for node in reversed(done) if not isinstance(node, Mark)), None)
    if done and isinstance(done[-1], Blank):
        hangs = any(branch and not _edges(branch[0], first=True) for branch in branches)
        if before is None or isinstance(before, Blank) or not (_edges(before, first=False) or hangs):
            blank = done.pop()
            return tuple((*_without_blanks(branch), blank) if branch else () for branch in branches)
    elif rest and isinstance(rest[-1], Blank) and (after is None or not _edges(after, first=True)):
        blank = rest.pop()
        return tuple((blank, *_without_blanks(branch)) if branch else () for branch in branches)
    return branches


def _without_blanks(nodes: Sequence) -> Sequence:
    """A branch without blanks at its ends."""
    first, last = 0, len(nodes)
    while first < last and isinstance(nodes[first], Blank):
        first += 1
    while first < last and isinstance(nodes[last - 1], Blank):
        last -= 1
    return nodes[first:last]


def write_out(nodes: Sequence) -> Sequence:
    """Writes out words that have alternatives inside: ``trip(s)?`` is ``(trips|trip)``, for only whole words match."""
    nodes = tuple(
        Choice(tuple(write_out(branch) for branch in node.branches)) if isinstance(node, Choice) else node
        for node in nodes
    )
    done: list[Node] = []
    run: list[Node] = []
    for node in (*nodes, None):
        if node is not None and _texts(node) is not None:
            run.append(node)
            continue
        done += _words_of(run)
        run = []
        if node is not None:
            done.append(node)
    _check_joints(done)
    return tuple(done)


def _texts(node: Node) -> list[str] | None:
    """The texts that a node of plain text stands for; None for any other node."""
    if isinstance(node, Literal):
        return None if node.inflect else [node.text]
    if not isinstance(node, Choice):
        return None
    found = []
    for branch in node.branches:
        parts = [one.text if isinstance(one, Literal) and not one.inflect else None for one in branch]
        if None in parts:
            return None
        found.append("".join(part or "" for part in parts))
    return found


def _words_of(run: list[Node]) -> list[Node]:
    """A run of plain texts as it is, or, where letters of two parts meet, as all the words it stands for."""
    options = [texts for node in run if (texts := _texts(node)) is not None]
    size = 1
    for texts in options:
        size *= len(texts)
    if size == 1 or len(run) == 1:
        return run
    if size > _MOST_WORDS:
        raise TemplateError(f"a word with brackets in it stands for more than {_MOST_WORDS} words; write them out", 0)
    combinations = list(product(*options))
    if not any(is_word(a[-1]) and is_word(b[0]) for parts in combinations for a, b in pairwise(filter(None, parts))):
        return run
    words = dict.fromkeys("".join(parts) for parts in combinations)
    return [Choice(tuple(tuple(Literal(piece) for piece in _PIECE.findall(word)) for word in words))]


def _check_joints(nodes: list[Node]) -> None:
    """Letters that meet without a blank between can match nothing: say so while the rule is read."""
    before = ""
    for node in nodes:
        if isinstance(node, Mark):
            continue
        first, last = _edges(node, first=True), _edges(node, first=False)
        if before and first:
            raise TemplateError(
                f"“{before}” and “{first}” stand side by side, and only whole words match; put a blank between them", 0
            )
        optional = isinstance(node, Choice) and () in node.branches
        before = last or (before if optional else "")


def _edges(node: Node, *, first: bool) -> str:
    """The word or slot with which a node may begin or end; empty where a mark or a blank stands there."""
    if isinstance(node, Literal):
        return node.text if is_word(node.text[0 if first else -1]) else ""
    if isinstance(node, Slot):
        return "" if node.type == "quote" else f"{{{node.type}}}"
    if isinstance(node, Choice):
        for branch in node.branches:
            inner = [one for one in branch if not isinstance(one, Mark)]
            if inner and (edge := _edges(inner[0 if first else -1], first=first)):
                return edge
    return ""
