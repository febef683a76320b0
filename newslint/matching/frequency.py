"""How common English words are, by the list that comes with newslint: which of a rule's words to look for first."""

from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

_WORDS = Path(__file__).resolve().parent.parent / "data" / "words.txt"
# The level of a word that is not in the list.
UNKNOWN = 9
# Characters of the list in which a word is looked for at once; no line is as long.
_PART = 1024
# Words of nearly every article.
COMMON = frozenset(
    """
    a about after all also an and any are as at be been before being but by can could did do for from had has have
    he her him his i if in into is it its may more most new no not now of on one only or other our out over said she
    so some such than that the their them then there these they this those to two up us was we were what when where
    which who will with would you your first last year years people time just like mr s t
    """.split()
)
# How often a word of a level stands in a hundred articles of 5 KB, roughly.
_TIMES = {1: 25.0, 2: 5.0, 3: 1.5, 4: 0.8, 5: 0.4, 6: 0.2, 7: 0.1, UNKNOWN: 0.3}
# The same for the commonest words and for marks.
_VERY = {"the": 5000.0, ",": 5000.0, ".": 4500.0, "'": 1200.0, '"': 1200.0, "-": 1000.0} | dict.fromkeys(
    ("of", "to", "a", "in", "and"), 2300.0
)
_MARKS = dict.fromkeys("()%$£€:;?!", 200.0)


@lru_cache(maxsize=1)
def lines() -> str:
    """All words in order, each on its line with its level behind it; nearly every run asks, so it is not packed."""
    return _WORDS.read_bytes().decode()


@lru_cache(maxsize=1 << 16)
def level(word: str) -> int:
    """How rare a lower-case word is, in tens: 1 for the thousand commonest to 7; 9 where it is not in the list."""
    known = lines()
    firsts, starts = _parts()
    part = bisect_right(firsts, word)
    if not part or "\n" in word:
        return UNKNOWN
    # of the words that begin so it would be the first
    at = known.find(f"\n{word}", starts[part - 1], starts[part])
    digit = at + len(word) + 1
    return int(known[digit]) if at >= 0 and known[digit + 1 : digit + 2] == "\n" else UNKNOWN


@lru_cache(maxsize=1)
def _parts() -> tuple[list[str], list[int]]:
    """The first words of parts of the list, and where its parts begin, and end."""
    known = lines()
    starts = [known.index("\n", at) for at in range(0, len(known) - _PART, _PART)]
    return [known[start + 1 : known.index("\n", start + 1) - 1] for start in starts], [*starts, len(known)]


def times(word: str) -> float:
    """How often a word or mark stands in a hundred articles of 5 KB, roughly."""
    if word in _VERY:
        return _VERY[word]
    if word in COMMON:
        return 600.0
    if not word[:1].isalnum():
        return _MARKS.get(word, 20.0)
    return 30.0 if word.isdecimal() else _TIMES[level(word)]
