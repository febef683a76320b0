"""Two figures that differ in a digit: how likely they are one figure, and one of the two a slip."""

import math
from bisect import bisect_left
from collections.abc import Mapping

from newslint.document import Document
from newslint.kinds import apart
from newslint.kinds.likeness import context, in_sentence, rarity, stem
from newslint.kinds.over_text import OVER
from newslint.kinds.printed_digits import alike, digits, printed, sounds_alike, swapped
from newslint.kinds.side_by_side import in_a_row, reconciled
from newslint.language.counted import NOT_HAPPENING_TO
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.span import Span

_BACK = regex(r"\b(?:the|this|that|these|those|its|their|his|her) (?:[a-z-]+ (?:of |)){0,2}$")
# “the past six years”, “two years ago”: spells that are reckoned from today, or from anything.
_PAST = regex(
    r"\b(?:past|last|next|over|after|for|in|within|first|another|recent) (?:(?:the|past|last|next|about|nearly|almost"
    r"|more than|at least) )*$"
)
_AGO = regex(r" (?:ago|later|earlier|old|before|after)\b")
# What stands so early opens the article: later figures take it up.
_OPENING = 600
# What stands in every third sentence of an article is its subject, and does not tell two places from others.
_RARE = math.log(1 + 3)
# An article of fewer sentences is too short for that.
_SHORT = 12
# The more figures a sentence has, the less one of them says; how often a figure stands tells no more than this.
_MOST_FIGURES = 4
# How much words and figures near by say, and what tells two figures apart, was found by changing a digit in one of two
# equal figures of professional news, and by looking at the figures there that differ in a digit anyway: weights of a
# logistic regression, of which one unit is 7 points. Reasons too rare to be weighed so have a round number. Of two
# figures with 58 points every second or third is a slip where as many articles have one as have none.
_START = 50.4
_POINTS = {
    "nothing shared": -15.2,
    "values": -4.7,
    "figures beside": -2.1,
    "there so often": -4.3,
    "polls": -20.0,
    "polled": -7.0,
    "points": -3.0,
    "other noun": -12.9,
    "last digit": -3.2,
    "set apart": -6.2,
    "same qualifier": -6.0,
    "here twice": -3.3,
    "past": -6.5,
    "one": -10.3,
    "opens otherwise": -8.3,
    "changes": -0.4,
    "two near": 3.3,
    "near": 1.2,
    "four near": 2.8,
    "same adjective": 10.9,
    "swapped": 5.2,
    "headline": 6.1,
    "three shared": 3.3,
    "points back": 5.6,
    "quoted": 7.0,
    "counts": 1.8,
    "digits": 4.6,
    "size": 0.9,
    "money near": 7.2,
    "both open": 7.5,
    "fewer digits": 6.2,
    "opening": 5.4,
    "same figure beside": 7.9,
    "both point back": 10.6,
    "same words before": 9.4,
    "far": 2.6,
    "ratio": 3.2,
    "the": 2.3,
    "otherwise": -6.0,
    "last year": -35.0,
    "other source": -20.0,
    "opposites": -40.0,
    "other year": -30.0,
    "other place": -1.4,
    "moved": -7.0,
    "makes all": -8.4,
    "difference given": -25.0,
    "others": -20.0,
    "together": -3.5,
    "ago": -2.1,
    "in words": -10.5,
    "in words and digits": -1.0,
}


