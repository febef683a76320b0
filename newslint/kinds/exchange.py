"""Sums of money with the same sum in another currency behind them: one article has one rate of exchange."""

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.kinds.likeness import context
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure
from newslint.patterns import regex

_BETWEEN = regex(
    r" ?[(\[](?:about |around |some |roughly |nearly |almost |or |approx(?:\.|imately) |worth"
    r" |now |just over |~|=|≈)*"
)
_CLOSED = regex(r" ?[)\];,]")
# Rates of one article are no further apart than this many times, beyond what rounding does.
_FURTHEST = 1.3


def rates_wrong(document: Document) -> Iterator[Pair]:
    """The sum in the other currency that was made at another rate than the rest, with one that was not."""
    lower = document.folded.lower
    groups: dict[tuple[str, str], list[Pair]] = {}
    money = [one for one in document.figures if one.kind == "money" and one.value > 0]
    for first, second in pairwise(money):
        joined = _BETWEEN.fullmatch(lower, first.end, second.start)
        if joined and _CLOSED.match(lower, second.end) and first.unit != second.unit and first.unit and second.unit:
            turned = first.unit > second.unit
            key = (second.unit, first.unit) if turned else (first.unit, second.unit)
            groups.setdefault(key, []).append((second, first) if turned else (first, second))
    for pairs in groups.values():
        if len(pairs) > 1:
            yield from _apart(document, pairs)


def _apart(document: Document, pairs: list[Pair]) -> Iterator[Pair]:
    """Of two rates the later, of more those that are away from the middle one."""
    rates = [other.value / one.value for one, other in pairs]
    usual = _middle(rates) if len(pairs) > 2 else rates[0]
    right = next((pair for pair, rate in zip(pairs, rates, strict=True) if rate == usual), pairs[0])
    for pair, rate in zip(pairs, rates, strict=True):
        behind = max(pair, key=lambda one: one.start)
        known = max(right, key=lambda one: one.start)
        if behind == known or not _further(rate, usual, *pair, *right) or _of_other_years(document, behind, known):
            continue
        yield behind, known


def _middle(rates: list[float]) -> float:
    """The median; the module that has one takes longer to import than most articles to read."""
    ranked, half = sorted(rates), len(rates) // 2
    return ranked[half] if len(rates) % 2 else (ranked[half - 1] + ranked[half]) / 2


def _further(rate: float, usual: float, *figures: Figure) -> bool:
    """Whether two rates are further apart than rounding and a year of trade explain."""
    off = 1 + sum(min(one.step / 2 / one.value, 0.5) for one in figures)
    return max(rate, usual) / min(rate, usual) > _FURTHEST * off


def _of_other_years(document: Document, *figures: Figure) -> bool:
    """Whether the sentences name different years, of which each has its own rate."""
    one, other = ({time for time in context(document, each).times if time.isdigit()} for each in figures)
    return one != other
