"""How far two places of one article, or of two, speak of the same thing: by the words around them."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from newslint.document import Document
from newslint.language.figures import Figure
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

# How many words on each side are held against each other, within the sentence.
REACH = 10
# How far the rest of the sentence is looked at; characters.
FAR = 300
_MOST_IN_A_SENTENCE = 40
# A word of change tells of the figure only close to it; characters.
NEAR = 45
_WORD = regex(r"[^\W\d_][\w\u0300-\u036f'-]*")
_ENDING = regex(r"(?<=\w{4})(?:ing|ed|es|s)$")
_EMPTY = frozenset(
    """a about after all also an and any are as at be been before being by can could did do for from had has have
    he her him his i if in into is it its may more most new no not now of on one only or other our out over said
    she so some such than that the their them then there these they this those to two up us was we were what
    when where which who will with would you your first last year years people time just like mr mrs s t says
    according told percent per cent million billion trillion least about nearly almost around roughly some u.s
    officials official reporters""".split()
)
# Words that say two figures are meant to differ: one grew out of the other, or is a part, or somebody else's.
CHANGE = regex(
    r"\b(?:rose|risen|ris(?:es?|ing)|grew|grow[ns]?|growing|fell|fallen|falls?|falling|climb(?:ed|ing)?|jump(?:ed)?"
    r"|drop(?:ped|s)?|dropping|increas\w{0,6}|decreas\w{0,6}|reduc\w{0,6}|declin\w{0,6}|up from|down from|up by|down by"
    r"|another|others?|additional|extra|further|earlier|previous(?:ly)?|initial(?:ly)?|at first|compared|instead|rather"
    r"|later|revised|updated|former(?:ly)?|adding|each|every|per|more than half|of them|of those|of whom|including"
    r"|remaining|rest|also|organi[sz]ers|average|median|versus|forecast|expected|respectively|while|whereas|in contrast"
    r"|doubl\w{0,4}|tripl\w{0,4}|half|elsewhere|separate\w{0,3}|first|second|third|between|next|last|a year ago|ago)\b",
    re.IGNORECASE,
)
_TIME = regex(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)


class Context(NamedTuple):
    """The words around a figure: what it may be about, its neighbours on both sides, the times and places named.

    ``words`` are those close by, ``sentence`` those of all its sentence.
    """

    words: frozenset[str]
    sentence: frozenset[str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    times: frozenset[str]
    places: frozenset[str]
    changes: bool


class Likeness(NamedTuple):
    """``shared``: content words in common; ``score``: 0 to 100, rare words and like neighbours weighing more.

    ``times_differ``: the two speak of different times, or the later of a year and the earlier of none.
    """

    shared: int
    score: float
    changes: bool
    times_differ: bool
    places_differ: bool


def context(document: Document, figure: Figure) -> Context:
    """The words around a figure, in its sentence."""
    return document.memo(("context", figure.start), lambda: _context(document, figure))


def _context(document: Document, figure: Figure) -> Context:
    plain, sentence = document.folded.plain, document.sentence(figure.start)
    start, end = max(sentence.start, figure.start - 90), min(sentence.end, figure.end + 90)
    before = _stems(plain, max(sentence.start, figure.start - FAR), figure.start)
    after = _stems(plain, figure.end, min(sentence.end, figure.end + FAR))
    left, right = before[-REACH:], after[:REACH]
    words, whole = _telling(left + right), _telling(before + after)
    times = frozenset(_TIME.findall(plain, start, end))
    close = max(start, figure.start - NEAR), min(end, figure.end + NEAR)
    named = document.places[bisect_left(document.places, (start,)) : bisect_left(document.places, (end,))]
    places = frozenset(plain[place.start : place.end] for place in named)
    return Context(words, whole, tuple(left), tuple(right), times, places, CHANGE.search(plain, *close) is not None)


def _telling(words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _EMPTY and len(word) > 2)


def _stems(plain: str, start: int, end: int) -> list[str]:
    return list(map(stem, _WORD.findall(plain, start, end)))


@lru_cache(1 << 13)
def stem(word: str) -> str:
    """A word without its inflection, roughly: enough to see one word in two places."""
    word = word.lower().removesuffix("'s")
    return _ENDING.sub("", word) if word.endswith(("s", "d", "g")) else word


def rarity(document: Document, word: str) -> float:
    """How much a shared word says: the more sentences of the article hold it, the less."""
    counts, total = document.memo("rarity", lambda: _sentence_counts(document))
    return math.log(1 + total / max(counts.get(word, 1), 1))


def _sentence_counts(document: Document) -> tuple[dict[str, int], int]:
    plain = document.folded.plain
    each = (set(map(stem, _WORD.findall(plain, *sentence))) for sentence in document.sentences)
    return Counter(chain.from_iterable(each)), len(document.sentences)


def likeness(
    documents: Sequence[Document], here: tuple[int, Figure], there: tuple[int, Figure], least: int
) -> Likeness:
    """How alike the words around two figures are; each figure with the index of its article.

    With fewer than the ``least`` words in common there is no score.
    """
    document = documents[here[0]]
    a, b = context(document, here[1]), context(documents[there[0]], there[1])
    shared = a.words & b.words
    differ = bool(a.times and b.times and not a.times & b.times) or bool(_years(a) and not _years(b))
    apart = bool(a.places and b.places and not a.places & b.places)
    if len(shared) < least:
        return Likeness(len(shared), 0.0, a.changes or b.changes, differ, apart)
    # sums in a fixed order, so that the score is the same in every run
    common = sum(rarity(document, word) for word in sorted(shared))
    whole = sum(rarity(document, word) for word in sorted(a.words | b.words))
    beside = sum(
        one != () and one == other
        for one, other in (
            (a.right[:1], b.right[:1]),
            (a.right[:2], b.right[:2]),
            (a.left[-1:], b.left[-1:]),
            (a.left[-2:], b.left[-2:]),
        )
    )
    score = 100 * (common / whole if whole else 0.0) + 5 * beside
    return Likeness(len(shared), score, a.changes or b.changes, differ, apart)


def _years(one: Context) -> list[str]:
    return [time for time in one.times if time.isdigit()]


def same_sentence(document: Document, one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one sentence."""
    sentence: Span = document.sentence(one.start)
    return sentence.start <= other.start < sentence.end


def in_sentence(document: Document, figure: Figure) -> Sequence[Figure]:
    """The figures of the sentence of one, of a long sentence the first."""
    start, end = document.sentence(figure.start)
    starts = document.memo("starts of figures", lambda: [one.start for one in document.figures])
    at = bisect_left(starts, start)
    return document.figures[at : min(bisect_left(starts, end), at + _MOST_IN_A_SENTENCE)]
