"""Two figures where there can be one, told within an article: the checks, and figures that point back to others."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain

from newslint.document import Document
from newslint.kinds.ages import points_back, two_ages
from newslint.kinds.ages_by_name import ages_by_name
from newslint.kinds.ages_of_one import ages_of_one, births_by_name
from newslint.kinds.ages_referred import referred_ages
from newslint.kinds.ages_told import ages_and_births, decades_wrong, turned_wrong
from newslint.kinds.apart import together
from newslint.kinds.changes import changes_wrong, directions_wrong, multiples_wrong, of_a_change
from newslint.kinds.conversions import conversions_wrong
from newslint.kinds.counted_lists import lists_wrong
from newslint.kinds.exchange import rates_wrong
from newslint.kinds.life_years import life_years_wrong
from newslint.kinds.likeness import context
from newslint.kinds.made_before import made_before_wrong
from newslint.kinds.margins import margins_wrong
from newslint.kinds.marked_figures import Pair
from newslint.kinds.named_lists import names_wrong
from newslint.kinds.part_lists import part_lists_wrong
from newslint.kinds.populations import populations_wrong
from newslint.kinds.printed_digits import differ_in_one, printed, swapped
from newslint.kinds.products import products_wrong
from newslint.kinds.reckonings import sums_wrong
from newslint.kinds.rests import rests_wrong
from newslint.kinds.shares import shares_over_all, shares_wrong
from newslint.kinds.sums import parts_wrong
from newslint.kinds.told_over import told_over_wrong
from newslint.kinds.triads import triads_wrong
from newslint.kinds.votes_cast import votes_wrong
from newslint.kinds.wholes import wholes_wrong
from newslint.language.counted import NOT_HAPPENING_TO
from newslint.language.figures import Figure
from newslint.patterns import regex
from newslint.span import Span

_NEXT_WORD = regex(r"(?:[ -])([a-z]{4,})")
# A figure is held against so many earlier ones at the most.
_BACK = 60


def pointing_back(document: Document) -> Iterator[Pair]:
    """“The 43 stores” after “34 stores”: a figure that points back and is a digit off the only one it can mean."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in document.figures:
        if figure.kind in {"number", "money", "measure"} and figure.value > 0 and _noun(document, figure) is not None:
            groups.setdefault((figure.kind, figure.unit, _noun(document, figure) or ""), []).append(figure)
    for (kind, _, noun), same in groups.items():
        counts = Counter(one.value for one in same)
        for at, figure in enumerate(same):
            if at == 0 or counts[figure.value] > 1 or not points_back(document, figure):
                continue
            earlier = (one for one in same[max(0, at - _BACK) : at] if _slip(document, figure, one, noun))
            other = next((one for one in earlier if not together(document, figure, one)), None)
            if (
                other
                and _of_a_year(document, figure) <= _of_a_year(document, other)
                and not (kind == "measure" and not _about(document, figure, other))
            ):
                yield figure, other


def _noun(document: Document, figure: Figure) -> str | None:
    """What is counted, with the words between the figure and it; None for a bare number, which may count anything."""
    if figure.kind == "measure":
        return ""
    if not figure.counted or figure.counted in NOT_HAPPENING_TO:
        return "" if figure.kind == "money" else None
    between = document.folded.lower[figure.end : max(figure.end, figure.counted_start)].strip(" -")
    return f"{between} {figure.counted}".strip()


def _slip(document: Document, here: Figure, there: Figure, noun: str) -> bool:
    """Whether two figures differ by swapped digits, or, where they name what they count, by one digit."""
    sentence: Span = document.sentence(here.start)
    one, other = printed(document, here), printed(document, there)
    if there.start >= sentence.start or min(len(one.strip("0")), len(other.strip("0"))) < 2:
        return False
    return swapped(one, other) or ((bool(noun) or here.kind == "measure") and differ_in_one(one, other))


def _of_a_year(document: Document, figure: Figure) -> bool:
    """Whether a year stands beside a figure, which tells it from the same thing of another year."""
    return any(time.isdigit() for time in context(document, figure).times)


def _about(document: Document, here: Figure, there: Figure) -> bool:
    """Whether the noun behind a measure, “the 430-metre bridge”, stands in the sentence of the other figure."""
    found = _NEXT_WORD.match(document.folded.lower, here.end)
    sentence = document.sentence(there.start)
    return found is not None and found[1] in document.folded.lower[sentence.start : sentence.end]


def _two_ages(document: Document) -> Iterator[Pair]:
    told = list(chain(two_ages(document), decades_wrong(document)))
    places = {here.number_start for here, _ in told}
    yield from told
    more = chain(ages_by_name(document), ages_of_one(document))
    yield from {pair[0].number_start: pair for pair in more if pair[0].number_start not in places}.values()


def _births(document: Document) -> Iterator[Pair]:
    told = list(chain(ages_and_births(document), turned_wrong(document)))
    places = {here.number_start for here, _ in told}
    yield from told
    more = chain(life_years_wrong(document), births_by_name(document))
    yield from {
        pair[0].number_start: pair for pair in more if places.isdisjoint(one.number_start for one in pair)
    }.values()


def _referred(document: Document) -> Iterator[Pair]:
    """What the checks of names do not say already."""
    pairs = list(referred_ages(document))
    others = chain(_two_ages(document), _births(document)) if pairs else ()
    told = {one.number_start for pair in others for one in pair}
    yield from (pair for pair in pairs if pair[0].number_start not in told)


def _wholes(document: Document) -> Iterator[Pair]:
    return chain(wholes_wrong(document), part_lists_wrong(document), votes_wrong(document))


def _sums(document: Document) -> Iterator[Pair]:
    places: set[int] = set()
    for check in (sums_wrong, rests_wrong, made_before_wrong):
        told = [pair for pair in check(document) if places.isdisjoint(one.number_start for one in pair)]
        places.update(one.number_start for pair in told for one in pair)
        yield from told


CHECKS: dict[str, Callable[[Document], Iterator[Pair]]] = {
    "age": _two_ages,
    "birth": _births,
    "age-referred": _referred,
    "pointing-back": pointing_back,
    "change": changes_wrong,
    "direction": directions_wrong,
    "of-a-change": of_a_change,
    "multiple": multiples_wrong,
    "share": shares_wrong,
    "over-all": shares_over_all,
    "parts": parts_wrong,
    "margin": margins_wrong,
    "exchange": rates_wrong,
    "conversion": conversions_wrong,
    "population": populations_wrong,
    "product": products_wrong,
    "triad": triads_wrong,
    "told-over": told_over_wrong,
    "whole": _wholes,
    "sum": _sums,
    "listed": lists_wrong,
    "named": names_wrong,
}
# These report a figure with what it counts.
BY_NOUN = frozenset(("named", "age", "population", "age-referred", "birth", "pointing-back", "margin"))
