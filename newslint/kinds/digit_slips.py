"""Two figures that differ in a digit: how likely they are one figure, and one of the two a slip."""

import math
from collections.abc import Mapping
from operator import ne

from newslint.document import Document
from newslint.kinds import apart
from newslint.kinds.likeness import context, in_sentence, rarity, stem
from newslint.kinds.over_text import OVER
from newslint.language.counted import NOT_HAPPENING_TO
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.span import Span

_BACK = regex(r"\b(?:the|this|that|these|those|its|their|his|her) (?:[a-z-]+ (?:of |)){0,2}$")
_NO_DIGIT = regex(r"\D")
# Figures further apart than this many times are not one with another digit.
_FURTHEST = 9.5
# So many days, or years, come up in any article.
_SMALL = 12
# What stands so early opens the article: later figures take it up.
_OPENING = 600
# The more figures a sentence has, the less one of them says.
_MOST_FIGURES = 4
# How far on both sides of a figure names are looked for; characters.
_NAMED_BESIDE = 140
_CAPITAL = regex(r"\b[A-Z]\w+")
# Words that have a capital for opening a sentence.
_OPENERS = frozenset(
    """the a an in on at but and he she it they this that these those for with by as if when while after before there
    his her their its we you not no so from to of about some more last one two three four five six seven eight nine
    ten many most what who how""".split()
)
# Points, found by changing a digit of one of two equal figures in professional news, and by looking at the figures
# there that differ in a digit anyway. 50 is as likely a slip as not, had as many articles such a slip as have none.
_BASE = 55.5
_POINTS = {
    "near": 2.0,
    "far": 1.7,
    "none near": -4.0,
    "two near": 4.0,
    "near money": 2.0,
    "three shared": 11.0,
    "names": 6.7,
    "each name": -3.8,
    "swapped": 16.5,
    "same purpose": 12.0,
    "fewer digits": -8.0,
    "values": -5.0,
    "here twice": -2.0,
    "there twice": -5.0,
    "figures beside": -2.5,
    "money": 6.5,
    "size": 2.4,
    "other noun": -14.0,
    "points back": 4.0,
    "the": 4.5,
    "both point back": 6.0,
    "headline": 9.5,
    "opening": 6.5,
    "quoted": 8.5,
    "set apart": -9.0,
    "polls": -30.0,
    "changes": -2.3,
    "opposites": -40.0,
    "other year": -20.0,
    "other place": -10.0,
    "other source": -20.0,
    "otherwise": -10.0,
    "last year": -25.0,
    "opens otherwise": -12.0,
    "moved": -25.0,
    "whole percent": -2.5,
    "small spell": -6.0,
    "one": -5.0,
    "in words and digits": -2.5,
    "points": -10.0,
    "measure": 5.0,
}


def digits(document: Document, figure: Figure) -> str:
    """The digits of a figure; of one in words, those of its value."""
    return printed(document, figure) or (f"{figure.value:.0f}" if figure.value < 1e15 else "")


def printed(document: Document, figure: Figure) -> str:
    """The digits of a figure as they stand there; none of one in words."""
    return _NO_DIGIT.sub("", document.text[figure.number_start : figure.number_end])


def _after_point(document: Document, figure: Figure) -> int:
    """How many digits a figure has after its point."""
    _, point, behind = document.text[figure.number_start : figure.number_end].partition(".")
    return len(_NO_DIGIT.sub("", behind)) if point else 0


def differ_in_one(one: str, other: str) -> bool:
    """Whether two rows of digits of one length differ in one of them."""
    return len(one) == len(other) and sum(map(ne, one, other)) == 1


def swapped(one: str, other: str) -> bool:
    """Whether two rows of digits differ by two neighbours that have changed places."""
    if len(one) != len(other) or one == other:
        return False
    at = next(at for at in range(len(one)) if one[at] != other[at])
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def sounds_alike(one: str, other: str) -> bool:
    """Whether one of two rows of digits is thirteen for thirty, 15,000 for 50,000."""
    first, second = sorted((one[:2], other[:2]))
    return len(one) == len(other) and one[2:] == other[2:] and first == f"1{second[:1]}" and second[1:] == "0"


def alike(document: Document, here: Figure, there: Figure) -> bool:
    """Whether one figure may be the other with a slip of the keys or the ear; most two may not."""
    one, other = _known_digits(document, here), _known_digits(document, there)
    if len(one) != len(other) or _after_point(document, here) != _after_point(document, there):
        return False
    if swapped(one, other) or sounds_alike(one, other):
        return True
    small, large = sorted((here.value, there.value))
    return large <= _FURTHEST * small and differ_in_one(one, other)


def _known_digits(document: Document, figure: Figure) -> str:
    known: dict[tuple[int, int, float], str] = document.memo("digits", dict)
    key = figure.number_start, figure.number_end, figure.value
    if key not in known:
        known[key] = digits(document, figure)
    return known[key]


