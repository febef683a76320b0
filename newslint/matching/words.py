"""The words of an article and where they stand, found in one pass and shared by all rules."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from newslint.document import Document
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import whole_word

WORD = regex(r"[\w\u0300-\u036f]+")
TOKEN = regex(r"[\w\u0300-\u036f]+|[^\w\s]")
# Words so common that to look at each of them costs more than a look at the article's annotations.
COMMON = frozenset(
    """
    a about after all also an and any are as at be been before being but by can could did do for from had has have
    he her him his i if in into is it its may more most new no not now of on one only or other our out over said she
    so some such than that the their them then there these they this those to two up us was we were what when where
    which who will with would you your first last year years people time just like mr s t
    """.split()
)
# Which words stand where: for each, the offsets at which it begins.
Hits = Mapping[str, list[int]]


class Words(NamedTuple):
    """Words and marks in reading order, each with its offset, and the offsets by word. All in lower case."""

    starts: list[int]
    tokens: list[str]
    hits: dict[str, list[int]]

    def within(self, wanted: frozenset[str], first: int, last: int) -> Iterator[int]:
        """Where one of some words or marks begins, from ``first`` up to but not including ``last``."""
        low = bisect_left(self.starts, first)
        high = bisect_left(self.starts, last, low)
        tokens, starts = self.tokens, self.starts
        return (starts[at] for at in range(low, high) if tokens[at] in wanted)


def words_in(lower: str) -> Words:
    """The words of a folded text."""
    starts: list[int] = []
    tokens: list[str] = []
    hits: dict[str, list[int]] = {}
    for found in TOKEN.finditer(lower):
        token, start = found[0], found.start()
        starts.append(start)
        tokens.append(token)
        if token in hits:
            hits[token].append(start)
        else:
            hits[token] = [start]
    return Words(starts, tokens, hits)


def pairs_of(document: Document) -> frozenset[tuple[str, str]]:
    """Any two words or marks of an article that stand in a row."""

    def find() -> frozenset[tuple[str, str]]:
        tokens = words_of(document).tokens
        return frozenset(pairwise(tokens))

    return document.memo("pairs", find)


def words_of(document: Document) -> Words:
    """The words of an article, found once."""
    return document.memo("words", lambda: words_in(document.folded.lower))


def places(phrase: str, hits: Hits, lower: str) -> Iterable[int]:
    """Where a phrase stands as whole words; it may hold marks, and blanks as they are in it."""
    if phrase in hits:
        return hits[phrase]
    first = TOKEN.match(phrase)
    if first is None or first[0] == phrase:
        return ()
    # the first word of the phrase is a whole word of the text: a mark comes after it
    starts = hits.get(first[0], ())
    return [at for at in starts if lower.startswith(phrase, at) and whole_word(lower, at, at + len(phrase))]
