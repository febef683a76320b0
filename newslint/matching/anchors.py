"""Anchor words, of which one must occur in an article for a template to match, and the words a match begins with."""

from collections.abc import Iterable
from itertools import product

from newslint.lexicon import Lexicon
from newslint.matching.inflect import forms
from newslint.matching.template import Blank, Choice, Literal, Mark, Node, Sequence, Slot, parse
from newslint.matching.words import COMMON, TOKEN, WORD, places, words_in
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import fold

_SIGMA = regex("[σς]")


class Anchor(NamedTuple):
    """The words that one node of a template needs; ``common`` where one of them stands in most articles."""

    node: Node
    words: frozenset[str]
    common: bool


def needed(template: Sequence, lexicon: Lexicon) -> list[Anchor]:
    """Sets of words: every match holds one of each."""
    return [anchor for node in template if (anchor := _of(node, lexicon)) is not None]


def best(template: Sequence, lexicon: Lexicon) -> Anchor | None:
    """The rarest set of words that every match must hold one of; None where a match needs no word."""
    return rarest(needed(template, lexicon))


def rarest(found: Iterable[Anchor]) -> Anchor | None:
    """The set that stands in the fewest articles, as far as can be told."""
    return min(found, key=lambda anchor: (anchor.common, len(anchor.words)), default=None)


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
        words |= anchor.words
    return words


def _anchor(node: Node, words: Iterable[str]) -> Anchor | None:
    words = frozenset(words)
    return Anchor(node, words, not COMMON.isdisjoint(words)) if words else None


def _words(literal: Literal) -> set[str]:
    """The longest word in each of a literal's forms."""
    text = fold(literal.text).lower
    texts = forms(text) if literal.inflect else {text}
    parts = [WORD.findall(one) for one in texts]
    return {max(words, key=len) for words in parts if words} if all(parts) else set()


def openers(nodes: Sequence, lexicon: Lexicon) -> frozenset[str] | None:
    """The words and marks, in lower case, with which a match can begin; None where it can begin with anything."""
    found, passes = _begin(nodes, lexicon)
    return None if passes else found


def _begin(nodes: Sequence, lexicon: Lexicon) -> tuple[frozenset[str] | None, bool]:
    """With what nodes can begin, and whether they can be nothing, so that what follows them counts, too."""
    found: frozenset[str] = frozenset()
    for node in nodes:
        match node:
            case Mark():
                continue
            case Literal():
                tokens = first_tokens(node)
                return (None if tokens is None else found | tokens), False
            case Slot(type="one-of", argument=name):
                tokens = _list_openers(name, lexicon)
                return (None if tokens is None else found | tokens), False
            case Choice():
                parts = [_begin(branch, lexicon) for branch in node.branches]
                known = [part for part, _ in parts if part is not None]
                if len(known) < len(parts):
                    return None, False
                found = found.union(*known)
                if not any(passes for _, passes in parts):
                    return found, False
            case _:
                return None, False
    return found, True


def _list_openers(name: str, lexicon: Lexicon) -> frozenset[str] | None:
    def make() -> frozenset[str] | None:
        parts = [first_tokens(parse(entry)[0]) for entry in lexicon.entries(name)]
        known = [part for part in parts if part is not None]
        return frozenset().union(*known) if len(known) == len(parts) else None

    return lexicon.memo(("openers", name), make)


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


def pairs(template: Sequence, lexicon: Lexicon) -> list[frozenset[tuple[str, str]]]:
    """Sets of two words in a row: every match holds one of each."""
    nodes = [node for node in template if not isinstance(node, Mark)]
    found = []
    for before, blank, after in zip(nodes, nodes[1:], nodes[2:], strict=False):
        if isinstance(blank, Blank):
            left, right = _ends(before, lexicon), openers((after,), lexicon)
            if left and right and len(left) * len(right) <= _MOST_PAIRS:
                found.append(frozenset(product(left, right)))
    return found


def _ends(node: Node, lexicon: Lexicon) -> frozenset[str] | None:
    """The words and marks with which a node can end; None where it can end with anything."""
    match node:
        case Literal(text=text, inflect=inflect):
            lower = fold(text).lower
            tokens = [TOKEN.findall(one) for one in (forms(lower) if inflect else {lower})]
            return frozenset(one[-1] for one in tokens) if all(tokens) and not _SIGMA.search(lower) else None
        case Choice(branches=branches):
            parts = [_ends(branch[-1], lexicon) if branch else None for branch in branches]
            known = [part for part in parts if part is not None]
            return frozenset().union(*known) if len(known) == len(parts) else None
        case _:
            return None


class Scan:
    """Finds some words and phrases in one pass over a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))

    def hits(self, lower: str) -> dict[str, list[int]]:
        """For each word in the folded text, the offsets at which it stands as a whole word."""
        known = words_in(lower).hits
        found = ((word, list(places(word, known, lower))) for word in self._words)
        return {word: at for word, at in found if at}
