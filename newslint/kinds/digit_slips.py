"""Two figures of one length that differ in a digit: how likely they are one figure, and one of the two a slip."""

import math
from collections.abc import Mapping
from operator import ne

from newslint.document import Document
from newslint.kinds.apart import accounted_for, difference_given, moved
from newslint.kinds.likeness import context, rarity, stem
from newslint.kinds.over_text import OVER
from newslint.language.figure import Figure
from newslint.patterns import regex

_BACK = regex(r"\b(?:the|this|that|these|those|its|their|his|her) (?:[a-z-]+ (?:of |)){0,2}$")
_NO_DIGIT = regex(r"\D")
# Points, found by changing a digit of one of two equal figures in professional news, and by looking at the figures
# there that differ in a digit anyway: the more different figures of a kind, the more of those there are.
_BASE = 55.0
_SHARED_NEAR = 7.0
_SHARED_FAR = 3.0
_SWAPPED = 23.0
_MONEY = 11.0
_SAME_NOUN = 9.0
_SAME_WORDS_AFTER = 8.0
_POINTS_BACK = 16.0
_OVER_THE_TEXT = 13.0
_DIFFERENT_FIGURES = -16.0
_OTHER_PLACE = -21.0
_OTHER_TIME = -8.0
_POINTS = -12.0
_ROUND = -22.0
_WHOLE_PERCENT = -14.0
_TELLS_OF_CHANGE = -15.0


def digits(document: Document, figure: Figure) -> str:
    """The digits of a figure; of one in words, those of its value."""
    return printed(document, figure) or (f"{figure.value:.0f}" if figure.value < 1e15 else "")


def printed(document: Document, figure: Figure) -> str:
    """The digits of a figure as they stand there; none of one in words."""
    return _NO_DIGIT.sub("", document.text[figure.number_start : figure.number_end])


def differ_in_one(one: str, other: str) -> bool:
    """Whether two rows of digits of one length differ in one of them."""
    return len(one) == len(other) and sum(map(ne, one, other)) == 1


def swapped(one: str, other: str) -> bool:
    """Whether two rows of digits differ by two neighbours that have changed places."""
    if len(one) != len(other) or one == other:
        return False
    at = next(at for at in range(len(one)) if one[at] != other[at])
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def suspicion(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> float:
    """Whether the later figure ``here`` is ``there`` with a slip, in points from 0 to about 100.

    ``times``: how often the article has each value that a figure of their kind and length takes.
    """
    one, other = digits(document, here), digits(document, there)
    turned = swapped(one, other)
    if not (turned or differ_in_one(one, other)) or accounted_for(document, here, there):
        return 0.0
    if difference_given(document, here, there):
        return 0.0
    a, b = context(document, here), context(document, there)
    total = math.log(1 + len(document.sentences))
    # sums in a fixed order, so that the score is the same in every run
    nouns = frozenset(stem(document.text[one.counted_start : one.counted_end]) for one in (here, there))
    # that they count the same is known
    shared = (a.words & b.words) - nouns
    near = sum(rarity(document, word) for word in sorted(shared)) / total
    far = sum(rarity(document, word) for word in sorted((a.sentence & b.sentence) - shared - nouns)) / total
    points = _BASE + _SHARED_NEAR * near + _SHARED_FAR * far + _DIFFERENT_FIGURES * math.log(len(times))
    before = a.left[-2:] == b.left[-2:] and any(word in a.words - nouns for word in a.left[-2:])
    said = (
        (_SWAPPED, turned),
        (_MONEY, here.kind == "money"),
        (_SAME_WORDS_AFTER, len(a.right) > 1 and a.right[:2] == b.right[:2]),
        (_SAME_NOUN, here.kind != "number" and bool(here.counted) and here.counted == there.counted),
        (_POINTS_BACK, before and _definite(document, here) and not _definite(document, there)),
        (_OVER_THE_TEXT, _over(document, there) or _over(document, here)),
        (_OTHER_PLACE, bool(a.places and b.places and not a.places & b.places)),
        (_OTHER_TIME, bool(a.times and b.times and not a.times & b.times)),
        (_POINTS, here.kind == "points" or here.counted == "point"),
        (_ROUND, min(len(one.strip("0")), len(other.strip("0"))) < 2),
        (_WHOLE_PERCENT, here.kind == "percent" and here.value % 1 == 0),
        (_TELLS_OF_CHANGE, moved(document, there) > moved(document, here)),
    )
    return points + sum(weight for weight, holds in said if holds)


def _definite(document: Document, figure: Figure) -> bool:
    """Whether the words right before a figure point back: “the group of 16”."""
    return _BACK.search(document.folded.lower, max(0, figure.start - 30), figure.start) is not None


def _over(document: Document, figure: Figure) -> bool:
    block = document.block(figure.start)
    return block is not None and (block.region in OVER or block.start == document.blocks[0].start)