def suspicion(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> float:
    """Whether the later figure ``here`` is ``there`` with a slip, in points from 0 to about 100; worked out once.

    ``times``: how often the article has each value that a figure of their kind takes.
    """
    key = "suspicion", here, there, len(times), times[here.value], times[there.value]
    return document.memo(key, lambda: _suspicion(document, here, there, times))


def _suspicion(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> float:
    if not alike(document, here, there) or _told_apart(document, here, there):
        return 0.0
    found = signs(document, here, there, times)
    return _BASE + sum(points * found[name] for name, points in _POINTS.items())


def _told_apart(document: Document, here: Figure, there: Figure) -> bool:
    """Whether one is rounded, counts others or stands beside the other, or they have no word in common."""
    a, b = context(document, here), context(document, there)
    shared = (a.sentence & b.sentence) - _known_alike(document, here)
    if not shared and not _over(document, there):
        return True
    others = here.state != there.state or apart.whose(document, here) != apart.whose(document, there)
    return others or apart.rounding(here, there) or apart.together(document, here, there)


def signs(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> dict[str, float]:
    """What speaks for and against one figure behind two, by name, most of it 0 or 1."""
    changes = sum(context(document, one).changes for one in (here, there))
    return {
        **_of_words(document, here, there),
        **_of_figures(document, here, there, times),
        **_of_places(document, here, there),
        **apart.reasons(document, here, there),
        "changes": changes,
    }


def _of_words(document: Document, here: Figure, there: Figure) -> dict[str, float]:
    """How alike the words around two figures are."""
    a, b = context(document, here), context(document, there)
    total = math.log(1 + len(document.sentences))
    nouns = _known_alike(document, here, there)
    shared = (a.words & b.words) - nouns
    # sums in a fixed order, so that the score is the same in every run
    near = sum(rarity(document, word) for word in sorted(shared)) / total
    further = (a.sentence & b.sentence) - shared - nouns
    far = sum(rarity(document, word) for word in sorted(further)) / total
    names = _names(document, here) & _names(document, there)
    return {
        "near": near,
        "far": far,
        "none near": not shared,
        "two near": len(shared) > 1,
        "near money": len(shared) if here.kind == "money" else 0.0,
        "three shared": len((a.sentence & b.sentence) - nouns) > 2,
        "names": sum(rarity(document, stem(name)) for name in sorted(names)) / total,
        "each name": min(3, len(names)),
    }


def _known_alike(document: Document, *figures: Figure) -> frozenset[str]:
    """The nouns that are known to be the same: those that are counted, and not what money is given for."""
    return frozenset(stem(document.text[one.counted_start : one.counted_end]) for one in figures if one.kind != "money")


def _of_figures(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> dict[str, float]:
    """What sort of figures they are, and how many there are."""
    one, other = digits(document, here), digits(document, there)
    spell = here.counted in NOT_HAPPENING_TO
    beside = sum(min(_MOST_FIGURES, len(in_sentence(document, each))) for each in (here, there))
    return {
        "swapped": swapped(one, other) or sounds_alike(one, other),
        "same purpose": here.kind == "money" and bool(here.counted) and here.counted == there.counted,
        "fewer digits": len(one.strip("0")) != len(other.strip("0")),
        "values": math.log(len(times)),
        "here twice": times[here.value] > 1,
        "there twice": times[there.value] > 1,
        "figures beside": beside,
        "money": here.kind == "money",
        "whole percent": here.kind == "percent" and here.value % 1 == 0,
        "points": here.kind == "points" or here.counted == "point",
        "measure": here.kind == "measure",
        "small spell": spell and max(here.value, there.value) <= _SMALL,
        "one": min(here.value, there.value) == 1,
        "size": math.log10(here.value) if here.kind == "number" and here.value > 1 else 0.0,
        "other noun": bool(here.counted and there.counted) and here.counted != there.counted,
        "in words and digits": bool(printed(document, here)) != bool(printed(document, there)),
    }


def _of_places(document: Document, here: Figure, there: Figure) -> dict[str, float]:
    """Where they stand, and which of them points back."""
    back, back_there = _definite(document, here), _definite(document, there)
    return {
        "points back": back and not back_there,
        "both point back": back and back_there,
        "the": apart.definite(document, here),
        "headline": _over(document, there) != _over(document, here),
        "opening": there.start < _OPENING <= here.start,
        "quoted": document.quoted(_span(here)) != document.quoted(_span(there)),
    }


def _definite(document: Document, figure: Figure) -> bool:
    """Whether the words right before a figure point back: “the group of 16”."""
    return _BACK.search(document.folded.lower, max(0, figure.start - 30), figure.start) is not None


def _names(document: Document, figure: Figure) -> frozenset[str]:
    """The words with capitals not far from a figure, in lower case, without the one that opens the sentence."""
    return document.memo(("names beside", figure.start), lambda: _names_beside(document, figure))


def _names_beside(document: Document, figure: Figure) -> frozenset[str]:
    start, end = document.sentence(figure.start)
    close = max(start, figure.start - _NAMED_BESIDE), min(end, figure.end + _NAMED_BESIDE)
    found = list(_CAPITAL.finditer(document.folded.plain, *close))
    return frozenset(one[0].lower() for one in found if one.start() >= start + 3 or one[0].lower() not in _OPENERS)


def _over(document: Document, figure: Figure) -> bool:
    block = document.block(figure.start)
    return block is not None and (block.region in OVER or block.start == document.blocks[0].start)


def _span(figure: Figure) -> Span:
    return Span(figure.start, figure.end)
