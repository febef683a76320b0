"""What a word that no dictionary has was meant to be, by the words beside it."""

from collections.abc import Iterator
from functools import lru_cache

from newslint.matching.frequency import level
from newslint.matching.neighbours import Run
from newslint.records import NamedTuple

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Words so short are one letter away from many: only the commonest are thought of, and more must speak for them.
_SHORT = 3
_COMMON, _COMMONEST = 4, 1
# So short behind a figure it may be a unit.
_UNIT = 4
# A rarer word is less likely meant; two letters that changed places or one that was struck twice are usual slips.
_RARER, _USUAL = 3, 12
# How much must speak for a word, in tenths of a power of ten, that it may be meant, and that it surely is: where the
# unknown one is hardly a word; is a short one; is made as English makes words, or opens a sentence as a name may.
_ASKED = {"unknown": (2, 9), "short": (5, 13), "possible": (13, 21)}
# How far it must be ahead of all others to be sure.
_AHEAD = 8


class Meant(NamedTuple):
    """A word that may be meant, and whether it surely is."""

    word: str
    sure: bool


def meant(run: Run, number: int, word: str, *, possible: bool = False, usual: bool = False) -> Meant | None:
    """The word that an unknown one is likeliest a slip for, in its place; None where none is likely.

    ``possible``: the unknown word may also be right, as a new word or as a name. ``usual``: only two letters that
    changed places and one that was struck twice are thought of, which costs little.
    """
    if len(word) <= _UNIT and any(one[0].isdecimal() for one in run.tokens[max(number - 2, 0) : number]):
        return None
    least, sure = _ASKED["possible" if possible else "short" if len(word) <= _SHORT else "unknown"]
    scored = sorted(
        ((run.fit(number, one) - cost, one) for one, cost in _one_slip_off(word, usual=usual)), reverse=True
    )
    if not scored or scored[0][0] < least:
        return None
    speaks, best = scored[0]
    if word.startswith(best) or best.startswith(word):
        # clipped or lengthened, as new words are
        sure = _ASKED["possible"][1]
    ahead = speaks - scored[1][0] if len(scored) > 1 else _AHEAD
    return Meant(best, speaks >= sure and ahead >= _AHEAD)


@lru_cache(maxsize=1024)
def _one_slip_off(word: str, *, usual: bool) -> tuple[tuple[str, int], ...]:
    """The common words that are one slip of the keys away, each with what speaks against it."""
    most = _COMMONEST if len(word) <= _SHORT else _COMMON
    found: dict[str, int] = {}
    for one in _usual_slips(word):
        rare = level(one)
        if rare <= most and one != word:
            found[one] = _RARER * rare - (_USUAL if rare == _COMMONEST else 0)
    for one in () if usual else _other_slips(word):
        if level(one) <= most:
            found.setdefault(one, _RARER * level(one))
    return tuple(found.items())


def _usual_slips(word: str) -> Iterator[str]:
    """A word without a letter that stands twice, or with two letters changed about."""
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _other_slips(word: str) -> Iterator[str]:
    """A word with a letter less, more or changed."""
    for at in range(len(word) + 1):
        rest = word[at + 1 :]
        if at < len(word):
            yield word[:at] + rest
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
            if at < len(word) and letter != word[at]:
                yield word[:at] + letter + rest