def suspicion(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> float:
    """Whether the later figure ``here`` is ``there`` with a slip, in points from 0 to about 100; worked out once.

    ``times``: how often the article has each value that a figure of their kind takes.
    """
    key = "suspicion", here, there, len(times), times[here.value], times[there.value]
    return document.memo(key, lambda: _suspicion(document, here, there, times))


def _suspicion(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> float:
    if not alike(document, here, there) or here.state != there.state or apart.rounding(here, there):
        return 0.0
    if in_a_row(document, here, there) or reconciled(document, here, there):
        return 0.0
    if _converted(document, here) or _converted(document, there):
        return 0.0
    found = signs(document, here, there, times)
    return _START + sum(points * found[name] for name, points in _POINTS.items())


def _converted(document: Document, figure: Figure) -> bool:
    """Whether a measure stands in brackets behind another one, of which it is a conversion."""
    plain, figures = document.folded.plain, document.figures
    at = bisect_left(figures, (figure.start,)) - 1
    return figure.kind == "measure" and at >= 0 and plain[max(0, figures[at].end) : figure.start] == " ("


def signs(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> dict[str, float]:
    """What speaks for and against one figure behind two, by name, most of it 0 or 1."""
    return {
        **_of_words(document, here, there),
        **_of_figures(document, here, there, times),
        **_of_others_beside(document, here, there),
        **_of_places(document, here, there),
        **apart.reasons(document, here, there),
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
    adjectives = _between(document, here)
    return {
        "near": near,
        "far": far,
        "two near": len(shared) > 1,
        "four near": len(shared) > 3,
        "money near": here.kind == "money" and len(shared) > 1,
        "three shared": len((a.sentence & b.sentence) - nouns) > 2,
        "nothing shared": not any(_telling(document, word) for word in (a.sentence & b.sentence) - nouns),
        "same words before": len(a.left) > 1 and a.left[-2:] == b.left[-2:],
        "same adjective": bool(adjectives) and adjectives == _between(document, there),
        "changes": a.changes + b.changes,
    }


def _telling(document: Document, word: str) -> bool:
    return len(document.sentences) < _SHORT or rarity(document, word) > _RARE


def _known_alike(document: Document, *figures: Figure) -> frozenset[str]:
    """The nouns that are known to be the same: those that are counted, and not what money is given for."""
    return frozenset(stem(document.text[one.counted_start : one.counted_end]) for one in figures if one.kind != "money")


def _between(document: Document, figure: Figure) -> str:
    """The words between a figure and what it counts."""
    return document.folded.lower[figure.end : max(figure.end, figure.counted_start)].strip(" -")


def _of_figures(document: Document, here: Figure, there: Figure, times: Mapping[float, int]) -> dict[str, float]:
    """What sort of figures they are, and how many there are."""
    one, other = digits(document, here), digits(document, there)
    words = [not printed(document, each) for each in (here, there)]
    lower = document.folded.lower
    spell = here.counted in NOT_HAPPENING_TO
    return {
        "swapped": swapped(one, other) or sounds_alike(one, other),
        "last digit": one[:-1] == other[:-1] and len(one) > 1,
        "fewer digits": len(one.strip("0")) != len(other.strip("0")),
        "digits": max(len(one.strip("0")), len(other.strip("0"))),
        "ratio": abs(math.log(here.value / there.value)),
        "size": math.log10(max(here.value, 1)),
        "counts": math.log10(max(here.value, 1)) if here.kind == "number" else 0.0,
        "values": math.log(len(times)),
        "here twice": times[here.value] > 1,
        "there so often": min(_MOST_FIGURES, times[there.value]),
        "points": here.kind == "points" or here.counted == "point",
        "one": min(here.value, there.value) == 1,
        "other noun": bool(here.counted and there.counted) and here.counted != there.counted,
        "same qualifier": bool(here.qualifier) and here.qualifier == there.qualifier,
        "past": spell and any(_PAST.search(lower, max(0, each.start - 30), each.start) for each in (here, there)),
        "ago": any(_AGO.match(lower, max(each.end, each.counted_end)) for each in (here, there)),
        "in words": all(words) and not (_over(document, here) or _over(document, there)),
        "in words and digits": words[0] != words[1],
    }


def _of_others_beside(document: Document, here: Figure, there: Figure) -> dict[str, float]:
    """What the other figures of the two sentences say."""
    one, other = (in_sentence(document, each) for each in (here, there))
    beside = {each.value for each in (*one, *other) if each not in {here, there}}
    same = {each.value for each in one if each != here} & {each.value for each in other if each != there}
    total = here.value + there.value
    return {
        "figures beside": sum(min(_MOST_FIGURES, len(each)) for each in (one, other)),
        "same figure beside": bool(same),
        "makes all": total in beside or (here.kind == "percent" and total == 100),
        "difference given": abs(here.value - there.value) in beside,
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
        "both open": max(here.start, there.start) < _OPENING,
        "quoted": document.quoted(_span(here)) != document.quoted(_span(there)),
    }


def _definite(document: Document, figure: Figure) -> bool:
    """Whether the words right before a figure point back: “the group of 16”."""
    return _BACK.search(document.folded.lower, max(0, figure.start - 30), figure.start) is not None


def _over(document: Document, figure: Figure) -> bool:
    block = document.block(figure.start)
    return block is not None and (block.region in OVER or block.start == document.blocks[0].start)


def _span(figure: Figure) -> Span:
    return Span(figure.start, figure.end)
