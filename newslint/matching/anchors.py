"""Anchor words, of which one must occur in an article for a template to match, and the words a match begins with."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import Any

from newslint.lexicon import Lexicon
from newslint.matching.inflect import forms
from newslint.matching.signs import weight
from newslint.matching.template import Blank, Choice, Literal, Mark, Node, Sequence, Slot, parse
from newslint.matching.words import TOKEN, WORD
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import fold

_SIGMA = regex("[σς]")
# Parts of templates of which is kept what they can be: the same words stand in many.
_KEPT = 20_000


class Anchor(NamedTuple):
    """The words, or the two words in a row, that stand where one node of a template does: a match holds one of them."""

    node: Node
    signs: frozenset[Any]


def needed(template: Sequence, lexicon: Lexicon) -> list[Anchor]:
    """Sets of words: every match holds one of each."""
    return [anchor for node in template if (anchor := _of(node, lexicon)) is not None]


def best(template: Sequence, lexicon: Lexicon) -> Anchor | None:
    """The rarest set of words that every match must hold one of; None where a match needs no word."""
    return rarest(needed(template, lexicon))


def rarest(found: Iterable[Anchor]) -> Anchor | None:
    """The set that stands in the fewest articles, as far as can be told."""
    return min(found, key=lambda anchor: weight(anchor.signs), default=None)


def _of(node: Node, lexicon: Lexicon) -> Anchor | None:
    match node:
        case Literal():
            return _anchor(node, _words(node))
        case Slot(type="one-of"):
            words = lexicon.memo(("anchors", node.argument), lambda: _of_list(node.argument, lexicon))
            return _anchor(node, words) if words else None
        case Choice():
            return _anchor(node, _together(best(branch, lexicon) for branch in node.branches))
        case _:
            return None


def _of_list(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of which every entry of a list needs one; none where an entry needs none."""
    return frozenset(_together(best(parse(entry), lexicon) for entry in lexicon.entries(name)))


def _together(anchors: Iterable[Anchor | None]) -> set[str]:
    words: set[str] = set()
    for anchor in anchors:
        if anchor is None:
            return set()
        words |= anchor.signs
    return words


def _anchor(node: Node, words: Iterable[str]) -> Anchor | None:
    words = frozenset(words)
    return Anchor(node, words) if words else None


@lru_cache(maxsize=_KEPT)
def _words(literal: Literal) -> frozenset[str]:
    """The longest word in each of a literal's forms."""
    text = fold(literal.text).lower
    texts = forms(text) if literal.inflect else {text}
    parts = [WORD.findall(one) for one in texts]
    return frozenset(max(words, key=len) for words in parts if words) if all(parts) else frozenset()


def openers(nodes: Sequence, lexicon: Lexicon) -> frozenset[str] | None:
    """The words and marks, in lower case, with which a match can begin; None where it can begin with anything."""
    found, passes = _begin(nodes, lexicon)
    return None if passes else found


def _begin(nodes: Sequence, lexicon: Lexicon, *, blanks: bool = False) -> tuple[frozenset[str] | None, bool]:
    """With what nodes can begin, and whether they can be nothing, so that what follows them counts, too.

    ``blanks``: what comes after blanks is asked for.
    """
    found: frozenset[str] = frozenset()
    for node in nodes:
        match node:
            case Mark():
                continue
            case Blank() if blanks:
                continue
            case Literal():
                tokens = first_tokens(node)
                return (None if tokens is None else found | tokens), False
            case Slot(type="one-of", argument=name):
                tokens = _list_openers(name, lexicon)
                return (None if tokens is None else found | tokens), False
            case Choice():
                words, passes = _any_of(_begin(branch, lexicon, blanks=blanks) for branch in node.branches)
                if words is None:
                    return None, False
                found |= words
                if not passes:
                    return found, False
            case _:
                return None, False
    return found, True


def _any_of(branches: Iterable[tuple[frozenset[str] | None, bool]]) -> tuple[frozenset[str] | None, bool]:
    """What one of several branches begins or ends with, and whether one of them can be nothing."""
    parts = list(branches)
    known = [words for words, _ in parts if words is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None, any(passes for _, passes in parts)


def _list_openers(name: str, lexicon: Lexicon) -> frozenset[str] | None:
    def make() -> frozenset[str] | None:
        parts = [first_tokens(parse(entry)[0]) for entry in lexicon.entries(name)]
        known = [part for part in parts if part is not None]
        return frozenset().union(*known) if len(known) == len(parts) else None

    return lexicon.memo(("openers", name), make)


@lru_cache(maxsize=_KEPT)
def first_tokens(node: Node) -> frozenset[str] | None:
    """The word or mark that a literal begins with, in each of its forms; None for other nodes."""
    if not isinstance(node, Literal):
        return None
    text = fold(node.text).lower
    found = [TOKEN.match(one) for one in (forms(text) if node.inflect else {text})]
    # the small form of a sigma depends on what comes after it
    if _SIGMA.search(text) or None in found:
        return None
    return frozenset(token[0] for token in found if token)


# Of more pairs than this nothing is gained by looking for each.
_MOST_PAIRS = 300


def pairs(template: Sequence, lexicon: Lexicon) -> list[Anchor]:
    """Sets of two words or marks in a row, with the node before which the second stands: a match holds one of each."""
    nodes = tuple(node for node in template if not isinstance(node, Mark | Blank))
    found = []
    for at in range(1, len(nodes)):
        left, might = _end(nodes[:at], lexicon)
        right, may = _begin(nodes[at:], lexicon, blanks=True)
        if left and right and not might and not may and len(left) * len(right) <= _MOST_PAIRS:
            found.append(Anchor(nodes[at - 1], frozenset(product(left, right))))
    return found


def _end(nodes: Sequence, lexicon: Lexicon) -> tuple[frozenset[str] | None, bool]:
    """With what nodes can end, after any blanks, and whether they can be nothing."""
    found: frozenset[str] = frozenset()
    for node in reversed(nodes):
        match node:
            case Mark() | Blank():
                continue
            case Literal(text=text, inflect=inflect):
                lower = fold(text).lower
                tokens = [TOKEN.findall(one) for one in (forms(lower) if inflect else {lower})]
                sound = all(tokens) and not _SIGMA.search(lower)
                return (found | {one[-1] for one in tokens} if sound else None), False
            case Choice(branches=branches):
                words, passes = _any_of(_end(branch, lexicon) for branch in branches)
                if words is None:
                    return None, False
                found |= words
                if not passes:
                    return found, False
            case _:
                return None, False
    return found, True
