"""Words that sound alike, or nearly: by a pronouncing dictionary, and to those who speak otherwise than it does."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path

_VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
# Vowels that all sound the same where they are weak; at the start of a word there are more.
_WEAK, _WEAK_AT_START, _ANY = frozenset(("AH", "IH", "EH")), frozenset(("AH", "IH", "EH", "AE", "OW")), "@"

Sounds = list[str]


def alike(dictionary: Path, known: set[str]) -> Iterator[tuple[str, str]]:
    """Words that sound alike."""
    return _paired(dictionary, known, lambda sounds: (sounds,))


def nearly(dictionary: Path, known: set[str]) -> Iterator[tuple[str, str]]:
    """Words that sound alike to many: excepting and accepting, coated and coded, pours and paws, cot and caught."""
    return _paired(dictionary, known, lambda sounds: (_blurred(sounds), _without_r(sounds), _broad(sounds)))


def heard_alike(dictionary: Path, known: set[str]) -> Iterator[tuple[str, str]]:
    """Words that sound alike or nearly, or but for a t, a d or a weak vowel: tact and tack, ordinance and ordnance."""
    yield from alike(dictionary, known)
    yield from _paired(dictionary, known, lambda sounds: (_blurred(sounds), _without_r(sounds), _broad(sounds)))
    yield from _paired(dictionary, known, lambda sounds: (_bare(sounds),))


def _paired(dictionary: Path, known: set[str], said: Callable[[Sounds], Iterable[Sounds]]) -> Iterator[tuple[str, str]]:
    """The words of a dictionary that go alike in one of the ways that they are said."""
    spoken: dict[tuple[int, str], set[str]] = {}
    for line in dictionary.read_text("utf-8").splitlines():
        word, _, sounds = line.partition(" ")
        word = word.partition("(")[0]
        if word in known:
            for number, way in enumerate(said(_plain(sounds.split()))):
                spoken.setdefault((number, " ".join(way)), set()).add(word)
    for group in spoken.values():
        yield from permutations(sorted(group), 2)


def _plain(sounds: Sequence[str]) -> Sounds:
    """Without what only some say: whales as wales, due as do."""
    following = (*sounds[1:], "")
    return [one for one, after in zip(sounds, following, strict=True) if (one, after) not in {("HH", "W"), ("Y", "UW")}]


def _blurred(sounds: Sounds) -> Sounds:
    """With weak vowels as one, t and d as one between vowels, and neither of them between n and s."""
    vowels = [at for at, one in enumerate(sounds) if one in _VOWELS]
    weak = {at for at in vowels[1:] if sounds[at] in _WEAK}
    if len(vowels) > 1 and not vowels[0] and sounds[0] in _WEAK_AT_START:
        weak.add(0)
    said: Sounds = []
    for at, one in enumerate(sounds):
        before, after = sounds[at - 1] if at else "", sounds[at + 1] if at + 1 < len(sounds) else ""
        if one in {"T", "D"} and before == "N" and after in {"S", "Z"}:
            continue
        flapped = one == "T" and before in _VOWELS | {"R"} and after in _VOWELS
        said.append(_ANY if at in weak else "D" if flapped else one)
    return said


def _without_r(sounds: Sounds) -> Sounds:
    """Without the r that is not heard before a consonant or at the end."""
    following = (*sounds[1:], "")
    first = next((at for at, one in enumerate(sounds) if one in _VOWELS), 0)
    return [
        _ANY if (one == "ER" and at > first) or (one == "AH" and at == len(sounds) - 1) else one
        for at, (one, after) in enumerate(zip(sounds, following, strict=True))
        if one != "R" or after in _VOWELS
    ]


def _broad(sounds: Sounds) -> Sounds:
    """With the vowels of cot and caught as one."""
    return ["AA" if one == "AO" else one for one in sounds]


def _bare(sounds: Sounds) -> Sounds:
    """Without a t or d at the end or behind n, and without weak vowels but the first."""
    said = _blurred(sounds)
    kept = [one for at, one in enumerate(said) if one != _ANY or not at]
    return kept[:-1] if len(kept) > 2 and kept[-1] in {"T", "D"} else kept
