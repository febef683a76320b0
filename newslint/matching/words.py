"""The words of an article and where they stand, found in one pass and shared by all rules."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, islice
from operator import methodcaller

from newslint.document import Document
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import stretches, whole_word

WORD = regex(r"[\w\u0300-\u036f]+")
TOKEN = regex(r"[\w\u0300-\u036f]+|[^\w\s]")
# What a rule asked for that an article may hold: the numbers of its patterns, in order.
Hits = Sequence[int]
_NOWHERE: list[int] = []
# Of so many tokens one is wanted, or more.
_OFTEN = 30


class Words:
    """The words and marks of an article in reading order, and where each stands. All in lower case.

    A place is known by the number of its token: four bytes, where a number or a string of its own takes fifty.
    """

    def __init__(self, lower: str) -> None:
        known: dict[str, str] = {}
        self.tokens: list[str] = []
        for start, end in stretches(lower):
            found = TOKEN.findall(lower, start, end)
            self.tokens += map(known.setdefault, found, found)
        self.known = frozenset(known)
        self._lower = lower

    @cached_property
    def _starts(self) -> "array[int]":
        return array("I", map(methodcaller("start"), TOKEN.finditer(self._lower)))

    @cached_property
    def _numbers(self) -> "dict[str, array[int]]":
        found = {word: array("I") for word in self.known}
        for number, token in enumerate(self.tokens):
            found[token].append(number)
        return found

    def place(self, number: int) -> int:
        """The offset of a token."""
        return self._starts[number]

    def places(self, word: str) -> list[int]:
        """The offsets at which a word or mark stands."""
        starts = self._starts
        return [starts[at] for at in self._numbers[word]] if word in self.known else _NOWHERE

    def count(self, word: str) -> int:
        """How often a word or mark stands."""
        return len(self._numbers[word]) if word in self.known else 0

    def places_of(self, words: frozenset[str]) -> "array[int]":
        """The offsets at which some words or marks stand, in order."""
        known = self.known & words
        starts = self._starts
        if sum(len(self._numbers[word]) for word in known) * _OFTEN > len(starts):
            # a list of them, to be sorted, would take ten times as much
            return array("I", compress(starts, self._marked(known)))
        found = array("I", (starts[at] for word in known for at in self._numbers[word]))
        return array("I", sorted(found)) if len(known) > 1 else found

    def inside(self, area: Span) -> frozenset[str]:
        """The words and marks of a sentence or paragraph."""
        return frozenset(self.tokens[self._number(area.start) : self._number(area.end)])

    def pairs(self, first: str, second: str) -> list[int]:
        """The offsets at which a word or mark stands with another one after it."""
        if first not in self.known or second not in self.known:
            return _NOWHERE
        tokens, starts, one, other = self.tokens, self._starts, self._numbers[first], self._numbers[second]
        if len(one) > len(other):
            return [starts[at - 1] for at in other if at and tokens[at - 1] == first]
        end = len(tokens) - 1
        return [starts[at] for at in one if at < end and tokens[at + 1] == second]

    def in_pairs(self, area: Span | None = None) -> Iterator[tuple[str, str]]:
        """The words and marks that stand one after the other, in an article or an area of it."""
        first, last = (self._number(area.start), self._number(area.end)) if area else (0, len(self.tokens))
        return zip(islice(self.tokens, first, last), islice(self.tokens, first + 1, last), strict=False)

    def within(self, wanted: frozenset[str], first: int, last: int) -> list[int]:
        """Where one of some words or marks begins, from ``first`` up to but not including ``last``."""
        tokens, starts = self.tokens, self._starts
        return [starts[at] for at in range(self._number(first), self._number(last)) if tokens[at] in wanted]

    def between(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """The words and marks that begin from ``first`` up to but not including ``last``, each with its place."""
        one, other = self._number(first), self._number(last)
        return zip(self._starts[one:other], self.tokens[one:other], strict=True)

    def each(self, wanted: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Some words and marks wherever they stand, each with its place, in reading order."""
        marked = self._marked(self.known.intersection(wanted))
        at = marked.find(1)
        while at >= 0:
            yield self._starts[at], self.tokens[at]
            at = marked.find(1, at + 1)

    def _marked(self, words: Iterable[str]) -> bytearray:
        """For each token whether it is one of some words or marks that stand here."""
        marked = bytearray(len(self.tokens))
        for word in words:
            for at in self._numbers[word]:
                marked[at] = 1
        return marked

    def _number(self, offset: int) -> int:
        """The number of the first token that begins at an offset or after it."""
        return bisect_left(self._starts, offset)


def words_of(document: Document) -> Words:
    """The words of an article, found once."""
    return document.memo("words", lambda: Words(document.folded.lower))


def standing(phrases: Iterable[str], lower: str) -> dict[str, list[int]]:
    """The offsets at which words and phrases stand in a folded text as whole words, for those that do."""
    words = Words(lower)
    found = {phrase: words.places(phrase) or _phrase(phrase, words, lower) for phrase in phrases}
    return {phrase: at for phrase, at in found.items() if at}


def _phrase(phrase: str, words: Words, lower: str) -> list[int]:
    first = TOKEN.match(phrase)
    starts = words.places(first[0]) if first else []
    return [at for at in starts if lower.startswith(phrase, at) and whole_word(lower, at, at + len(phrase))]
