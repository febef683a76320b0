"""Figures over the text that the text does not have, with the rounding that headlines allow themselves."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newslint.document import Block, Document
from newslint.kinds.ages_by_name import aged_names
from newslint.kinds.headline_leads import one_more, opening, slipped, told_in_opening
from newslint.kinds.likeness import CHANGE, context
from newslint.kinds.over_text import TEXT, Beside
from newslint.language.figure import Figure
from newslint.patterns import regex
from newslint.span import Span

_COMPARED = frozenset({"number", "money", "percent", "measure", "points", "age"})
# "5 things", "Four reasons": the headline counts what it lists, and the text does not.
_LISTED = regex(
    r" +(?:[\w'-]+ +){0,3}?(?:things|reasons|ways|tips|takeaways|facts|questions|lessons|charts|photos|pictures|images"
    r"|signs|steps|moments|myths|ideas|tricks|examples"
    r"|recipes|mistakes|secrets|habits|quotes|tweets|memes|gifs|highlights|keys|key|must|best|worst|biggest|most|top)\b"
)
# What comes before a number that counts nothing by name: “retirement under 68”.
_BOUND = regex(r"\b(?:under|over|above|below|aged|age|at|to|hits|hit|reaches|tops|exceeds|past|of) +$")
_RANK = regex(r"\b(?:top|first|last|part|phase|round|week|day|chapter|no|number|episode|season|title|section)\.? +$")
_SPELLS = frozenset({"year", "decade", "century", "anniversary"})
# A figure of at most this many of a sentence is added up with the others.
_MOST_IN_A_SENTENCE = 8
# A figure is held against so many of its kind at the most.
_MOST_COMPARED = 100
# Figures further apart than this many times are no two printings of one.
_FURTHEST = 3.0
_AT_LEAST = frozenset({"more than", "at least"})
_AT_MOST = frozenset({"less than", "nearly", "up to", "at most", "as many as"})


def missing(document: Document, blocks: Iterable[Block]) -> Iterator[Beside]:
    """Each figure over the text that no figure of the text gives, with the figure that may stand for it."""
    claims, known = _claims(document, blocks)
    if not claims:
        return
    worked = tuple(_worked_out(document, known))
    values: dict[tuple[str, bool], Sequence[float]] = {}
    groups: dict[tuple[str, str], list[Figure]] = {}
    soon = opening(document)
    aged = {one.figure.start for one in aged_names(document, ever=True)}
    counting = [one for one in known if one.start not in aged]
    for one in counting:
        groups.setdefault((one.kind, one.unit), []).append(one)
    first = [one for one in counting if any(span.start <= one.start < span.end for span in soon)]
    for one in claims:
        alike = groups.get((one.kind, one.unit), [])[:_MOST_COMPARED]
        key = one.kind, _spans_years(one)
        if key not in values:
            values[key] = _made_of(one, known, worked)
        if any(one_more(document, one, other) for other in first):
            continue
        if not _borne_out(one, values[key]):
            told = _nearest(document, one, alike) or told_in_opening(document, one, claims, first)
            yield Beside(Span(one.start, one.end), told or slipped(document, one, alike))
        elif other := _of_other_things(document, one, alike, claims, first):
            yield Beside(Span(one.start, one.end), other)


def _claims(document: Document, blocks: Iterable[Block]) -> tuple[list[Figure], list[Figure]]:
    """The figures over the text that state something, and those of the text."""
    wanted = {block.start: block for block in blocks}
    claims: list[Figure] = []
    known: list[Figure] = []
    for one in document.figures:
        place = document.block(one.start)
        if place and place.start in wanted and _counts(document, place, one):
            claims.append(one)
        if place and place.region in TEXT:
            known.append(one)
    return claims, known


def _of_other_things(
    document: Document, one: Figure, alike: Sequence[Figure], claims: Sequence[Figure], first: Sequence[Figure]
) -> Span | None:
    """The figure that the opening has instead, where the text has the value only for something else."""
    if one.kind not in {"number", "money", "percent"} or any(_borne_out(one, [abs(other.value)]) for other in first):
        return None
    mine = [other for other in alike if _may_be(one, other)]
    if _borne_out(one, _made_of(one, mine, _worked_out(document, mine))):
        return None
    return told_in_opening(document, one, claims, first, surely=True)


def _counts(document: Document, block: Block, one: Figure) -> bool:
    """Whether a figure states something that the text could state too."""
    lower = document.folded.lower
    if one.kind not in _COMPARED or one.value == 0 or (one.kind == "number" and one.value == 1):
        return False
    before = lower[max(0, one.start - 12) : one.start]
    if one.kind == "number" and (_LISTED.match(lower, one.end) or _RANK.search(before)):
        return False
    # what follows a colon or ends the line alone is a score or the name of a thing
    if one.kind != "number" or one.counted or one.state or one.value >= 100 or one.start == block.start:
        return True
    return one.value >= 10 and bool(_BOUND.search(before))


def _may_be(one: Figure, other: Figure) -> bool:
    """Whether a figure of the same kind may count what one over the text counts."""
    return one.kind != "number" or not other.counted or other.counted == one.counted or one.state == other.state != ""


def _values(known: Iterable[Figure]) -> Iterator[float]:
    for one in known:
        yield abs(one.value)
        if one.kind == "fraction":
            yield 100 * one.value


def _worked_out(document: Document, known: Sequence[Figure]) -> Iterator[tuple[str, float]]:
    """What the figures of one sentence come to, with its kind: sums, differences, shares, changes in per cent."""
    groups: dict[int, list[Figure]] = {}
    for one in known:
        if one.kind not in {"date", "label", "ordinal"}:
            groups.setdefault(document.sentence(one.start).start, []).append(one)
    for group in groups.values():
        if len(group) > _MOST_IN_A_SENTENCE:
            continue
        if len(group) > 2:
            yield from ((kind, sum(one.value for one in group)) for kind in {one.kind for one in group})
        for one, other in combinations(group, 2):
            a, b = one.value, other.value
            for kind in {one.kind, other.kind} - {"year-like"}:
                yield from ((kind, a + b), (kind, abs(a - b)))
            if one.kind == other.kind == "year-like":
                yield "years", abs(a - b)
            small, large = sorted((abs(a), abs(b)))
            if small:
                yield from (("percent", 100 * small / large), ("number", large / small))
                yield from (("percent", 100 * (large - small) / small), ("percent", 100 * (large - small) / large))


def _made_of(one: Figure, known: Iterable[Figure], worked: Iterable[tuple[str, float]]) -> list[float]:
    """Some figures, and what they come to in the kind of one over the text; in order."""
    kinds = {one.kind, "years", "number"} if _spans_years(one) else {one.kind}
    return sorted({*_values(known), *(value for kind, value in worked if kind in kinds)})


def _spans_years(one: Figure) -> bool:
    return one.counted in _SPELLS or one.kind == "measure"


def _borne_out(one: Figure, values: Sequence[float]) -> bool:
    """Whether a figure of the text is this one, exactly or as a headline rounds."""
    value = abs(one.value)
    # nobody rounds an age
    half = max(min(one.step, value * 0.1) / 2, 0.001 * value) if one.kind != "age" else 0.0
    low, high = value - half, value + half
    if (one.step > 1 and one.kind != "age") or one.value != int(one.value) or one.kind == "money":
        high = max(high, value + min(one.step, value * 0.1) * 0.999)  # "$1.1 million" for 1.19 cut off
    if one.qualifier in _AT_LEAST:
        high = max(high, value * 1.5)
    elif one.qualifier in _AT_MOST and not (one.kind == "number" and not one.counted):
        # "under 68" alone is a limit, which the text has too
        low = min(low, value * 0.75)
    elif one.qualifier and one.qualifier not in _AT_MOST:
        low, high = min(low, value * 0.85), max(high, value * 1.15)
    at = bisect_left(values, low)
    return at < len(values) and values[at] <= high


def _nearest(document: Document, one: Figure, known: Sequence[Figure]) -> Span | None:
    """The figure of the text that counts the same thing with words of the headline around it."""
    best: tuple[int, float, Span] | None = None
    here = context(document, one)
    for other in known:
        if not _same_thing(one, other):
            continue
        there = context(document, other)
        shared = len(here.words & there.words)
        rank = (shared, -abs(other.value - one.value), Span(other.start, other.end))
        wanted = shared >= 1 + (one.kind != "number") and (best is None or rank[:2] > best[:2])
        if wanted and not _tells_of_a_change(document, other):
            best = rank
    return best[2] if best else None


def _tells_of_a_change(document: Document, figure: Figure) -> bool:
    start, end = document.sentence(figure.start)
    return document.memo(("change", start), lambda: CHANGE.search(document.folded.plain, start, end) is not None)


def _same_thing(one: Figure, other: Figure) -> bool:
    if one.kind != other.kind or one.unit != other.unit or not other.value or other.value == one.value:
        return False
    ratio = max(abs(one.value), abs(other.value)) / min(abs(one.value), abs(other.value))
    if ratio > _FURTHEST and round(ratio, 6) not in {1000.0, 1_000_000.0}:
        return False
    if one.kind != "number":
        return True
    return bool((one.counted and one.counted == other.counted) or (one.state and one.state == other.state))
