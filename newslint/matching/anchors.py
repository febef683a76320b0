"""Anchor words, of which one must occur in an article before a rule is worth trying, and the scan for them all."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newslint.lexicon import Lexicon
from newslint.matching.inflect import forms
from newslint.matching.template import Choice, Literal, Node, Sequence, Slot, parse
from newslint.text import fold, whole_word

WORD = re.compile(r"[\w\u0300-\u036f]+")
# Words so common that to look at each of them costs more than a look at the article's annotations.
COMMON = frozenset(
    """
    a about after all also an and any are as at be been before being but by can could did do for from had has have
    he her him his i if in into is it its may more most new no not now of on one only or other our out over said she
    so some such than that the their them then there these they this those to two up us was we were what when where
    which who will with would you your first last year years people time just like mr s t
    """.split()
)


class Anchor(NamedTuple):
    """The words that one node of a template needs; ``common`` where one of them stands in most articles."""

    node: Node
    words: frozenset[str]
    common: bool


def best(template: Sequence, lexicon: Lexicon) -> Anchor | None:
    """The rarest set of words that every match must hold one of; None where a match needs no word."""
    found = [anchor for node in template if (anchor := _of(node, lexicon)) is not None]
    return min(found, key=lambda anchor: (anchor.common, len(anchor.words)), default=None)


def _of(node: Node, lexicon: Lexicon) -> Anchor | None:
    match node:
        case Literal():
            return _anchor(node, _words(node))
        case Slot(type="one-of"):
            parts = [best(parse(entry), lexicon) for entry in lexicon.entries(node.argument)]
        case Choice():
            parts = [best(branch, lexicon) for branch in node.branches]
        case _:
            return None
    if not parts or any(part is None for part in parts):
        return None
    return _anchor(node, {word for part in parts if part for word in part.words})


def _anchor(node: Node, words: Iterable[str]) -> Anchor | None:
    words = frozenset(words)
    return Anchor(node, words, not COMMON.isdisjoint(words)) if words else None


def _words(literal: Literal) -> set[str]:
    """The longest word in each of a literal's forms."""
    text = fold(literal.text).lower
    texts = forms(text) if literal.inflect else {text}
    parts = [WORD.findall(one) for one in texts]
    return {max(words, key=len) for words in parts if words} if all(parts) else set()


class Scan:
    """Finds all anchor words of all rules in one pass over an article."""

    def __init__(self, words: Iterable[str]) -> None:
        import ahocorasick_rs  # not needed by commands that check nothing

        self._words = sorted(set(words))
        self._automaton = ahocorasick_rs.AhoCorasick(self._words) if self._words else None

    def hits(self, lower: str) -> dict[str, list[int]]:
        """For each anchor word in the folded text, the offsets at which it stands as a whole word."""
        found: dict[str, list[int]] = {}
        if self._automaton is None:
            return found
        for at, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if whole_word(lower, start, end):
                found.setdefault(self._words[at], []).append(start)
        return found
