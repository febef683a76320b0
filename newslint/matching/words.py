"""The words of an article and where they stand, found in one pass and shared by all rules."""

from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Document
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import is_word, whole_word, word_starts

WORD = regex(r"[\w\u0300-\u036f]+")
TOKEN = regex(r"[\w\u0300-\u036f]+|[^\w\s]")
# What a rule asked for that an article may hold: the numbers of its patterns, in order.
Hits = Sequence[int]
# Characters: no rule looks for a longer word.
_LONGEST = 200
_NOWHERE: list[int] = []


class Words:
    """The words and marks of an article in reading order, and where each stands. All in lower case."""

    def __init__(self, lower: str) -> None:
        self.tokens: list[str] = TOKEN.findall(lower)
        self.known = frozenset(self.tokens)
        self._lower = lower
        self._places: dict[str, list[int]] = {}
        self._inside: dict[Span, frozenset[str]] = {}

    def places(self, word: str) -> list[int]:
        """The offsets at which a word or mark stands; few words of an article are ever asked for."""
        if word not in self.known:
            return _NOWHERE
        found = self._places.get(word)
        if found is None:
            found = self._places[word] = list(_places(word, self._lower))
        return found

    def inside(self, area: Span) -> frozenset[str]:
        """The words and marks of a sentence or paragraph."""
        found = self._inside.get(area)
        if found is None:
            found = self._inside[area] = frozenset(TOKEN.findall(self._lower, *area))
        return found

    def pairs(self, first: str, second: str) -> list[int]:
        """The offsets at which a word or mark stands with another one after it."""
        lower, size = self._lower, len(first)
        if second not in self.known:
            return _NOWHERE
        return [at for at in self.places(first) if (after := TOKEN.search(lower, at + size)) and after[0] == second]

    def within(self, wanted: frozenset[str], first: int, last: int) -> list[int]:
        """Where one of some words or marks begins, from ``first`` up to but not including ``last``."""
        lower = self._lower
        while first < last and not word_starts(lower, first):
            first += 1
        # the last word may run on
        found = TOKEN.finditer(lower, first, last + _LONGEST)
        return [at for one in found if one[0] in wanted and (at := one.start()) < last]


def words_of(document: Document) -> Words:
    """The words of an article, found once."""
    return document.memo("words", lambda: Words(document.folded.lower))


def _places(word: str, lower: str) -> Iterator[int]:
    size = len(word)
    mark = not is_word(word[0])
    at = lower.find(word)
    while at >= 0:
        if mark or whole_word(lower, at, at + size):
            yield at
        at = lower.find(word, at + size)


def standing(phrases: Iterable[str], lower: str) -> dict[str, list[int]]:
    """The offsets at which words and phrases stand in a folded text as whole words, for those that do."""
    words = Words(lower)
    found = {phrase: words.places(phrase) or _phrase(phrase, words, lower) for phrase in phrases}
    return {phrase: at for phrase, at in found.items() if at}


def _phrase(phrase: str, words: Words, lower: str) -> list[int]:
    first = TOKEN.match(phrase)
    starts = words.places(first[0]) if first else []
    return [at for at in starts if lower.startswith(phrase, at) and whole_word(lower, at, at + len(phrase))]
