"""A whole that the next sentence gives for the parts before it, or the parts of the whole before them."""

from collections.abc import Sequence
from itertools import pairwise

from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure
from newslint.patterns import regex

_SPELLS = frozenset("second minute hour day week month year decade season night weekend".split())
_ALL_OF = regex(
    r"\W*all ⟨0⟩ (?:were|are|had|have|died|survived|remain|remained|of (?:them|whom)|was|lived|came|will)\b"
    r"(?!.*, with\b)"
)
_PEOPLE = frozenset("man woman boy girl child adult civilian soldier officer passenger pilot teenager student".split())
_ONE_MORE = regex(r"\b(?:an?|one|another|his|her|their|several|some|others?) (?!result\b|crash\b|row\b)")
_THE_ALL = regex(
    r"\W*the ⟨0⟩ (?:jurors|victims|dead|survivors|passengers|suspects|defendants|climbers|sailors|hostages)\b"
)
_HOW = regex(
    r"\W*⟨0⟩ (?:of them )?(?:were|are|was) [^⟨⟩,;]{3,50}? (?P<how>by|in|at|from|with|on"
    r"|to) [^⟨⟩,;]{2,30} and ⟨1⟩ (?P=how) "
)
# Characters between two parts, and from the parts to their number.
_BESIDE, _REACH = 20, 200
# More than this many times the whole is another thing.
_OVER, _MOST_PARTS = 1.4, 6


def next_total(before: tuple[str, Sequence[Figure]], after: tuple[str, Sequence[Figure]]) -> Pair | None:
    """“Three men and two women were hurt. All six …”."""
    (text, parts), (next_text, figures) = before, after
    if len(parts) == 1 and len(figures) > 1 and _HOW.match(next_text) and parts[0].counted and not parts[0].qualifier:
        made = sum(one.value for one in figures[:2])
        plain = {one.kind for one in (*parts, *figures[:2])} == {"number"}
        return (parts[0], figures[0]) if plain and parts[0].value < made <= _OVER * parts[0].value else None
    parts = [one for at, one in enumerate(parts) if not counts_nothing(text, at, one)]
    if not figures or not 1 < len(parts) <= _MOST_PARTS:
        return None
    if not (_ALL_OF.match(next_text) or _THE_ALL.match(next_text)):
        return None
    if any(one.kind != "number" or one.counted not in _PEOPLE or one.qualifier for one in parts):
        return None
    near = figures[0].start - parts[-1].end < _REACH
    joined = all(one.start - other.end < _BESIDE for other, one in pairwise(parts))
    made = sum(one.value for one in parts)
    alone = not _ONE_MORE.search(text[: text.index("⟨0⟩")])
    return (figures[0], parts[0]) if near and joined and alone and made != figures[0].value else None


def counts_nothing(text: str, at: int, one: Figure) -> bool:
    """Whether a figure is a length of time, or the half of a match."""
    half = one.kind == "fraction" and text[: text.index(f"⟨{at}⟩")].endswith(("first ", "second "))
    return half or one.counted in _SPELLS or one.unit in _SPELLS
