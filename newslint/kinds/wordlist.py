"""The English words that come with newslint: which are known, how common they are, and which are near another."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from newslint.matching.frequency import UNKNOWN, level
from newslint.matching.frequency import lines as _all_words

_DATA = Path(__file__).resolve().parent.parent / "data"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Levels, in tens: 1 holds the thousand commonest words, 7 those of a large dictionary.
COMMON, USUAL = 5, 4
# A word of fewer letters is near too many others for two wrong letters to be counted as a slip.
_LONG = 7
# For a slip to be sure a word must have so many letters, and more where one of them is another.
_SURE, _SURE_CHANGED = 6, 8
# Put before a word or after it they make another word of it.
_BEFORE = (
    "anti arch auto back bio co counter cross cyber de dis down e eco electro ex extra fore geo hydro hyper ill in "
    "inter intra macro mal mega meta micro mid mini mis mono multi nano narco near neo neuro non off on out over "
    "para petro photo poly post pre pro proto pseudo psycho quasi radio re self semi socio sub super techno tele "
    "therm thermo top trans tri ultra un under uni up vice well"
).split()
_AFTER = (
    "ability able athon dom esque ess ette fold free ful gate goer goers hood ify isation ised ish ishly ising ism "
    "isms ist ists ite ites ization ized izing less let lets like maker makers man men ness nesses ographer ography "
    "ologist ologists ology person phile philes phobe phobes phobia phobic proof proofed proofing ship ships side "
    "sphere tastic up ups verse ward wards ware wear wide wise woman women worthy"
).split()


_ENDINGS = ("ed", "er", "ers", "ing", "ings", "ee", "ees")


@lru_cache(maxsize=4096)
def known(word: str) -> bool:
    """Whether it is a word, or made of words as English makes them: un-, -less, two words in one."""
    if level(word) < UNKNOWN:
        return True
    return any(_made(word, split) for split in range(1, len(word)))


def _made(word: str, split: int) -> bool:
    first, last = word[:split], word[split:]
    if first in _BEFORE and len(last) > 4 and (level(last) < UNKNOWN or _ended(last)):
        return True
    if last in _AFTER and len(first) > 2 and _stem(first):
        return True
    if last in _ENDINGS and len(first) > 2 and _stem(first):
        # "occured" is not "occur" with an ending, since there is "occurred"; English has both "gaveled" and "gavelled"
        return first[-1] == "l" or level(f"{first}{first[-1]}{last}") == UNKNOWN
    return min(len(first), len(last)) > 3 and max(level(first), level(last)) <= COMMON


def _ended(word: str) -> bool:
    return any(word.endswith(end) and _stem(word.removesuffix(end)) for end in _AFTER if len(word) > len(end) + 3)


def _stem(first: str) -> bool:
    """Whether something with an ending is a word without it: hop(p)ing, hop(e)ing, happ(y)ness."""
    forms = [first, first + "e", first + "y", *([first[:-1]] if len(first) > 3 and first[-1] == first[-2] else [])]
    forms += [first[:-1] + "y"] if first.endswith("i") else []
    return any(len(form) > 3 and level(form) <= 6 for form in forms)


@lru_cache(maxsize=1024)
def near(word: str) -> tuple[str, ...]:
    """The common words that an unknown one may be a slip for, the likeliest first; at most three."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 1 if len(word) < _LONG else 2
    same = _beginning(word[0])
    wanted = [one for one in same if abs(len(one) - len(word)) <= most]
    found = extract(word, wanted, scorer=OSA.distance, score_cutoff=most, limit=None, processor=None)
    scored = {one: int(distance) for one, distance, _ in found if distance < 2 or level(one) <= USUAL}
    scored.update({one: 1 for one in _other_beginnings(word) if level(one) <= USUAL})
    ranked = sorted(scored, key=lambda one: (scored[one], *_unlikely(word, one), level(one), one))
    return tuple(ranked[:3])


def meant(word: str) -> tuple[str, ...]:
    """The one common word that an unknown one can hardly be but a slip of the keys for, if there is such a word.

    One letter inside it is doubled, lost, too many or out of its place, or is another in a long word; no other
    common word is so near; and it is not built as new words are, from a word and a prefix or an ending.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    if len(word) < _SURE or prefixed(word):
        return ()
    wanted = [one for one in _beginning(word[0]) if abs(len(one) - len(word)) <= 1]
    found = extract(word, wanted, scorer=OSA.distance, score_cutoff=1, limit=None, processor=None)
    if len(found) != 1:
        return ()
    right: str = found[0][0]
    at_the_end = word.startswith(right) or right.startswith(word) or word[:-1] == right[:-1]
    changed = len(word) == len(right) and sorted(word) != sorted(right)
    if at_the_end or level(right) > USUAL or (changed and len(word) < _SURE_CHANGED):
        return ()
    return (right,)


def prefixed(word: str) -> bool:
    """Whether it may be a word with something put before it, as new words are made."""
    return any(word.startswith(one) and _new(word.removeprefix(one)) for one in _BEFORE)


def _new(rest: str) -> bool:
    return len(rest) > 2 and (
        level(rest) < UNKNOWN or _ended(rest) or any(_made(rest, at) for at in range(1, len(rest)))
    )


def _unlikely(word: str, other: str) -> tuple[int, int]:
    """Slips move letters, double them or lose a double, change vowels, and end as the word does."""
    consonants = [char for char in word if char not in "aeiouy"] != [char for char in other if char not in "aeiouy"]
    moved = sorted(word) != sorted(other) and set(word) != set(other)
    return int(consonants and moved), int(word[-1] != other[-1])


@lru_cache(maxsize=26)
def _beginning(letter: str) -> tuple[str, ...]:
    """The common words that begin with a letter."""
    lines = _all_words()
    if letter not in _LETTERS:
        return ()
    start = _first(lines, letter)
    end = _first(lines, chr(ord(letter) + 1))
    return tuple(line[:-1] for line in lines[start:end].split() if int(line[-1]) <= COMMON)


def _first(lines: str, letter: str) -> int:
    """Where the words with a letter begin; the list is in order, and a word of that one letter is not in it."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind("\n", 0, middle + 1)
        if lines[start + 1 : start + 2] >= letter or start + 1 >= len(lines):
            high = max(start, 0)
            if high <= low:
                break
        else:
            low = lines.index("\n", start + 1)
    return low


def _other_beginnings(word: str) -> Iterator[str]:
    """What a word would be with its first letter changed, gone, doubled up or changed with the next."""
    yield word[1:]
    yield word[1] + word[0] + word[2:]
    for letter in _LETTERS:
        yield letter + word
        yield letter + word[1:]


@lru_cache(maxsize=2)
def variants(variety: str) -> dict[str, str]:
    """The spellings that are not at home in a country (``american``, ``british``), and what they are there."""
    pairs = [(a, b) for a, b in (line.split() for line in (_DATA / "variants.txt").read_text("utf-8").splitlines())]
    return {b: a for a, b in pairs} if variety == "american" else dict(pairs)
